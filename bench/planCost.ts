import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { median } from "./median";

export type Ratios = { readonly wall: number; readonly cpu: number; readonly peakMb: number };
type Cost = Ratios;

/**
 * `tacite plan` on the register beside exceljs alone reading the same file: whole processes, in turn, so that both meet
 * the same machine. Prints medians and answers the ratios, ours by theirs, pair by pair.
 */
export function measurePlan(folder: string, file: string, today: string, rounds: number): Ratios {
  const cost = (command: readonly string[]) => costOf(join(folder, "cost.json"), command);
  const plan = () => cost(["dist/tacite.mjs", "plan", "--register", file, "--today", today, "--json"]);
  const alone = () => cost(["bench/exceljsAlone.mjs", file]);
  plan();
  alone();
  const pairs = Array.from({ length: rounds }, () => ({ plan: plan(), alone: alone() }));
  const ratio = (figure: keyof Cost) => {
    const ours = median(pairs.map((pair) => pair.plan[figure]));
    const theirs = median(pairs.map((pair) => pair.alone[figure]));
    const by = median(pairs.map((pair) => pair.plan[figure] / pair.alone[figure]));
    console.log(
      `${figure.padEnd(7)} plan ${ours.toFixed(2)}  exceljs alone ${theirs.toFixed(2)}  ratio ${by.toFixed(2)}`,
    );
    return by;
  };
  return { wall: ratio("wall"), cpu: ratio("cpu"), peakMb: ratio("peakMb") };
}

function costOf(measured: string, command: readonly string[]): Cost {
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", `file://${resolve("bench/measure.mjs")}`, ...command],
    { env: { ...process.env, MEASURE_TO: measured }, stdio: ["ignore", "ignore", "pipe"] },
  );
  const wall = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${command.join(" ")} failed: ${stderr.toString()}`);
  const { peakKb, cpuMicros } = JSON.parse(readFileSync(measured, "utf8")) as { peakKb: number; cpuMicros: number };
  return { wall, cpu: cpuMicros / 1e6, peakMb: peakKb / 1024 };
}
