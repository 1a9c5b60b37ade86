import type { AddWorksheetOptions } from "exceljs";
import { printedPage as page } from "../../domain/workbook/look/printedPage";
import type { PrintedSheet } from "../../domain/workbook/look/printedPage";

const A4 = 9;

/** How the sheet is printed, as exceljs takes it. */
export function printedPage({ titleRow, area, onOnePage }: PrintedSheet): Partial<AddWorksheetOptions> {
  const { left, center, right } = page.footer;
  return {
    pageSetup: {
      paperSize: A4,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: onOnePage ? 1 : 0,
      ...(titleRow !== null && { printTitlesRow: `${titleRow}:${titleRow}` }),
      margins: page.margins,
      // exceljs puts a $ before the columns only.
      ...(area !== null && { printArea: area.replace(/\d+/g, "$$$&") }),
    },
    headerFooter: { oddFooter: `&L${left}&C${center}&R${right}` },
  };
}
