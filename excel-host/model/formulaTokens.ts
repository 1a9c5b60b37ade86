import type { Area } from "./area";
import { columnLetters, parseAddress, splitSheet } from "./address";

/** A piece of a formula. Words are functions and defined names; the rest (signs, numbers, spaces) is "other". */
export type FormulaToken = {
  readonly kind: "string" | "structured" | "reference" | "word" | "other";
  readonly text: string;
};

const sheetPrefix = String.raw`(?:'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!)?`;
const cell = String.raw`\$?[A-Z]{1,3}\$?[1-9]\d{0,6}`;
const place = String.raw`(?:${cell}(?::${cell})?|\$?[A-Z]{1,3}:\$?[A-Z]{1,3}|\$?\d{1,7}:\$?\d{1,7})`;
const token = new RegExp(
  [
    String.raw`(?<string>"(?:[^"]|"")*")`,
    String.raw`(?<structured>(?:[\p{L}_\\][\p{L}\p{N}_.]*)?\[(?:'.|[^[\]'])*(?:\[(?:'.|[^[\]'])*\](?:'.|[^[\]'])*)*\])`,
    String.raw`(?<reference>${sheetPrefix}${place}(?![\p{L}\p{N}_.(!]))`,
    String.raw`(?<word>${sheetPrefix}[\p{L}_\\][\p{L}\p{N}_.]*)`,
    String.raw`(?<other>[^"'[\p{L}_\\$\d]+|[\d.]+(?:E[+-]?\d+)?|.)`,
  ].join("|"),
  "gisu",
);

const kinds = ["string", "structured", "reference", "word"] as const;

export function formulaTokens(formula: string): readonly FormulaToken[] {
  return [...formula.matchAll(token)].map(({ 0: text, groups }) => ({
    kind: kinds.find((kind) => groups?.[kind] !== undefined) ?? "other",
    text,
  }));
}

export type Reference = { readonly sheet: string | null; readonly area: Area };

/** The cells that a "reference" token names. */
export function referenceOf(text: string): Reference | null {
  const { sheet, address } = splitSheet(text);
  const area = parseAddress(address);
  return area === null ? null : { sheet, area };
}

/** The formula with each reference replaced; what `replace` returns as null becomes #REF!. */
export function mapReferences(formula: string, replace: (text: string) => string | null): string {
  if (!/\d|:/.test(formula)) return formula;
  return formulaTokens(formula)
    .map(({ kind, text }) => (kind === "reference" ? (replace(text) ?? "#REF!") : text))
    .join("");
}

/** The formula as it reads when copied some rows and columns away: what has no $ moves along. */
export function shiftedFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return mapReferences(formula, (text) => {
    const { address } = splitSheet(text);
    const prefix = text.slice(0, text.length - address.length);
    const corners = address.split(":").map((part) => shiftedCorner(part, rows, columns));
    return corners.includes(null) ? null : prefix + corners.join(":");
  });
}

function shiftedCorner(corner: string, rows: number, columns: number): string | null {
  const [, fixedColumn = "", letters = "", fixedRow = "", digits = ""] =
    /^(\$?)([A-Z]*)(\$?)(\d*)$/i.exec(corner) ?? [];
  const row = digits === "" ? null : Number(digits) + (fixedRow === "$" ? 0 : rows);
  const column = letters === "" ? null : lettersIndex(letters) + (fixedColumn === "$" ? 0 : columns);
  if ((row !== null && row < 1) || (column !== null && column < 0)) return null;
  return fixedColumn + (column === null ? "" : columnLetters(column)) + fixedRow + (row ?? "");
}

function lettersIndex(letters: string): number {
  return parseAddress(`${letters}1`)?.column ?? 0;
}
