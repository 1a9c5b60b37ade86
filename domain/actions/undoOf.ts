import { apply, ConflictError, inverse } from "../changes";
import type { Change } from "../changes";
import type { Register } from "../register";
import { parseCells } from "../workbook/rowSchema";
import { columnsOf, keyOf, tableNames } from "../workbook/schema";
import type { JournalEntry, TableName } from "../workbook/schema";
import { accepted, isUndoable, refusal, refused } from "./decision";
import type { Decision, Refusal } from "./decision";
import { entriesOf, undoAction } from "./journal";
import { newRow } from "./newRow";

/**
 * Takes back what the Journal holds under the batch key, also after a restart. Refused when it was taken back already,
 * and when something written since rests on it: undoing would silently lose that.
 */
export function undoOf(register: Register, batch: string): Decision {
  const entries = entriesOf(register.journal, batch);
  const action = entries[0]?.action;
  if (action === undefined) return refused("unknownBatch", {});
  if (!isUndoable(action)) return refused("notUndoable", {});
  if (register.journal.some((entry) => entry.action === undoAction(batch))) return refused("alreadyUndone", {});

  const done = entries.map(changeOf).filter((change) => change !== null);
  if (done.length < entries.length) return refused("journalUnreadable", {});
  const changes = inverse(done);
  const obstacle = conflictOf(register, changes) ?? userOf(register, changes);
  return obstacle === null ? accepted(changes, "undo", { batch, action }) : { refusals: [obstacle] };
}

/** The change that the entry tells of, or null when it cannot be understood. */
function changeOf(entry: JournalEntry): Change | null {
  const table = tableNames.find((name) => name === entry.table);
  if (table === undefined) return null;
  const before = cellsOf(table, entry.before);
  const after = cellsOf(table, entry.after);
  if (entry.change === "updated" && before !== null && after !== null) {
    return { kind: "update", table, key: entry.row, before, after };
  }
  if (entry.change === "inserted" && after !== null) {
    return { kind: "insert", table, row: newRow(table, after) };
  }
  if (entry.change === "deleted" && before !== null) {
    return { kind: "delete", table, row: newRow(table, before) };
  }
  return null;
}

function cellsOf(table: TableName, text: string | null) {
  try {
    return text === null ? null : parseCells(table, JSON.parse(text));
  } catch {
    return null;
  }
}

/** A cell that is no longer as the action left it. */
function conflictOf(register: Register, changes: readonly Change[]): Refusal | null {
  try {
    apply(register, changes);
    return null;
  } catch (error) {
    if (error instanceof ConflictError) return refusal("changedSince", error.conflict);
    throw error;
  }
}

/** A row written since that refers to one which the undo would remove. */
function userOf(register: Register, changes: readonly Change[]): Refusal | null {
  const removed = changes.filter((change) => change.kind === "delete");
  const isRemoved = (table: TableName, key: string) =>
    removed.some((change) => change.table === table && keyOf(table, change.row as never) === key);
  for (const change of removed) {
    const key = keyOf(change.table, change.row as never);
    for (const [table, column] of referencesTo(change.table)) {
      const rows = register[table] as readonly Readonly<Record<string, unknown>>[];
      const user = rows.find((row) => row[column] === key && !isRemoved(table, keyOf(table, row as never)));
      if (user !== undefined) return refusal("usedSince", { table, key: keyOf(table, user as never) });
    }
  }
  return invoiceOfRemovedPeriod(register, changes, isRemoved);
}

function referencesTo(table: TableName): readonly (readonly [TableName, string])[] {
  return tableNames.flatMap((name) =>
    columnsOf(name)
      .filter(([, column]) => column.refersTo === table)
      .map(([column]) => [name, column] as const),
  );
}

/** Invoices name their period by its number. */
function invoiceOfRemovedPeriod(
  register: Register,
  changes: readonly Change[],
  isRemoved: (table: TableName, key: string) => boolean,
): Refusal | null {
  const periods = changes.flatMap((change) =>
    change.kind === "delete" && change.table === "periods" ? [change.row] : [],
  );
  const user = register.invoices.find(
    ({ id, contract, period }) =>
      periods.some((row) => row.contract === contract && row.number === period) && !isRemoved("invoices", id),
  );
  return user === undefined ? null : refusal("usedSince", { table: "invoices", key: user.id });
}
