import { encodeCell } from "../../domain/workbook/encode";
import type { CellValue } from "../../domain/workbook/encode";
import type { TableName } from "../../domain/workbook/schema";
import { officeValue, rawCell } from "./rawCells";
import { columnsNamingRows, typedKey } from "./rowsThere";
import { runsOf } from "./tableColumns";
import type { LaidColumn } from "./tableColumns";

export type OfficeValue = string | number | boolean;

/** Neighbouring columns of a table that are written together. */
export type ColumnRun = { readonly first: number; readonly columns: readonly LaidColumn[] };

/** The columns by runs of neighbours, so that few ranges are named. */
export function columnRuns(columns: readonly LaidColumn[]): readonly ColumnRun[] {
  const byIndex = new Map(columns.map((column) => [column.index, column]));
  return runsOf([...byIndex.keys()]).map(({ first, count }) => ({
    first,
    columns: Array.from({ length: count }, (_, i) => byIndex.get(first + i)).filter((column) => column !== undefined),
  }));
}

/** The cells of a run in `rowCount` lines of the table, the first of which is `line`; a range of one cell is named once. */
export function cellsOfRun(line: Excel.Range, { first, columns }: ColumnRun, rowCount = 1): Excel.Range {
  const cell = line.getCell(0, first);
  return rowCount === 1 && columns.length === 1 ? cell : cell.getResizedRange(rowCount - 1, columns.length - 1);
}

/** What Office.js is handed for a value of the register. */
export function writtenCell(table: TableName, { name, column }: LaidColumn, value: CellValue): OfficeValue {
  const isKey = columnsNamingRows(table).has(name);
  return officeValue(encodeCell(column, isKey && typeof value === "string" ? typedKey(value) : value));
}

/** What Office.js is handed to give a cell back what it held: a formula as such, anything else as it was. */
export function restoredCell(value: unknown, formula: unknown): OfficeValue {
  // Text that looks like a formula reads the same both ways; a formula shows its result.
  if (typeof formula === "string" && formula.startsWith("=") && formula !== value) return formula;
  return officeValue(rawCell(value));
}
