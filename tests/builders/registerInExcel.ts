import { openInExcel } from "./excelInNode";
import type { ExcelInNode } from "./excelInNode";
import { createTables } from "../../addin/excel/createTables";
import type { Register } from "../../domain/register";
import { encodeRow } from "../../domain/workbook/encode";
import { columnsOf, tableNames, tables } from "../../domain/workbook/schema";
import type { Row, TableName } from "../../domain/workbook/schema";
import { putContent } from "../../excel-host/model/cells";
import { resizeTable } from "../../excel-host/model/tables";
import { findTable } from "../../excel-host/model/workbook";

/** A workbook with the rows of a large register, put straight into the cells: typing them would take a minute. */
export async function registerInExcel(register: Register): Promise<ExcelInNode> {
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
