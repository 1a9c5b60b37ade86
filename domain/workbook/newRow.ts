import type { Row, TableName } from "./schema";
import { columnsOf } from "./schema";

/** A row with the given values; every other column is blank, or what a blank cell of it means. */
export function newRow<T extends TableName>(table: T, values: Partial<Row<T>>): Row<T> {
  const blanks = columnsOf(table)
    .filter(([, column]) => column.role === "key" || column.role === "input")
    .map(([name, column]) => [name, column.fallback ?? null]);
  return { ...(Object.fromEntries(blanks) as Row<T>), ...values };
}
