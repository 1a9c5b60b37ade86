import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeRegister } from "../worker/xlsx/writeRegister";
import { bigRegister, bigStatuses } from "./bigRegister";
import { measurePlan } from "./planCost";
import { measureRecalculation } from "./recalculation";

const TODAY = "2026-11-24";
/** Of the time and memory that exceljs alone takes, and seconds of recalculation. */
const LIMITS = { wall: 1.25, peakMb: 1.2, recalculation: 5 };

/** Writes the register on which everything big is tried. */
export async function writeBigRegister(file: string, contracts: number): Promise<void> {
  const register = bigRegister(contracts, TODAY);
  const statuses = bigStatuses(register);
  writeFileSync(file, await writeRegister(register, { today: TODAY, writtenAt: `${TODAY}T08:00:00Z`, statuses }));
}

/** What a big register costs the worker and LibreOffice. Prints it; true when every limit is held. */
export async function measureRegister(contracts: number, rounds: number): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "tacite-bench-"));
  try {
    const file = join(folder, "registre.xlsx");
    await writeBigRegister(file, contracts);
    console.log(`${String(contracts)} contracts, ${String(rounds)} rounds, medians`);

    const ratios = measurePlan(folder, file, TODAY, rounds);
    const office = measureRecalculation(folder, file, rounds);
    const recalculation = office === null ? null : office.always - office.never;
    console.log(
      office === null
        ? "LibreOffice is not installed: its recalculation was not measured"
        : `LibreOffice, whole conversion: with recalculation ${office.always.toFixed(2)} s, without ${office.never.toFixed(2)} s`,
    );
    return ratios.wall <= LIMITS.wall && ratios.peakMb <= LIMITS.peakMb && (recalculation ?? 0) < LIMITS.recalculation;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
