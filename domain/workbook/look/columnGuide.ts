import { toSerial } from "../../dates/excelSerial";
import type { Column } from "../columns";
import { isFilledForUser } from "./cellLook";
import { sheetTexts } from "./sheetTexts";
import { listName } from "./wordLists";

/** What a cell may hold, as Excel checks it. Dates are Excel's own numbers, both limits are allowed. */
export type CellCheck =
  | { readonly kind: "list"; readonly name: string }
  | { readonly kind: "date" | "decimal" | "whole"; readonly least: number; readonly most: number };

/** The help of a column, shown when one of its cells is entered, and a warning (never a refusal) for what Tacite cannot read. */
export type ColumnGuide = {
  readonly title: string;
  readonly help: string;
  readonly check: (CellCheck & { readonly warning: string }) | null;
};

/** The days that the reader accepts. */
const [firstDay, lastDay] = [toSerial("1950-01-01"), toSerial("2150-12-31")];
/** As the reader has it: ten million euros, and no larger count. */
const largestAmount = 10_000_000;
const largestCount = 1_200;

const { warnings } = sheetTexts;

/** What Excel shows and checks in the cells of a column. Excel keeps 32 characters of a title and 255 of a text. */
export function columnGuide(column: Column, label: string, help: string): ColumnGuide {
  const check = isFilledForUser(column) ? null : checkOf(column);
  return { title: label.slice(0, 32), help: help.slice(0, 255), check };
}

function checkOf(column: Column): ColumnGuide["check"] {
  const list = listName(column);
  if (list !== null) return { kind: "list", name: list, warning: warnings.list };
  switch (column.type) {
    case "date":
      return { kind: "date", least: firstDay, most: lastDay, warning: warnings.date };
    case "money":
      return { kind: "decimal", least: -largestAmount, most: largestAmount, warning: warnings.money };
    case "vatRate":
      return { kind: "decimal", least: 0, most: 1, warning: warnings.vatRate };
    case "integer":
      return { kind: "whole", least: column.min ?? 0, most: column.max ?? largestCount, warning: warnings.integer };
    case "decimal":
      return { kind: "decimal", least: 0, most: largestAmount, warning: warnings.decimal };
    default:
      return null;
  }
}
