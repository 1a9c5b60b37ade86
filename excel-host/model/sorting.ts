import { areaBetween, lastColumnOf, lastRowOf } from "./area";
import { type CellValue, isCellError } from "./cell";
import { edit, tell, touch } from "./edit";
import { shiftedFormula } from "./formulaTokens";
import { refuseProtected } from "./protection";
import { putContent, putStyle, valueAt, cellAt } from "./cells";
import type { Table, TableColumn, Workbook } from "./workbook";
import { bodyArea } from "./writeCells";

export type SortKey = { readonly column: TableColumn; readonly ascending: boolean };

/** Sorts the rows of a table as Excel does: numbers, texts, truth values, errors; blanks last either way. */
export function sortTable(workbook: Workbook, origin: string, table: Table, keys: readonly SortKey[]): void {
  refuseProtected(table.sheet, "allowSort");
  const body = bodyArea(table);
  if (body === null) return;
  const columns = keys.map(({ column, ascending }) => ({
    at: body.column + table.columns.indexOf(column),
    sign: ascending ? 1 : -1,
  }));
  const { sheet } = table;
  const rows = Array.from({ length: body.rows }, (_, at) => body.row + at);
  const order = rows.toSorted((a, b) => {
    for (const { at, sign } of columns) {
      const difference = compareValues(valueAt(sheet, a, at), valueAt(sheet, b, at), sign);
      if (difference !== 0) return difference;
    }
    return a - b;
  });
  edit(workbook, origin, () => {
    moveRows(table, body.row, order);
    const area = areaBetween(body.row, body.column, lastRowOf(body), lastColumnOf(body));
    touch(workbook, sheet, area);
    tell(workbook, { kind: "sorted", table });
    tell(workbook, { kind: "cells", sheet, area, change: "RangeEdited" });
  });
}

function moveRows({ sheet, area, columns }: Table, first: number, order: readonly number[]): void {
  const lines = order.map((from) => columns.map((_, at) => cellAt(sheet, from, area.column + at)));
  lines.forEach((line, to) => {
    const from = order[to] ?? first + to;
    if (from === first + to) return;
    line.forEach(({ value, formula, style }, at) => {
      const moved = formula === null ? null : shiftedFormula(formula, first + to - from, 0);
      putContent(sheet, first + to, area.column + at, value, moved);
      putStyle(sheet, first + to, area.column + at, style);
    });
  });
}

function compareValues(a: CellValue, b: CellValue, sign: number): number {
  const blanks = Number(isEmpty(a)) - Number(isEmpty(b));
  if (blanks !== 0 || isEmpty(a)) return blanks;
  const ranks = rank(a) - rank(b);
  if (ranks !== 0) return ranks * sign;
  if (typeof a === "number" && typeof b === "number") return (a - b) * sign;
  if (typeof a === "string" && typeof b === "string") return a.localeCompare(b, "fr") * sign;
  return (Number(a) - Number(b) || 0) * sign;
}

function isEmpty(value: CellValue): boolean {
  return value === null;
}

function rank(value: CellValue): number {
  if (isCellError(value)) return 3;
  return ["number", "string", "boolean"].indexOf(typeof value);
}
