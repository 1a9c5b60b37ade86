import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { arbitraryRegister } from "../../tests/builders/arbitraryRegister";
import { clientTexts } from "../../tests/builders/clientTexts";
import { smallFirm } from "../../tests/builders/smallFirm";
import { LOG_FILES, openLog, type Log } from "./log";

const now = () => "2026-11-24T08:00:00.000Z";

describe("the log", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "tacite-log-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const written = async (name: string = LOG_FILES[0]) => readFile(join(folder, "logs", name), "utf8");
  const lines = async () =>
    (await written())
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
  const inLog = async (write: (log: Log) => void, size: `${number}K` = "64K") => {
    const log = openLog(join(folder, "logs"), { now, size });
    write(log);
    await log.close();
  };

  it("is a line of JSON per event, with its instant, how much it matters and what happened", async () => {
    await inLog((log) => {
      log.write("info", "ran", { register: "Lyon", job: "letters", slot: "2026-11-24T07:30", contracts: ["2026-001"] });
      log.write("warn", "mailRefused", { mail: "recapitulatif-2026-11-23", code: "421" });
    });
    expect(await lines()).toEqual([
      {
        level: "info",
        at: "2026-11-24T08:00:00.000Z",
        register: "Lyon",
        job: "letters",
        slot: "2026-11-24T07:30",
        contracts: ["2026-001"],
        what: "ran",
      },
      {
        level: "warn",
        at: "2026-11-24T08:00:00.000Z",
        mail: "recapitulatif-2026-11-23",
        code: "421",
        what: "mailRefused",
      },
    ]);
  });

  it("goes on where the last process left it", async () => {
    await inLog((log) => log.write("info", "started"));
    await inLog((log) => log.write("info", "started"));
    expect(await lines()).toHaveLength(2);
  });

  it("keeps five files, of which none outgrows its size by more than a line", async () => {
    await inLog((log) => {
      for (let count = 0; count < 2_000; count += 1) log.write("info", "ran", { count });
    }, "4K");
    // One more process, for the last file to be turned.
    await inLog((log) => log.write("info", "ended"), "4K");
    const names = await readdir(join(folder, "logs"));
    expect(names.sort()).toEqual([...LOG_FILES].sort());
    for (const name of names) expect((await stat(join(folder, "logs", name))).size).toBeLessThan(8 * 1024);
    expect(await written()).toContain('"ended"');
  });

  it("says of an error its kind, its code and where, never its message nor its path", async () => {
    const missing = await readFile(join(folder, "2026-001 Martin - reconduction.docx")).catch(
      (error: unknown) => error,
    );
    await inLog((log) => {
      log.write("error", "failed", { error: new RangeError("Martin, 3 rue du Puits") });
      log.write("error", "failed", { error: missing });
      log.write("error", "failed", { error: "Martin" });
    });
    expect(await lines()).toEqual([
      expect.objectContaining({ error: { kind: "RangeError", at: expect.arrayContaining([expect.any(String)]) } }),
      expect.objectContaining({ error: expect.objectContaining({ kind: "Error", code: "ENOENT" }) }),
      expect.objectContaining({ error: { kind: "string" } }),
    ]);
    expect(await written()).not.toMatch(/Martin|Puits|docx/);
  });

  it("holds no address, whichever fact it came in", async () => {
    await inLog((log) => log.write("warn", "mailRefused", { code: "550 5.1.1 <lea.martin@example.fr>: unknown" }));
    expect(await lines()).toEqual([expect.objectContaining({ code: "550 5.1.1 … unknown" })]);
  });

  it("never holds a name, an address or a number of a client, whatever went wrong with his contract", async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRegister, async (register) => {
        await rm(join(folder, "logs"), { recursive: true, force: true });
        const secrets = clientTexts(register);
        await inLog((log) => {
          log.write("info", "ran", { contracts: register.contracts.map(({ number }) => number) });
          for (const secret of secrets) {
            const error = Object.assign(new Error(secret), { path: `/Lettres/${secret}.docx`, code: `${secret} !` });
            log.write("error", "failed", { error });
          }
        });
        const text = await written();
        for (const { number } of register.contracts) expect(text).toContain(number);
        for (const secret of secrets) expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
      { numRuns: 25 },
    );
    expect(clientTexts(smallFirm())).toContain("Martin");
  });

  it("stops nothing where it cannot be written, and begins again once it can", async () => {
    await writeFile(join(folder, "logs"), "a file where the folder should be");
    const log = openLog(join(folder, "logs"), { now });
    log.write("info", "lost");
    await rm(join(folder, "logs"));
    log.write("info", "kept");
    await log.close();
    expect(await lines()).toEqual([expect.objectContaining({ what: "kept" })]);
  });
});
