import { describe, expect, it } from "@jest/globals";
import { bigRegister } from "../../bench/bigRegister";
import { openInExcel } from "../../tests/builders/excelInNode";
import type { ExcelInNode, Exchange } from "../../tests/builders/excelInNode";
import { intervention } from "../../tests/builders/register";
import { insert, update } from "../../domain/changes";
import type { Register } from "../../domain/register";
import { encodeRow } from "../../domain/workbook/encode";
import { readRegister } from "../../domain/workbook/readRegister";
import { columnsOf, tableNames, tables } from "../../domain/workbook/schema";
import type { Row, TableName } from "../../domain/workbook/schema";
import { putContent } from "../../excel-host/model/cells";
import { resizeTable } from "../../excel-host/model/tables";
import { findTable } from "../../excel-host/model/workbook";
import { createTables } from "./createTables";
import { readTables } from "./readTables";
import { writeChanges } from "./writeChanges";

const today = "2026-11-24";

/** A workbook with the rows of the register, put straight into the cells: typing them would take a minute. */
async function openedWith(register: Register): Promise<ExcelInNode> {
  const excel = openInExcel();
  const blank = Object.fromEntries(tableNames.map((table) => [table, []]));
  await createTables({ register: { ...register, ...blank }, statuses: {} });
  for (const name of tableNames) {
    const table = findTable(excel.workbook, tables[name].excelName);
    const rows = register[name] as readonly Row<TableName>[];
    if (table === null || rows.length === 0) continue;
    resizeTable(excel.workbook, "somebody", table, { ...table.area, rows: rows.length + 1 });
    const columns = columnsOf(name);
    rows.forEach((row, down) => {
      const cells = encodeRow(name, row as never);
      columns.forEach(([column], along) => {
        const cell = cells[column];
        if (cell !== undefined && typeof cell !== "object") putContent(table.sheet, down + 1, along, cell, null);
      });
    });
  }
  excel.exchanges.length = 0;
  return excel;
}

/** The exchanges of opening a register, then of one action in it. */
async function measured(contracts: number) {
  const register = bigRegister(contracts, today);
  const excel = await openedWith(register);
  const known = readRegister(await readTables(() => undefined));
  if ("reason" in known) throw new Error(known.reason);
  const opening = [...excel.exchanges];
  excel.exchanges.length = 0;
  const row = register.contracts[contracts - 1];
  if (row === undefined) throw new Error("A register has contracts");
  const written = await writeChanges({
    changes: [insert("interventions", intervention({ id: "I-new", contract: row.number })), update("contracts", row, { notes: "Revoir" })], // prettier-ignore
    statuses: { contracts: new Map([[row.number, { nextVisit: "À jour" }]]) },
    positions: known.positions,
  });
  expect(written.kind).toBe("written");
  return { opening, action: [...excel.exchanges], read: known.register };
}

const bytesOf = (exchanges: readonly Exchange[]) =>
  exchanges.reduce((sum, { requestBytes, answerBytes }) => sum + requestBytes + answerBytes, 0);

describe("a register of 10,000 contracts", () => {
  it("opens in few exchanges that Excel on the web accepts, and an action costs what it costs in a small one", async () => {
    const small = await measured(100);
    const big = await measured(10_000);
    expect(big.read.contracts).toHaveLength(10_000);
    expect(big.opening.length).toBeLessThanOrEqual(6);
    expect(Math.max(...big.opening.map(({ answerBytes }) => answerBytes))).toBeLessThan(5_000_000);
    expect([small.action.length, big.action.length]).toEqual([2, 2]);
    expect(bytesOf(big.action) / bytesOf(small.action)).toBeLessThan(1.1);
  }, 120_000);
});
