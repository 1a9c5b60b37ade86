import type { Change } from "../../domain/changes";
import type { CellValue } from "../../domain/workbook/encode";
import { keyColumn, keyOf, tableNames } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import type { Statuses } from "../../domain/workbook/statuses";

export type Cells = Readonly<Record<string, CellValue>>;

/** What is to become of a row that is there. */
export type RowWork = {
  readonly key: string;
  /** What the cells must hold, or somebody has changed the row meanwhile. Null: the row is only told its state. */
  readonly expected: Cells | null;
  readonly cells: Cells;
  readonly removed: boolean;
};

/** All that is to be done in one table: rows that are there, and whole new rows. */
export type TableWork = {
  readonly table: TableName;
  readonly rows: readonly RowWork[];
  readonly inserts: readonly Cells[];
};

/** The changes and the states to be shown, table by table and row by row. */
export function tableWorks(changes: readonly Change[], statuses: Statuses): readonly TableWork[] {
  return tableNames
    .map((table) => {
      const own = changes.filter((change) => change.table === table);
      return tableWork(table, own, (statuses[table] ?? new Map()) as ReadonlyMap<string, Cells>);
    })
    .filter(({ rows, inserts }) => rows.length > 0 || inserts.length > 0);
}

function tableWork(table: TableName, changes: readonly Change[], statuses: ReadonlyMap<string, Cells>): TableWork {
  const inserts = new Map<string, Cells>();
  const rows = new Map<string, RowWork>();
  for (const change of changes) {
    if (change.kind === "insert") inserts.set(keyOf(table, change.row as never), change.row);
    else if (change.kind === "delete") {
      const key = keyOf(table, change.row as never);
      rows.set(key, { key, expected: change.row, cells: {}, removed: true });
    } else addUpdate(change.key, change.before, change.after, inserts, rows);
  }
  for (const [key, status] of statuses) addStatus(key, status, table, inserts, rows);
  return { table, rows: [...rows.values()], inserts: [...inserts.values()] };
}

/** A row that is changed twice is written once. */
function addUpdate(
  key: string,
  before: Cells,
  after: Cells,
  inserts: Map<string, Cells>,
  rows: Map<string, RowWork>,
): void {
  const inserted = inserts.get(key);
  if (inserted !== undefined) {
    inserts.set(key, { ...inserted, ...after });
    return;
  }
  const known = rows.get(key);
  rows.set(key, {
    key,
    expected: { ...before, ...known?.expected },
    cells: { ...known?.cells, ...after },
    removed: false,
  });
}

function addStatus(
  key: string,
  status: Cells,
  table: TableName,
  inserts: Map<string, Cells>,
  rows: Map<string, RowWork>,
): void {
  const inserted = inserts.get(key);
  if (inserted !== undefined) {
    inserts.set(key, { ...inserted, ...status });
    return;
  }
  const renamed = [...rows.values()].find(({ cells }) => cells[keyColumn(table)] === key);
  const known = rows.get(key) ?? renamed;
  if (known?.removed === true) return;
  const row = known ?? { key, expected: null, cells: {}, removed: false };
  rows.set(row.key, { ...row, cells: { ...row.cells, ...status } });
}
