import type { CivilDate } from "../dates/civilDate";
import { yearOf } from "../dates/civilDate";
import { columnLetters } from "../workbook/columnLetters";
import { normalized } from "../workbook/words";
import { findHeader } from "./findHeader";
import type { FoundHeader, Region } from "./findHeader";
import { cellAt, isBlank, rowText } from "./grid";
import type { ListLayout } from "./list";
import { linesOf, shapeOf } from "./listRows";
import type { ListLine, ListShape } from "./listRows";
import { recogniseColumns } from "./recogniseColumns";
import type { UnknownColumn } from "./recogniseColumns";
import type { SourceCell, SourceSheet } from "./sourceSheet";
import { saysNothing } from "./sourceText";

/** Enough to know a column by. */
const SAMPLE = 160;
/** Columns farther right are no list of anybody's. */
const MOST_COLUMNS = 250;

/**
 * The lists found in the sheets, the most likely first. A sheet without clients (prices, a legend, settings) is none.
 * Of like sheets that bear years, the latest comes first.
 */
export function findLists(sheets: readonly SourceSheet[], today: CivilDate): readonly ListLayout[] {
  const found = sheets.flatMap((sheet) => {
    const hidden = sheet.hidden ? 0.4 : 1;
    return listsOf(sheet, today).map((one) => ({
      layout: one.layout,
      score: one.score * hidden,
      year: yearIn(sheet.name, today),
    }));
  });
  const family = (layout: ListLayout) => layout.columns.map(({ header }) => normalized(header)).join("|");
  const best = new Map<string, number>();
  for (const { layout, score, year } of found) {
    if (year === null) continue;
    const name = family(layout);
    best.set(name, Math.max(best.get(name) ?? 0, score));
  }
  return found
    .map((one) => ({ ...one, score: one.year === null ? one.score : (best.get(family(one.layout)) ?? one.score) }))
    .sort((a, b) => b.score - a.score || (b.year ?? 0) - (a.year ?? 0))
    .map(({ layout }) => layout);
}

/** The year that the name of a sheet tells: « 2025 », « Contrats 24 ». */
export function yearIn(name: string, today: CivilDate): number | null {
  const year = Number(/(?<!\d)(20\d\d)(?!\d)/.exec(name)?.[1] ?? NaN);
  return year >= 2000 && year <= yearOf(today) + 2 ? year : null;
}

type ScoredList = { readonly layout: ListLayout; readonly score: number };

function listsOf(sheet: SourceSheet, today: CivilDate): readonly ScoredList[] {
  const tables = sheet.tables.flatMap((table) => listIn(sheet, table, today, table.top) ?? []);
  if (tables.length > 0) return tables;
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const whole: Region = { top: 1, bottom: sheet.rows.length, left: 1, right: Math.min(width, MOST_COLUMNS) };
  const list = listIn(sheet, whole, today, null);
  return list === null ? [] : [list];
}

function listIn(sheet: SourceSheet, region: Region, today: CivilDate, headerRow: number | null): ScoredList | null {
  const header = findHeader(
    sheet,
    headerRow === null ? region : { ...region, bottom: Math.min(region.bottom, headerRow + 1) },
  );
  const from = header === null ? firstFullRow(sheet, region) : Math.max(...header.rows) + 1;
  if (from === null) return null;
  const columns = Array.from({ length: region.right - region.left + 1 }, (_, i) => region.left + i);
  const rough: ListShape = {
    headers: header?.texts ?? new Map<number, string>(),
    columns,
    identity: [],
    names: [],
    appliances: [],
  };
  const lines = linesOf(sheet, rough, from, region.bottom);
  if (lines.length === 0) return null;
  const title = titleOf(sheet, header, region);
  const recognised = recogniseColumns(unknownColumns(sheet, columns, header, lines), title, today);
  const shape = shapeOf({ columns: recognised });
  const sure = linesOf(sheet, shape, from, region.bottom);
  const first = sure[0];
  const last = sure.at(-1);
  if (first === undefined || last === undefined) return null;
  const layout: ListLayout = {
    sheet: sheet.name,
    headerRows: header?.rows ?? [],
    firstDataRow: first.row,
    lastDataRow: last.row,
    columns:
      header === null ? recognised.map((one) => ({ ...one, confidence: Math.min(one.confidence, 0.75) })) : recognised,
  };
  const score = likelihood(layout, sure.length);
  return score === 0 ? null : { layout, score };
}

/** Where there is no header: the first row with as many cells as a line has. */
function firstFullRow(sheet: SourceSheet, { top, bottom, left, right }: Region): number | null {
  for (let row = top; row <= bottom; row += 1) {
    const cells = (sheet.rows[row - 1] ?? []).slice(left - 1, right);
    if (cells.filter((cell) => !isBlank(cell)).length >= 3) return row;
  }
  return null;
}

function titleOf(sheet: SourceSheet, header: FoundHeader | null, { top }: Region): string {
  const above = Math.min(...(header?.rows ?? [top])) - 1;
  const texts = [sheet.name];
  for (let row = Math.max(1, above - 10); row <= above; row += 1) texts.push(rowText(sheet, row));
  return texts.join(" ");
}

/** The columns that have a header or, in a line, a value; with a sample of their values. */
function unknownColumns(
  sheet: SourceSheet,
  columns: readonly number[],
  header: FoundHeader | null,
  lines: readonly ListLine[],
): readonly UnknownColumn[] {
  const step = Math.max(1, lines.length / SAMPLE);
  const sample = Array.from({ length: Math.min(SAMPLE, lines.length) }, (_, i) => lines[Math.floor(i * step)]);
  const rows = sample.flatMap((line) => (line === undefined ? [] : [line.row]));
  return columns.flatMap((column): UnknownColumn[] => {
    const values: SourceCell[] = [];
    for (const row of rows) {
      const cell = cellAt(sheet, row, column);
      if (!saysNothing(cell)) values.push(cell);
    }
    const text = header?.texts.get(column) ?? "";
    const isUsed = values.length > 0 || lines.some(({ row }) => !isBlank(cellAt(sheet, row, column)));
    if (text === "" && !isUsed) return [];
    return [
      {
        column: columnLetters(column),
        header: text,
        values,
        filled: rows.length === 0 ? 0 : values.length / rows.length,
      },
    ];
  });
}

/** A list names clients and says something of their contracts; the more it says, and of the more, the likelier. */
function likelihood({ columns }: ListLayout, lines: number): number {
  const fields = new Set(columns.flatMap(({ field }) => (field === null ? [] : [field])));
  const named = fields.has("clientName") || fields.has("contractId") || (fields.has("address") && fields.size >= 5);
  const about = (
    [
      "address",
      "city",
      "postcode",
      "equipment",
      "brand",
      "priceInclTax",
      "priceExclTax",
      "endsOn",
      "startsOn",
      "signedOn",
      "nextVisit",
      "lastVisitOn",
      "plan",
    ] as const
  ).filter((field) => fields.has(field));
  if (!named || about.length === 0 || fields.size < 3) return 0;
  const sum = columns.reduce((total, { confidence }) => total + confidence, 0);
  return sum * Math.log2(lines + 1);
}
