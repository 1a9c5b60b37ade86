import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeRegister } from "../worker/xlsx/writeRegister";
import { bigRegister, bigStatuses } from "./bigRegister";
import { measurePlan } from "./planCost";
import { measureRecalculation } from "./recalculation";

/* What a big register costs: `npm run bench [contracts] [rounds]`. Ends with 1 when a limit is not held. */

const CONTRACTS = Number(process.argv[2] ?? 10_000);
const ROUNDS = Number(process.argv[3] ?? 5);
const TODAY = "2026-11-24";
/** Of the time and memory that exceljs alone takes, and seconds of recalculation. */
const LIMITS = { wall: 1.25, peakMb: 1.2, recalculation: 5 };

const folder = mkdtempSync(join(tmpdir(), "tacite-bench-"));
try {
  const file = join(folder, "registre.xlsx");
  const register = bigRegister(CONTRACTS, TODAY);
  const statuses = bigStatuses(register);
  writeFileSync(file, await writeRegister(register, { today: TODAY, writtenAt: `${TODAY}T08:00:00Z`, statuses }));
  console.log(`${String(CONTRACTS)} contracts, ${String(ROUNDS)} rounds, medians`);

  const ratios = measurePlan(folder, file, TODAY, ROUNDS);
  const office = measureRecalculation(folder, file, ROUNDS);
  const recalculation = office === null ? null : office.always - office.never;
  console.log(
    office === null
      ? "LibreOffice is not installed: its recalculation was not measured"
      : `LibreOffice, whole conversion: with recalculation ${office.always.toFixed(2)} s, without ${office.never.toFixed(2)} s`,
  );
  const held =
    ratios.wall <= LIMITS.wall && ratios.peakMb <= LIMITS.peakMb && (recalculation ?? 0) < LIMITS.recalculation;
  console.log(held ? "Every limit is held" : "A limit is NOT held");
  process.exitCode = held ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}
