import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { CivilDate } from "../domain/dates/civilDate";
import { sampleRegister } from "../domain/sample/sampleRegister";
import { planOf } from "../domain/plan/plan";
import { statusColumns } from "../domain/plan/statusColumns";
import { catalogues } from "../domain/i18n";
import { companionAdapters } from "../worker/cli/companionAdapters";
import { companionOf } from "../worker/companion/companion";
import { configOf } from "../worker/config/config";
import { LEDGER_FILE } from "../worker/ledger/ledger";
import { silentLog } from "../worker/log/log";
import { instantAfter, wallTime } from "../worker/schedule/zonedTime";
import { writeRegister } from "../worker/xlsx/writeRegister";

const TODAY: CivilDate = "2026-11-24";
const HOUR = 60 * 60_000;
const PART = 10;
/** Of the heap after the first tenth, which has loaded everything. */
const LIMIT = 1.1;

/**
 * The companion's turns on one small register in this process, a simulated day apart, so that each one has work: letters
 * every day, a digest every week. A new ledger begins at each tenth: its length is not what is measured. Prints the heap
 * after each tenth, garbage collected; true when it stays flat.
 */
export async function measureCompanionMemory(runs: number): Promise<boolean> {
  const { gc } = globalThis;
  if (gc === undefined) throw new Error("Start it with node --expose-gc dist/bench.mjs");
  const folder = mkdtempSync(join(tmpdir(), "tacite-bench-"));
  try {
    const file = join(folder, "registre.xlsx");
    const register = sampleRegister(TODAY);
    const statuses = statusColumns(planOf(register, [], TODAY), catalogues.fr);
    writeFileSync(file, await writeRegister(register, { today: TODAY, writtenAt: `${TODAY}T08:00:00Z`, statuses }));
    const out = join(folder, "Tacite");
    const config = configOf({ file, out, templates: resolve("templates") }, folder);
    let now = `${TODAY}T08:00:00.000Z`;
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
    for (let part = 1; part <= PART; part += 1) {
      rmSync(out, { recursive: true, force: true });
      mkdirSync(out);
      now = `${TODAY}T08:00:00.000Z`;
      for (let run = 0; run < runs / PART; run += 1) {
        await companion.tick();
        now = instantAfter(now, 24 * HOUR);
      }
      gc();
      const { heapUsed, rss } = process.memoryUsage();
      heaps.push(heapUsed);
      console.log(`${String((part * runs) / PART)} runs  heap ${megabytes(heapUsed)}  process ${megabytes(rss)}`);
      if ((await adapters.readEvents(out)).length < runs / PART) throw new Error(`Too little in ${LEDGER_FILE}`);
    }
    return Math.max(...heaps.slice(1)) <= (heaps[0] ?? 0) * LIMIT;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
