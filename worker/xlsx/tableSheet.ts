import type { Cell, DataValidation, Style, Workbook, Worksheet } from "exceljs";
import { workbook as words } from "../../domain/i18n/fr/workbook";
import { columnLetters } from "../../domain/workbook/columnLetters";
import { type CellValue, encodeCell, encodeRow } from "../../domain/workbook/encode";
import { type FormulaContext, formulaOf } from "../../domain/workbook/formulas";
import {
  type ColumnLayout,
  columnLayouts,
  FIRST_ROW,
  frozenColumns,
  HEADER_HEIGHT,
  HEADER_ROW,
  lastGuidedRow,
  printedTable,
} from "../../domain/workbook/look/tableSheetLook";
import type { RawCell } from "../../domain/workbook/rawCell";
import { keyColumn, keyOf, type Row, type TableName, tables } from "../../domain/workbook/schema";
import type { ShownRow, Statuses } from "../../domain/workbook/statuses";
import { cellStyle } from "./cellStyles";
import { cellValidation } from "./cellValidation";
import { rowLines, stateColours } from "./conditionalFormats";
import type { TablePart } from "./finishPackage";
import { printedPage } from "./printedPage";

/** LibreOffice opens formulas that name headers four times slower than others. Excel keeps the headers for new rows anyway. */
const MANY_ROWS = 1_000;

/** What the types of exceljs leave out: a validation for a whole range. */
type WithValidations = Worksheet & {
  readonly dataValidations: { readonly add: (range: string, validation: DataValidation) => void };
};

type SheetColumn = ColumnLayout & {
  /** The formula in one row of the sheet. */
  readonly formulaIn: (row: number) => string;
  readonly style: Partial<Style>;
  /** For a text of several lines. */
  readonly multiline: Partial<Style>;
};

/** One table of the register on a sheet of its own. */
export function addTableSheet<T extends TableName>(
  workbook: Workbook,
  table: T,
  rows: readonly Row<T>[],
  { statuses, context }: { readonly statuses: Statuses; readonly context: FormulaContext },
): TablePart {
  const columns = sheetColumns(table, rows.length);
  const frozen = frozenColumns(table);
  const sheet = workbook.addWorksheet(words.sheets[table], {
    state: tables[table].hidden ? "hidden" : "visible",
    views: [
      { state: "frozen", xSplit: frozen, ySplit: HEADER_ROW, activeCell: `${columnLetters(frozen + 1)}${FIRST_ROW}` },
    ],
    ...printedPage(printedTable(table)),
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
  addGuides(sheet, table, columns, lastGuidedRow(rows.length));
  return part;
}

function sheetColumns(table: TableName, rowCount: number): readonly SheetColumn[] {
  const layouts = columnLayouts(table);
  const letters = new Map(layouts.map(({ header }, index) => [header, columnLetters(index + 1)]));
  return layouts.map((layout) => {
    const formula = layout.formula ?? "";
    return {
      ...layout,
      formulaIn: rowCount > MANY_ROWS ? byAddress(formula, letters) : () => formula,
      style: cellStyle(layout.look),
      multiline: cellStyle({ ...layout.look, wrap: true }),
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

function layOut(sheet: Worksheet, columns: readonly SheetColumn[]): void {
  const headers = sheet.getRow(HEADER_ROW);
  headers.height = HEADER_HEIGHT;
  columns.forEach(({ width, isHidden, header, headerLook, look }, index) => {
    const sheetColumn = sheet.getColumn(index + 1);
    sheetColumn.width = width;
    sheetColumn.hidden = isHidden;
    sheetColumn.style = { numFmt: look.numberFormat ?? "General" };
    fill(headers.getCell(index + 1), header, cellStyle(headerLook));
  });
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
    const { formula, formulaIn, look, style, multiline } = sheetColumn;
    const value = valueOf(sheetColumn);
    if (formula !== null) fill(row.getCell(index + 1), { formula: formulaIn(number), result: value ?? "" }, style);
    // A blank cell looks as its column does; only a grey one needs to exist.
    else if (value !== null || look.fill !== undefined) {
      const hasLines = typeof value === "string" && value.includes("\n");
      fill(row.getCell(index + 1), value, hasLines ? multiline : style);
    }
  });
}

function fill(
  cell: Cell,
  value: Cell["value"] | RawCell | { formula: string; result: RawCell },
  style: Partial<Style>,
): void {
  Object.assign(cell, { value, style });
}

function tablePart(table: TableName, columns: readonly SheetColumn[], lastRow: number): TablePart {
  return {
    name: tables[table].excelName,
    ref: `A${HEADER_ROW}:${columnLetters(columns.length)}${lastRow}`,
    filterButtons: true,
    columns: columns.map(({ header, formula }) => ({ name: header, formula })),
  };
}

/** exceljs only has to link the part: what it says is written by finishPackage. */
export function addTable(sheet: Worksheet, { name, ref, columns }: TablePart): void {
  sheet.addTable({ name, ref: ref.split(":")[0] ?? ref, columns: columns.map(({ name }) => ({ name })), rows: [[]] });
}

function addGuides(sheet: Worksheet, table: TableName, columns: readonly SheetColumn[], lastRow: number): void {
  const { dataValidations } = sheet as WithValidations;
  columns.forEach(({ guide }, index) => {
    const letters = columnLetters(index + 1);
    if (guide !== null) dataValidations.add(`${letters}${FIRST_ROW}:${letters}${lastRow}`, cellValidation(guide));
  });
  const states = columns.flatMap(({ isState }, index) => (isState ? [columnLetters(index + 1)] : []));
  const [first, last] = [states[0], states.at(-1)];
  if (first !== undefined && last !== undefined) {
    sheet.addConditionalFormatting(stateColours(`${first}${FIRST_ROW}:${last}${lastRow}`, `${first}${FIRST_ROW}`));
  }
  const key = columnLetters(columns.findIndex(({ name }) => name === keyColumn(table)) + 1);
  sheet.addConditionalFormatting(
    rowLines(`A${FIRST_ROW}:${columnLetters(columns.length)}${lastRow}`, `$${key}${FIRST_ROW}`),
  );
}
