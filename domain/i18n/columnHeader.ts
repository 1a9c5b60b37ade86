import type { TableName } from "../workbook/schema";
import type { WorkbookWords } from "./catalogue";

/** The header of a column, which is what its reader sees in the workbook; its name in the schema where it has none. */
export function columnHeader({ columns }: WorkbookWords, table: TableName, column: string): string {
  const headers: Readonly<Record<string, string>> = columns[table];
  return headers[column] ?? column;
}
