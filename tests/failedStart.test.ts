import { spawn } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, it, jest } from "@jest/globals";
import { freePort } from "./freePort";
import { certificateFor, openssl } from "./openssl";
import { describeIf } from "./optionalTools";

jest.setTimeout(60_000);

const program = resolve(__dirname, "../dist/tacite.mjs");

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tacite-failed-start-"));
});
afterEach(() => rm(folder, { recursive: true }));

describeIf(openssl, "a start that ends by an error once it serves the pane", () => {
  it("closes its server, says what is wrong, and the process ends", async () => {
    const { certFile, keyFile } = certificateFor("localhost");
    const certificates = join(folder, ".office-addin-dev-certs");
    await mkdir(certificates);
    await copyFile(certFile, join(certificates, "localhost.crt"));
    await copyFile(keyFile, join(certificates, "localhost.key"));
    // Its state cannot be read.
    await mkdir(join(folder, "data", "etat.json"), { recursive: true });
    const config = { registers: [{ file: "contrats.xlsx" }], server: { port: await freePort() }, data: "data" };
    await writeFile(join(folder, "tacite.json"), JSON.stringify(config));

    // HOME and USERPROFILE are where Node looks for the user's own folder.
    const env = { ...process.env, HOME: folder, USERPROFILE: folder };
    const args = [program, "start", "--config", join(folder, "tacite.json")];
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "pipe"] });
    let warned = "";
    child.stderr.on("data", (chunk: Buffer) => (warned += chunk.toString("utf8")));
    const exitCode = await new Promise<number | null>((ended) => child.once("close", ended));

    expect(await readFile(join(folder, "data", "logs", "tacite.log"), "utf8")).toContain("serverStarted");
    expect([exitCode, warned]).toEqual([expect.any(Number), expect.stringMatching(/\S/)]);
    expect(exitCode).not.toBe(0);
  });
});
