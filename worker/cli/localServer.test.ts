import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, jest } from "@jest/globals";
import { askServer } from "../../tests/builders/localClient";
import { certificateFor, openssl } from "../../tests/openssl";
import { describeIf } from "../../tests/optionalTools";
import { silentLog } from "../log/log";
import { localServer, type LocalServer } from "./localServer";

jest.setTimeout(60_000);

describeIf(openssl, "the server of this machine", () => {
  const first = certificateFor("localhost");
  const second = certificateFor("localhost");
  let folder: string;
  let server: LocalServer;

  /** Long before either certificate ends. */
  const clock = {
    now: () => "2020-01-06T08:00:00.000Z",
    today: () => "2020-01-06" as const,
    localTime: (instant: string) => instant.slice(0, 16),
    wait: () => Promise.resolve(),
  };
  const put = async (cert: string, key: string) => {
    await writeFile(join(folder, "localhost.crt"), cert);
    await writeFile(join(folder, "localhost.key"), key);
  };
  const start = async () => {
    const config = { server: { port: 0 }, data: join(folder, "data") };
    server = await localServer(config, silentLog, { clock, paneFolder: join(folder, "pane") }, folder);
  };
  const codes = () => server.warnings().map(({ code }) => code);
  /** What the page answers to a browser that trusts this certificate. */
  const statusFor = async ({ cert }: { readonly cert: string }) =>
    (await askServer(server.port ?? 0, cert, { path: "/taskpane.html" })).status;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "tacite-local-server-"));
    await mkdir(join(folder, "pane"));
    await writeFile(join(folder, "pane", "taskpane.html"), "<head></head>");
  });
  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true });
  });

  it("goes on with the certificate that it has when the files are damaged, says so, and takes the next good one", async () => {
    await put(first.cert, first.key);
    await start();
    expect([codes(), await statusFor(first)]).toEqual([[], 200]);

    const damaged: readonly (readonly [string, string])[] = [
      [first.cert.slice(0, 200), first.key],
      [second.cert, "half a k"],
      // The certificate was replaced, its key is still the old one.
      [second.cert, first.key],
      ["", ""],
    ];
    for (const [cert, key] of damaged) {
      await put(cert, key);
      await server.watch();
      expect([codes(), await statusFor(first)]).toEqual([["certificateUnreadable"], 200]);
      // The next look finds the same files, and says the same.
      await server.watch();
      expect(codes()).toEqual(["certificateUnreadable"]);
    }
    await rm(join(folder, "localhost.key"));
    await server.watch();
    expect([codes(), await statusFor(first)]).toEqual([["certificateMissing"], 200]);

    await put(second.cert, second.key);
    await server.watch();
    expect([codes(), await statusFor(second)]).toEqual([[], 200]);
    await expect(statusFor(first)).rejects.toThrow("self-signed certificate");
  });

  it("does not start with damaged files, says so, and asks for a new start once they are good", async () => {
    await put("half a certif", first.key);
    await start();
    expect([server.port, codes()]).toEqual([null, ["certificateUnreadable"]]);
    await put(first.cert, first.key);
    await server.watch();
    expect(server.warnings()[0]?.sentence).toMatch(/puis relancez Tacite\.$/);
  });
});
