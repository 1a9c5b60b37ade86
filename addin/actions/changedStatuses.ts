import { french } from "../../domain/i18n/french";
import type { Plan } from "../../domain/plan/plan";
import { statusColumns } from "../../domain/plan/statusColumns";
import { decodeCell } from "../../domain/workbook/cells";
import type { Positions, RawTable } from "../../domain/workbook/readRegister";
import { columnsOf, tableNames, tables } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import type { Statuses } from "../../domain/workbook/statuses";
import { laidColumns } from "../excel/tableColumns";

type StatusCells = Readonly<Record<string, unknown>>;
type Shown = ReadonlyMap<string, StatusCells>;

/** What the status columns are to show, of all contracts or of some. The register is a French document. */
export function statusesOf(plan: Plan, contracts?: ReadonlySet<string>): Statuses {
  const chosen = plan.contracts.filter(({ file }) => contracts?.has(file.contract.number) ?? true);
  return statusColumns({ ...plan, contracts: chosen }, french);
}

/** From so many cells on, a column costs Excel less as one block than as its scattered cells. */
const MANY_CELLS = 200;

/**
 * The cells that show something else than they are to show; where these are many in a column, the column as a whole. Rows
 * of which nothing is to be shown are left alone.
 */
export function changedStatuses(shown: Statuses, wanted: Statuses): Statuses {
  return Object.fromEntries(
    tableNames.flatMap((table) => {
      const before: Shown = shown[table] ?? new Map();
      const rows = [...((wanted[table] ?? new Map()) as Shown)];
      const columns = columnsOf(table).flatMap(([name, { role }]) => {
        if (role !== "status") return [];
        const changed = rows.filter(([key, cells]) => (cells[name] ?? null) !== (before.get(key)?.[name] ?? null));
        return [{ name, rows: changed.length < MANY_CELLS ? changed : rows }];
      });
      const cellsOf = new Map<string, Record<string, unknown>>();
      for (const column of columns) {
        for (const [key, cells] of column.rows) {
          const own = cellsOf.get(key) ?? {};
          own[column.name] = cells[column.name] ?? null;
          cellsOf.set(key, own);
        }
      }
      return cellsOf.size === 0 ? [] : [[table, cellsOf]];
    }),
  );
}

/** What is shown of the rows that are known by these keys. */
export function statusesOfRows(statuses: Statuses, keys: ReadonlyMap<TableName, ReadonlySet<string>>): Statuses {
  return Object.fromEntries(
    tableNames.flatMap((table) => {
      const shown = (statuses[table] ?? new Map()) as Shown;
      const own = [...(keys.get(table) ?? [])].flatMap((key): [string, StatusCells][] => {
        const cells = shown.get(key);
        return cells === undefined ? [] : [[key, cells]];
      });
      return own.length === 0 ? [] : [[table, new Map(own)]];
    }),
  );
}

/** What the status columns show in the tables as they were read. */
export function shownStatuses(read: readonly RawTable[], positions: Positions): Statuses {
  return Object.fromEntries(
    tableNames.flatMap((table) => {
      const raw = read.find(({ name }) => name.toLowerCase() === tables[table].excelName.toLowerCase());
      return raw === undefined ? [] : [[table, shownIn(table, raw, positions)]];
    }),
  );
}

function shownIn(table: TableName, raw: RawTable, positions: Positions): Shown {
  const columns = laidColumns(table, raw.headers).filter(({ column }) => column.role === "status");
  const lines = new Map(raw.rows.map(({ row, cells }) => [row, cells]));
  return new Map(
    [...(positions[table]?.rows ?? [])].map(([key, line]) => [
      key,
      Object.fromEntries(
        columns.map(({ name, column, index }) => [name, decodeCell(column, lines.get(line)?.[index] ?? null).value]),
      ),
    ]),
  );
}
