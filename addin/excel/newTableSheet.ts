import { workbook as words } from "../../domain/i18n/fr/workbook";
import type { Column } from "../../domain/workbook/columns";
import { formulaOf } from "../../domain/workbook/formulas";
import { columnsOf, keyOf, tables } from "../../domain/workbook/schema";
import type { Row, TableName } from "../../domain/workbook/schema";
import type { Statuses } from "../../domain/workbook/statuses";
import { guide } from "./columnGuide";
import { numberFormat } from "./numberFormat";
import { columnWidth, sheetColours } from "./sheetLook";
import { headerOf } from "./tableColumns";
import type { Cells } from "./tableWork";
import { columnRuns, writtenCell } from "./writtenCells";

/** One table of the register on a sheet of its own. */
export function fillTableSheet(
  sheet: Excel.Worksheet,
  table: TableName,
  rows: readonly Row<TableName>[],
  statuses: Statuses,
): void {
  const columns = columnsOf(table);
  // Excel wants a row below the header, even in an empty table.
  const height = Math.max(rows.length, 1);
  const header = sheet.getRangeByIndexes(0, 0, 1, columns.length);
  header.values = [columns.map(([name]) => headerOf(table, name))];
  const body = sheet.getRangeByIndexes(1, 0, height, columns.length);
  body.numberFormat = Array.from({ length: height }, () => columns.map(([, column]) => numberFormat(column)));
  writeFacts(body, table, rows, statuses);
  const created = sheet.tables.add(sheet.getRangeByIndexes(0, 0, height + 1, columns.length), true);
  created.name = tables[table].excelName;
  created.style = "TableStyleLight1";
  columns.forEach(([name, column], index) => {
    const formula = formulaOf(table, name);
    const cells = body.getColumn(index);
    if (formula !== null) cells.formulas = Array.from({ length: height }, () => [`=${formula.excel}`]);
    layOut(header.getColumn(index), cells, column);
    guide(cells, column, words.columns[table][name as never] as readonly [string, string]);
  });
  header.format.wrapText = true;
  header.format.verticalAlignment = "Center";
  sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, 1, frozenColumns(columns)));
}

function writeFacts(body: Excel.Range, table: TableName, rows: readonly Row<TableName>[], statuses: Statuses): void {
  const shown = (statuses[table] ?? new Map()) as ReadonlyMap<string, Cells>;
  const cells = rows.map((row): Cells => ({ ...row, ...shown.get(keyOf(table, row as never)) }));
  const laid = columnsOf(table).map(([name, column], index) => ({ name, column, index }));
  if (cells.length === 0) return;
  for (const { first, columns } of columnRuns(laid.filter(({ column }) => column.role !== "formula"))) {
    const run = body.getCell(0, first).getResizedRange(cells.length - 1, columns.length - 1);
    run.values = cells.map((row) => columns.map((column) => writtenCell(table, column, row[column.name] ?? null)));
  }
}

/** What Tacite or Excel fills is grey, what the user types is white under blue. */
function layOut(header: Excel.Range, cells: Excel.Range, { role, width, hidden, type, choices }: Column): void {
  const filled = role === "status" || role === "formula";
  header.format.columnWidth = columnWidth(width + 1);
  header.format.fill.color = filled ? sheetColours.headerGrey : sheetColours.navy;
  header.format.font.color = filled ? sheetColours.ink : sheetColours.white;
  header.format.font.bold = true;
  cells.format.verticalAlignment = "Center";
  if (type === "date" || type === "yesNo" || type === "integer" || choices === "basis") {
    cells.format.horizontalAlignment = "Center";
  }
  if (filled) {
    cells.format.fill.color = sheetColours.filledGrey;
    cells.format.font.color = sheetColours.softInk;
  }
  if (hidden === true) header.getEntireColumn().columnHidden = true;
}

/** Whose row it is stays in sight. */
function frozenColumns(columns: ReturnType<typeof columnsOf>): number {
  const named = columns.findIndex(([name]) => name === "clientName" || name === "name");
  return named === -1 ? 1 : named + 1;
}
