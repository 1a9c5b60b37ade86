import type { RawTable } from "../../domain/workbook/readRegister";
import { tableNames, tables } from "../../domain/workbook/schema";
import { inWorkbook } from "./inWorkbook";
import { rawCell } from "./rawCells";

const names = new Set(tableNames.map((table) => tables[table].excelName.toLowerCase()));

/** The row of the register in which the active cell lies, as a table of that row alone; null elsewhere. Throws an ExcelError. */
export function readSelectedRow(): Promise<RawTable | null> {
  return inWorkbook(async (context) => {
    const cell = context.workbook.getActiveCell().load("rowIndex");
    const onSheet = cell.worksheet.tables.load("items/name");
    await context.sync();
    const asked = onSheet.items
      .filter(({ name }) => names.has(name.toLowerCase()))
      .map((table) => {
        const line = cell.getEntireRow().getIntersection(table.getRange().getEntireColumn()).load("values");
        const header = table.getHeaderRowRange().load("values,rowIndex,columnIndex");
        return { name: table.name, header, line, body: table.getDataBodyRange().load("rowCount") };
      });
    if (asked.length === 0) return null;
    await context.sync();
    const found = asked.find(({ header, body }) => {
      const offset = cell.rowIndex - header.rowIndex;
      return offset >= 1 && offset <= body.rowCount;
    });
    if (found === undefined) return null;
    const { name, header, line } = found;
    return {
      name,
      sheet: "",
      headerRow: header.rowIndex + 1,
      firstColumn: header.columnIndex + 1,
      headers: (header.values[0] ?? []).map(String),
      rows: [{ row: cell.rowIndex + 1, cells: (line.values[0] ?? []).map(rawCell) }],
    };
  });
}
