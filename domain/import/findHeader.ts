import { cellAt, filledColumns, mergesByRow, shownAt } from "./grid";
import { bestHeaderScore } from "./headerMeaning";
import { emailsIn, phonesIn } from "./repairContact";
import type { SourceArea, SourceCell, SourceSheet } from "./sourceSheet";
import { textOf } from "./sourceText";

/** The part of a sheet in which a list is looked for. */
export type Region = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };

export type FoundHeader = {
  readonly rows: readonly number[];
  /** By column number; the rows of a header that takes two are joined by a space. */
  readonly texts: ReadonlyMap<number, string>;
};

const LONGEST_HEADER = 80;
/** Nobody begins his list farther down. */
const MOST_ROWS_ABOVE = 150;
const ROWS_LOOKED_AT = 80;
/** Two sure headers, or more that are less sure. */
const LEAST_SCORE = 1.5;
const LEAST_SHARE = 0.34;
const LEAST_NUMBER = 6;

/** The header of the list in the region, or null where no row looks like one. */
export function findHeader(sheet: SourceSheet, region: Region): FoundHeader | null {
  const merges = mergesByRow(sheet);
  let best: { row: number; score: number } | null = null;
  let looked = 0;
  for (
    let row = region.top;
    row <= Math.min(region.bottom, region.top + MOST_ROWS_ABOVE) && looked < ROWS_LOOKED_AT;
    row += 1
  ) {
    const filled = filledColumns(sheet, row, region.left, region.right);
    if (filled.length === 0) continue;
    looked += 1;
    const score = headerScore(sheet, row, filled);
    if (score !== null && (best === null || score > best.score + 0.3)) best = { row, score };
  }
  if (best === null) return null;
  const rows = withItsTwin(sheet, region, merges, best.row);
  return { rows, texts: headerTexts(sheet, region, merges, rows) };
}

/** How much a row looks like a header; null where it does not. */
function headerScore(sheet: SourceSheet, row: number, filled: readonly number[]): number | null {
  if (filled.length < 2) return null;
  const cells = filled.slice(0, 100).map((column) => cellAt(sheet, row, column));
  const scores = cells.map(cellScore);
  const total = scores.reduce((sum, score) => sum + score, 0);
  const recognised = scores.filter((score) => score >= 0.5).length;
  return total >= LEAST_SCORE && recognised >= Math.min(LEAST_NUMBER, cells.length * LEAST_SHARE) ? total : null;
}

function cellScore(cell: SourceCell): number {
  if (isYear(cell)) return 0.4;
  if (typeof cell !== "string") return -0.9;
  const text = textOf(cell);
  if (text.length > LONGEST_HEADER || looksLikeData(text)) return -0.9;
  return bestHeaderScore(text);
}

function isYear(cell: SourceCell): boolean {
  return typeof cell === "number" ? Number.isInteger(cell) && cell >= 2000 && cell <= 2100 : false;
}

function looksLikeData(text: string): boolean {
  return (
    emailsIn(text).values.length > 0 ||
    phonesIn(text).values.length > 0 ||
    /^\d+([.,/ -]\d+)*\s?€?$/.test(text.replace(/^20\d\d$/, ""))
  );
}

/** The row with the one above or below it where a header takes two. */
function withItsTwin(
  sheet: SourceSheet,
  region: Region,
  merges: ReadonlyMap<number, readonly SourceArea[]>,
  row: number,
): readonly number[] {
  if (row > region.top && isUpperHalf(sheet, region, merges, row - 1, row)) return [row - 1, row];
  if (row < region.bottom && isLowerHalf(sheet, region, merges, row, row + 1)) return [row, row + 1];
  return [row];
}

/** Titles over several columns, or words above columns that continue below. */
function isUpperHalf(
  sheet: SourceSheet,
  region: Region,
  merges: ReadonlyMap<number, readonly SourceArea[]>,
  upper: number,
  lower: number,
): boolean {
  const filled = filledColumns(sheet, upper, region.left, region.right);
  const cells = filled.map((column) => cellAt(sheet, upper, column));
  if (cells.some((cell) => !(isYear(cell) || (typeof cell === "string" && textOf(cell).length <= LONGEST_HEADER))))
    return false;
  const below = filledColumns(sheet, lower, region.left, region.right);
  const areas = (merges.get(upper) ?? []).filter(({ top, right, left }) => top === upper && right > left);
  const width = Math.max(...below) - Math.min(...below) + 1;
  const isSpanning = areas.some(({ left, right }) => right - left + 1 < width * 0.8);
  const isVertical = (merges.get(lower) ?? []).some(({ top, bottom }) => top === upper && bottom === lower);
  if (isVertical) return true;
  if (filled.length < 2) return false;
  if (isSpanning) return true;
  // Words without anything below them belong to the same header: « Client » above a blank, « Contrat » above « Début ».
  const alone = filled.filter((column) => !below.includes(column));
  const recognised = cells.filter((cell) => cellScore(cell) >= 0.6).length;
  return recognised >= filled.length * 0.6 && (alone.length > 0 || filled.length >= 3);
}

/** Units, or the halves of what the row above groups. */
function isLowerHalf(
  sheet: SourceSheet,
  region: Region,
  merges: ReadonlyMap<number, readonly SourceArea[]>,
  upper: number,
  lower: number,
): boolean {
  const filled = filledColumns(sheet, lower, region.left, region.right);
  if (filled.length === 0) return false;
  const cells = filled.map((column) => cellAt(sheet, lower, column));
  if (cells.some((cell) => !(isYear(cell) || (typeof cell === "string" && textOf(cell).length <= LONGEST_HEADER))))
    return false;
  const isVertical = (merges.get(lower) ?? []).some(({ top, bottom }) => top <= upper && bottom === lower);
  if (isVertical) return true;
  const texts = cells.map((cell) => textOf(cell));
  if (
    texts.every((text) =>
      /^\(?(€|%|kw|mois|ht|ttc|jj\/mm\/aaaa|€ ?ht|€ ?ttc|en .{1,6}|oui\/non|x|an|ans|kg)\)?$/i.test(text),
    )
  )
    return true;
  const above = filledColumns(sheet, upper, region.left, region.right);
  const areas = (merges.get(upper) ?? []).filter(({ top, right, left }) => top === upper && right > left);
  const recognised = cells.filter((cell) => cellScore(cell) >= 0.6).length;
  const isComplement = filled.filter((column) => !above.includes(column)).length >= filled.length * 0.3;
  return recognised >= filled.length * 0.6 && (areas.length > 0 || isComplement) && filled.length >= 2;
}

function headerTexts(
  sheet: SourceSheet,
  { left, right }: Region,
  merges: ReadonlyMap<number, readonly SourceArea[]>,
  rows: readonly number[],
): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  const last = Math.min(right, Math.max(...rows.map((row) => rowWidth(sheet, merges, row))));
  for (let column = left; column <= last; column += 1) {
    const parts = rows.map((row) => textOf(shownAt(sheet, merges, row, column)));
    const joined = parts.filter((text, i) => text !== "" && parts.indexOf(text) === i).join(" ");
    if (joined !== "") texts.set(column, joined.slice(0, 500));
  }
  return texts;
}

function rowWidth(sheet: SourceSheet, merges: ReadonlyMap<number, readonly SourceArea[]>, row: number): number {
  const merged = (merges.get(row) ?? []).map(({ right }) => right);
  return Math.max(sheet.rows[row - 1]?.length ?? 0, ...merged.filter((one) => one < 1000));
}
