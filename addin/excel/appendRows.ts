import { isProvisionalKey } from "../../domain/workbook/provisionalKey";
import { keyColumn } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { numberFormat } from "../../domain/workbook/look/cellLook";
import { headersOf, writableColumns } from "./openTable";
import type { OpenTable } from "./openTable";
import { overwrite } from "./overwrite";
import { rowThere } from "./rowsThere";
import { cellsOfRun, columnRuns, writtenCell } from "./writtenCells";
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
  const last = open.table.getDataBodyRange().getLastRow().load("values");
  const takesBlankRow = open.body.rowCount === 1 && isBlank(open, open.last);
  const added = inserts.length - (takesBlankRow ? 1 : 0);
  // The line of totals, and what the user keeps below the table, are pushed down, as Excel itself does.
  const pushes = added > 0 && (showTotals || !isEmpty(open.below?.values ?? []));
  const below = added === 0 ? null : last.getOffsetRange(1, 0).getResizedRange(added - 1, 0);
  const lines = pushes ? (below?.insert("Down") ?? null) : below;
  const range = takesBlankRow || lines === null ? last.getResizedRange(added, 0) : lines;
  // Before anything is written: what was there.
  range.load("values,rowIndex");
  const isReached = milestone(open.header);
  // Above its line of totals a table grows by itself.
  const grows = added > 0 && !showTotals;
  if (grows) open.table.resize(open.table.getRange().getResizedRange(added, 0));
  const hasGrown = milestone(open.header);
  const undos = fill(open, range);
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
      if (grows && hasGrown()) open.table.resize(open.table.getRange().getResizedRange(-added, 0));
      // Where the lines were free, what lies further down has not moved and is not to move.
      if (pushes) lines?.delete("Up");
      else lines?.clear();
    },
  };
}

function fill(open: OpenTable, range: Excel.Range): readonly (() => void)[] {
  const { table, inserts } = open.work;
  return columnRuns(writableColumns(open)).map((run) =>
    overwrite(cellsOfRun(range, run, inserts.length), {
      numberFormat: inserts.map(() => run.columns.map(({ column }) => numberFormat(column))),
      values: inserts.map((row) => run.columns.map((column) => writtenCell(table, column, row[column.name] ?? null))),
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
