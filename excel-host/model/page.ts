import { addressOf, quotedSheet } from "./address";
import { edit, tell } from "./edit";
import type { Sheet, Workbook } from "./workbook";

/** How a sheet is printed. Margins in inches; texts in Excel's own codes ("&P"). */
export type Page = {
  readonly landscape: boolean;
  /** As files number paper: 1 is Letter, 9 is A4. */
  readonly paper: number;
  /** As many pages wide and tall as it must fit; null for as many as it takes. Both null: not fitted. */
  readonly wide: number | null;
  readonly tall: number | null;
  readonly margins: Readonly<Record<"left" | "right" | "top" | "bottom" | "header" | "footer", number>>;
  readonly footer: Readonly<Record<"left" | "center" | "right", string>>;
};

export const usualPage: Page = {
  landscape: false,
  paper: 9,
  wide: null,
  tall: null,
  margins: { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
  footer: { left: "", center: "", right: "" },
};

export function layOutPage(workbook: Workbook, origin: string, sheet: Sheet, changes: Partial<Page>): void {
  edit(workbook, origin, () => {
    sheet.page = { ...sheet.page, ...changes };
    tell(workbook, { kind: "layout", sheet });
  });
}

/** The rows repeated on every page, or all that is printed, as an area of the sheet. Excel keeps both as names. */
export function setPrintName(
  workbook: Workbook,
  origin: string,
  sheet: Sheet,
  name: "_xlnm.Print_Titles" | "_xlnm.Print_Area",
  area: Parameters<typeof addressOf>[0],
): void {
  const address = addressOf(area).replace(/([A-Z]+|\d+)/g, "$$$1");
  const formula = `${quotedSheet(sheet.name)}!${address}`;
  edit(workbook, origin, () => {
    workbook.names = workbook.names.filter((other) => other.sheet !== sheet || other.name !== name);
    workbook.names.push({ name, formula, visible: true, sheet });
    tell(workbook, { kind: "names" });
  });
}
