import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { sha256Of } from "../worker/ledger/chain";
import { LEDGER_FILE, readLedger } from "../worker/ledger/ledger";
import { lettersOf } from "../worker/ledger/letters";
import { tacite } from "./builders/commandLine";
import { sampleWorkbook } from "./builders/workbook";

jest.setTimeout(40 * 60_000);

const program = resolve(__dirname, "../dist/tacite.mjs");
const today = "2026-11-24";
const kills = 100;
/** Most kills fall while files are being written; the others fall anywhere, before that too. */
const killsAnywhere = 20;
const lanes = 2;

let folder: string;
let calm: { readonly state: object; readonly milliseconds: number; readonly events: number };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tacite-killed-run-"));
  await writeFile(join(folder, "registre.xlsx"), await sampleWorkbook(today));
  calm = await undisturbed();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const runInto = (out: string) => ["run", "--register", join(folder, "registre.xlsx"), "--out", out, "--today", today];

/** The installed program; its clock tells the time of the test's own. */
function start(out: string) {
  const env = { ...process.env, TZ: "UTC" };
  const child = spawn(process.execPath, [program, ...runInto(out)], { env, stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise<number | null>((done) => child.once("close", done));
  return { child, ended };
}

async function undisturbed() {
  const out = join(folder, "calm");
  const started = performance.now();
  const { ended } = start(out);
  expect(await ended).toBe(0);
  const milliseconds = performance.now() - started;
  return { state: await stateOf(out), milliseconds, events: linesOf(join(out, LEDGER_FILE)) };
}

/** Resolves once the ledger holds so many lines, on a slow machine as on a fast one, or the run is over. */
async function reached(out: string, lines: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && linesOf(join(out, LEDGER_FILE)) < lines) await pause(1);
}

function linesOf(file: string): number {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").length - 1 : 0;
}

/** Whatever the user can see, without what tells how many times the run was begun: the length and the hash of the chain. */
async function stateOf(out: string): Promise<object> {
  const { events } = await readLedger(join(out, LEDGER_FILE));
  const digests = events.filter(({ event }) => event === "digest");
  const names = (await readdir(out)).sort();
  const pages = await Promise.all(
    names
      .filter((name) => name.startsWith("recapitulatif-"))
      .map(async (name) => [name, withoutChain(await readFile(join(out, name), "utf8"))] as const),
  );
  const letterNames = (await readdir(join(out, "Lettres"))).sort();
  const letters = await Promise.all(
    letterNames.map(async (name) => [name, sha256Of(await readFile(join(out, "Lettres", name)))] as const),
  );
  return {
    names,
    pages,
    letters,
    facts: lettersOf(events, "exemple-chauffage-lemoine"),
    digests: digests.map((event) => ({ ...event, seq: 0, at: "", prev: "", hash: "" })),
  };
}

/** In a mail, lines are folded with "=" at their end and letters written as =C3=A9. */
function withoutChain(text: string): string {
  const unfolded = text
    .replace(/=\r?\n/g, "")
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll("=", ""), "hex").toString());
  return unfolded.replace(/\d+\s+événements,\s+empreinte\s+[0-9a-f]+/g, "événements");
}

/** What was left in the folder by the kill, to show that it fell in the midst of the work. */
type Left = "nothing" | "some letters" | "all letters" | "everything";

async function killedAndRunAgain(number: number): Promise<Left> {
  const out = join(folder, `killed-${number}`);
  const { child, ended } = start(out);
  if (number < killsAnywhere) await pause((calm.milliseconds * 1.05 * number) / killsAnywhere);
  else {
    const lines = Math.floor((calm.events * (number - killsAnywhere)) / (kills - killsAnywhere));
    await reached(out, lines, child);
    await pause(number % 4);
  }
  child.kill("SIGKILL");
  await ended;
  const left = await leftIn(out);
  // Starting the program takes longer than its work: most runs are finished in this process, which has it loaded.
  const again = number % 10 === 0 ? await start(out).ended : (await tacite(runInto(out), today)).exitCode;
  expect({ number, again, state: await stateOf(out) }).toEqual({ number, again: 0, state: calm.state });
  await rm(out, { recursive: true });
  return left;
}

async function leftIn(out: string): Promise<Left> {
  if (!existsSync(join(out, LEDGER_FILE))) return "nothing";
  const { events } = await readLedger(join(out, LEDGER_FILE));
  if (events.some(({ event }) => event === "digest")) return "everything";
  const count = events.filter(({ event }) => event === "generated").length;
  const all = (calm.state as { readonly facts: readonly unknown[] }).facts.length;
  return count === all ? "all letters" : "some letters";
}

describe("a run killed at any instant, then run again,", () => {
  it(`ends like an undisturbed one, ${kills} times`, async () => {
    const left: Left[] = [];
    const waiting = Array.from({ length: kills }, (_, number) => number);
    const lane = async () => {
      for (let number = waiting.shift(); number !== undefined; number = waiting.shift()) {
        left.push(await killedAndRunAgain(number));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    expect(left).toHaveLength(kills);
    // The kills are of use only where they interrupt something.
    expect(left.filter((each) => each === "some letters" || each === "all letters").length).toBeGreaterThan(kills / 4);
  });

  it("leaves no lock, no temporary file and one set of files", async () => {
    expect((await readdir(join(folder, "calm"))).sort()).toEqual([
      "Lettres",
      LEDGER_FILE,
      ...["eml", "html", "txt"].map((extension) => `recapitulatif-${today}.${extension}`),
    ]);
  });
});
