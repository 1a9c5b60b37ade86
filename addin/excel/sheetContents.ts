import { inWorkbook } from "./inWorkbook";

/** What was typed in a sheet: its cells as formulas, from the first one used; null for a sheet that is gone. */
export type SheetContents = { readonly area: string; readonly cells: unknown } | null;

/** What the sheets with these ids hold, to tell later whether anything was typed in them. Throws an ExcelError. */
export function sheetContents(ids: readonly string[]): Promise<readonly SheetContents[]> {
  return inWorkbook(async (context) => {
    const sheets = ids.map((id) => context.workbook.worksheets.getItemOrNullObject(id));
    await context.sync();
    const used = sheets.map((sheet) =>
      sheet.isNullObject ? null : sheet.getUsedRangeOrNullObject(true).load("address,formulas"),
    );
    await context.sync();
    return used.map((range) =>
      range === null || range.isNullObject ? null : { area: range.address, cells: range.formulas },
    );
  });
}
