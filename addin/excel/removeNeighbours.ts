import { headersOf, holdsNotes, writableColumns } from "./openTable";
import type { OpenTable, PlacedRange } from "./openTable";
import { overwrite, valuesBefore } from "./overwrite";
import { isAsExpected, rowThere } from "./rowsThere";
import type { RowWork } from "./tableWork";
import { cellsOfRun, columnRuns } from "./writtenCells";
import { milestone } from "./writeStep";
import type { WriteStep } from "./writeStep";

export type PlacedRow = { readonly row: RowWork; readonly place: PlacedRange };

/**
 * Removes rows from the bottom up, so that those above stay where they are, neighbours together: Excel moves all that
 * lies below each time. The last row that a table has is emptied instead, for Excel wants one.
 */
export function removeNeighbours(open: OpenTable, rows: readonly PlacedRow[], rowCount: number): WriteStep[] {
  const steps: WriteStep[] = [];
  let left = rowCount;
  for (const run of neighboursUp(rows)) {
    const [first, ...others] = run;
    if (run.length < left) steps.push(removed(open, run));
    else {
      if (others.length > 0) steps.push(removed(open, others));
      if (first !== undefined) steps.push(emptied(open, first));
    }
    left -= run.length;
  }
  return steps;
}

/** Runs of neighbours, the lowest run first; within each the highest row first. */
function neighboursUp(rows: readonly PlacedRow[]): readonly PlacedRow[][] {
  const runs: PlacedRow[][] = [];
  for (const row of [...rows].sort((a, b) => a.place.offset - b.place.offset)) {
    const last = runs.at(-1);
    if (last?.at(-1)?.place.offset === row.place.offset - 1) last.push(row);
    else runs.push([row]);
  }
  return runs.reverse();
}

function removed(open: OpenTable, run: readonly PlacedRow[]): WriteStep {
  const offset = run[0]?.place.offset ?? 0;
  const lines = () => open.header.getOffsetRange(offset, 0).getResizedRange(run.length - 1, 0);
  const range = lines().load("values,formulas");
  range.delete("Up");
  return {
    isReached: milestone(open.header),
    surprise: () => surpriseIn(open, run, range),
    putBack: () => {
      const blank = headersOf(open).map(() => "");
      open.table.rows.add(
        offset - 1,
        run.map(() => blank),
      );
      lines().values = valuesBefore(range);
    },
  };
}

function emptied(open: OpenTable, only: PlacedRow): WriteStep {
  const line = only.place.range.load("values,formulas");
  const undos = columnRuns(writableColumns(open)).map((run) =>
    overwrite(cellsOfRun(line, run), { values: [run.columns.map(() => "")] }),
  );
  return {
    isReached: milestone(open.header),
    surprise: () => surpriseIn(open, [only], line),
    putBack: () => undos.forEach((undo) => undo()),
  };
}

function surpriseIn(open: OpenTable, run: readonly PlacedRow[], range: Excel.Range): ReturnType<WriteStep["surprise"]> {
  const { table } = open.work;
  const isMeant = ({ row }: PlacedRow, index: number) =>
    isAsExpected(table, row, rowThere(table, headersOf(open), range.values[index] ?? []));
  const other = run.find((row, index) => !isMeant(row, index)) ?? (holdsNotes(open, range) ? run[0] : undefined);
  return other === undefined ? null : { table, key: other.row.key };
}
