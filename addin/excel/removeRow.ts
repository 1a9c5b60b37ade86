import { headersOf, holdsNotes, writableColumns } from "./openTable";
import type { OpenTable, PlacedRange } from "./openTable";
import { overwrite, valuesBefore } from "./overwrite";
import { isAsExpected, rowThere } from "./rowsThere";
import type { RowWork } from "./tableWork";
import { columnRuns } from "./writtenCells";
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
  const undos = isOnlyOne ? emptied(open, range) : [];
  if (!isOnlyOne) range.delete("Up");
  return {
    isReached: milestone(open.header),
    surprise: () => {
      const isMeant = isAsExpected(table, row, rowThere(table, headersOf(open), range.values[0] ?? []));
      return isMeant && !holdsNotes(open, range) ? null : { table, key: row.key };
    },
    putBack: () => {
      if (!isOnlyOne) {
        open.table.rows.add(offset - 1);
        open.header.getOffsetRange(offset, 0).values = valuesBefore(range);
      }
      undos.forEach((undo) => undo());
    },
  };
}

function emptied(open: OpenTable, line: Excel.Range): readonly (() => void)[] {
  return columnRuns(writableColumns(open)).map(({ first, columns }) =>
    overwrite(line.getCell(0, first).getResizedRange(0, columns.length - 1), { values: [columns.map(() => "")] }),
  );
}
