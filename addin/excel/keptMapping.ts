import { inWorkbook } from "./inWorkbook";

/** Kept in the file for this add-in: a copy of the workbook has it too, and nobody sees it in a sheet. */
const KEY = "listMapping";

/** What was kept of the columns of the last list, as it was given; null where nothing was. Throws an ExcelError. */
export function keptMapping(): Promise<string | null> {
  return inWorkbook(async (context) => {
    const setting = context.workbook.settings.getItemOrNullObject(KEY).load("value");
    await context.sync();
    return setting.isNullObject ? null : String(setting.value);
  });
}

/** Keeps it for the next list. Throws an ExcelError. */
export function keepMapping(text: string): Promise<void> {
  return inWorkbook(async (context) => {
    context.workbook.settings.add(KEY, text);
    await context.sync();
  });
}
