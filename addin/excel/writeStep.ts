import type { TableName } from "../../domain/workbook/schema";
import { isLoaded } from "./overwrite";

/** The row on which somebody else was faster. */
export type RowConflict = { readonly table: TableName; readonly key: string };

/**
 * One thing that was put into the write exchange. Once that is over it tells whether it met what was expected, and it
 * can put back what was there.
 */
export type WriteStep = {
  /** Whether the exchange came as far as this: Excel stops at what it refuses. */
  readonly isReached: () => boolean;
  readonly surprise: () => RowConflict | null;
  readonly putBack: () => void;
};

/** Tells, once the exchange is over, whether it came as far as here. */
export function milestone(header: Excel.Range): () => boolean {
  const mark = header.getCell(0, 0).load("rowIndex");
  return () => isLoaded(mark);
}
