import type { Change } from "./changes";
import type { Register } from "./register";
import { keyColumn, keyOf } from "./workbook/schema";
import type { Row, TableName } from "./workbook/schema";

type AnyRow = Readonly<Record<string, unknown>>;

/** The contracts on which the changes bear, before or after them. */
export function touchedContracts(before: Register, after: Register, changes: readonly Change[]): ReadonlySet<string> {
  const touched = new Set<string>();
  const old = rowsByKey(before);
  const now = rowsByKey(after);
  const clients = new Set<string>();
  const add = (table: TableName, row: AnyRow | undefined) => {
    if (row === undefined) return;
    if (table === "contracts") touched.add(String(row.number));
    else if (table === "clients") clients.add(String(row.number));
    else if (typeof row.contract === "string") touched.add(row.contract);
  };
  for (const change of changes) {
    const { table } = change;
    if (change.kind !== "update") add(table, change.row);
    else {
      const newKey = (change.after as AnyRow)[keyColumn(table)];
      add(table, old(table).get(change.key));
      add(table, now(table).get(typeof newKey === "string" ? newKey : change.key));
    }
  }
  for (const { number, client } of after.contracts) {
    if (clients.has(client)) touched.add(number);
  }
  return touched;
}

/** The rows of each table by their keys, put together when a table is first asked for. */
function rowsByKey(register: Register): (table: TableName) => ReadonlyMap<string, AnyRow> {
  const known = new Map<TableName, ReadonlyMap<string, AnyRow>>();
  return (table) => {
    const rows =
      known.get(table) ??
      new Map((register[table] as readonly Row<TableName>[]).map((row) => [keyOf(table, row as never), row]));
    known.set(table, rows);
    return rows;
  };
}

/** The contracts on whose rows two readings of the same workbook differ. */
export function contractsThatDiffer(
  before: Register,
  after: Register,
  tables: readonly TableName[],
): ReadonlySet<string> {
  const [oldRows, newRows] = [rowsByKey(before), rowsByKey(after)];
  const changes = tables.flatMap((table): Change[] => {
    const [old, now] = [oldRows(table), newRows(table)];
    const gone = [...old].filter(([key, row]) => JSON.stringify(now.get(key)) !== JSON.stringify(row));
    const come = [...now].filter(([key, row]) => JSON.stringify(old.get(key)) !== JSON.stringify(row));
    return [
      ...gone.map(([, row]) => ({ kind: "delete", table, row }) as unknown as Change),
      ...come.map(([, row]) => ({ kind: "insert", table, row }) as unknown as Change),
    ];
  });
  return touchedContracts(before, after, changes);
}
