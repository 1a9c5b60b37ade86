import type { CivilDate } from "../dates/civilDate";
import type { RawCell } from "../workbook/rawCell";

/** A cell of the user's own list. Where its number format shows a date, or a day and an hour, it is that day. */
export type SourceCell = RawCell | { readonly date: CivilDate };

/** Rows and columns are counted from 1, and the last ones belong to the area. */
export type SourceArea = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** A sheet of the user's workbook as it is, whoever read it. Nothing is left out, and nothing is understood yet. */
export type SourceSheet = {
  readonly name: string;
  readonly hidden: boolean;
  /** `rows[0]` is row 1 and its first cell is column A; a row ends with its last cell that is not blank. */
  readonly rows: readonly (readonly SourceCell[])[];
  readonly merged: readonly SourceArea[];
  /** By hand or by a filter. */
  readonly hiddenRows: readonly number[];
  readonly tables: readonly ({ readonly name: string } & SourceArea)[];
};
