import { headersOf, writableColumns } from "./openTable";
import type { OpenTable, PlacedRange } from "./openTable";
import { isAsExpected, rowThere } from "./rowsThere";
import type { RowWork } from "./tableWork";
import { valueBefore } from "./updateRow";
import { milestone } from "./writeStep";
import type { WriteStep } from "./writeStep";

/** Removes one row of the table; the last one that a table has is emptied instead, for Excel wants one. */
export function removeRow(
  open: OpenTable,
  row: RowWork,
  { range, offset }: PlacedRange,
  isOnlyOne: boolean,
): WriteStep {
  const { table } = open.work;
  range.load("values,formulas");
  const columns = writableColumns(open);
  if (isOnlyOne) for (const { index } of columns) range.getCell(0, index).values = [[""]];
  else range.delete("Up");
  return {
    isReached: milestone(open.header),
    surprise: () =>
      isAsExpected(table, row, rowThere(table, headersOf(open), range.values[0] ?? []))
        ? null
        : { table, key: row.key },
    putBack: () => {
      if (!isOnlyOne) open.table.rows.add(offset - 1);
      const line = open.header.getOffsetRange(offset, 0);
      for (const { index } of columns) line.getCell(0, index).values = [[valueBefore(range, index)]];
    },
  };
}
