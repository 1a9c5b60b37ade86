/** A rectangle of cells; rows and columns count from 0. */
export type Area = { readonly row: number; readonly column: number; readonly rows: number; readonly columns: number };

export const maxRows = 1_048_576;
export const maxColumns = 16_384;

/** The rectangle from one corner to the other, both included. */
export function areaBetween(row: number, column: number, lastRow: number, lastColumn: number): Area {
  return { row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 };
}

export function lastRowOf(area: Area): number {
  return area.row + area.rows - 1;
}

export function lastColumnOf(area: Area): number {
  return area.column + area.columns - 1;
}

export function intersection(a: Area, b: Area): Area | null {
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  const common = areaBetween(
    row,
    column,
    Math.min(lastRowOf(a), lastRowOf(b)),
    Math.min(lastColumnOf(a), lastColumnOf(b)),
  );
  return common.rows > 0 && common.columns > 0 ? common : null;
}

export function contains(area: Area, row: number, column: number): boolean {
  return row >= area.row && row <= lastRowOf(area) && column >= area.column && column <= lastColumnOf(area);
}

/** The smallest rectangle around both. */
export function boundingArea(a: Area, b: Area): Area {
  return areaBetween(
    Math.min(a.row, b.row),
    Math.min(a.column, b.column),
    Math.max(lastRowOf(a), lastRowOf(b)),
    Math.max(lastColumnOf(a), lastColumnOf(b)),
  );
}

export function sameArea(a: Area, b: Area): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}
