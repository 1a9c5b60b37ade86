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

/** The cells that show something else than they are to show. Rows of which nothing is to be shown are left alone. */
export function changedStatuses(shown: Statuses, wanted: Statuses): Statuses {
  return Object.fromEntries(
    tableNames.flatMap((table) => {
      const before: Shown = shown[table] ?? new Map();
      const changed = [...((wanted[table] ?? new Map()) as Shown)].flatMap(([key, cells]): [string, StatusCells][] => {
        const different = changedCells(table, before.get(key) ?? {}, cells);
        return Object.keys(different).length === 0 ? [] : [[key, different]];
      });
      return changed.length === 0 ? [] : [[table, new Map(changed)]];
    }),
  );
}

function changedCells(table: TableName, before: StatusCells, after: StatusCells): StatusCells {
  const names = columnsOf(table).filter(([, { role }]) => role === "status");
  return Object.fromEntries(
    names
      .map(([name]) => [name, after[name] ?? null] as const)
      .filter(([name, value]) => value !== (before[name] ?? null)),
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
