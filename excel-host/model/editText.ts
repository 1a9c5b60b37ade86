import { isDateFormat, isPercentFormat } from "numfmt";
import { isCellError } from "./cell";
import { cellAt } from "./cells";
import { displayText } from "./displayText";
import { styleAt } from "./style";
import { typedFormula } from "./structuredFormula";
import type { Sheet, Workbook } from "./workbook";
import { tableAround } from "./writeCells";

/** What the formula bar shows and the person edits: the formula, or the whole value rather than its rounded look. */
export function editText(workbook: Workbook, sheet: Sheet, row: number, column: number): string {
  const cell = cellAt(sheet, row, column);
  const { value, formula, style } = cell;
  if (formula !== null) return `=${typedFormula(formula, tableAround(sheet, row, column))}`;
  if (value === null) return "";
  if (isCellError(value)) return value.error;
  const { numberFormat } = styleAt(workbook.styles, style);
  if (typeof value === "string") return wouldChange(value, numberFormat) ? `'${value}` : value;
  if (typeof value === "boolean" || isDateFormat(numberFormat)) return displayText(workbook, cell);
  const [number, sign] = isPercentFormat(numberFormat) ? [Number((value * 100).toPrecision(15)), "%"] : [value, ""];
  return String(number).replace(".", ",") + sign;
}

/** A text that would become something else if it were typed again. */
function wouldChange(text: string, numberFormat: string): boolean {
  return numberFormat !== "@" && /^['=+\-@]|^[\d\s.,/€%:-]+$/.test(text);
}
