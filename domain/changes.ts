import type { Register } from "./register";
import { keyColumn, keyOf } from "./workbook/schema";
import type { Row, TableName } from "./workbook/schema";

type Insert<T extends TableName> = { readonly kind: "insert"; readonly table: T; readonly row: Row<T> };

type Update<T extends TableName> = {
  readonly kind: "update";
  readonly table: T;
  readonly key: string;
  /** The values that the cells must hold before, or somebody else has changed them meanwhile. */
  readonly before: Partial<Row<T>>;
  readonly after: Partial<Row<T>>;
};

type Delete<T extends TableName> = { readonly kind: "delete"; readonly table: T; readonly row: Row<T> };

/** One change of one row. An action answers a list of them, and the inverse list is its undo. */
export type Change = { readonly [T in TableName]: Insert<T> | Update<T> | Delete<T> }[TableName];

/** What the user asked for cannot be done because the register has changed meanwhile. */
export type Conflict = { readonly table: TableName; readonly key: string; readonly column: string | null };

/** Thrown when a change meets a register other than the one it was decided on. Nothing has been changed. */
export class ConflictError extends Error {
  constructor(readonly conflict: Conflict) {
    super(`The row ${conflict.key} of ${conflict.table} has changed meanwhile`);
  }
}

export function insert<T extends TableName>(table: T, row: Row<T>): Change {
  return { kind: "insert", table, row } as unknown as Change;
}

/** An update that remembers the values before; columns that stay equal are left out. */
export function update<T extends TableName>(table: T, row: Row<T>, after: Partial<Row<T>>): Change {
  const columns = Object.keys(after) as (keyof Row<T>)[];
  const changed = columns.filter((column) => !sameValue(row[column], after[column]));
  const pick = (from: Partial<Row<T>>) => Object.fromEntries(changed.map((column) => [column, from[column]]));
  return { kind: "update", table, key: keyOf(table, row), before: pick(row), after: pick(after) } as unknown as Change;
}

/** The changes that take a list of changes back, last first. */
export function inverse(changes: readonly Change[]): Change[] {
  return changes.map(inverseOf).reverse();
}

function inverseOf(change: Change): Change {
  switch (change.kind) {
    case "insert":
      return { ...change, kind: "delete" };
    case "delete":
      return { ...change, kind: "insert" };
    case "update": {
      // A row that was given another key is to be found by it.
      const key = (change.after as Readonly<Record<string, unknown>>)[keyColumn(change.table)] ?? change.key;
      return { ...change, key, before: change.after, after: change.before } as Change;
    }
  }
}

/** The register after the changes. Throws a ConflictError when a row is not as the changes expect it. */
export function apply(register: Register, changes: readonly Change[]): Register {
  const tables = new Map<TableName, KeyedRows>();
  for (const change of changes) {
    const { table } = change;
    const keyed = tables.get(table) ?? keyedRows(table, register[table]);
    tables.set(table, keyed);
    applyOne(keyed, change);
  }
  const changed = [...tables].map(([table, { rows }]) => [table, rows.filter((row) => row !== null)]);
  return { ...register, ...(Object.fromEntries(changed) as Partial<Register>) };
}

type AnyRow = Readonly<Record<string, unknown>>;

/** The rows of one table while they change; null where one was deleted. Thousands of changes ask for the index. */
type KeyedRows = { readonly rows: (AnyRow | null)[]; readonly indexOf: Map<string, number> };

function keyedRows(table: TableName, rows: readonly AnyRow[]): KeyedRows {
  const indexOf = new Map<string, number>();
  rows.forEach((row, index) => {
    const key = keyOf(table, row as never);
    if (!indexOf.has(key)) indexOf.set(key, index);
  });
  return { rows: [...rows], indexOf };
}

function applyOne({ rows, indexOf }: KeyedRows, change: Change): void {
  const { table } = change;
  const key = change.kind === "update" ? change.key : keyOf(table, change.row as never);
  const index = indexOf.get(key) ?? rows.length;
  const row = rows[index] ?? null;
  if ((change.kind === "insert") !== (row === null)) throw new ConflictError({ table, key, column: null });
  if (row !== null && change.kind !== "insert") {
    const expected = (change.kind === "update" ? change.before : change.row) as AnyRow;
    const surprise = Object.keys(expected).find((column) => !sameValue(row[column], expected[column]));
    if (surprise !== undefined) throw new ConflictError({ table, key, column: surprise });
  }
  const after = rowAfter(row, change);
  indexOf.delete(key);
  rows[index] = after;
  if (after !== null) indexOf.set(keyOf(table, after as never), index);
}

function rowAfter(row: AnyRow | null, change: Change): AnyRow | null {
  switch (change.kind) {
    case "insert":
      return change.row;
    case "update":
      return { ...row, ...change.after };
    case "delete":
      return null;
  }
}

/** Cells are equal when they would show the same; a list of months is compared month by month. */
function sameValue(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, i) => item === b[i]);
  return a === b;
}
