import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { newFolder, tacite } from "../../tests/builders/commandLine";
import { smallFirm } from "../../tests/builders/smallFirm";
import { workbookOf } from "../../tests/builders/workbook";
import type { CompanionState } from "../companion/state";
import { takeLock } from "../ledger/lock";
import { exitCodes } from "./exitCodes";

jest.setTimeout(60_000);

let folder: string;
let config: string;

/** Nobody listens on the port: the mail is refused, and no browser is opened by a test. */
beforeEach(async () => {
  process.env.TACITE_SMTP_PASSWORD = "secret";
  folder = await newFolder();
  config = join(folder, "tacite.json");
  await writeFile(join(folder, "contrats.xlsx"), await workbookOf(smallFirm(), "2026-11-24"));
  const mail = { user: "contact@firme.example", host: "localhost", port: 9 };
  await writeFile(config, JSON.stringify({ registers: [{ file: "contrats.xlsx" }], mail, data: "data" }));
});

afterEach(async () => {
  delete process.env.TACITE_SMTP_PASSWORD;
  await rm(folder, { recursive: true });
});

describe("tacite start", () => {
  it("does what is due, says so, and stops when it is asked", async () => {
    const { exitCode, printed } = await tacite(["start", "--config", config]);
    expect(exitCode).toBe(exitCodes.done);
    expect(printed).toContain("Tacite suit le registre tant que cette fenêtre est ouverte.");
    expect(printed).toContain("Dernier passage   24/11/2026 09:00, récapitulatif fait");
    expect(printed).toContain("Prochain passage  lettres 25/11/2026 07:00, récapitulatif 30/11/2026 07:00");
    expect(printed).toMatch(/recapitulatif-2026-11-23 a été refusé une fois, nouvel essai 24\/11\/2026 09:10/);
    expect(printed).toMatch(/Personne ne répond sur localhost, port 9\./);
    expect(existsSync(join(folder, "Tacite", "recapitulatif-2026-11-24.html"))).toBe(true);
    expect(existsSync(join(folder, "data", "tacite.lock"))).toBe(false);
  });

  it("is refused while another one runs", async () => {
    await mkdir(join(folder, "data"));
    const lock = await takeLock(join(folder, "data", "tacite.lock"), "2026-11-24T07:00:00.000Z");
    const { exitCode, warned } = await tacite(["start", "--config", config]);
    await lock.release();
    expect([exitCode, warned]).toEqual([
      exitCodes.alreadyRunning,
      expect.stringMatching(/^Tacite tourne déjà sur cet ordinateur \(processus \d+\), .* un seul suffit\./),
    ]);
  });
});

describe("tacite status", () => {
  it("is not fooled by another program that has the number of a companion whose power was cut", async () => {
    await tacite(["start", "--config", config]);
    const file = join(folder, "data", "etat.json");
    const state = JSON.parse(await readFile(file, "utf8")) as CompanionState;
    await writeFile(file, JSON.stringify({ ...state, stoppedAt: null }));
    const status = async () => (await tacite(["status", "--config", config])).printed.split("\n")[0];
    const lockFile = join(folder, "data", "tacite.lock");
    const lock = await takeLock(lockFile, "2026-11-24T07:00:00.000Z");
    const holder = JSON.parse(await readFile(lockFile, "utf8")) as { readonly pid: number };
    expect(await status()).toBe("Tacite tourne.");
    await lock.release();
    // This very process lives, and is not the one that took the lock so long ago.
    await writeFile(lockFile, JSON.stringify({ ...holder, birth: "1", since: "2000-01-01T00:00:00.000Z" }));
    expect(await status()).toMatch(/^Tacite ne tourne pas\./);
    await rm(lockFile);
  });

  it("says that the companion never ran, then what it did and where its log is", async () => {
    const { printed: before } = await tacite(["status", "--config", config]);
    expect(before).toBe(
      "Tacite n’a encore jamais été lancé avec cette configuration. Lancez-le avec « tacite start ».",
    );
    await tacite(["start", "--config", config]);
    const { printed, exitCode } = await tacite(["status", "--config", config]);
    expect(exitCode).toBe(exitCodes.done);
    expect(printed).toMatch(/^Tacite ne tourne pas\. Lancez-le avec « tacite start »/);
    expect(printed).toContain(`Fichier           ${join(folder, "contrats.xlsx")}`);
    expect(printed).toContain(`Journal technique ${join(folder, "data", "logs")}`);
    expect(printed).toMatch(/\n {2}Mails {13}recapitulatif-2026-11-23 a été refusé/);
  });

  it("says nothing of mails where there is no mailbox", async () => {
    await tacite(["start", "--config", config]);
    await writeFile(config, JSON.stringify({ registers: [{ file: "contrats.xlsx" }], data: "data" }));
    const { printed } = await tacite(["status", "--config", config]);
    expect(printed).toContain("récapitulatif fait");
    expect(printed).not.toContain("Mails");
  });
});
