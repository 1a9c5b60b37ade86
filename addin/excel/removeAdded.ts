import { SCHEMA_VERSION, tables } from "../../domain/workbook/schema";
import { SETTINGS_TABLE } from "../../domain/workbook/settings";
import type { AddedParts } from "./createTables";
import { inWorkbook } from "./inWorkbook";

/** Takes back what createTables added, and nothing else. Throws an ExcelError. */
export function removeAdded(added: AddedParts): Promise<void> {
  return inWorkbook(async (context) => {
    const { workbook } = context;
    const gone = new Set(added.sheets.map(({ id }) => id));
    for (const { name, sheet } of added.names) {
      if (sheet === null) workbook.names.getItem(name).delete();
      else if (!gone.has(sheet)) workbook.worksheets.getItem(sheet).names.getItem(name).delete();
    }
    for (const { table, header } of added.columns) {
      workbook.tables.getItem(tables[table].excelName).columns.getItem(header).delete();
    }
    await takeBackSettings(context, added);
    workbook.worksheets.getItem(added.activeSheet).activate();
    for (const { id } of added.sheets) workbook.worksheets.getItem(id).delete();
    await context.sync();
  });
}

async function takeBackSettings(context: Excel.RequestContext, { settings, olderVersion }: AddedParts): Promise<void> {
  if (settings.length === 0 && olderVersion === null) return;
  const table = context.workbook.tables.getItem(SETTINGS_TABLE);
  const body = table.getDataBodyRange().load("values");
  await context.sync();
  const rows: readonly (readonly unknown[])[] = body.values;
  if (olderVersion !== null) {
    const line = rows.findIndex((row) => row.includes("schemaVersion"));
    const column = rows[line]?.indexOf(SCHEMA_VERSION) ?? -1;
    if (column !== -1) body.getCell(line, column).values = [[olderVersion]];
  }
  // From below, so that the lines above stay where they are.
  for (let line = rows.length - 1; line >= 0; line -= 1) {
    if (settings.some((label) => rows[line]?.includes(label))) table.rows.getItemAt(line).delete();
  }
}
