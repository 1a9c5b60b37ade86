import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CivilDate } from "../domain/dates/civilDate";
import { findLists } from "../domain/import/findLists";
import type { ImportField, ListLayout, ListRow, ListValue } from "../domain/import/list";
import type { ListProblem } from "../domain/import/listProblem";
import { readList } from "../domain/import/readList";
import type { SourceSheet } from "../domain/import/sourceSheet";
import { columnNumber } from "../domain/workbook/columnLetters";
import { readSheets } from "../worker/xlsx/readSheets";

/** What the owner of a list meant; samples/lists/README.md says how it is written. */
type ExpectedList = Pick<ListLayout, "sheet" | "headerRows" | "firstDataRow" | "lastDataRow"> & {
  readonly columns: readonly ExpectedColumn[];
  readonly rows: readonly (Readonly<Partial<Record<ImportField, ListValue>>> & { readonly row: number })[];
  readonly problems: readonly { readonly row: number; readonly column: string }[];
};

type ExpectedColumn = {
  readonly column: string;
  readonly header: string;
  readonly field: ImportField | null;
  /** Fields that are just as right. */
  readonly also?: readonly ImportField[];
};

export type ComparedList = {
  readonly expected: ExpectedList;
  readonly layout: ListLayout | undefined;
  /** The rows that were read. */
  readonly rows: readonly number[];
  /** The visible sheets of its workbook in which a list was found though none lies there. */
  readonly strays: readonly string[];
  readonly score: Score;
};

/** The counts of one list or of several; what went wrong is said in words. */
type Score = {
  /** Of the columns that carry a known field. */
  readonly columns: { readonly right: number; readonly all: number };
  /** Assigned wrongly, and so surely that nobody would look. */
  readonly surelyWrong: readonly string[];
  readonly values: { readonly right: number; readonly all: number };
  /** Texts that are neither in a value nor in the notes. */
  readonly lost: readonly string[];
  /** Cells that cannot be used and of which nothing is said, and cells of which something is said for nothing. */
  readonly unreported: readonly string[];
  readonly falseAlarms: readonly string[];
  readonly faults: readonly string[];
};

/** Reads `NAME.xlsx` of the folder and compares it with `NAME.json`. */
export async function comparedLists(folder: string, name: string, today: CivilDate): Promise<readonly ComparedList[]> {
  const sheets = await readSheets(new Uint8Array(readFileSync(join(folder, `${name}.xlsx`))));
  const lists = JSON.parse(readFileSync(join(folder, `${name}.json`), "utf8")) as readonly ExpectedList[];
  const layouts = findLists(sheets, today);
  const visible = sheets.filter(({ hidden }) => !hidden).map((one) => one.name);
  const strays = layouts
    .map((layout) => layout.sheet)
    .filter((sheet) => visible.includes(sheet) && !lists.some((list) => list.sheet === sheet));
  return lists.map((expected) => {
    const layout = layouts.find(({ sheet }) => sheet === expected.sheet);
    const sheet = sheets.find((one) => one.name === expected.sheet);
    if (!sheet) throw new Error(`${name}: no sheet ${expected.sheet}`);
    const read = layout ? readList(sheet, layout, today) : { rows: [], problems: [] };
    const rows = read.rows.map(({ row }) => row);
    return { expected, layout, rows, strays, score: scoreOf(sheet, expected, layout, read.rows, read.problems) };
  });
}

/** All counts together. */
export function sum(scores: readonly Score[]): Score {
  const total = (of: "columns" | "values") => ({
    right: scores.reduce((n, score) => n + score[of].right, 0),
    all: scores.reduce((n, score) => n + score[of].all, 0),
  });
  return {
    columns: total("columns"),
    values: total("values"),
    surelyWrong: scores.flatMap((score) => score.surelyWrong),
    lost: scores.flatMap((score) => score.lost),
    unreported: scores.flatMap((score) => score.unreported),
    falseAlarms: scores.flatMap((score) => score.falseAlarms),
    faults: scores.flatMap((score) => score.faults),
  };
}

function scoreOf(
  sheet: SourceSheet,
  expected: ExpectedList,
  layout: ListLayout | undefined,
  rows: readonly ListRow[],
  problems: readonly ListProblem[],
): Score {
  const columns = expected.columns.map((column) => comparedColumn(column, layout));
  const values = expected.rows.map((row) =>
    comparedRow(
      row,
      rows.find((one) => one.row === row.row),
    ),
  );
  const cellName = ({ row, column }: Pick<ListProblem, "row" | "column">) => `${String(column)}${String(row)}`;
  const unusable = expected.problems.map(cellName);
  const reported = problems.filter(({ row, column }) => row !== null && column !== null).map(cellName);
  const unexpected = rows.filter(({ row }) => !expected.rows.some((one) => one.row === row));
  return {
    columns: {
      right: columns.filter(({ known, right }) => known && right).length,
      all: columns.filter(({ known }) => known).length,
    },
    surelyWrong: columns.filter(({ surelyWrong }) => surelyWrong).map(({ words }) => words),
    values: {
      right: values.reduce((n, one) => n + Math.max(0, one.all - one.faults.length), 0),
      all: values.reduce((n, one) => n + one.all, 0),
    },
    lost: lostTexts(sheet, expected, rows),
    unreported: unusable.filter((cell) => !reported.includes(cell)),
    falseAlarms: reported.filter((cell) => !unusable.includes(cell)),
    faults: [
      ...columns.filter(({ right }) => !right).map(({ words }) => words),
      ...values.flatMap(({ faults }) => faults),
      ...unexpected.map(({ row }) => `row ${String(row)} is no line of the list`),
    ],
  };
}

function comparedColumn({ column, header, field, also = [] }: ExpectedColumn, layout: ListLayout | undefined) {
  const actual = layout?.columns.find((one) => one.column === column);
  const found = actual?.field ?? null;
  // What is not recognised goes to the notes: no field and notes are the same.
  const meant = field === "notes" ? null : field;
  const right = (found === "notes" ? null : found) === meant || (found !== null && also.includes(found));
  return {
    known: field !== null && field !== "notes",
    right,
    surelyWrong: !right && found !== null && (actual?.confidence ?? 0) >= 0.8,
    words: `column ${column} « ${header} »: ${String(field)} meant, ${String(found)} found (${String(actual?.confidence)})`,
  };
}

function comparedRow(expected: ExpectedList["rows"][number], actual: ListRow | undefined) {
  const { row, ...values } = expected;
  const meant = Object.entries(values) as readonly [ImportField, ListValue][];
  const found = actual?.values ?? {};
  const more = Object.keys(found).filter((field) => field !== "notes" && !(field in values));
  const at = `row ${String(row)}`;
  return {
    all: meant.length,
    faults: [
      ...meant
        .filter(([field, value]) => !same(field, value, found[field]))
        .map(([field, value]) => `${at} ${field}: ${shown(value)} meant, ${shown(found[field])} read`),
      ...more.map((field) => `${at} ${field}: nothing meant, ${shown(found[field as ImportField])} read`),
    ],
  };
}

function same(field: ImportField, meant: ListValue, found: ListValue | undefined): boolean {
  if (typeof meant !== "string" || typeof found !== "string") return meant === found;
  return field === "notes" ? squeezed(found).includes(squeezed(meant)) : squeezed(found) === squeezed(meant);
}

/** The texts of the columns without a field and of the cells that cannot be used, where the notes do not have them. */
function lostTexts(sheet: SourceSheet, expected: ExpectedList, rows: readonly ListRow[]): readonly string[] {
  const unread = expected.columns.filter(({ field }) => field === null);
  const places = [
    ...expected.rows.flatMap(({ row }) => unread.map(({ column }) => ({ row, column }))),
    ...expected.problems,
  ];
  return places.flatMap(({ row, column }) => {
    const raw = sheet.rows[row - 1]?.[columnNumber(column) - 1];
    if (typeof raw !== "string") return [];
    const notes = rows.find((one) => one.row === row)?.values.notes;
    return typeof notes === "string" && squeezed(notes).includes(squeezed(raw))
      ? []
      : [`${column}${String(row)} ${shown(raw)}`];
  });
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function shown(value: ListValue | undefined): string {
  return value === undefined ? "nothing" : JSON.stringify(value).slice(0, 60);
}
