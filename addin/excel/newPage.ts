import { printedPage } from "../../domain/workbook/look/printedPage";
import type { PrintedSheet } from "../../domain/workbook/look/printedPage";

const POINTS_PER_INCH = 72;

/** How a sheet is printed. Excel refuses this where no printer is known: keep it apart from what matters. */
export function layOutPage({ pageLayout }: Excel.Worksheet, { titleRow, area, onOnePage }: PrintedSheet): void {
  const { margins, footer } = printedPage;
  pageLayout.orientation = "Landscape";
  pageLayout.paperSize = "A4";
  pageLayout.zoom = { horizontalFitToPages: 1, ...(onOnePage && { verticalFitToPages: 1 }) };
  pageLayout.leftMargin = margins.left * POINTS_PER_INCH;
  pageLayout.rightMargin = margins.right * POINTS_PER_INCH;
  pageLayout.topMargin = margins.top * POINTS_PER_INCH;
  pageLayout.bottomMargin = margins.bottom * POINTS_PER_INCH;
  pageLayout.headerMargin = margins.header * POINTS_PER_INCH;
  pageLayout.footerMargin = margins.footer * POINTS_PER_INCH;
  if (titleRow !== null) pageLayout.setPrintTitleRows(`$${String(titleRow)}:$${String(titleRow)}`);
  if (area !== null) pageLayout.setPrintArea(area);
  const texts = pageLayout.headersFooters.defaultForAllPages;
  texts.leftFooter = footer.left;
  texts.centerFooter = footer.center;
  texts.rightFooter = footer.right;
}
