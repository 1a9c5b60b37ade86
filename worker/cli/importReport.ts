import { catalogues } from "../../domain/i18n";
import type { Language } from "../../domain/i18n";
import { importWords } from "../../domain/i18n/importWords";
import { fieldName, listProblemSentence, listValue } from "../../domain/i18n/listSentences";
import type { ListLayout, ListRow } from "../../domain/import/list";
import type { ListProblem } from "../../domain/import/listProblem";
import { words } from "./words";

/** What was read of a list. */
export type ReadList = {
  readonly layout: ListLayout;
  readonly rows: readonly ListRow[];
  readonly problems: readonly ListProblem[];
  /** All lists of the workbook. */
  readonly lists: readonly ListLayout[];
  readonly language: Language;
};

/** From here on nobody needs to look at a column. */
const SURE = 0.8;
const SHOWN_ROWS = 10;
/** A terminal is no place to read hundreds of lines, nor many times the same: `--json` has them all. */
const MOST_PROBLEMS = 20;
const MOST_ALIKE = 3;
const LONGEST_VALUE = 40;

/** The answer of `tacite import --json`: a row holds its fields by name, beside its number in the sheet. */
export function importReport({ layout, rows, problems, language }: ReadList) {
  const { sheet, headerRows, firstDataRow, lastDataRow } = layout;
  return {
    sheet,
    headerRows,
    firstDataRow,
    lastDataRow,
    columns: layout.columns.map(({ column, header, field, confidence }) => ({ column, header, field, confidence })),
    rows: rows.map(({ row, values }) => ({ row, ...values })),
    problems: problems.map((problem) => ({
      sheet: problem.sheet,
      row: problem.row,
      column: problem.column,
      code: problem.code,
      message: listProblemSentence(problem, importWords[language]),
    })),
  };
}

/** The same for a person: what was recognised and how surely, the first rows, what to know. */
export function importLines({ layout, rows, problems, lists, language }: ReadList): readonly string[] {
  const says = words[language].importing;
  const lines = importWords[language];
  const { headed } = catalogues[language].formats;
  const { columns, sheet, firstDataRow, lastDataRow } = layout;
  const doubtful = columns.filter(({ field, confidence }) => field !== null && confidence < SURE);
  const others = [...new Set(lists.map((list) => list.sheet))].filter((name) => name !== sheet);
  const told = firstOfEachKind(problems).slice(0, MOST_PROBLEMS);
  const [width, headerWidth] = [4, Math.min(28, Math.max(...columns.map(({ header }) => header.length)))];
  return [
    headed(says.list, says.place(sheet, firstDataRow, lastDataRow, lines.rows(rows.length))),
    ...(others.length === 0 ? [] : [says.otherSheets(others)]),
    "",
    says.columns,
    ...columns.map(({ column, header, field, confidence, reason }) => {
      const what = field === null ? lines.toNotes : fieldName(field, lines);
      const how =
        field === null ? "" : ` (${confidence < SURE ? lines.toCheck : lines.sure}, ${lines.reasons[reason]})`;
      return `  ${column.padEnd(width)}${header.padEnd(headerWidth)}  → ${what}${how}`;
    }),
    ...(doubtful.length === 0 ? [] : [says.toCheck(doubtful.length)]),
    "",
    ...(rows.length === 0 ? [] : [says.rows(Math.min(SHOWN_ROWS, rows.length))]),
    ...rows.slice(0, SHOWN_ROWS).map(({ row, values }) => {
      const shown = Object.entries(values).flatMap(([field, value]) =>
        value === undefined ? [] : [onOneLine(listValue(field, value, catalogues[language], lines))],
      );
      return `  ${String(row).padStart(5)}  ${shown.join(" · ")}`;
    }),
    "",
    problems.length === 0 ? says.noProblem : says.problems(problems.length),
    ...told.map(
      (problem) => `  ${headed(lines.cell(problem.column, problem.row), listProblemSentence(problem, lines))}`,
    ),
    ...(problems.length > told.length ? [`  ${words[language].others(problems.length - told.length)}`] : []),
    "",
  ];
}

/** Of what is said of many rows, the first ones: the reader has understood. */
function firstOfEachKind(problems: readonly ListProblem[]): readonly ListProblem[] {
  const counts = new Map<string, number>();
  return problems.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    return count <= MOST_ALIKE;
  });
}

function onOneLine(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length <= LONGEST_VALUE ? line : `${line.slice(0, LONGEST_VALUE - 1)}…`;
}
