import type { Change } from "./changes";
import type { Register } from "./register";
import { keyColumn, keyOf } from "./workbook/schema";
import type { Row, TableName } from "./workbook/schema";

type AnyRow = Readonly<Record<string, unknown>>;

/** The contracts on which the changes bear, before or after them. */
export function touchedContracts(before: Register, after: Register, changes: readonly Change[]): ReadonlySet<string> {
  const touched = new Set<string>();
  const add = (table: TableName, row: AnyRow | undefined) => {
    if (row === undefined) return;
    if (table === "contracts") touched.add(String(row.number));
    else if (table === "clients") contractsOf(after, String(row.number)).forEach((number) => touched.add(number));
    else if (typeof row.contract === "string") touched.add(row.contract);
  };
  for (const change of changes) {
    const { table } = change;
    if (change.kind !== "update") add(table, change.row);
    else {
      const newKey = (change.after as AnyRow)[keyColumn(table)];
      add(table, rowOf(before, table, change.key));
      add(table, rowOf(after, table, typeof newKey === "string" ? newKey : change.key));
    }
  }
  return touched;
}

function rowOf(register: Register, table: TableName, key: string): AnyRow | undefined {
  return (register[table] as readonly Row<TableName>[]).find((row) => keyOf(table, row as never) === key);
}

function contractsOf(register: Register, client: string): readonly string[] {
  return register.contracts.filter((contract) => contract.client === client).map(({ number }) => number);
}

/** The contracts on whose rows two readings of the same workbook differ. */
export function contractsThatDiffer(
  before: Register,
  after: Register,
  tables: readonly TableName[],
): ReadonlySet<string> {
  const changes = tables.flatMap((table): Change[] => {
    const old = rowsByKey(before, table);
    const now = rowsByKey(after, table);
    const gone = [...old].filter(([key, row]) => JSON.stringify(now.get(key)) !== JSON.stringify(row));
    const come = [...now].filter(([key, row]) => JSON.stringify(old.get(key)) !== JSON.stringify(row));
    return [
      ...gone.map(([, row]) => ({ kind: "delete", table, row }) as unknown as Change),
      ...come.map(([, row]) => ({ kind: "insert", table, row }) as unknown as Change),
    ];
  });
  return touchedContracts(before, after, changes);
}

function rowsByKey(register: Register, table: TableName): ReadonlyMap<string, AnyRow> {
  return new Map((register[table] as readonly Row<TableName>[]).map((row) => [keyOf(table, row as never), row]));
}
