import ExcelJS, { type Row, type Worksheet } from "exceljs";
import type { RawCell } from "../../domain/workbook/rawCell";
import { leanWorkbook } from "./leanWorkbook";
import { plainCell } from "./plainCell";
import { unreadableReason } from "./unreadableReason";
import { workbookOutline, type SheetOutline, type TableOutline, type WorkbookOutline } from "./workbookOutline";
import { WorkbookUnreadable } from "./workbookUnreadable";
import { zipEntries } from "./zipEntries";

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

export type CellRow = { readonly row: number; readonly cells: readonly RawCell[] };

/**
 * The tables of a saved .xlsx as plain values, in sheet order. Blank rows and totals rows are left out.
 * Sheets without a table are named but not read.
 * @throws WorkbookUnreadable when the bytes are no readable workbook.
 */
export async function readCells(bytes: Uint8Array): Promise<Cells> {
  const reason = unreadableReason(bytes);
  if (reason !== null) throw new WorkbookUnreadable(reason);
  const outline = workbookOutline(zipEntries(bytes));
  const withTables = outline.sheets.filter((sheet) => sheet.tables.length > 0);
  const workbook = await load(outline, withTables);

  const tables: CellTable[] = [];
  withTables.forEach((sheet, index) => {
    const worksheet = workbook.getWorksheet(index + 1);
    if (!worksheet) throw new WorkbookUnreadable("damaged");
    for (const table of sheet.tables) tables.push(cellTable(sheet.name, worksheet, table));
    // Frees what exceljs holds of a sheet before the next one is copied.
    workbook.removeWorksheet(worksheet.id);
  });
  return {
    sheets: outline.sheets.map(({ name, hidden }) => ({ name, state: hidden ? "hidden" : "visible" })),
    tables,
  };
}

async function load(outline: WorkbookOutline, sheets: readonly SheetOutline[]): Promise<ExcelJS.Workbook> {
  try {
    return await loadLean(leanWorkbook(outline, sheets, { checkStrings: false }));
  } catch (error) {
    if (error instanceof WorkbookUnreadable) throw error;
    // A reference to a missing text makes exceljs throw; to look for one beforehand would slow every other workbook.
    return await loadLean(leanWorkbook(outline, sheets, { checkStrings: true })).catch((cause: unknown) => {
      throw new WorkbookUnreadable("damaged", { cause });
    });
  }
}

/** All that a sheet may hold beside its cells; merged cells are left alone because exceljs copies the master's value into them. */
const ignoreNodes = [
  ...["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetProtection", "autoFilter", "mergeCells"],
  ...["conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup"],
  ...["headerFooter", "rowBreaks", "drawing", "picture", "tableParts", "extLst"],
];

async function loadLean(file: ArrayBuffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file, { ignoreNodes });
  return workbook;
}

function cellTable(sheet: string, worksheet: Worksheet, table: TableOutline): CellTable {
  const { firstRow, firstColumn, hasHeaderRow } = table;
  const headerRow = hasHeaderRow ? firstRow : firstRow - 1;
  return {
    name: table.name,
    sheet,
    headerRow,
    firstColumn,
    headers: (hasHeaderRow ? cellsOf(worksheet.findRow(headerRow), table).map(headerText) : table.columnNames).map((text) => text.trim()),
    rows: tableRows(worksheet, table, headerRow + 1),
  };
}

function tableRows(worksheet: Worksheet, table: TableOutline, firstRow: number): readonly CellRow[] {
  const rows: CellRow[] = [];
  const lastRow = table.hasTotalsRow ? table.lastRow - 1 : table.lastRow;
  for (let row = firstRow; row <= lastRow; row++) {
    const found = worksheet.findRow(row);
    if (!found) continue;
    const cells = cellsOf(found, table);
    if (cells.some((cell) => cell !== null)) rows.push({ row, cells });
  }
  return rows;
}

function cellsOf(row: Row | undefined, { firstColumn, lastColumn }: TableOutline): readonly RawCell[] {
  const cells: RawCell[] = [];
  for (let column = firstColumn; column <= lastColumn; column++) {
    const cell = row?.findCell(column);
    cells.push(cell ? plainCell(cell) : null);
  }
  return cells;
}

function headerText(cell: RawCell): string {
  return cell === null || typeof cell === "object" ? "" : String(cell);
}
