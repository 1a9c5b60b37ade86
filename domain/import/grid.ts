import type { SourceArea, SourceCell, SourceSheet } from "./sourceSheet";
import { saysNothing, textOf } from "./sourceText";

/** The cell of a sheet; rows and columns are counted from 1. */
export function cellAt(sheet: SourceSheet, row: number, column: number): SourceCell {
  return sheet.rows[row - 1]?.[column - 1] ?? null;
}

/** Merged areas of one row, by that row: how a title stands over several columns. */
export function mergesByRow(sheet: SourceSheet): ReadonlyMap<number, readonly SourceArea[]> {
  const found = new Map<number, SourceArea[]>();
  for (const area of sheet.merged) {
    // An area that covers whole columns is no cell of a list.
    for (let row = area.top; row <= Math.min(area.bottom, area.top + LARGEST_MERGE); row += 1) {
      const others = found.get(row);
      if (others === undefined) found.set(row, [area]);
      else others.push(area);
    }
  }
  return found;
}

const LARGEST_MERGE = 500;

/** The cell as it shows: that of the merged area where it lies in one. */
export function shownAt(
  sheet: SourceSheet,
  merges: ReadonlyMap<number, readonly SourceArea[]>,
  row: number,
  column: number,
): SourceCell {
  const own = cellAt(sheet, row, column);
  if (own !== null && own !== "") return own;
  const area = merges.get(row)?.find(({ left, right }) => left <= column && column <= right);
  return area === undefined ? null : cellAt(sheet, area.top, area.left);
}

export function isBlank(cell: SourceCell | undefined): boolean {
  return cell === undefined || cell === null || cell === "" || (typeof cell === "string" && cell.trim() === "");
}

/** The columns of a row, within the area, that hold something. */
export function filledColumns(sheet: SourceSheet, row: number, left: number, right: number): readonly number[] {
  const cells = sheet.rows[row - 1] ?? [];
  const filled: number[] = [];
  for (let column = left; column <= Math.min(right, cells.length); column += 1) {
    if (!isBlank(cells[column - 1])) filled.push(column);
  }
  return filled;
}

/** The texts of a row, joined: what a title says. */
export function rowText(sheet: SourceSheet, row: number): string {
  return (sheet.rows[row - 1] ?? [])
    .slice(0, 60)
    .filter((cell) => !saysNothing(cell))
    .map((cell) => textOf(cell).slice(0, 200))
    .join(" ");
}
