import type { Register } from "../../../domain/register";
import type { CivilDate } from "../../../domain/dates/civilDate";
import { importInput } from "../../../domain/import/importInput";
import type { ImportAnswers } from "../../../domain/import/importInput";
import type { ImportField, ListLayout, ListRow } from "../../../domain/import/list";
import type { ListProblem } from "../../../domain/import/listProblem";
import { readList } from "../../../domain/import/readList";
import type { ListReading } from "../../../domain/import/readList";
import type { SourceSheet } from "../../../domain/import/sourceSheet";
import { columnNumber } from "../../../domain/workbook/columnLetters";

/** From here on nobody needs to look at a column. */
export const SURE = 0.8;
/** Rows that are shown as they will be read. */
const EXAMPLES = 10;
/** Rows that are read for them: some may be blank or a title. */
const EXAMPLE_ROWS = 30;
const SAMPLES = 3;
const LONGEST_SAMPLE = 40;

/** The fields of a column as they are offered, in groups; one per year for the visits, as many as the list has. */
export const fieldGroups = {
  client: ["clientName", "firstName", "civility", "clientType", "address", "postcode", "city", "billingAddress", "phone", "phone2", "email"], // prettier-ignore
  equipment: ["equipment", "brand", "model", "serial", "commissionedOn", "power"],
  contract: ["contractId", "signedOn", "startsOn", "endsOn", "durationMonths", "noticeMonths", "renewal", "plan", "status", "notes"], // prettier-ignore
  price: ["priceInclTax", "priceExclTax", "vatRate"],
  followUp: ["lastVisitOn", "nextVisit", "invoiceNumber", "invoicedOn", "paid", "letterSentOn"],
} as const satisfies Readonly<Record<string, readonly ImportField[]>>;

/** The first rows of the list, as they will be read. */
export function exampleRows(sheet: SourceSheet, layout: ListLayout, today: CivilDate): readonly ListRow[] {
  const lastDataRow = Math.min(layout.lastDataRow, layout.firstDataRow + EXAMPLE_ROWS);
  return readList(sheet, { ...layout, lastDataRow }, today).rows.slice(0, EXAMPLES);
}

/** Some of the values of a column, as they are written. */
export function samplesOf(sheet: SourceSheet, layout: ListLayout, column: string): readonly string[] {
  const index = columnNumber(column) - 1;
  const samples = new Set<string>();
  for (const row of sheet.rows.slice(layout.firstDataRow - 1, layout.lastDataRow)) {
    const cell = row[index] ?? null;
    const text =
      cell === null ? "" : typeof cell !== "object" ? String(cell).trim() : "date" in cell ? cell.date : cell.error;
    if (text !== "") samples.add(text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}

/** Nothing is taken for granted, and nothing for late. */
export function usualAnswers(today: CivilDate): ImportAnswers {
  const asListed = "asListed" as const;
  return {
    followedSince: today,
    invoiced: asListed,
    paid: asListed,
    visited: asListed,
    letterSent: asListed,
    noticeMonths: null,
    basis: "TTC",
  };
}

/** The questions that the list itself does not answer. */
export function openQuestions(rows: readonly ListRow[]) {
  return {
    notice: rows.some(({ values }) => values.noticeMonths === undefined),
    basis: rows.some(
      ({ values, basis }) =>
        basis === undefined && (values.priceInclTax !== undefined || values.priceExclTax !== undefined),
    ),
  };
}

/** All that comes of a list that was read: its rows, what is to be known of them, and what is to be written. */
export function wholeList(
  { rows, problems }: ListReading,
  layout: ListLayout,
  register: Register,
  answers: ImportAnswers,
  today: CivilDate,
) {
  const { input, problems: left } = importInput(rows, layout, register, answers, today);
  return { rows, problems: inOrder([...problems, ...left]), input };
}

/** As one meets them going down the sheet; those of other sheets stay where they are. */
function inOrder(problems: readonly ListProblem[]): readonly ListProblem[] {
  const column = (problem: ListProblem) => (problem.column === null ? 0 : columnNumber(problem.column));
  return [...problems].sort((a, b) => (a.sheet === b.sheet ? (a.row ?? 0) - (b.row ?? 0) || column(a) - column(b) : 0));
}
