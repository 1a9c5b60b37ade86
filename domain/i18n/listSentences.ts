import { isCivilDate } from "../dates/civilDate";
import type { ImportField, ListValue } from "../import/list";
import type { ListProblem } from "../import/listProblem";
import type { Catalogue } from "./catalogue";
import type { ImportWords } from "./fr/importing";

/** What is wrong in a list, in the language of its reader. */
export function listProblemSentence(problem: ListProblem, words: ImportWords): string {
  const write = words.problems[problem.code] as (facts: ListProblem["facts"]) => string;
  return write(problem.facts);
}

/** What a column of a list holds, as its user calls it. */
export function fieldName(field: ImportField, words: ImportWords): string {
  const named: Readonly<Record<string, string>> = words.fields;
  return named[field] ?? words.visitOfYear(field.replace("visitOfYear:", ""));
}

/** A value of a list as the register will show it. */
export function listValue(
  field: string,
  value: ListValue,
  { formats, workbook }: Catalogue,
  words: ImportWords,
): string {
  if (typeof value === "boolean") return value ? words.yes : words.no;
  if (typeof value === "number") {
    if (field === "priceExclTax" || field === "priceInclTax") return formats.money(value);
    if (field === "vatRate") return words.rate(value / 100);
    if (field === "durationMonths" || field === "noticeMonths") return words.months(value);
    if (field === "nextVisit") return workbook.months[value - 1] ?? String(value);
    return String(value);
  }
  if (isCivilDate(value)) return formats.shortDate(value);
  const isMonth = field === "nextVisit" || field.startsWith("visitOfYear:");
  const nameOf = (month: string) => workbook.months[Number(month) - 1] ?? month;
  const [, year, month] = isMonth ? (/^(\d{4})-(\d{2})$/.exec(value) ?? []) : [];
  if (year !== undefined && month !== undefined) return `${nameOf(month)} ${year}`;
  if (field === "nextVisit") return value.split(",").map(nameOf).join(", ");
  const choices: Readonly<Record<string, string>> =
    field === "renewal" ? workbook.choices.renewalKind : field === "clientType" ? workbook.choices.clientType : {};
  return choices[value] ?? value;
}
