import { headersOf, writableColumns } from "./openTable";
import type { OpenTable, PlacedRange } from "./openTable";
import { overwrite } from "./overwrite";
import { isAsExpected, rowThere } from "./rowsThere";
import type { RowWork } from "./tableWork";
import { cellsOfRun, columnRuns, writtenCell } from "./writtenCells";
import { milestone } from "./writeStep";
import type { WriteStep } from "./writeStep";

/** Writes the cells of one row, and loads in the same exchange what they held just before. */
export function updateRow(open: OpenTable, row: RowWork, { range }: PlacedRange): WriteStep {
  const { table } = open.work;
  range.load("values");
  const isReached = milestone(open.header);
  const columns = writableColumns(open).filter(({ name }) => row.cells[name] !== undefined);
  const undos = columnRuns(columns).map((run) =>
    overwrite(cellsOfRun(range, run), {
      values: [run.columns.map((column) => writtenCell(table, column, row.cells[column.name] ?? null))],
    }),
  );
  return {
    isReached,
    surprise: () =>
      isAsExpected(table, row, rowThere(table, headersOf(open), range.values[0] ?? []))
        ? null
        : { table, key: row.key },
    putBack: () => undos.forEach((undo) => undo()),
  };
}
