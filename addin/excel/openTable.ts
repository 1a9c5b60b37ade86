import type { Positions } from "../../domain/workbook/readRegister";
import { keyColumn, tables } from "../../domain/workbook/schema";
import { ExcelError } from "./excelProblem";
import { valuesBefore } from "./overwrite";
import { isMeant, rowThere, typedKey } from "./rowsThere";
import { laidColumns } from "./tableColumns";
import type { LaidColumn } from "./tableColumns";
import type { RowWork, TableWork } from "./tableWork";

/** A table in which something is to be written, as it is asked for in the read exchange. */
export type OpenTable = {
  readonly work: TableWork;
  readonly table: Excel.Table;
  readonly sheet: Excel.Worksheet;
  readonly header: Excel.Range;
  readonly body: Excel.Range;
  readonly last: Excel.Range;
  /** As many lines below the table as there are rows to add. */
  readonly below: Excel.Range | null;
  /** Where each row was when it was last read: a hint. */
  readonly hints: ReadonlyMap<RowWork, PlacedRange>;
};

/** The cells of the table in one line; `offset` is 1 for the first row below the header. */
export type PlacedRange = { readonly offset: number; readonly range: Excel.Range };

/** Asks for all that is needed to write in the table. What is asked does not grow with the register. */
export function openTable(context: Excel.RequestContext, work: TableWork, positions: Positions): OpenTable {
  const table = context.workbook.tables.getItem(tables[work.table].excelName);
  table.load("showTotals");
  table.autoFilter.load("isDataFiltered");
  const sheet = table.worksheet.load("name");
  sheet.protection.load("protected");
  const header = table.getHeaderRowRange().load("values,rowIndex,columnIndex");
  const body = table.getDataBodyRange().load("rowCount");
  const last = body.getLastRow().load("values");
  const added = work.inserts.length;
  const below =
    added === 0
      ? null
      : last
          .getOffsetRange(1, 0)
          .getResizedRange(added - 1, 0)
          .load("values");
  const position = positions[work.table];
  const hints = work.rows.flatMap((row): [RowWork, PlacedRange][] => {
    const offset = (position?.rows.get(row.key) ?? 0) - (position?.headerRow ?? 0);
    return offset < 1 ? [] : [[row, { offset, range: header.getOffsetRange(offset, 0).load("values,formulas") }]];
  });
  return { work, table, sheet, header, body, last, below, hints: new Map(hints) };
}

export function headersOf({ header }: OpenTable): readonly string[] {
  return (header.values[0] ?? []).map(String);
}

/** Throws an ExcelError where Excel would refuse. */
export function refuseWhatExcelWould({ work, table, sheet }: OpenTable): void {
  if (sheet.protection.protected) throw new ExcelError("sheetProtected", sheet.name);
  const movesRows = work.inserts.length > 0 || work.rows.some(({ removed }) => removed);
  if (movesRows && table.autoFilter.isDataFiltered) throw new ExcelError("filterOn", sheet.name);
}

/** Where each row is now: at its hint or, where that fails, wherever its key is. A row that is nowhere is left out. */
export async function placeRows(
  context: Excel.RequestContext,
  opened: readonly OpenTable[],
): Promise<ReadonlyMap<RowWork, PlacedRange>> {
  const placed = new Map<RowWork, PlacedRange>();
  const lost: { readonly open: OpenTable; readonly keys: Excel.Range; readonly rows: readonly RowWork[] }[] = [];
  for (const open of opened) {
    const rows = open.work.rows.filter((row) => {
      const hint = open.hints.get(row);
      if (hint === undefined || !isAtHint(open, row, hint)) return true;
      placed.set(row, hint);
      return false;
    });
    const keys = rows.length === 0 ? null : keyColumnOf(open);
    if (keys !== null) lost.push({ open, rows, keys: keys.load("values") });
  }
  if (lost.length === 0) return placed;
  await context.sync();
  for (const { open, keys, rows } of lost) {
    const typed = keys.values.map(([key]) => String(key).trim());
    for (const row of rows) {
      // A key that was missing or copied tells no row from another.
      const index = typedKey(row.key) === row.key ? typed.indexOf(row.key) : -1;
      const offset = index + 1;
      if (index !== -1) placed.set(row, { offset, range: open.header.getOffsetRange(offset, 0) });
    }
  }
  return placed;
}

/** The row was typed right under the table, which did not grow over it: it is no row of the table that could be written to. */
export function isBelowTable(open: OpenTable, row: RowWork): boolean {
  const hint = open.hints.get(row);
  if (row.expected === null || hint === undefined || hint.offset <= open.body.rowCount) return false;
  return isMeant(row, rowThere(open.work.table, headersOf(open), hint.range.values[0] ?? []));
}

/** Somebody typed something in the lines in a column of his own, which would go with the rows. */
export function holdsNotes(open: OpenTable, range: Excel.Range): boolean {
  const ours = new Set(laidColumns(open.work.table, headersOf(open)).map(({ index }) => index));
  const isNote = (cell: unknown, index: number) =>
    // A formula is there in every row.
    cell !== "" && !ours.has(index) && !String(cell).startsWith("=");
  return valuesBefore(range).some((line) => line.some(isNote));
}

function isAtHint(open: OpenTable, row: RowWork, { offset, range }: PlacedRange): boolean {
  const inTable = offset <= open.body.rowCount;
  return inTable && isMeant(row, rowThere(open.work.table, headersOf(open), range.values[0] ?? []));
}

function keyColumnOf(open: OpenTable): Excel.Range | null {
  const key = laidColumns(open.work.table, headersOf(open)).find(({ name }) => name === keyColumn(open.work.table));
  return key === undefined ? null : open.body.getColumn(key.index);
}

/** The columns of the register that are written to: Excel computes the others. */
export function writableColumns(open: OpenTable): readonly LaidColumn[] {
  return laidColumns(open.work.table, headersOf(open)).filter(({ column }) => column.role !== "formula");
}
