import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setImmediate } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import type { CivilDate } from "../domain/dates/civilDate";
import { companionAdapters } from "../worker/cli/companionAdapters";
import { companionOf } from "../worker/companion/companion";
import { configOf } from "../worker/config/config";
import { LEDGER_FILE } from "../worker/ledger/ledger";
import { silentLog } from "../worker/log/log";
import { instantAfter, wallTime } from "../worker/schedule/zonedTime";
import { writeRegister } from "../worker/xlsx/writeRegister";
import { bigRegister, bigStatuses } from "./bigRegister";

const TODAY: CivilDate = "2026-11-24";
const START = `${TODAY}T08:00:00.000Z`;
const HOUR = 60 * 60_000;
/** Few: the runs are what is repeated. */
const CONTRACTS = 10;
/** Readings of the heap. */
const READINGS = 10;
/** Turns before it begins again with an empty ledger: reading a long one would take most of the time. */
const ROUND = 100;
/** Of the heap at the first reading, when everything is loaded. */
const LIMIT = 1.1;
/** Bytes by which the heap may grow per turn in the second half: an object with one string in it weighs more. */
const SLOPE = 64;

/**
 * The companion's turns on one small register in this process, a simulated day apart, so that each one has work: letters
 * every day, a digest every week. After each hundred the register is saved again, the ledger is empty and the first day
 * comes back: the same work over and over, in which nothing has a reason to be kept. Prints the heap after each tenth,
 * garbage collected, and by how much it grows in the second half; true when it stays flat.
 */
export async function measureCompanionMemory(runs: number): Promise<boolean> {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error("Start it with node --expose-gc dist/bench.mjs");
  // The machine code that V8 makes, for hours, of what runs often lies in the heap too: a megabyte that hides a leak.
  setFlagsFromString("--no-opt");
  const folder = mkdtempSync(join(tmpdir(), "tacite-bench-"));
  try {
    const file = join(folder, "registre.xlsx");
    const register = bigRegister(CONTRACTS, TODAY);
    const statuses = bigStatuses(register);
    const workbook = await writeRegister(register, { today: TODAY, writtenAt: START, statuses });
    const out = join(folder, "Tacite");
    const config = configOf({ file, out, templates: resolve("templates") }, folder);
    let now = START;
    const clock = {
      now: () => now,
      today: () => TODAY,
      localTime: (instant: string) => wallTime(instant, "Europe/Paris"),
      wait: () => Promise.resolve(),
    };
    const environment = {
      clock,
      terminal: { print: () => undefined, warn: () => undefined, progress: () => undefined },
      newRegisterId: () => "",
      templatesFolder: "",
      paneFolder: "",
      stopAsked: () => Promise.resolve(),
    };
    const adapters = { ...companionAdapters(config, silentLog, environment), show: () => Promise.resolve() };
    const companion = await companionOf(config, { pid: process.pid, logs: null, machineWarnings: () => [] }, adapters);
    const heaps: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      if (run % ROUND === 0) {
        rmSync(out, { recursive: true, force: true });
        mkdirSync(out);
        writeFileSync(file, workbook);
        now = START;
      }
      await companion.tick();
      now = instantAfter(now, 24 * HOUR);
      if ((run + 1) % (runs / READINGS) !== 0) continue;
      if ((await adapters.readEvents(out)).length < run % ROUND) throw new Error(`Too little in ${LEDGER_FILE}`);
      const { heapUsed, rss } = await collected(gc);
      heaps.push(heapUsed);
      console.log(`${String(run + 1)} runs  heap ${megabytes(heapUsed)}  process ${megabytes(rss)}`);
    }
    const slope = slopeOf(heaps.slice(READINGS / 2 - 1)) / (runs / READINGS);
    console.log(`Second half: ${slope.toFixed(1)} bytes per run`);
    return Math.max(...heaps) <= (heaps[0] ?? 0) * LIMIT && slope <= SLOPE;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a first collection finalises, the next ones free. */
async function collected(gc: NodeJS.GCFunction): Promise<NodeJS.MemoryUsage> {
  for (let times = 0; times < 3; times += 1) {
    gc();
    await setImmediate();
  }
  return process.memoryUsage();
}

/** By how much the values grow from one to the next: least squares. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const weights = values.map((_, index) => index - middle);
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / squares;
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
