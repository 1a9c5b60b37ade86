import { restoredCell } from "./writtenCells";
import type { OfficeValue } from "./writtenCells";

type Written = {
  readonly values: OfficeValue[][];
  /** Left out where the cells keep their formats. */
  readonly numberFormat?: string[][];
};

/** Writes cells, and loads in the same exchange what they held just before; the answer puts that back. */
export function overwrite(cells: Excel.Range, { values, numberFormat }: Written): () => void {
  cells.load("values,formulas,numberFormat");
  if (numberFormat !== undefined) cells.numberFormat = numberFormat;
  cells.values = values;
  return () => {
    // Excel may have stopped before it came to them.
    if (!isLoaded(cells)) return;
    const formatsBefore = cells.numberFormat as string[][];
    if (numberFormat !== undefined) cells.numberFormat = formatsBefore;
    cells.values = valuesBefore(cells);
  };
}

/** What a range held when it was loaded, as it is to be written back. */
export function valuesBefore({ values, formulas }: Excel.Range): OfficeValue[][] {
  return values.map((line, i) => line.map((value, j) => restoredCell(value, formulas[i]?.[j])));
}

/** Whether the exchange came as far as this range: Excel stops at what it refuses. */
export function isLoaded(range: Excel.Range): boolean {
  return Object.keys(range.toJSON()).length > 0;
}
