import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { clientTexts } from "../../tests/builders/clientTexts";
import { newFolder, tacite } from "../../tests/builders/commandLine";
import { smallFirm } from "../../tests/builders/smallFirm";
import { sampleRegister } from "../../domain/sample/sampleRegister";
import type { Register } from "../../domain/register";
import { usualRhythm } from "../schedule/rhythm";
import { writeState } from "../companion/state";
import type { Config } from "../config/config";
import { openLog } from "../log/log";
import { openRegister, RegisterUnreadable } from "../run/openRegister";
import { readCells } from "../xlsx/readCells";
import { readStable } from "../xlsx/readStable";
import { WorkbookUnreadable } from "../xlsx/workbookUnreadable";
import { writeRegister } from "../xlsx/writeRegister";
import type { ConfigFound } from "./configFacts";
import { diagnosticZip } from "./diagnostic";

// A run loads the libraries of letters and digests.
jest.setTimeout(60_000);

const today = "2026-11-24";
const at = `${today}T08:00:00.000Z`;

describe("the diagnostic", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "tacite-diagnostic-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const config = (): Config => ({
    registers: [
      {
        name: "Contrats Lemoine",
        file: join(folder, "OneDrive", "contrats-lemoine.xlsx"),
        out: join(folder, "Tacite"),
        templates: resolve(__dirname, "../../templates"),
        rhythm: usualRhythm,
      },
    ],
    mail: {
      provider: null,
      server: { host: "smtp.chauffage-lemoine.example", port: 465, security: "tls" },
      login: "contact@chauffage-lemoine.example",
      from: "contact@chauffage-lemoine.example",
      to: ["anne@chauffage-lemoine.example"],
    },
    server: { port: 3000 },
    shared: null,
    data: join(folder, "data"),
  });
  const save = async (register: Register) => {
    await mkdir(join(folder, "OneDrive"), { recursive: true });
    const bytes = await writeRegister(register, { today, writtenAt: "2026-11-24T08:00:00Z" });
    await writeFile(join(folder, "OneDrive", "contrats-lemoine.xlsx"), bytes);
  };
  const open = async (file: string) => {
    try {
      return await openRegister(file, { readFile: readStable, readCells, wait: () => Promise.resolve() });
    } catch (error) {
      if (error instanceof WorkbookUnreadable) throw new RegisterUnreadable(file, { reason: error.code });
      throw error;
    }
  };
  /** The text of every file in the zip, by its name. */
  const made = async (found: ConfigFound = { kind: "config", config: config() }) => {
    const zip = await diagnosticZip({ version: "0.1.0", today, at, config: found, usualData: "/nowhere", open });
    return Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, strFromU8(bytes)]));
  };
  const read = (text = ""): unknown => JSON.parse(text);

  it("tells the versions, the configuration, what each register holds and the end of its ledger", async () => {
    await save(smallFirm({ client: "C0009" }));
    const run = await tacite(["run", "--register", config().registers[0]?.file ?? "", "--out", join(folder, "Tacite")]);
    expect(run.exitCode).toBe(4);
    const files = await made();
    expect(Object.keys(files)).toEqual([
      "lisez-moi.txt",
      "versions.json",
      "configuration.json",
      "registres.json",
      "etat.json",
    ]);
    expect(read(files["versions.json"])).toMatchObject({
      tacite: "0.1.0",
      node: process.version,
      system: process.platform,
    });
    expect(read(files["configuration.json"])).toEqual({
      registers: [
        {
          register: "registre 1",
          extension: ".xlsx",
          synchronisedBy: "OneDrive",
          isOnNetwork: false,
          rhythm: usualRhythm,
        },
      ],
      mail: { provider: "own server", port: 465, security: "tls", recipients: 1 },
      server: { port: 3000 },
      hasUsualDataFolder: false,
    });
    expect(read(files["registres.json"])).toEqual([
      expect.objectContaining({
        register: "registre 1",
        content: expect.objectContaining({
          rows: expect.objectContaining({ clients: 2, contracts: 2 }),
          problems: { unknownReference: 1 },
          lettersRefused: { letterNeeds: 1 },
        }),
        ledger: expect.objectContaining({
          count: expect.any(Number),
          hash: expect.stringMatching(/^[0-9a-f]{64}$/),
          isTorn: false,
          events: { prepared: 1, generated: 1, digest: 1 },
        }),
      }),
    ]);
  });

  it("holds no name, no address, no telephone and no path, of the sample register either", async () => {
    for (const register of [smallFirm(), sampleRegister(today)]) {
      await save(register);
      await tacite(["run", "--register", config().registers[0]?.file ?? "", "--out", join(folder, "Tacite")]);
      await mkdir(join(folder, "data"), { recursive: true });
      const log = openLog(join(folder, "data", "logs"), { now: () => at });
      log.write("info", "ran", {
        register: "Contrats Lemoine",
        contracts: register.contracts.map(({ number }) => number),
      });
      log.write("error", "failed", { error: new Error(clientTexts(register).join(" ")) });
      await log.close();
      await writeFile(
        join(folder, "data", "logs", "tacite.1.log"),
        `Martin was here\n${JSON.stringify({ who: "Martin" })}\n`,
      );
      await writeState(join(folder, "data"), stateOf());
      const files = await made();
      expect(files["journal/tacite.log"]).toContain('"register":"registre 1"');
      expect(read(files["etat.json"])).toMatchObject({
        registers: [{ register: "registre 1", warnings: ["olderVersion"] }],
      });
      const all = Object.values(files).join("\n");
      const own = ["Lemoine", "lemoine", folder, "anne@", ...(register.settings.firmName?.split(" ") ?? []).slice(-1)];
      const secrets = [...clientTexts(register), ...own];
      expect(secrets.length).toBeGreaterThan(8);
      expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
    }
  });

  const stateOf = () => ({
    version: 1 as const,
    pid: 1,
    startedAt: at,
    tickedAt: at,
    stoppedAt: null,
    warnings: [],
    logs: join(folder, "data", "logs"),
    registers: [
      {
        name: "Contrats Lemoine",
        file: config().registers[0]?.file ?? "",
        out: join(folder, "Tacite"),
        rhythm: usualRhythm,
        lastRun: {
          job: "digest" as const,
          slot: "2026-11-23T07:00",
          at,
          outcome: "failed" as const,
          code: "fileMissing",
          sentence: `${folder}/contrats-lemoine.xlsx : ce fichier n’existe pas.`,
        },
        lastDigest: { day: today, page: join(folder, "Tacite", "recapitulatif.html") },
        next: { letters: at, digest: at },
        warnings: [{ code: "olderVersion", sentence: "contrats-lemoine-PC de Paul Martin.xlsx" }],
        problems: [{ code: "missingCell", count: 1 }],
        mails: [],
        seen: null,
      },
    ],
  });

  it("tells of what cannot be read by its code, and the line at which a ledger breaks", async () => {
    await mkdir(join(folder, "Tacite"));
    await writeFile(join(folder, "Tacite", "journal-tacite.jsonl"), '{"seq":1}\n{"seq":2}\n');
    const [first] = read((await made())["registres.json"]) as readonly object[];
    expect(first).toMatchObject({
      file: { code: "ENOENT" },
      content: { code: "fileMissing" },
      ledger: { code: "ledgerBroken", line: 1 },
    });
  });

  it("names the fields of a configuration that is wrong, not what is in them", async () => {
    const sentences = [
      "C:/Users/Paul/tacite.json : une chose est à corriger.",
      "registers[0].file : « Martin » ne convient pas.",
    ];
    const files = await made({ kind: "wrong", sentences });
    expect(read(files["configuration.json"])).toEqual({ fieldsToCorrect: ["registers[0].file"] });
  });

  it("is a command that writes one zip beside nothing else, also without a configuration", async () => {
    const out = await newFolder();
    const answer = await tacite(["diagnostic", "--config", join(out, "tacite.json"), "--out", out]);
    expect(answer.exitCode).toBe(0);
    const lines = answer.printed.split("\n");
    expect(lines[0]).toMatch(/^Tacite rassemble .* une minute…$/);
    expect(lines.at(-1)).toBe(`Diagnostic : ${join(out, "tacite-diagnostic-2026-11-24.zip")}`);
    expect(answer.warned).toContain("ce fichier n’existe pas");
  });
});
