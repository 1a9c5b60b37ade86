import type { Cell, DataValidation, Workbook, Worksheet } from "exceljs";
import { workbook as words } from "../../domain/i18n/fr/workbook";
import type { Column } from "../../domain/workbook/columns";
import { type CellValue, encodeCell, encodeRow } from "../../domain/workbook/encode";
import { formulaOf, type FormulaContext } from "../../domain/workbook/formulas";
import type { RawCell } from "../../domain/workbook/rawCell";
import { columnsOf, keyOf, type Row, type TableName, tables } from "../../domain/workbook/schema";
import type { ShownRow, Statuses } from "../../domain/workbook/statuses";
import { columnStyles, type ColumnStyles } from "./cellStyles";
import { cellValidation } from "./cellValidation";
import { columnLetters } from "../../domain/workbook/columnLetters";
import type { TablePart } from "./finishPackage";
import { printedPage } from "./printedPage";
import { rowLines, stateColours, stateColumns } from "./conditionalFormats";

const HEADER_ROW = 1;
const FIRST_ROW = HEADER_ROW + 1;
/** Lists and colours reach below the last row, for the rows still to come; whole columns would slow every reader down. */
const SPARE_ROWS = 1_000;
const LEAST_ROWS = 2_000;
/** LibreOffice opens formulas that name headers four times slower than others. Excel keeps the headers for new rows anyway. */
const MANY_ROWS = 1_000;
/** The last column that a printed list of contracts shows: what follows does not fit on a page. */
const LAST_PRINTED = "stateOn";

/** What the types of exceljs leave out: a validation for a whole range. */
type WithValidations = Worksheet & {
  readonly dataValidations: { readonly add: (range: string, validation: DataValidation) => void };
};

type SheetColumn = {
  readonly name: string;
  readonly column: Column;
  readonly label: readonly [header: string, help: string];
  /** What Excel computes, with references by header. */
  readonly formula: string | null;
  /** The same formula in one row of the sheet. */
  readonly formulaIn: (row: number) => string;
  readonly styles: ColumnStyles;
};

/** One table of the register on a sheet of its own. */
export function addTableSheet<T extends TableName>(
  workbook: Workbook,
  table: T,
  rows: readonly Row<T>[],
  { statuses, context }: { readonly statuses: Statuses; readonly context: FormulaContext },
): TablePart {
  const columns = sheetColumns(table, rows.length);
  const frozen = frozenColumns(columns);
  const sheet = workbook.addWorksheet(words.sheets[table], {
    state: tables[table].hidden ? "hidden" : "visible",
    views: [
      { state: "frozen", xSplit: frozen, ySplit: HEADER_ROW, activeCell: `${columnLetters(frozen + 1)}${FIRST_ROW}` },
    ],
    ...printedPage({ orientation: "landscape", titleRow: HEADER_ROW, onOnePage: false, printArea: printArea(columns) }),
  });
  layOut(sheet, columns);
  // Excel wants a row below the header, even in an empty table.
  const lastRow = HEADER_ROW + Math.max(rows.length, 1);
  if (rows.length === 0) writeRow(sheet, FIRST_ROW, columns, () => null);
  rows.forEach((row, index) => {
    const shown = { ...row, ...statuses[table]?.get(keyOf(table, row)) } as ShownRow<T>;
    writeRow(sheet, FIRST_ROW + index, columns, cellsOf(table, shown, context));
  });
  const part = tablePart(table, columns, lastRow);
  addTable(sheet, part);
  addGuides(sheet, table, columns, Math.max(lastRow + SPARE_ROWS, LEAST_ROWS));
  return part;
}

function sheetColumns(table: TableName, rowCount: number): readonly SheetColumn[] {
  const labels: Readonly<Record<string, readonly [string, string]>> = words.columns[table];
  const all = columnsOf(table);
  const letters = new Map(all.map(([name], index) => [labels[name]?.[0] ?? name, columnLetters(index + 1)]));
  return all.map(([name, column]) => {
    const formula = formulaOf(table, name)?.excel ?? null;
    return {
      name,
      column,
      label: labels[name] ?? [name, ""],
      formula,
      formulaIn: rowCount > MANY_ROWS ? byAddress(formula ?? "", letters) : () => formula ?? "",
      styles: columnStyles(column),
    };
  });
}

const ownCell = /\w+\[\[#This Row\],\[([^\]]+)\]\]/;

/** The formula with addresses (F2) where it names headers ([Échéance]). */
function byAddress(formula: string, letters: ReadonlyMap<string, string>): (row: number) => string {
  const pieces = formula
    .split(ownCell)
    .map((piece, index) => (index % 2 === 1 ? (letters.get(piece) ?? piece) : piece));
  return (row) => pieces.map((piece, index) => (index % 2 === 1 ? `${piece}${row}` : piece)).join("");
}

/** Whose row it is stays in sight. */
function frozenColumns(columns: readonly SheetColumn[]): number {
  const named = columns.findIndex(({ name }) => name === "clientName" || name === "name");
  return named === -1 ? 1 : named + 1;
}

function printArea(columns: readonly SheetColumn[]): string | null {
  const last = columns.findIndex(({ name }) => name === LAST_PRINTED);
  return last === -1 ? null : `A:${columnLetters(last + 1)}`;
}

function layOut(sheet: Worksheet, columns: readonly SheetColumn[]): void {
  columns.forEach(({ column, styles }, index) => {
    const sheetColumn = sheet.getColumn(index + 1);
    sheetColumn.width = column.width + 1;
    sheetColumn.hidden = column.hidden === true;
    sheetColumn.style = { numFmt: styles.cell.numFmt ?? "General" };
  });
  const header = sheet.getRow(HEADER_ROW);
  header.height = 48;
  columns.forEach(({ label, styles }, index) => fill(header.getCell(index + 1), label[0], styles.header));
}

function cellsOf<T extends TableName>(table: T, row: ShownRow<T>, context: FormulaContext) {
  const facts = encodeRow(table, row);
  const values: Readonly<Record<string, CellValue>> = row;
  return ({ name, column }: SheetColumn): RawCell => {
    const formula = formulaOf(table, name);
    if (formula !== null) return encodeCell(column, formula.compute(row, context));
    return facts[name] ?? encodeCell(column, values[name] ?? null);
  };
}

function writeRow(
  sheet: Worksheet,
  number: number,
  columns: readonly SheetColumn[],
  valueOf: (column: SheetColumn) => RawCell,
): void {
  const row = sheet.getRow(number);
  columns.forEach((sheetColumn, index) => {
    const { formula, formulaIn, styles } = sheetColumn;
    const value = valueOf(sheetColumn);
    if (formula !== null)
      fill(row.getCell(index + 1), { formula: formulaIn(number), result: value ?? "" }, styles.cell);
    // A blank cell looks as its column does; only a grey one needs to exist.
    else if (value !== null || styles.cell.fill !== undefined)
      fill(row.getCell(index + 1), value, styleFor(value, styles));
  });
}

function styleFor(value: RawCell, styles: ColumnStyles) {
  return typeof value === "string" && value.includes("\n") ? styles.multiline : styles.cell;
}

function fill(
  cell: Cell,
  value: Cell["value"] | RawCell | { formula: string; result: RawCell },
  style: Cell["style"] | object,
): void {
  Object.assign(cell, { value, style });
}

function tablePart(table: TableName, columns: readonly SheetColumn[], lastRow: number): TablePart {
  return {
    name: tables[table].excelName,
    ref: `A${HEADER_ROW}:${columnLetters(columns.length)}${lastRow}`,
    filterButtons: true,
    columns: columns.map(({ label, formula }) => ({ name: label[0], formula })),
  };
}

/** exceljs only has to link the part: what it says is written by finishPackage. */
export function addTable(sheet: Worksheet, { name, ref, columns }: TablePart): void {
  sheet.addTable({ name, ref: ref.split(":")[0] ?? ref, columns: columns.map(({ name }) => ({ name })), rows: [[]] });
}

function addGuides(sheet: Worksheet, table: TableName, columns: readonly SheetColumn[], lastRow: number): void {
  const { dataValidations } = sheet as WithValidations;
  columns.forEach(({ column, label }, index) => {
    const letters = columnLetters(index + 1);
    if (column.hidden === true) return;
    dataValidations.add(`${letters}${FIRST_ROW}:${letters}${lastRow}`, cellValidation(column, label));
  });
  const states: readonly string[] = stateColumns[table] ?? [];
  const letters = columns.flatMap(({ name }, index) => (states.includes(name) ? [columnLetters(index + 1)] : []));
  if (letters.length > 0) sheet.addConditionalFormatting(stateColours(letters, FIRST_ROW, lastRow));
  const key = columnLetters(columns.findIndex(({ column }) => column.role === "key") + 1);
  sheet.addConditionalFormatting(
    rowLines(`A${FIRST_ROW}:${columnLetters(columns.length)}${lastRow}`, `$${key}${FIRST_ROW}`),
  );
}
