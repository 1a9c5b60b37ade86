import { columnLetters } from "../model/address";
import { isCellError } from "../model/cell";
import { cellAt } from "../model/cells";
import type { Sheet } from "../model/workbook";
import { attributesOf, attributeText, escaped, escapedText } from "./xml";
import type { StringTable } from "./stringTable";

const rowPattern = /<row\b([^>]*?)(?:\/>|>.*?<\/row>)/gs;

/** The rows of a sheet's part: those that changed are written anew, the others stay as they are. */
export function patchedRows(sheet: Sheet, original: string, strings: StringTable): string {
  const before = new Map<number, { readonly attributes: string; readonly xml: string }>();
  for (const { 0: xml, 1: attributes = "" } of original.matchAll(rowPattern)) {
    before.set(Number(/\br="(\d+)"/.exec(attributes)?.[1] ?? before.size + 1) - 1, { attributes, xml });
  }
  const { rows: changed, rowsFrom } = sheet.changed;
  const isStale = (row: number, xml: string): boolean =>
    changed.has(row) || row >= rowsFrom || (xml.includes('t="shared"') && changed.size > 0);
  const numbers = [...new Set([...before.keys(), ...sheet.rows.keys()])].sort((a, b) => a - b);
  return numbers
    .map((row) => {
      const written = before.get(row);
      if (written !== undefined && !isStale(row, written.xml)) return written.xml;
      return rowXml(sheet, row, row < rowsFrom ? (written?.attributes ?? "") : "", strings);
    })
    .join("");
}

function rowXml(sheet: Sheet, row: number, original: string, strings: StringTable): string {
  const { r: _row, spans: _spans, hidden: _hidden, customHeight: _custom, ht, ...kept } = attributesOf(original);
  const height = sheet.rowHeights.get(row);
  const sized = height === undefined ? (ht === undefined ? {} : { ht }) : { ht: height, customHeight: 1 };
  const attributes = attributeText({ r: row + 1, ...kept, ...sized, hidden: sheet.hiddenRows.has(row) ? 1 : null });
  const stored = sheet.rows.get(row);
  const width = Math.max(stored?.values.length ?? 0, stored?.formulas?.length ?? 0, stored?.styles?.length ?? 0);
  let cells = "";
  for (let column = 0; column < width; column++) cells += cellXml(sheet, row, column, strings);
  return cells === "" && Object.keys({ ...kept, ...sized }).length === 0 && !sheet.hiddenRows.has(row)
    ? ""
    : `<row${attributes}>${cells}</row>`;
}

function cellXml(sheet: Sheet, row: number, column: number, strings: StringTable): string {
  const { value, formula, style } = cellAt(sheet, row, column);
  const place = `r="${columnLetters(column)}${row + 1}"${style === 0 ? "" : ` s="${style}"`}`;
  const computed = formula === null ? "" : `<f>${escaped(formula)}</f>`;
  if (value === null) return style === 0 && computed === "" ? "" : `<c ${place}>${computed}</c>`;
  if (isCellError(value)) return `<c ${place} t="e">${computed}<v>${escaped(value.error)}</v></c>`;
  switch (typeof value) {
    case "number":
      return `<c ${place}>${computed}<v>${value}</v></c>`;
    case "boolean":
      return `<c ${place} t="b">${computed}<v>${value ? 1 : 0}</v></c>`;
    default:
      if (formula !== null) return `<c ${place} t="str">${computed}<v>${escapedText(value)}</v></c>`;
      return `<c ${place} t="s"><v>${strings.indexOf(value)}</v></c>`;
  }
}
