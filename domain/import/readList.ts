import type { CivilDate } from "../dates/civilDate";
import { columnNumber } from "../workbook/columnLetters";
import { duplicateProblems } from "./duplicates";
import { cellAt, isBlank, mergesByRow, shownAt } from "./grid";
import type { ImportField, ListLayout, ListRow } from "./list";
import { linesOf, shapeOf } from "./listRows";
import type { ListLine } from "./listRows";
import { listProblem } from "./listProblem";
import type { ListProblem } from "./listProblem";
import { newLine } from "./lineReading";
import { readCell } from "./readCell";
import { readGroup } from "./readGroup";
import type { SourceCell, SourceSheet } from "./sourceSheet";
import { oneLine, plain } from "./sourceText";
import { isTown } from "./townName";

/** What a list says, and what could not be read of it. Nothing is dropped: what could not be read is in the notes. */
export type ListReading = { readonly rows: readonly ListRow[]; readonly problems: readonly ListProblem[] };

/** What stands once beside several rows when its cells are merged: whose contracts they are. */
const standsForSeveral: readonly (ImportField | null)[] = [
  ...(["contractId", "clientName", "firstName", "civility", "clientType", "address", "postcode", "city"] as const),
  ...(["billingAddress", "phone", "phone2", "email"] as const),
];

/** Reads the lines of a list, and repairs whatever has one meaning only. */
export function readList(sheet: SourceSheet, layout: ListLayout, today: CivilDate): ListReading {
  // A heading may stand between the header and the first line.
  const top = Math.max(0, ...layout.headerRows) + 1;
  const lines = linesOf(sheet, shapeOf(layout), Math.min(top, layout.firstDataRow), layout.lastDataRow).filter(
    ({ row }) => row >= layout.firstDataRow,
  );
  const columns = layout.columns.map((column) => ({ ...column, at: columnNumber(column.column) }));
  const merges = mergesByRow(sheet);
  const hasTowns = layout.columns.some(({ field }) => field === "city");
  // One sheet for each town: its name is the heading of all of its lines.
  const townOfSheet = !hasTowns && isTown(plain(sheet.name)) ? oneLine(sheet.name) : null;
  const problems: ListProblem[] = [];
  const rows = lines.map((line: ListLine): ListRow => {
    const reading = newLine(sheet.name, line.row);
    for (const column of columns) {
      const own = cellAt(sheet, line.row, column.at);
      const cell: SourceCell =
        isBlank(own) && merges.has(line.row) && standsForSeveral.includes(column.field)
          ? shownAt(sheet, merges, line.row, column.at)
          : own;
      readCell(reading, cell, column, layout, today);
    }
    if (line.group !== null) readGroup(reading, line.group, hasTowns);
    if (townOfSheet !== null) reading.suggest("city", townOfSheet);
    const { basis, values, found } = reading.finished();
    for (const one of found) problems.push(one);
    return { row: line.row, values, ...(basis === null ? {} : { basis }) };
  });
  const hidden = new Set(sheet.hiddenRows);
  const count = lines.filter(({ row }) => hidden.has(row)).length;
  const sheetProblems =
    count === 0 ? [] : [listProblem("hiddenRows", { sheet: sheet.name, row: null, column: null }, { count })];
  return { rows, problems: [...sheetProblems, ...problems, ...duplicateProblems(rows, layout)] };
}
