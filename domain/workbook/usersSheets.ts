import type { SourceSheet } from "../import/sourceSheet";
import { sheetTexts } from "./look/sheetTexts";
import { tableNames, tables } from "./schema";
import { SETTINGS_TABLE } from "./settings";

const registerTables = new Set([...tableNames.map((table) => tables[table].excelName), SETTINGS_TABLE].map(lower));

/** The sheets that are the user's own: those of the register hold no list to import. */
export function usersSheets(sheets: readonly SourceSheet[]): readonly SourceSheet[] {
  const isRegister = ({ tables: own }: SourceSheet) => own.some(({ name }) => registerTables.has(lower(name)));
  const hasRegister = sheets.some(isRegister);
  return sheets.filter((sheet) => {
    const isWordLists = hasRegister && sheet.hidden && sheet.name.startsWith(sheetTexts.listsSheet);
    return !isRegister(sheet) && !isWordLists;
  });
}

function lower(name: string): string {
  return name.toLowerCase();
}
