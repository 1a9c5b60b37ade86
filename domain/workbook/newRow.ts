import type { Row, TableName } from "./schema";
import { columnsOf, tableNames } from "./schema";

/** By table, the row of which every column is blank, or what a blank cell of it means. */
const blankRows = Object.fromEntries(
  tableNames.map((table) => [
    table,
    Object.fromEntries(
      columnsOf(table)
        .filter(([, column]) => column.role === "key" || column.role === "input")
        .map(([name, column]) => [name, column.fallback ?? null]),
    ),
  ]),
) as unknown as { readonly [T in TableName]: Row<T> };

/** A row with the given values; every other column is blank, or what a blank cell of it means. */
export function newRow<T extends TableName>(table: T, values: Partial<Row<T>>): Row<T> {
  return { ...blankRows[table], ...values };
}
