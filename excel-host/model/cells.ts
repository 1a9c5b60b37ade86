import { type Area, areaBetween, boundingArea, contains } from "./area";
import type { Cell, CellValue } from "./cell";
import { formulaTokens, referenceOf } from "./formulaTokens";
import { type Row, type Sheet, sameName } from "./workbook";

export function cellAt(sheet: Sheet, row: number, column: number): Cell {
  const stored = sheet.rows.get(row);
  return {
    value: stored?.values[column] ?? null,
    formula: stored?.formulas?.[column] ?? null,
    style: stored?.styles?.[column] ?? sheet.columnStyles.get(column) ?? 0,
  };
}

export function valueAt(sheet: Sheet, row: number, column: number): CellValue {
  return sheet.rows.get(row)?.values[column] ?? null;
}

export function styleIndexAt(sheet: Sheet, row: number, column: number): number {
  return sheet.rows.get(row)?.styles?.[column] ?? sheet.columnStyles.get(column) ?? 0;
}

/** Row by row what a rectangle holds; `read` gets a place even where nothing was ever written. */
export function mapArea<T>(area: Area, read: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rows }, (_, row) =>
    Array.from({ length: area.columns }, (_, column) => read(area.row + row, area.column + column)),
  );
}

/** The cells shown as one of which this is a part, or null. */
export function mergeAround({ merges }: Sheet, row: number, column: number): Area | null {
  return merges.find((area) => contains(area, row, column)) ?? null;
}

/** The rectangle around all filled cells (with `styled`, around all that were formatted too), or null on a blank sheet. */
export function usedArea(sheet: Sheet, styled = false): Area | null {
  let used: Area | null = null;
  for (const [row, { values, formulas, styles }] of sheet.rows) {
    const filled = (column: number): boolean =>
      (values[column] ?? null) !== null ||
      (formulas?.[column] ?? null) !== null ||
      (styled && (styles?.[column] ?? 0) > 0);
    const width = Math.max(values.length, formulas?.length ?? 0, styled ? (styles?.length ?? 0) : 0);
    let first = 0;
    while (first < width && !filled(first)) first++;
    if (first === width) continue;
    let last = width - 1;
    while (!filled(last)) last--;
    const found = areaBetween(row, first, row, last);
    used = used === null ? found : boundingArea(used, found);
  }
  return used;
}

/** Stores a cell's content as it is: no rule of Excel applies and nobody is told. For this folder and for loading. */
export function putContent(sheet: Sheet, row: number, column: number, value: CellValue, formula: string | null): void {
  const stored = rowAt(sheet, row);
  stored.values[column] = value;
  const before = stored.formulas?.[column] ?? null;
  if (formula !== before) {
    stored.formulas ??= [];
    stored.formulas[column] = formula;
    const key = `${row}:${column}`;
    if (before !== null) sheet.wideFormulas.delete(key);
    if (formula !== null && isWide(sheet, row, formula)) sheet.wideFormulas.add(key);
  }
  sheet.changed.rows.add(row);
}

/** Stores a cell's style; see putContent. */
export function putStyle(sheet: Sheet, row: number, column: number, style: number): void {
  const stored = rowAt(sheet, row);
  if (styleIndexAt(sheet, row, column) === style) return;
  stored.styles ??= [];
  stored.styles[column] = style;
  sheet.changed.rows.add(row);
}

/** Stores what a formula gave. */
export function putResult(sheet: Sheet, row: number, column: number, value: CellValue): void {
  rowAt(sheet, row).values[column] = value;
  sheet.changed.rows.add(row);
}

function rowAt(sheet: Sheet, row: number): Row {
  const stored = ownRow(sheet, row);
  if (stored !== null) return stored;
  const added: Row = { values: [], formulas: null, styles: null };
  sheet.rows.set(row, added);
  sheet.own?.add(added);
  return added;
}

/** A row that may be changed in place, or null where there is none: every change of a row goes through here. */
export function ownRow(sheet: Sheet, row: number): Row | null {
  const stored = sheet.rows.get(row);
  if (stored === undefined || sheet.own === null || sheet.own.has(stored)) return stored ?? null;
  const { values, formulas, styles } = stored;
  const copy: Row = { values: [...values], formulas: formulas && [...formulas], styles: styles && [...styles] };
  sheet.rows.set(row, copy);
  sheet.own.add(copy);
  return copy;
}

const structuredWidth = new Map<string, boolean>();

/** Whether a formula looks at other cells than those of its own row. Names are followed by whoever computes. */
function isWide(sheet: Sheet, row: number, formula: string): boolean {
  const here = { row, column: 0, rows: 1, columns: Infinity };
  return formulaTokens(formula).some(({ kind, text }) => {
    if (kind === "structured") return isWideStructured(text);
    if (kind !== "reference") return false;
    const reference = referenceOf(text);
    if (reference === null) return false;
    const sameSheet = reference.sheet === null || sameName(reference.sheet, sheet.name);
    return !sameSheet || reference.area.rows > 1 || !contains(here, reference.area.row, reference.area.column);
  });
}

function isWideStructured(text: string): boolean {
  let wide = structuredWidth.get(text);
  if (wide === undefined) {
    wide = !/\[@|#This Row/i.test(text);
    structuredWidth.set(text, wide);
  }
  return wide;
}
