import { parseAddress } from "../model/address";
import type { CellValue } from "../model/cell";
import { putContent } from "../model/cells";
import { shiftedFormula } from "../model/formulaTokens";
import type { Sheet } from "../model/workbook";
import { attributesOf, unescaped, unescapedText } from "./xml";

type Shared = { readonly formula: string; readonly row: number; readonly column: number };

const rowPattern = /<row\b([^>]*?)(?:\/>|>(.*?)<\/row>)/gs;
const cellPattern = /<c\b([^>]*?)(?:\/>|>(.*?)<\/c>)/gs;

/** Puts the cells of a sheet's part in the sheet. */
export function readRows(sheet: Sheet, xml: string, strings: readonly string[]): void {
  const shared = new Map<string, Shared>();
  let row = -1;
  for (const [, rowAttributes = "", cells = ""] of xml.matchAll(rowPattern)) {
    row = Number(/\br="(\d+)"/.exec(rowAttributes)?.[1] ?? row + 2) - 1;
    if (/\bhidden="(?:1|true)"/.test(rowAttributes)) sheet.hiddenRows.add(row);
    const height = /\bht="([\d.]+)"/.exec(rowAttributes)?.[1];
    if (height !== undefined && /\bcustomHeight="(?:1|true)"/.test(rowAttributes))
      sheet.rowHeights.set(row, Number(height));
    readCells(sheet, row, cells, strings, shared);
  }
}

function readCells(sheet: Sheet, row: number, cells: string, strings: readonly string[], shared: Map<string, Shared>) {
  let column = -1;
  for (const [, tag = "", inner = ""] of cells.matchAll(cellPattern)) {
    const address = /\br="([A-Z]+)\d+"/.exec(tag)?.[1];
    column = address === undefined ? column + 1 : columnOf(address);
    const style = Number(/\bs="(\d+)"/.exec(tag)?.[1] ?? 0);
    const type = /\bt="(\w+)"/.exec(tag)?.[1] ?? "n";
    const formula = inner.includes("<f") ? formulaIn(inner, row, column, shared) : null;
    const value = valueIn(type, inner, strings);
    if (value !== null || formula !== null) putContent(sheet, row, column, value, formula);
    if (style !== (sheet.columnStyles.get(column) ?? 0)) keepStyle(sheet, row, column, style);
  }
}

const columns = new Map<string, number>();

function columnOf(letters: string): number {
  let column = columns.get(letters);
  if (column === undefined) {
    column = parseAddress(`${letters}1`)?.column ?? 0;
    columns.set(letters, column);
  }
  return column;
}

function keepStyle(sheet: Sheet, row: number, column: number, style: number): void {
  const stored = sheet.rows.get(row) ?? { values: [], formulas: null, styles: null };
  sheet.rows.set(row, stored);
  (stored.styles ??= [])[column] = style;
}

function formulaIn(inner: string, row: number, column: number, shared: Map<string, Shared>): string | null {
  const [, tag = "", text = ""] = /<f\b([^>]*?)(?:\/>|>(.*?)<\/f>)/s.exec(inner) ?? [];
  const { t, si } = attributesOf(tag);
  const formula = unescaped(text);
  if (t !== "shared" || si === undefined) return formula === "" ? null : formula;
  const first = shared.get(si);
  if (formula !== "" || first === undefined) {
    shared.set(si, { formula, row, column });
    return formula === "" ? null : formula;
  }
  return shiftedFormula(first.formula, row - first.row, column - first.column);
}

function valueIn(type: string, inner: string, strings: readonly string[]): CellValue {
  if (type === "inlineStr") return textOf(inner);
  const written = /<v(?:\s[^>]*)?>([^<]*)<\/v>/.exec(inner)?.[1];
  if (written === undefined) return null;
  switch (type) {
    case "s":
      return strings[Number(written)] ?? "";
    case "str":
      return unescapedText(written);
    case "b":
      return written === "1" || written === "true";
    case "e":
      return { error: unescaped(written) };
    default:
      return written === "" ? null : Number(written);
  }
}

/** The text of a string item; rich text loses its formats, phonetic hints are left out. */
export function textOf(item: string): string {
  const plain = item.includes("<rPh") ? item.replace(/<rPh\b.*?<\/rPh>/gs, "") : item;
  let text = "";
  for (const [, run = ""] of plain.matchAll(/<t(?:\s[^>]*[^/>])?>(.*?)<\/t>/gs)) text += run;
  return unescapedText(text);
}
