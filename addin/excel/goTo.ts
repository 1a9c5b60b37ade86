import type { Located } from "../../domain/workbook/locate";
import { inWorkbook } from "./inWorkbook";

/** Shows the sheet, even a hidden one, and selects the cell. Throws an ExcelError. */
export function goTo({ sheet, cell }: Located): Promise<void> {
  return inWorkbook(async (context) => {
    const worksheet = context.workbook.worksheets.getItem(sheet);
    worksheet.visibility = "Visible";
    worksheet.activate();
    if (cell !== null) worksheet.getRange(cell).select();
    await context.sync();
  });
}
