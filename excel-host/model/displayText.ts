import { format } from "numfmt";
import { type Cell, isCellError } from "./cell";
import { styleAt } from "./style";
import type { Workbook } from "./workbook";

/** What the cell shows, in the language of the workbook: "15/03/2026", "1 234,50 €". Too narrow a column is not known here. */
export function displayText(workbook: Workbook, { value, style }: Cell): string {
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  return shownAs(styleAt(workbook.styles, style).numberFormat, value, workbook.locale);
}

function shownAs(numberFormat: string, value: string | number | boolean, locale: string): string {
  try {
    return format(numberFormat, value, { locale });
  } catch {
    return String(value);
  }
}
