import type { CivilDate } from "../dates/civilDate";
import { columnNumber } from "../workbook/columnLetters";
import { duplicateProblems } from "./duplicates";
import { cellAt, isBlank, mergesByRow, shownAt } from "./grid";
import type { ImportField, ListLayout, ListRow } from "./list";
import { judgedRows, shapeOf, textOfRow } from "./listRows";
import type { ListLine } from "./listRows";
import { listProblem } from "./listProblem";
import type { ListProblem } from "./listProblem";
import { newLine } from "./lineReading";
import type { LineReading } from "./lineReading";
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

/**
 * Reads the lines of a list, and repairs whatever has one meaning only. A remark that stands alone in its row goes to
 * the notes of the line above it; each row that is not taken for a line is reported.
 */
export function readList(sheet: SourceSheet, layout: ListLayout, today: CivilDate): ListReading {
  const columns = layout.columns.map((column) => ({ ...column, at: columnNumber(column.column) }));
  const merges = mergesByRow(sheet);
  const hasTowns = layout.columns.some(({ field }) => field === "city");
  // One sheet for each town: its name is the heading of all of its lines.
  const townOfSheet = !hasTowns && isTown(plain(sheet.name)) ? oneLine(sheet.name) : null;
  const readings: { readonly row: number; readonly reading: LineReading }[] = [];
  const skipped: ListProblem[] = [];
  for (const { row, kind, group } of rowsOfList(sheet, layout)) {
    const above = readings.at(-1)?.reading;
    if (kind === "line") {
      const reading = newLine(sheet.name, row);
      for (const column of columns) {
        const own = cellAt(sheet, row, column.at);
        const cell: SourceCell =
          isBlank(own) && merges.has(row) && standsForSeveral.includes(column.field)
            ? shownAt(sheet, merges, row, column.at)
            : own;
        readCell(reading, cell, column, layout, today);
      }
      if (group !== null) readGroup(reading, group, hasTowns);
      if (townOfSheet !== null) reading.suggest("city", townOfSheet);
      readings.push({ row, reading });
    } else if (kind === "heading" || kind === "total" || kind === "remark" || kind === "note") {
      const isNoted = kind === "remark" && above !== undefined;
      if (isNoted) {
        for (const column of columns) {
          const field = column.field === "notes" ? column.field : null;
          readCell(above, cellAt(sheet, row, column.at), { ...column, field }, layout, today);
        }
      }
      const text = textOfRow(
        sheet,
        row,
        columns.map(({ at }) => at),
      );
      const as = kind === "remark" && !isNoted ? "note" : kind;
      skipped.push(listProblem("rowLeftOut", { sheet: sheet.name, row, column: null }, { text, as }));
    }
  }
  const found: ListProblem[] = [];
  const rows = readings.map(({ row, reading }): ListRow => {
    const { basis, values, found: ofRow } = reading.finished();
    found.push(...ofRow);
    return { row, values, ...(basis === null ? {} : { basis }) };
  });
  const hidden = new Set(sheet.hiddenRows);
  const count = rows.filter(({ row }) => hidden.has(row)).length;
  const sheetProblems =
    count === 0 ? [] : [listProblem("hiddenRows", { sheet: sheet.name, row: null, column: null }, { count })];
  return { rows, problems: [...sheetProblems, ...skipped, ...found, ...duplicateProblems(rows, layout)] };
}

/** The rows of a list: from its header, for a heading may stand above the first line, to the remarks right below the last. */
function rowsOfList(sheet: SourceSheet, layout: ListLayout): readonly ListLine[] {
  const { firstDataRow, lastDataRow } = layout;
  const top = Math.min(Math.max(0, ...layout.headerRows) + 1, firstDataRow);
  const judged = judgedRows(sheet, shapeOf(layout), top, lastDataRow + MOST_REMARKS_BELOW, lastDataRow);
  const isBelow = ({ row }: ListLine) => row > lastDataRow;
  const below = judged.filter(isBelow);
  const remarks = below.filter(({ row, kind }, i) => kind === "remark" && row === lastDataRow + i + 1);
  const inside = judged.filter((one) => !isBelow(one) && (one.kind !== "line" || one.row >= firstDataRow));
  return [...inside, ...remarks];
}

const MOST_REMARKS_BELOW = 3;
