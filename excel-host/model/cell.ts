/** A cell's error, written as Excel shows it: "#N/A". */
export type CellError = { readonly error: string };

/** What a cell holds once its formula is computed. Dates are serial numbers of the 1900 system. */
export type CellValue = string | number | boolean | null | CellError;

/** A cell as it is read: `formula` has no leading "=" and names its own row as Table[[#This Row],[Column]]. */
export type Cell = { readonly value: CellValue; readonly formula: string | null; readonly style: number };

export function isCellError(value: CellValue): value is CellError {
  return typeof value === "object" && value !== null;
}

export function isBlank(cell: Cell): boolean {
  return cell.value === null && cell.formula === null;
}
