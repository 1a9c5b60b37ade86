import type { DataValidation } from "exceljs";
import type { Column } from "../../domain/workbook/columns";
import { isFilledForUser } from "./cellStyles";
import { listName } from "./listSheet";
import { registerTexts } from "./registerTexts";

const dayMs = 86_400_000;
/** 1 January 1950 and 31 December 2150, the days that the reader accepts. */
const firstDay = -7305 * dayMs;
const lastDay = 66_109 * dayMs;
/** As the reader has it: ten million euros, and no larger count. */
const largestAmount = 10_000_000;
const largestCount = 1_200;

const { warnings, warningTitle } = registerTexts;

/** The help of a column, shown when one of its cells is entered, and a warning (never a refusal) for what Tacite cannot read. */
export function cellValidation(column: Column, [label, help]: readonly [string, string]): DataValidation {
  const message = { showInputMessage: true, promptTitle: label.slice(0, 32), prompt: help.slice(0, 255) };
  // exceljs writes "any", which the file format calls "none", by leaving the type out.
  const anything = { type: "any", formulae: [], ...message } as unknown as DataValidation;
  return isFilledForUser(column) ? anything : { ...(typeCheck(column) ?? anything), ...message };
}

function typeCheck(column: Column): DataValidation | null {
  const list = listName(column);
  if (list !== null) return { type: "list", formulae: [list], ...warning(warnings.list) };
  switch (column.type) {
    case "date":
      return between("date", firstDay, lastDay, warnings.date);
    case "money":
      return between("decimal", -largestAmount, largestAmount, warnings.money);
    case "vatRate":
      return between("decimal", 0, 1, warnings.vatRate);
    case "integer":
      return between("whole", column.min ?? 0, largestCount, warnings.integer);
    case "decimal":
      return between("decimal", 0, largestAmount, warnings.decimal);
    default:
      return null;
  }
}

function between(type: "date" | "decimal" | "whole", least: number, most: number, error: string): DataValidation {
  return { type, operator: "between", formulae: [least, most], ...warning(error) };
}

function warning(error: string) {
  return { allowBlank: true, showErrorMessage: true, errorStyle: "warning", errorTitle: warningTitle, error };
}
