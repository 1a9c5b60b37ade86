import type { AddWorksheetOptions } from "exceljs";
import { registerTexts } from "./registerTexts";

const A4 = 9;

/** A sheet that prints as a page should: one page wide, headed on every page, numbered. */
export function printedPage(page: {
  readonly orientation: "landscape" | "portrait";
  readonly titleRow: number;
  readonly onOnePage: boolean;
  readonly printArea: string | null;
}): Partial<AddWorksheetOptions> {
  const { orientation, titleRow, onOnePage, printArea } = page;
  return {
    pageSetup: {
      paperSize: A4,
      orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: onOnePage ? 1 : 0,
      printTitlesRow: `${titleRow}:${titleRow}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(printArea !== null && { printArea }),
    },
    headerFooter: { oddFooter: `&L&A&C&D&R${registerTexts.page} &P / &N` },
  };
}
