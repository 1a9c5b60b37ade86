import type { Positions, TablePosition } from "../../domain/workbook/readRegister";
import { keyColumn } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import type { AppendedRows } from "./appendRows";
import { headersOf } from "./openTable";
import type { OpenTable, PlacedRange } from "./openTable";
import { laidColumns } from "./tableColumns";
import type { RowWork } from "./tableWork";

/** A table after the write exchange. */
export type WrittenTable = {
  readonly open: OpenTable;
  readonly placed: ReadonlyMap<RowWork, PlacedRange>;
  readonly appended: AppendedRows | null;
};

/** Where rows and columns lie after the write exchange. */
export function newPositions(positions: Positions, written: readonly WrittenTable[]): Positions {
  const known: { [T in TableName | "settings"]?: TablePosition } = { ...positions };
  for (const table of written) known[table.open.work.table] = newPosition(known[table.open.work.table], table);
  return known;
}

function newPosition(before: TablePosition | undefined, { open, placed, appended }: WrittenTable): TablePosition {
  const { work, header, sheet } = open;
  const headerRow = header.rowIndex + 1;
  const moved = headerRow - (before?.headerRow ?? headerRow);
  const rows = new Map([...(before?.rows ?? [])].map(([key, line]) => [key, line + moved]));
  for (const row of work.rows) {
    const place = placed.get(row);
    if (place === undefined) continue;
    const newKey = row.cells[keyColumn(work.table)];
    rows.delete(row.key);
    rows.set(typeof newKey === "string" ? newKey : row.key, headerRow + place.offset);
  }
  appended?.keys.forEach((key, i) => rows.set(key, appended.range.rowIndex + 1 + i));
  const removed = work.rows.filter((row) => row.removed && placed.has(row));
  for (const row of removed) rows.delete(row.key);
  const gone = removed.map((row) => headerRow + (placed.get(row)?.offset ?? 0));
  const columns = laidColumns(work.table, headersOf(open)).map(({ name, index }): [string, number] => [
    name,
    header.columnIndex + 1 + index,
  ]);
  return { sheet: sheet.name, headerRow, columns: new Map(columns), rows: closedUp(rows, gone) };
}

/** The rows below those that are gone have moved up. */
function closedUp(rows: ReadonlyMap<string, number>, gone: readonly number[]): ReadonlyMap<string, number> {
  if (gone.length === 0) return rows;
  return new Map([...rows].map(([key, line]) => [key, line - gone.filter((other) => other < line).length]));
}
