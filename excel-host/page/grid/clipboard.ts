import { type Area, intersection } from "../../model/area";
import { cellAt, mapArea, usedArea } from "../../model/cells";
import { displayText } from "../../model/displayText";
import { shiftedFormula } from "../../model/formulaTokens";
import { typedFormula } from "../../model/structuredFormula";
import type { Sheet, Workbook } from "../../model/workbook";
import { tableAround } from "../../model/writeCells";
import { editText } from "../../model/editText";

/** What was copied last in this workbook, and how it looked as text. */
export type Copied = { readonly text: string; readonly sheet: Sheet; readonly area: Area };

type Target = { readonly sheet: Sheet; readonly area: Area; readonly row: number; readonly column: number };

/** Cells as spreadsheets hand them to each other: tabs between cells, a line for each row. */
export function copiedText(workbook: Workbook, sheet: Sheet, area: Area): string {
  const used = usedArea(sheet);
  const filled = used === null ? null : intersection(area, used);
  if (filled === null) return "";
  return mapArea(filled, (row, column) => quoted(displayText(workbook, cellAt(sheet, row, column))))
    .map((line) => line.join("\t"))
    .join("\r\n");
}

/**
 * What pasting a text types, and where: cells copied in this workbook keep their formulas and whole values. A single one
 * fills all that is selected.
 */
export function pastedCells(
  workbook: Workbook,
  text: string,
  copied: Copied | null,
  target: Target,
): { readonly cells: readonly (readonly string[])[]; readonly at: { readonly row: number; readonly column: number } } {
  const { area, row, column } = target;
  const same = copied?.text === text ? copied : null;
  const single = same === null ? cellsOf(text) : typedAgain(workbook, same, target, row, column);
  if (single.length > 1 || (single[0]?.length ?? 0) > 1 || area.rows * area.columns > MOST_FILLED) {
    return { cells: single, at: { row, column } };
  }
  const cells = mapArea(area, (down, along) =>
    same === null ? (single[0]?.[0] ?? "") : (typedAgain(workbook, same, target, down, along)[0]?.[0] ?? ""),
  );
  return { cells, at: { row: area.row, column: area.column } };
}

/** A whole column is not filled with what was copied. */
const MOST_FILLED = 100_000;

function typedAgain(workbook: Workbook, copied: Copied, { sheet }: Target, row: number, column: number) {
  const used = usedArea(copied.sheet);
  const filled = used === null ? null : intersection(copied.area, used);
  if (filled === null) return [[""]];
  const [down, along] = [row - filled.row, column - filled.column];
  return mapArea(filled, (at, across) => {
    const { formula } = cellAt(copied.sheet, at, across);
    if (formula === null) return editText(workbook, copied.sheet, at, across);
    return `=${typedFormula(shiftedFormula(formula, down, along), tableAround(sheet, row, column))}`;
  });
}

/** The way back of copiedText; every row gets the same number of cells. */
function cellsOf(text: string): readonly (readonly string[])[] {
  const lines: string[][] = [[]];
  const cell = /(?:"((?:[^"]|"")*)"(?=[\t\r\n]|$)|([^\t\r\n]*))(\t|\r\n|\n|\r|$)/gy;
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    const [, inQuotes, plain = "", end] = found;
    lines.at(-1)?.push(inQuotes?.replaceAll('""', '"') ?? plain);
    if (end === "") break;
    if (end !== "\t") lines.push([]);
  }
  if (lines.length > 1 && lines.at(-1)?.join("") === "") lines.pop();
  const width = Math.max(...lines.map((line) => line.length));
  return lines.map((line) => [...line, ...Array.from({ length: width - line.length }, () => "")]);
}

function quoted(text: string): string {
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
