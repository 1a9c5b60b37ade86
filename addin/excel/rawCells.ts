import type { RawCell } from "../../domain/workbook/rawCell";
import { cellText } from "./cellText";

/** As Excel names them in English, and in French where it does so otherwise. */
const excelErrors =
  /^#(VALEUR!|NOM\?|NOMBRE!|NUL!|CHAMP!|N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!|PYTHON!)$/;

/** A value as Office.js gives it: blank cells are "", and an error is the text that the cell shows. */
export function rawCell(value: unknown): RawCell {
  if (typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value !== "string" || value === "") return null;
  return excelErrors.test(value) ? { error: value } : value;
}

/** A value as Office.js takes it. "" empties the cell. */
export function officeValue(cell: RawCell): string | number | boolean {
  if (cell === null) return "";
  if (typeof cell === "object") return cell.error;
  return typeof cell === "string" ? cellText(cell) : cell;
}
