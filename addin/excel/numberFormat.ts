import type { Column } from "../../domain/workbook/columns";

const textFormat = "@";

/** As Excel takes them in every language. */
const formats: { readonly [T in Column["type"]]: string } = {
  text: textFormat,
  longText: textFormat,
  postcode: textFormat,
  phone: textFormat,
  email: textFormat,
  reference: textFormat,
  months: textFormat,
  date: "dd/mm/yyyy",
  money: "#,##0.00\\ [$€-40C]",
  vatRate: "0.0\\ %",
  integer: "0",
  decimal: "General",
  yesNo: "General",
  choice: "General",
};

/** The number format of a column. Text is kept as text, so that 06 12… keeps its zero. */
export function numberFormat({ role, type }: Pick<Column, "role" | "type">): string {
  const format = formats[type];
  // A formula in a cell of text would be shown instead of computed.
  return format === textFormat && role === "formula" ? "General" : format;
}
