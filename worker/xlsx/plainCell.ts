import ExcelJS, { type Cell, type CellErrorValue, type CellRichTextValue } from "exceljs";
import type { RawCell } from "../../domain/workbook/rawCell";
import { dateSerial } from "./dateSerial";

/**
 * A cell of exceljs as a plain value; a cell hidden under a merge, and a formula without a saved result, are blank.
 * `strings` are the workbook's shared texts: exceljs, not given them, leaves their index in the cell.
 */
export function plainCell(cell: Cell, strings: readonly string[]): RawCell {
  switch (cell.type) {
    // exceljs throws when asked for the value of a merged cell whose master it does not know.
    case ExcelJS.ValueType.Merge:
    case ExcelJS.ValueType.Null:
      return null;
    case ExcelJS.ValueType.String:
      return typeof cell.value === "number" ? sharedText(strings[cell.value]) : plainValue(cell.value);
    case ExcelJS.ValueType.Formula:
      return plainValue(cell.result);
    default:
      return plainValue(cell.value);
  }
}

/** A text that the file has lost shows as a broken reference in its cell, and does not cost the workbook. */
function sharedText(text: string | undefined): RawCell {
  return text === undefined ? { error: "#REF!" } : plainValue(text);
}

function plainValue(value: unknown): RawCell {
  if (typeof value === "string") return value === "" ? null : value;
  if (typeof value === "number") return Number.isFinite(value) ? value : { error: "#NUM!" };
  if (typeof value === "boolean") return value;
  if (value instanceof Date) return plainDate(value);
  if (isRichText(value)) return plainValue(value.richText.map((run) => run.text).join(""));
  if (isError(value)) return { error: value.error };
  return null;
}

/** exceljs makes an invalid Date of a text or an error in a cell with a date format: the value itself is lost. */
function plainDate(date: Date): RawCell {
  const serial = dateSerial(date);
  return Number.isNaN(serial) ? { error: "#VALUE!" } : serial;
}

function isRichText(value: unknown): value is CellRichTextValue {
  return typeof value === "object" && value !== null && "richText" in value && Array.isArray(value.richText);
}

function isError(value: unknown): value is CellErrorValue {
  return typeof value === "object" && value !== null && "error" in value && typeof value.error === "string";
}
