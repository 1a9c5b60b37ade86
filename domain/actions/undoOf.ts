import { apply, ConflictError, inverse } from "../changes";
import type { Change } from "../changes";
import type { Register } from "../register";
import { touchedContracts } from "../touchedContracts";
import { parseCells } from "../workbook/rowSchema";
import { columnsOf, keyColumn, keyOf, tableNames } from "../workbook/schema";
import type { JournalEntry, Row, TableName } from "../workbook/schema";
import { accepted, isUndoable, refusal, refused } from "./decision";
import type { Decision, Refusal } from "./decision";
import { entriesOf, printsOf, rowPrint, undoAction } from "./journal";
import { newRow } from "../workbook/newRow";

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

  if (action === "importRows") return undoOfImport(register, batch, entries);

  const done = entries.map(changeOf).filter((change) => change !== null);
  if (done.length < entries.length) return refused("journalUnreadable", {});
  const changes = inverse(done);
  const undone = registerWithout(register, changes);
  if ("refusal" in undone) return { refusals: [undone.refusal] };
  const [contract = null, ...others] = touchedContracts(register, undone.register, changes);
  return accepted(changes, "undo", { batch, action, contract: others.length === 0 ? contract : null });
}

/**
 * Takes back the rows of an import that are as it wrote them. Those that are gone are left gone, so that an undo that
 * was cut off can be taken up again.
 */
function undoOfImport(register: Register, batch: string, entries: readonly JournalEntry[]): Decision {
  const imported = new Map<TableName, Map<string, string>>();
  for (const entry of entries) {
    const table = tableNames.find((name) => name === entry.table);
    const prints = printsOf(entry);
    if (table === undefined || prints === null) return refused("journalUnreadable", {});
    imported.set(table, new Map([...(imported.get(table) ?? []), ...prints]));
  }
  const changes: Change[] = [];
  for (const [table, prints] of imported) {
    for (const row of register[table] as readonly Row<TableName>[]) {
      const key = keyOf(table, row as never);
      const print = prints.get(key);
      if (print === undefined) continue;
      if (print !== rowPrint(table, row)) return refused("changedSince", { table, key, column: null });
      changes.push({ kind: "delete", table, row } as unknown as Change);
    }
  }
  const orphan = orphanOf(apply(register, changes), changes);
  return orphan === null
    ? accepted(changes, "undo", { batch, action: "importRows", contract: null })
    : { refusals: [orphan] };
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

/** Refused for a cell that is no longer as the action left it, or a row that would lack the one that it names. */
function registerWithout(
  register: Register,
  changes: readonly Change[],
): { readonly register: Register } | { readonly refusal: Refusal } {
  try {
    const undone = apply(register, changes);
    const orphan = orphanOf(undone, changes);
    return orphan === null ? { register: undone } : { refusal: orphan };
  } catch (error) {
    if (error instanceof ConflictError) return { refusal: refusal("changedSince", error.conflict) };
    throw error;
  }
}

/** A row of the register as it would be that names a removed row. */
function orphanOf(undone: Register, changes: readonly Change[]): Refusal | null {
  const gone = new Map<TableName, Set<string>>();
  const periods = new Set<string>();
  for (const change of changes) {
    const key = keyGoneBy(change);
    if (key === null) continue;
    gone.set(change.table, (gone.get(change.table) ?? new Set<string>()).add(key));
    if (change.table !== "periods" || change.kind !== "delete") continue;
    periods.add(periodName(change.row.contract, change.row.number));
  }
  for (const [goneFrom, keys] of gone) {
    for (const [table, column] of referencesTo(goneFrom)) {
      const rows = undone[table] as readonly Readonly<Record<string, unknown>>[];
      const orphan = rows.find((row) => keys.has(row[column] as string));
      if (orphan !== undefined) return refusal("usedSince", { table, key: keyOf(table, orphan as never) });
    }
  }
  // Invoices name their period by its number.
  const invoice = undone.invoices.find(({ contract, period }) => periods.has(periodName(contract, period)));
  return invoice === undefined ? null : refusal("usedSince", { table: "invoices", key: invoice.id });
}

function periodName(contract: string, number: number | null): string {
  return `${contract} ${String(number)}`;
}

/** The key that no row bears any more after the change. */
function keyGoneBy(change: Change): string | null {
  if (change.kind === "delete") return keyOf(change.table, change.row as never);
  const cells: Readonly<Record<string, unknown>> = change.kind === "update" ? change.before : {};
  const key = cells[keyColumn(change.table)];
  return typeof key === "string" ? key : null;
}

function referencesTo(table: TableName): readonly (readonly [TableName, string])[] {
  return tableNames.flatMap((name) =>
    columnsOf(name)
      .filter(([, column]) => column.refersTo === table)
      .map(([column]) => [name, column] as const),
  );
}
