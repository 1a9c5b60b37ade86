import type { Row, Worksheet } from "exceljs";
import type { RawCell } from "../../domain/workbook/rawCell";
import { loadSheet, openOutline } from "./loadSheet";
import { plainCell } from "./plainCell";
import { preparedSheet } from "./preparedSheet";
import { sharedStrings } from "./sharedStrings";
import type { SheetOutline, TableOutline } from "./workbookOutline";
import { inflated } from "./zipEntries";

export type Cells = { readonly sheets: readonly CellSheet[]; readonly tables: readonly CellTable[] };

export type CellSheet = { readonly name: string; readonly state: "visible" | "hidden" };

/** One Excel table. Rows and columns are 1-based positions in the sheet; `headers` are the trimmed header cells. */
export type CellTable = {
  readonly name: string;
  readonly sheet: string;
  readonly headerRow: number;
  readonly firstColumn: number;
  readonly headers: readonly string[];
  readonly rows: readonly CellRow[];
};

/** `belowTable` marks a row typed right under the table, which did not grow over it. */
export type CellRow = { readonly row: number; readonly cells: readonly RawCell[]; readonly belowTable?: true };

/**
 * The tables of a saved .xlsx as plain values, in sheet order. Blank rows and totals rows are left out.
 * Sheets without a table are named but not read.
 * @throws WorkbookUnreadable when the bytes are no readable workbook, or more than 500 MB once inflated.
 */
export async function readCells(bytes: Uint8Array): Promise<Cells> {
  const { outline, sheets } = openOutline(bytes, ({ tables }) => tables.length > 0);
  const { date1904, styles } = outline;
  const stylesOf1904 = date1904 && styles ? inflated(styles) : null;
  const strings = outline.sharedStrings ? sharedStrings(inflated(outline.sharedStrings)) : [];
  const tables: CellTable[] = [];
  for (const sheet of sheets) {
    // One sheet at a time: all of them together in exceljs would take the memory of the whole workbook.
    const worksheet = await loadSheet(preparedSheet(inflated(sheet.content), date1904), stylesOf1904);
    for (const table of sheet.tables) tables.push(cellTable(sheet, worksheet, table, strings));
  }
  return {
    sheets: outline.sheets.map(({ name, hidden }) => ({ name, state: hidden ? "hidden" : "visible" })),
    tables,
  };
}

function cellTable(
  sheet: SheetOutline,
  worksheet: Worksheet,
  table: TableOutline,
  strings: readonly string[],
): CellTable {
  const { firstRow, firstColumn, hasHeaderRow } = table;
  const headerRow = hasHeaderRow ? firstRow : firstRow - 1;
  const headers = hasHeaderRow
    ? cellsOf(worksheet.findRow(headerRow), table, strings).map(headerText)
    : table.columnNames;
  return {
    name: table.name,
    sheet: sheet.name,
    headerRow,
    firstColumn,
    headers: headers.map((text) => text.trim()),
    rows: [
      ...tableRows(worksheet, table, headerRow + 1, strings),
      ...rowsBelow(worksheet, table, rowLimit(sheet, table), strings),
    ],
  };
}

function tableRows(
  worksheet: Worksheet,
  table: TableOutline,
  firstRow: number,
  strings: readonly string[],
): readonly CellRow[] {
  const rows: CellRow[] = [];
  const lastRow = table.hasTotalsRow ? table.lastRow - 1 : table.lastRow;
  for (let row = firstRow; row <= lastRow; row++) {
    const found = worksheet.findRow(row);
    if (!found) continue;
    const cells = cellsOf(found, table, strings);
    if (cells.some((cell) => cell !== null)) rows.push({ row, cells });
  }
  return rows;
}

/** The row at which the next table under this one begins. */
function rowLimit({ tables }: SheetOutline, { lastRow, firstColumn, lastColumn }: TableOutline): number {
  const under = tables.filter(
    (other) => other.firstRow > lastRow && other.firstColumn <= lastColumn && other.lastColumn >= firstColumn,
  );
  return Math.min(...under.map(({ firstRow }) => firstRow));
}

/** Rows that follow the table without a gap: LibreOffice does not grow a table over what is typed under it. */
function rowsBelow(
  worksheet: Worksheet,
  table: TableOutline,
  limit: number,
  strings: readonly string[],
): readonly CellRow[] {
  const rows: CellRow[] = [];
  if (table.hasTotalsRow) return rows;
  for (let row = table.lastRow + 1; row < limit; row++) {
    const cells = cellsOf(worksheet.findRow(row), table, strings);
    if (cells.every((cell) => cell === null)) return rows;
    rows.push({ row, cells, belowTable: true });
  }
  return rows;
}

function cellsOf(
  row: Row | undefined,
  { firstColumn, lastColumn }: TableOutline,
  strings: readonly string[],
): readonly RawCell[] {
  const cells: RawCell[] = [];
  for (let column = firstColumn; column <= lastColumn; column++) {
    const cell = row?.findCell(column);
    cells.push(cell ? plainCell(cell, strings) : null);
  }
  return cells;
}

function headerText(cell: RawCell): string {
  return cell === null || typeof cell === "object" ? "" : String(cell);
}
