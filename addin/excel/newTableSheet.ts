import {
  columnLayouts,
  FIRST_ROW,
  frozenColumns,
  HEADER_HEIGHT,
  HEADER_ROW,
  lastGuidedRow,
  TABLE_STYLE,
} from "../../domain/workbook/look/tableSheetLook";
import type { ColumnLayout } from "../../domain/workbook/look/tableSheetLook";
import { keyOf, tables } from "../../domain/workbook/schema";
import type { Row, TableName } from "../../domain/workbook/schema";
import type { Statuses } from "../../domain/workbook/statuses";
import { applyGuide } from "./columnGuide";
import { colourStates } from "./newStateColours";
import { applyLook, columnWidth, inEveryCell, runsOfEqual, runsOfLooks } from "./sheetLook";
import { runsOf } from "./tableColumns";
import type { Cells } from "./tableWork";
import { columnRuns, writtenCell } from "./writtenCells";

/** One table of the register on a sheet of its own. */
export function fillTableSheet(
  sheet: Excel.Worksheet,
  table: TableName,
  rows: readonly Row<TableName>[],
  statuses: Statuses,
): void {
  const columns = columnLayouts(table);
  // Excel wants a row below the header, even in an empty table.
  const height = Math.max(rows.length, 1);
  const header = sheet.getRangeByIndexes(HEADER_ROW - 1, 0, 1, columns.length);
  header.values = [columns.map((column) => column.header)];
  const body = sheet.getRangeByIndexes(FIRST_ROW - 1, 0, height, columns.length);
  for (const { first, count, value } of runsOfEqual(columns.map(({ look }) => look.numberFormat ?? "General"))) {
    body.getColumn(first).getResizedRange(0, count - 1).numberFormat = inEveryCell(value);
  }
  writeFacts(body, table, columns, rows, statuses);

  const created = sheet.tables.add(header.getResizedRange(height, 0), true);
  created.name = tables[table].excelName;
  created.style = TABLE_STYLE;
  created.showBandedRows = false;
  columns.forEach(({ formula }, index) => {
    if (formula !== null) body.getColumn(index).formulas = inEveryCell(`=${formula}`);
  });
  layOut(sheet, header, body, columns);
  const lastRow = lastGuidedRow(rows.length);
  columns.forEach(({ guide }, index) => {
    if (guide !== null) applyGuide(sheet.getRangeByIndexes(FIRST_ROW - 1, index, lastRow - FIRST_ROW + 1, 1), guide);
  });
  colourStates(sheet, columns, lastRow);
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, HEADER_ROW, frozenColumns(table)));
}

function writeFacts(
  body: Excel.Range,
  table: TableName,
  columns: readonly ColumnLayout[],
  rows: readonly Row<TableName>[],
  statuses: Statuses,
): void {
  const shown = (statuses[table] ?? new Map()) as ReadonlyMap<string, Cells>;
  const cells = rows.map((row): Cells => ({ ...row, ...shown.get(keyOf(table, row as never)) }));
  if (cells.length === 0) return;
  const laid = columns.map(({ name, column }, index) => ({ name, column, index }));
  for (const run of columnRuns(laid.filter(({ column }) => column.role !== "formula"))) {
    const range = body.getCell(0, run.first).getResizedRange(cells.length - 1, run.columns.length - 1);
    range.values = cells.map((row) =>
      run.columns.map((column) => writtenCell(table, column, row[column.name] ?? null)),
    );
  }
  for (const { name, index } of laid) wrapLines(body.getColumn(index), cells, name);
}

/** A text of several lines is shown on several. */
function wrapLines(column: Excel.Range, cells: readonly Cells[], name: string): void {
  const places = cells.flatMap((row, index) => {
    const value = row[name];
    return typeof value === "string" && value.includes("\n") ? [index] : [];
  });
  for (const { first, count } of runsOf(places)) {
    column.getCell(first, 0).getResizedRange(count - 1, 0).format.wrapText = true;
  }
}

function layOut(
  sheet: Excel.Worksheet,
  header: Excel.Range,
  body: Excel.Range,
  columns: readonly ColumnLayout[],
): void {
  const run = (cells: Excel.Range, first: number, count: number) =>
    cells.getColumn(first).getResizedRange(0, count - 1);
  for (const { first, count, value } of runsOfLooks(columns.map(({ headerLook }) => headerLook))) {
    applyLook(run(header, first, count), value);
  }
  for (const { first, count, value } of runsOfLooks(columns.map(({ look }) => look))) {
    applyLook(run(body, first, count), value);
  }
  columns.forEach(({ width, isHidden }, index) => {
    const column = sheet.getCell(0, index);
    column.format.columnWidth = columnWidth(width);
    if (isHidden) column.getEntireColumn().columnHidden = true;
  });
  header.format.rowHeight = HEADER_HEIGHT;
}
