import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { transform } from "@swc/core";
import { sha256Of } from "./chain";
import { LEDGER_FILE, openLedger, readLedger } from "./ledger";
import { lettersOf } from "./letters";

const ROOT = resolve(__dirname, "../..");
const LETTERS = 20;
const KILLS = 25;

/** What the killed process runs: letters one after the other, skipping those that the ledger knows. */
const PROGRAM = `
import { openLedger, LEDGER_FILE } from "./worker/ledger/ledger";
import { lettersOf } from "./worker/ledger/letters";
import { produceFile, recover } from "./worker/ledger/recover";

async function work(folder: string, letters: number): Promise<void> {
  const ledger = await openLedger(folder + "/" + LEDGER_FILE, { now: () => "2026-09-10T08:00:00.000Z" });
  await recover(ledger, folder);
  process.stdout.write("working\\n");
  const known = new Set(lettersOf(ledger.events(), "R1").map(({ contract }) => contract));
  for (let number = 1; number <= letters; number += 1) {
    const contract = "C-" + number;
    if (known.has(contract)) continue;
    await produceFile(ledger, folder, {
      key: { registerId: "R1", contract, periodFrom: "2026-01-01", kind: "renewalNotice", issue: 1 },
      file: "courriers/" + contract + ".docx",
      bytes: Buffer.from((contract + " ").repeat(5000)),
      on: "2026-09-10", deadline: "2026-11-30", periodEnd: "2026-12-31", late: false, template: "reconduction.docx",
    });
  }
  if (letters === 0) await new Promise(() => setInterval(() => undefined, 1000));
  await ledger.close();
}

void work(process.argv[2] ?? "", Number(process.argv[3]));
`;

let built = "";

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), "tacite-killed-"));
  await symlink(join(ROOT, "node_modules"), join(built, "node_modules"), "junction");
  const folders = ["worker/ledger", "worker/files", "domain/dates", "domain/workbook"];
  const names = await Promise.all(
    folders.map(async (folder) => (await readdir(join(ROOT, folder))).map((name) => `${folder}/${name}`)),
  );
  for (const name of names.flat().filter((each) => /(?<!\.test|\.d)\.ts$/.test(each))) {
    await compile(name, await readFile(join(ROOT, name), "utf8"));
  }
  await compile("program.ts", PROGRAM);
});

afterAll(() => rm(built, { recursive: true }));

async function compile(name: string, source: string): Promise<void> {
  const { code } = await transform(source, {
    filename: name,
    swcrc: false,
    jsc: { parser: { syntax: "typescript" }, target: "es2022" },
    module: { type: "commonjs" },
  });
  const target = join(built, name.replace(/ts$/, "js"));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, code);
}

/** Starts the program; gives it back once it has the ledger. */
async function start(
  folder: string,
  letters: number,
): Promise<{ readonly child: ChildProcess; readonly ended: Promise<number | null> }> {
  const child = spawn(process.execPath, [join(built, "program.js"), folder, String(letters)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  const lines = createInterface({ input: child.stdout });
  await Promise.race([new Promise((done) => lines.once("line", done)), ended]);
  return { child, ended };
}

const newFolder = () => mkdtemp(join(built, "letters-"));
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

async function stateOf(folder: string): Promise<object> {
  const names = (await readdir(join(folder, "courriers"))).sort();
  const files = await Promise.all(
    names.map(async (name) => [name, sha256Of(await readFile(join(folder, "courriers", name)))]),
  );
  const { events } = await readLedger(join(folder, LEDGER_FILE));
  return { folder: (await readdir(folder)).sort(), files, letters: lettersOf(events, "R1") };
}

describe("a run killed at any moment", () => {
  it("and resumed ends like an undisturbed one", async () => {
    const calm = await newFolder();
    expect(await (await start(calm, LETTERS)).ended).toBe(0);

    const troubled = await newFolder();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { child, ended } = await start(troubled, LETTERS);
      await pause((kill * 7) % 19);
      child.kill("SIGKILL");
      await ended;
    }
    expect(await (await start(troubled, LETTERS)).ended).toBe(0);
    expect(await stateOf(troubled)).toEqual(await stateOf(calm));
    expect(await readdir(join(calm, "courriers"))).toHaveLength(LETTERS);
  }, 60_000);

  it("leaves a lock that keeps others out while it lives, and none once it is dead", async () => {
    const folder = await newFolder();
    const clock = { now: () => "2026-09-10T08:00:00.000Z" };
    const { child, ended } = await start(folder, 0);
    await expect(openLedger(join(folder, LEDGER_FILE), clock)).rejects.toMatchObject({
      name: "LedgerLocked",
      pid: child.pid,
    });
    child.kill("SIGKILL");
    await ended;
    await (await openLedger(join(folder, LEDGER_FILE), clock)).close();
  });
});
