import { sheetTexts } from "./sheetTexts";

/** How a sheet is printed: on A4 in landscape, one page wide, headed on every page, numbered. Margins in inches. */
export const printedPage = {
  margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
  /** Name of the sheet, date, page: in Excel's own codes. */
  footer: { left: "&A", center: "&D", right: `${sheetTexts.page} &P / &N` },
} as const;

/** What differs from one sheet to the next. */
export type PrintedSheet = {
  /** The row, from 1, that is repeated on every page; null for none. */
  readonly titleRow: number | null;
  /** "A:O", null for the whole sheet. */
  readonly area: string | null;
  readonly onOnePage: boolean;
};
