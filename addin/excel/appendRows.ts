import { isProvisionalKey } from "../../domain/workbook/provisionalKey";
import { keyColumn } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { numberFormat } from "../../domain/workbook/look/cellLook";
import { headersOf, writableColumns } from "./openTable";
import type { OpenTable } from "./openTable";
import { overwrite } from "./overwrite";
import { rowThere } from "./rowsThere";
import { columnRuns, writtenCell } from "./writtenCells";
import { milestone } from "./writeStep";
import type { WriteStep } from "./writeStep";

/** The rows that were added, and where the first of them came to lie. */
export type AppendedRows = WriteStep & { readonly keys: readonly string[]; readonly range: Excel.Range };

/**
 * Adds whole rows below the last one that the table has when the exchange is carried out. An empty table has one blank
 * row, which the first takes. Cells that Excel computes are left to Excel.
 */
export function appendRows(open: OpenTable): AppendedRows {
  const { table, inserts } = open.work;
  const { showTotals } = open.table;
  // The line of totals makes way and comes back below the new rows.
  if (showTotals) open.table.showTotals = false;
  const last = open.table.getDataBodyRange().getLastRow().load("values");
  const takesBlankRow = open.body.rowCount === 1 && isBlank(open, open.last);
  const pushes = !takesBlankRow && !showTotals && !isEmpty(open.below?.values ?? []);
  const lines = last.getOffsetRange(takesBlankRow ? 0 : 1, 0).getResizedRange(inserts.length - 1, 0);
  // What the user keeps below the table is pushed down, as Excel itself does.
  const range = pushes ? lines.insert("Down") : lines;
  // Before anything is written: what was there.
  range.load("values,rowIndex");
  const isReached = milestone(open.header);
  const added = inserts.length - (takesBlankRow ? 1 : 0);
  if (added > 0) open.table.resize(open.table.getRange().getResizedRange(added, 0));
  const hasGrown = milestone(open.header);
  const undos = fill(open, range);
  if (showTotals) open.table.showTotals = true;
  return {
    keys: inserts.map((row) => String(row[keyColumn(table)])),
    range,
    isReached,
    surprise: () => {
      const free = takesBlankRow ? isBlank(open, range) : isEmpty(range.values);
      return free && isLastAsRead(open, last) ? null : { table, key: keyOfFirst(open) };
    },
    putBack: () => {
      undos.forEach((undo) => undo());
      const shrinks = added > 0 && hasGrown();
      if (takesBlankRow) {
        if (shrinks) range.getOffsetRange(1, 0).getResizedRange(-1, 0).delete("Up");
      } else if (showTotals) {
        if (shrinks) range.delete("Up");
      } else {
        if (shrinks) open.table.resize(open.table.getRange().getResizedRange(-added, 0));
        // Where the lines were free, what lies further down has not moved and is not to move.
        if (pushes) range.delete("Up");
        else range.clear();
      }
      if (showTotals) open.table.showTotals = true;
    },
  };
}

function fill(open: OpenTable, range: Excel.Range): readonly (() => void)[] {
  const { table, inserts } = open.work;
  return columnRuns(writableColumns(open)).map(({ first, columns }) =>
    overwrite(range.getCell(0, first).getResizedRange(inserts.length - 1, columns.length - 1), {
      numberFormat: inserts.map(() => columns.map(({ column }) => numberFormat(column))),
      values: inserts.map((row) => columns.map((column) => writtenCell(table, column, row[column.name] ?? null))),
    }),
  );
}

/** Nothing of the register is in the line; what Excel computes and what the user adds does not count. */
function isBlank(open: OpenTable, { values }: Excel.Range): boolean {
  const [first = [], ...others] = values as unknown[][];
  return writableColumns(open).every(({ index }) => first[index] === "") && isEmpty(others);
}

function isEmpty(values: readonly (readonly unknown[])[]): boolean {
  return values.every((line) => line.every((value) => value === ""));
}

/** Tables whose keys are counted on: two people who sign a contract at once would give it the same number. */
const counted: readonly TableName[] = ["contracts", "clients"];

function isLastAsRead(open: OpenTable, last: Excel.Range): boolean {
  const { table } = open.work;
  if (!counted.includes(table)) return true;
  const keyOf = ({ values }: Excel.Range) => rowThere(table, headersOf(open), values[0] ?? [])?.key;
  return keyOf(last) === keyOf(open.last);
}

/** Somebody has added rows since the table was read, and may have taken the number that was counted. */
export function isOvertaken(open: OpenTable, knows: (key: string) => boolean): boolean {
  const { table, inserts } = open.work;
  if (inserts.length === 0 || !counted.includes(table)) return false;
  const last = rowThere(table, headersOf(open), open.last.values[0] ?? []);
  return last !== null && !isProvisionalKey(last.key) && !knows(last.key);
}

export function keyOfFirst({ work }: OpenTable): string {
  return String(work.inserts[0]?.[keyColumn(work.table)]);
}
