import { type Area, areaBetween, contains, intersection, lastColumnOf, lastRowOf } from "./area";
import { type CellValue, isBlank } from "./cell";
import { cellAt, putContent, putStyle, styleIndexAt } from "./cells";
import { edit, tell, touch } from "./edit";
import { shiftedFormula } from "./formulaTokens";
import { type ParsedInput, parseInput } from "./parseInput";
import { refuseLocked } from "./protection";
import { derivedStyle, styleAt, type Style } from "./style";
import { fileFormula } from "./structuredFormula";
import { extendTable } from "./tableSize";
import type { Sheet, Table, Workbook } from "./workbook";

/** What is written in a cell; `undefined` leaves it as it is, "" empties it. */
export type Input = string | number | boolean | undefined;

/**
 * Writes a rectangle as somebody typing, or Range.values, would: texts are read as Excel reads them, a table grows over
 * what is written right below it, a calculated column fills itself.
 * @param locale how texts are read: add-ins write in "en-US", whoever types writes in the workbook's language
 * @throws Refused AccessDenied on a protected sheet
 */
export function writeCells(
  workbook: Workbook,
  origin: string,
  place: { readonly sheet: Sheet; readonly row: number; readonly column: number },
  inputs: readonly (readonly Input[])[],
  locale = workbook.locale,
): void {
  const { sheet, row, column } = place;
  const area: Area = { row, column, rows: inputs.length, columns: inputs[0]?.length ?? 0 };
  refuseLocked(workbook, sheet, area);
  edit(workbook, origin, () => {
    inputs.forEach((line, down) =>
      line.forEach((input, along) => {
        if (input !== undefined) writeCell(workbook, sheet, row + down, column + along, input, locale);
      }),
    );
    touch(workbook, sheet, area);
    tell(workbook, { kind: "cells", sheet, area, change: "RangeEdited" });
    growTable(workbook, sheet, area);
    renameColumns(workbook, sheet, area);
    fillCalculatedColumns(workbook, sheet, area);
  });
}

/** Empties cells and keeps their formats. */
export function clearContents(workbook: Workbook, origin: string, sheet: Sheet, area: Area): void {
  writeCells(
    workbook,
    origin,
    { sheet, row: area.row, column: area.column },
    Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => "")),
  );
}

/** Changes how cells look; the rest of their style stays. */
export function formatCells(
  workbook: Workbook,
  origin: string,
  sheet: Sheet,
  area: Area,
  changes: Partial<Style> | ((before: Style) => Partial<Style>),
): void {
  const changesOf = typeof changes === "function" ? changes : () => changes;
  if (sheet.protection?.options.allowFormatCells !== true) refuseLocked(workbook, sheet, area);
  const derived = new Map<number, number>();
  const derivedFrom = (style: number): number => {
    const known =
      derived.get(style) ?? derivedStyle(workbook.styles, style, changesOf(styleAt(workbook.styles, style)));
    derived.set(style, known);
    return known;
  };
  edit(workbook, origin, () => {
    for (let row = area.row; row <= lastRowOf(area); row++) {
      for (let column = area.column; column <= lastColumnOf(area); column++) {
        putStyle(sheet, row, column, derivedFrom(styleIndexAt(sheet, row, column)));
      }
    }
    tell(workbook, { kind: "formats", sheet, area });
  });
}

function writeCell(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  input: string | number | boolean,
  locale: string,
): void {
  const style = styleIndexAt(sheet, row, column);
  const parsed = parseInput(input, styleAt(workbook.styles, style).numberFormat, locale);
  putContent(sheet, row, column, firstValue(parsed), storedFormula(parsed, sheet, row, column));
  if (parsed.numberFormat !== null) {
    putStyle(sheet, row, column, derivedStyle(workbook.styles, style, { numberFormat: parsed.numberFormat }));
  }
}

/** A formula shows a number until it is computed; without a calculator it keeps showing it, as nobody asked for more. */
function firstValue({ value, formula }: ParsedInput): CellValue {
  return formula === null ? value : 0;
}

function storedFormula({ formula }: ParsedInput, sheet: Sheet, row: number, column: number): string | null {
  return formula === null ? null : fileFormula(formula, tableAround(sheet, row, column));
}

export function tableAround(sheet: Sheet, row: number, column: number): Table | null {
  return sheet.tables.find(({ area }) => contains(area, row, column)) ?? null;
}

/** Typing right below a table makes it longer, down to the last line that holds something. */
function growTable(workbook: Workbook, sheet: Sheet, area: Area): void {
  const table = sheet.tables.find((candidate) => isRightBelow(candidate, area));
  if (table === undefined) return;
  let last = lastRowOf(table.area);
  while (last < lastRowOf(area) && lineIsFilled(sheet, last + 1, table.area)) last++;
  if (last === lastRowOf(table.area)) return;
  extendTable(workbook, table, last - lastRowOf(table.area));
}

function isRightBelow(table: Table, area: Area): boolean {
  if (table.hasTotals || area.row > lastRowOf(table.area) + 1 || lastRowOf(area) <= lastRowOf(table.area)) return false;
  return area.column >= table.area.column && lastColumnOf(area) <= lastColumnOf(table.area);
}

function lineIsFilled(sheet: Sheet, row: number, { column, columns }: Area): boolean {
  return Array.from({ length: columns }, (_, at) => cellAt(sheet, row, column + at)).some((cell) => !isBlank(cell));
}

/** A header cell always shows its column's name, which is a text and never twice the same. */
function renameColumns(workbook: Workbook, sheet: Sheet, area: Area): void {
  for (const table of sheet.tables) {
    if (!table.hasHeaders) continue;
    const headers = intersection(area, { ...table.area, rows: 1 });
    if (headers === null) continue;
    for (let at = headers.column; at <= lastColumnOf(headers); at++) renameHeader(workbook, table, at);
  }
}

function renameHeader(workbook: Workbook, table: Table, column: number): void {
  const renamed = table.columns[column - table.area.column];
  if (renamed === undefined) return;
  const { value } = cellAt(table.sheet, table.area.row, column);
  const typed =
    value === null || typeof value === "object" ? `Colonne${column - table.area.column + 1}` : String(value);
  const others = new Set(table.columns.filter((other) => other !== renamed).map(({ name }) => name.toLowerCase()));
  let name = typed;
  for (let count = 2; others.has(name.toLowerCase()); count++) name = `${typed}${count}`;
  putContent(table.sheet, table.area.row, column, name, null);
  if (name === renamed.name) return;
  renamed.name = name;
  tell(workbook, { kind: "tableChanged", table });
}

/** A formula over a whole column, or alone in an empty one, becomes the formula of the column. */
function fillCalculatedColumns(workbook: Workbook, sheet: Sheet, area: Area): void {
  for (const table of sheet.tables) {
    const body = bodyArea(table);
    const written = body === null ? null : intersection(area, body);
    if (body === null || written === null) continue;
    for (let at = written.column; at <= lastColumnOf(written); at++) fillColumn(workbook, table, body, written, at);
  }
}

function fillColumn(workbook: Workbook, table: Table, body: Area, written: Area, at: number): void {
  const { sheet } = table;
  const first = cellAt(sheet, written.row, at).formula;
  const column = table.columns[at - table.area.column];
  if (first === null || column === undefined || column.formula !== null) return;
  for (let row = body.row; row <= lastRowOf(body); row++) {
    const cell = cellAt(sheet, row, at);
    const inside = row >= written.row && row <= lastRowOf(written);
    if (inside ? cell.formula !== shiftedFormula(first, row - written.row, 0) : !isBlank(cell)) return;
  }
  column.formula = first;
  for (let row = body.row; row <= lastRowOf(body); row++) {
    putContent(sheet, row, at, 0, shiftedFormula(first, row - written.row, 0));
  }
  touch(workbook, sheet, areaBetween(body.row, at, lastRowOf(body), at));
  tell(workbook, { kind: "tableChanged", table });
}

/** The rows of a table between header and totals, or null for none. */
export function bodyArea({ area, hasHeaders, hasTotals }: Table): Area | null {
  const top = hasHeaders ? 1 : 0;
  const rows = area.rows - top - (hasTotals ? 1 : 0);
  return rows > 0 ? { ...area, row: area.row + top, rows } : null;
}
