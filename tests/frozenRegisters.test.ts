import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { planOf } from "../domain/plan/plan";
import { readRegister } from "../domain/workbook/readRegister";
import { tableNames } from "../domain/workbook/schema";
import { readCells } from "../worker/xlsx/readCells";

/*
 * One register is kept as each version of the schema wrote it: « registre-v1.xlsx » is the sample firm of
 * 24 November 2026. Whatever the schema becomes, these files must go on being read as they were meant.
 */

const today = "2026-11-24";

async function frozen(version: number) {
  const file = join(__dirname, "..", "samples", `registre-v${String(version)}.xlsx`);
  const read = readRegister((await readCells(new Uint8Array(readFileSync(file)))).tables);
  if ("reason" in read) throw new Error(read.reason);
  return { ...read, plan: planOf(read.register, read.problems, today) };
}

describe("the register of version 1", () => {
  const read = frozen(1);

  it("is read without a problem", async () => {
    const { problems, register } = await read;
    expect(problems).toEqual([]);
    expect(register.settings).toMatchObject({ registerId: "exemple-chauffage-lemoine", schemaVersion: 1 });
  });

  it("keeps every row", async () => {
    const { register } = await read;
    expect(Object.fromEntries(tableNames.map((table) => [table, register[table].length]))).toEqual({
      contracts: 64,
      interventions: 276,
      invoices: 219,
      clients: 48,
      periods: 201,
      equipment: 82,
      letters: 134,
      journal: 0,
    });
  });

  it("asks for the same letters on its day", async () => {
    const { plan } = await read;
    expect(plan.letters.map(({ contract, deadline, late }) => [contract, deadline, late])).toEqual([
      ["2021-002", "2027-01-04", false],
      ["2023-001", "2026-11-30", true],
      ["2024-003", "2027-01-11", false],
      ["2024-004", "2027-01-29", false],
      ["2024-005", "2027-02-05", false],
      ["2025-001", "2026-12-29", false],
      ["2025-003", "2027-02-18", false],
      ["2025-004", "2027-02-15", false],
    ]);
  });
});
