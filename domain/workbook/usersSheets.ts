import type { SourceSheet } from "../import/sourceSheet";
import { sheetTexts } from "./look/sheetTexts";
import { tableNames, tables } from "./schema";
import { SETTINGS_TABLE } from "./settings";

const registerTables = new Set([...tableNames.map((table) => tables[table].excelName), SETTINGS_TABLE].map(lower));

/** The sheets that are the user's own: those of the register hold no list to import. */
export function usersSheets(sheets: readonly SourceSheet[]): readonly SourceSheet[] {
  const hasRegister = sheets.some(isOfRegister);
  return sheets.filter((sheet) => !isOfRegister(sheet) && !(hasRegister && (isWordLists(sheet) || isDashboard(sheet))));
}

/** Whether a table of the register lies in the sheet. */
export function isOfRegister({ tables: own }: Pick<SourceSheet, "tables">): boolean {
  return own.some(({ name }) => registerTables.has(lower(name)));
}

function isWordLists({ hidden, name }: SourceSheet): boolean {
  return hidden && name.startsWith(sheetTexts.listsSheet);
}

/** By its title in B1: its tab may be called otherwise. */
function isDashboard({ rows }: SourceSheet): boolean {
  return rows[0]?.[1] === sheetTexts.dashboard.sheet;
}

function lower(name: string): string {
  return name.toLowerCase();
}
