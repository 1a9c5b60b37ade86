import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { writeRegister } from "../worker/xlsx/writeRegister";
import { bigRegister, bigStatuses } from "./bigRegister";

/*
 * `tacite plan` on a big register, beside exceljs alone reading the same file: whole processes, in turn, so that both
 * meet the same machine. What counts are the ratios: at most 1.25 of its time and 1.2 of its memory.
 */

const CONTRACTS = Number(process.argv[2] ?? 10_000);
const ROUNDS = Number(process.argv[3] ?? 5);
const TODAY = "2026-11-24";

type Cost = { readonly wall: number; readonly cpu: number; readonly peakMb: number };

const folder = mkdtempSync(join(tmpdir(), "tacite-bench-"));
try {
  const file = join(folder, "registre.xlsx");
  const register = bigRegister(CONTRACTS, TODAY);
  const statuses = bigStatuses(register);
  writeFileSync(file, await writeRegister(register, { today: TODAY, writtenAt: `${TODAY}T08:00:00Z`, statuses }));

  const plan = () => cost(["dist/tacite.mjs", "plan", "--register", file, "--today", TODAY, "--json"]);
  const alone = () => cost(["bench/exceljsAlone.mjs", file]);
  plan();
  alone();
  const rounds = Array.from({ length: ROUNDS }, () => ({ plan: plan(), alone: alone() }));

  console.log(`${String(CONTRACTS)} contracts, ${String(ROUNDS)} rounds, medians`);
  for (const figure of ["wall", "cpu", "peakMb"] as const) {
    const ours = median(rounds.map((round) => round.plan[figure]));
    const theirs = median(rounds.map((round) => round.alone[figure]));
    const ratio = median(rounds.map((round) => round.plan[figure] / round.alone[figure]));
    console.log(
      `${figure.padEnd(7)} plan ${ours.toFixed(2)}  exceljs alone ${theirs.toFixed(2)}  ratio ${ratio.toFixed(2)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true });
}

function cost(command: readonly string[]): Cost {
  const measured = join(folder, "cost.json");
  const started = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    ["--import", `file://${resolve("bench/measure.mjs")}`, ...command],
    {
      env: { ...process.env, MEASURE_TO: measured },
      stdio: ["ignore", "ignore", "pipe"],
      maxBuffer: 1 << 30,
    },
  );
  const wall = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(`${command.join(" ")} failed: ${stderr.toString()}`);
  const { peakKb, cpuMicros } = JSON.parse(readFileSync(measured, "utf8")) as { peakKb: number; cpuMicros: number };
  return { wall, cpu: cpuMicros / 1e6, peakMb: peakKb / 1024 };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
