import { workbook as words } from "../../domain/i18n/fr/workbook";
import type { Register } from "../../domain/register";
import { tableNames, tables } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { SETTINGS_TABLE } from "../../domain/workbook/settings";
import type { Statuses } from "../../domain/workbook/statuses";
import { inWorkbook } from "./inWorkbook";
import { fillListSheet } from "./newListSheet";
import { fillSettingsSheet } from "./newSettingsSheet";
import { newSheetTexts } from "./newSheetTexts";
import { fillTableSheet } from "./newTableSheet";
import { freeSheetName } from "./sheetNames";

/** What a new register holds. */
export type NewRegister = {
  readonly register: Register;
  readonly statuses: Statuses;
};

/**
 * Adds the sheets of a register beside the user's own, which are left as they are. Tables of a register that the
 * workbook has already are left too: only what is missing is added. Throws an ExcelError.
 */
export function createTables({ register, statuses }: NewRegister): Promise<void> {
  return inWorkbook(async (context) => {
    const { worksheets, tables: existing, names } = context.workbook;
    worksheets.load("items/name");
    existing.load("items/name");
    names.load("items/name");
    await context.sync();
    const sheetNames = lowerCase(worksheets.items);
    const tableExists = lowerCase(existing.items);
    const nameExists = lowerCase(names.items);
    const addSheet = (wanted: string) => {
      const name = freeSheetName(wanted, sheetNames);
      sheetNames.add(name.toLowerCase());
      return worksheets.add(name);
    };
    const isMissing = (table: string) => !tableExists.has(table.toLowerCase());

    // In the order in which their tabs are shown; the cells that formulas name come first.
    const missing = tableNames.filter((table) => isMissing(tables[table].excelName));
    const sheets = new Map<TableName, Excel.Worksheet>();
    const addSheets = (hidden: boolean) => {
      for (const table of missing)
        if (tables[table].hidden === hidden) sheets.set(table, addSheet(words.sheets[table]));
    };
    addSheets(false);
    const settingsSheet = isMissing(SETTINGS_TABLE) ? addSheet(words.sheets.settings) : null;
    addSheets(true);
    if (!nameExists.has("liste_yesno")) {
      const lists = addSheet(newSheetTexts.listsSheet);
      fillListSheet(lists, names, nameExists);
      lists.visibility = "Hidden";
    }
    if (settingsSheet !== null) fillSettingsSheet(settingsSheet, register.settings, names, nameExists);
    await context.sync();
    for (const [table, sheet] of sheets) {
      fillTableSheet(sheet, table, register[table], statuses);
      if (tables[table].hidden) sheet.visibility = "Hidden";
      await context.sync();
    }
    sheets.get("contracts")?.activate();
    await context.sync();
  });
}

function lowerCase(items: readonly { readonly name: string }[]): Set<string> {
  return new Set(items.map(({ name }) => name.toLowerCase()));
}
