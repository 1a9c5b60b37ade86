import { headersOf, writableColumns } from "./openTable";
import type { OpenTable, PlacedRange } from "./openTable";
import { isAsExpected, rowThere } from "./rowsThere";
import type { RowWork } from "./tableWork";
import { columnRuns, restoredCell, writtenCell } from "./writtenCells";
import { milestone } from "./writeStep";
import type { WriteStep } from "./writeStep";

/** Writes the cells of one row, and loads in the same exchange what they held just before. */
export function updateRow(open: OpenTable, row: RowWork, { range }: PlacedRange): WriteStep {
  const { table } = open.work;
  range.load("values,formulas");
  const isReached = milestone(open.header);
  const columns = writableColumns(open).filter(({ name }) => row.cells[name] !== undefined);
  const written = columnRuns(columns).map((run) => {
    const cells = range.getCell(0, run.first).getResizedRange(0, run.columns.length - 1);
    cells.values = [run.columns.map((column) => writtenCell(table, column, row.cells[column.name] ?? null))];
    return { run, cells };
  });
  return {
    isReached,
    surprise: () =>
      isAsExpected(table, row, rowThere(table, headersOf(open), range.values[0] ?? []))
        ? null
        : { table, key: row.key },
    putBack: () => {
      for (const { run, cells } of written) cells.values = [run.columns.map(({ index }) => valueBefore(range, index))];
    },
  };
}

/** What a cell of the row held before, as it is to be written back. */
export function valueBefore({ values, formulas }: Excel.Range, index: number) {
  return restoredCell(values[0]?.[index], formulas[0]?.[index]);
}
