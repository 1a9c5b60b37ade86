import { readRegister } from "../../domain/workbook/readRegister";
import type { RawTable } from "../../domain/workbook/readRegister";
import { columnsOf, keyOf, tables } from "../../domain/workbook/schema";
import type { Row, TableName } from "../../domain/workbook/schema";
import { rawCell } from "./rawCells";
import type { Cells, RowWork } from "./tableWork";

/** A row that was read alone: its key, as the register would have it, and its values. */
export type RowThere = { readonly key: string; readonly values: Cells };

/** One row of a table, from its cells as Office.js gives them; null when it is blank or cannot be understood. */
export function rowThere(table: TableName, headers: readonly string[], cells: readonly unknown[]): RowThere | null {
  const raw: RawTable = {
    name: tables[table].excelName,
    sheet: "",
    headerRow: 1,
    firstColumn: 1,
    headers,
    rows: [{ row: 2, cells: cells.map(rawCell) }],
  };
  const read = readRegister([raw]);
  if ("reason" in read) return null;
  const [row] = read.register[table] as readonly Row<TableName>[];
  return row === undefined ? null : { key: keyOf(table, row as never), values: row };
}

/** The reader gives "2026-001~12" or "~12" to a row whose key is copied or missing: what the cell holds is before it. */
export function typedKey(key: string): string {
  return key.replace(/~\d+$/, "");
}

/** Whether the row is the one that is meant. */
export function isMeant(work: Pick<RowWork, "key">, row: RowThere | null): row is RowThere {
  return row !== null && typedKey(row.key) === typedKey(work.key);
}

/** Whether the row is the one that is meant and nobody has changed what is to be written over. */
export function isAsExpected(table: TableName, work: RowWork, row: RowThere | null): boolean {
  if (!isMeant(work, row)) return false;
  const keys = columnsNamingRows(table);
  return Object.entries(work.expected ?? {}).every(([column, expected]) => {
    const found = row.values[column];
    // Months are a list.
    if (!keys.has(column)) return JSON.stringify(found) === JSON.stringify(expected);
    return typedKey(textOf(found)) === typedKey(textOf(expected));
  });
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

const namingRows = new Map<TableName, ReadonlySet<string>>();

/** The columns that hold keys, of the row itself or of others. */
export function columnsNamingRows(table: TableName): ReadonlySet<string> {
  const known = namingRows.get(table);
  if (known !== undefined) return known;
  const names = columnsOf(table).filter(([, { role, type }]) => role === "key" || type === "reference");
  const columns = new Set(names.map(([name]) => name));
  namingRows.set(table, columns);
  return columns;
}
