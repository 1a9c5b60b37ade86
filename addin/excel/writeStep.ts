import type { TableName } from "../../domain/workbook/schema";

/** The row on which somebody else was faster. */
export type RowConflict = { readonly table: TableName; readonly key: string };

/**
 * One thing that was put into the write exchange. Once that is over it tells whether it met what was expected, and it
 * can put back what was there.
 */
export type WriteStep = {
  readonly surprise: () => RowConflict | null;
  readonly putBack: () => void;
};
