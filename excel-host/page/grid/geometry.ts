import type { Area } from "../../model/area";
import { lastColumnOf, lastRowOf, maxColumns, maxRows } from "../../model/area";
import { usedArea } from "../../model/cells";
import type { Sheet } from "../../model/workbook";

/** In pixels. */
export const rowHeight = 22;
export const headerHeight = 22;
export const gutterWidth = 48;

/** Where the rows and columns of a sheet lie. A slot counts the rows that are not hidden. */
export type Geometry = {
  readonly slots: number;
  readonly rowOf: (slot: number) => number;
  /** The slot of a row; of a hidden row, that of the next one shown. */
  readonly slotOf: (row: number) => number;
  readonly frozenSlots: number;
  readonly columns: number;
  readonly left: (column: number) => number;
  readonly width: (column: number) => number;
  readonly columnAt: (x: number) => number;
  /** Columns that stay in sight; none where they would leave no room for the others. */
  readonly frozenColumns: number;
  readonly frozenWidth: number;
  readonly totalWidth: number;
};

const USUAL_WIDTH = 8.43;
const MOST_FROZEN = 0.6;

/** A width of the file, in characters, on the screen. */
function pixelsOf(characters: number): number {
  return Math.round(characters * 7 + 5);
}

/**
 * Measures a sheet: all that is filled or selected, and some blank room around.
 * @param room the width in which it is shown
 */
export function geometryOf(sheet: Sheet, room: number): Geometry {
  const used = usedArea(sheet, true);
  const shown = visibleSelection(sheet.selection);
  const rows = Math.min(maxRows, Math.max(120, (used === null ? 0 : lastRowOf(used)) + 60, shown.row + 40));
  const columns = Math.min(maxColumns, Math.max(26, (used === null ? 0 : lastColumnOf(used)) + 4, shown.column + 4));
  const lefts = new Float64Array(columns + 1);
  for (let column = 0; column < columns; column++) {
    lefts[column + 1] = (lefts[column] ?? 0) + widthOf(sheet, column);
  }
  const left = (column: number): number => lefts[column] ?? 0;
  const lines = rowsShown(sheet, rows);
  const frozenColumns = left(sheet.frozen.columns) > room * MOST_FROZEN ? 0 : sheet.frozen.columns;
  return {
    ...lines,
    frozenSlots: Math.min(lines.slotOf(sheet.frozen.rows), lines.slots),
    columns,
    left,
    width: (column) => left(column + 1) - left(column),
    columnAt: (x) => Math.max(0, firstAbove(lefts, x) - 1),
    frozenColumns,
    frozenWidth: left(frozenColumns),
    totalWidth: left(columns),
  };
}

function visibleSelection({ row, column, rows, columns }: Area): { readonly row: number; readonly column: number } {
  return { row: rows === maxRows ? 0 : row + rows, column: columns === maxColumns ? 0 : column + columns };
}

function widthOf(sheet: Sheet, column: number): number {
  return sheet.hiddenColumns.has(column) ? 0 : pixelsOf(sheet.columnWidths.get(column) ?? USUAL_WIDTH);
}

function rowsShown(sheet: Sheet, rows: number): Pick<Geometry, "slots" | "rowOf" | "slotOf"> {
  if (sheet.hiddenRows.size === 0) {
    return { slots: rows, rowOf: (slot) => slot, slotOf: (row) => Math.min(row, rows - 1) };
  }
  const shown: number[] = [];
  for (let row = 0; row < rows; row++) if (!sheet.hiddenRows.has(row)) shown.push(row);
  return {
    slots: shown.length,
    rowOf: (slot) => shown[slot] ?? rows,
    slotOf: (row) => Math.min(firstAbove(shown, row - 1), shown.length - 1),
  };
}

/** The index of the first number greater than `limit`, in rising numbers. */
function firstAbove(numbers: ArrayLike<number>, limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}
