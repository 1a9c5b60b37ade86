import { tableNames, tables } from "../../domain/workbook/schema";
import { SETTINGS_TABLE } from "../../domain/workbook/settings";

/** The names, in Excel, of all tables that a register has. */
export const registerTables: readonly string[] = [
  ...tableNames.map((table) => tables[table].excelName),
  SETTINGS_TABLE,
];
