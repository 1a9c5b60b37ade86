import type { OpeningFacts } from "../actions/importRows";
import { earliest, yearOf } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import { legalWindow, refusalDeadline } from "../notice/window";
import type { Contract } from "../workbook/schema";
import type { ImportAnswers } from "./importInput";
import type { ImportField, ListRow } from "./list";

/** An invoice may be written so many days before the period that it bills. */
const DAYS = 31;

type Told = { readonly on: CivilDate | null };

/**
 * What already happened in the current period, by the answers of the user and by what the list says. A visit of an
 * earlier period is a fact all the same; an invoice or a letter of one is none of this period's.
 */
export function openingOf(
  row: ListRow,
  contract: Contract,
  period: DateSpan,
  answers: ImportAnswers,
  today: CivilDate,
): OpeningFacts {
  const since = earliest(answers.followedSince, today);
  const invoiced = invoiceOf(row, period, answers, today);
  const visitedOn = visitOf(row, contract, period, answers, since, today);
  const letterSentOn = letterOf(row, contract, period, answers, today);
  return {
    ...(invoiced === null ? {} : { invoiced }),
    ...(visitedOn === null ? {} : { visitedOn }),
    ...(letterSentOn === null ? {} : { letterSentOn }),
  };
}

function invoiceOf(
  row: ListRow,
  period: DateSpan,
  answers: ImportAnswers,
  today: CivilDate,
): Required<OpeningFacts>["invoiced"] | null {
  if (answers.invoiced === "none") return null;
  const { invoicedOn, invoiceNumber, paid } = row.values;
  const told = toldOf(row, "invoicedOn", today);
  const on = told?.on ?? null;
  const isOld = on !== null && (on > today || daysBefore(on, period.from) > DAYS);
  const isListed =
    (told !== null || invoiceNumber !== undefined || paid === true || typeof paid === "string") &&
    !isOld &&
    invoicedOn !== false;
  if (answers.invoiced === "asListed" && !isListed) return null;
  const issued = isOld ? null : on;
  const number = invoiceNumber === undefined || isOld ? null : String(invoiceNumber);
  if (paid === false) return { number, on: issued, paidOn: null };
  const paidOn = toldOf(row, "paid", today)?.on ?? null;
  return paidOn === null || (issued !== null && paidOn < issued)
    ? { number, on: issued }
    : { number, on: issued, paidOn };
}

/** The last visit that the list tells of, or one of an unknown day of this period. */
function visitOf(
  row: ListRow,
  contract: Contract,
  period: DateSpan,
  { visited }: ImportAnswers,
  since: CivilDate,
  today: CivilDate,
): CivilDate | null {
  const last = lastVisit(row, today);
  const day = last?.on ?? null;
  const isCurrent = day !== null && day >= period.from;
  const fits = (date: CivilDate) => (contract.startsOn === null || date >= contract.startsOn ? date : null);
  if (visited === "none") return day !== null && !isCurrent ? fits(day) : null;
  if (isCurrent) return day;
  const isDone = visited === "all" || (last !== null && day === null);
  if (isDone) return period.from > today ? null : since >= period.from ? since : today;
  return day === null ? null : fits(day);
}

/** The latest visit of the row; `on` null: done, on a day that is not told. */
export function lastVisit(row: ListRow, today: CivilDate): Told | null {
  const years = Object.keys(row.values)
    .filter((field) => field.startsWith("visitOfYear:"))
    .sort()
    .reverse() as ImportField[];
  const told = (["lastVisitOn", ...years] as ImportField[]).flatMap((field) => {
    const one = toldOf(row, field, today);
    if (one === null || one.on !== null) return one ?? [];
    // A mark under the year that runs is a visit of this period; under a year that is over, of no known day.
    return field === "lastVisitOn" || Number(field.slice(-4)) === yearOf(today) ? one : [];
  });
  const days = told.flatMap(({ on }) => on ?? []);
  const latest = [...days].sort().at(-1);
  if (told.some(({ on }) => on === null)) return { on: null };
  return latest === undefined ? null : { on: latest };
}

function letterOf(
  row: ListRow,
  contract: Contract,
  period: DateSpan,
  { letterSent }: ImportAnswers,
  today: CivilDate,
): CivilDate | null {
  if (letterSent === "none") return null;
  const window = legalWindow(refusalDeadline(contract, period.to));
  const told = toldOf(row, "letterSentOn", today);
  const on = told?.on ?? null;
  if (on !== null && on >= window.from) return on;
  const isSent = letterSent === "all" || (told !== null && on === null);
  return isSent && today >= window.from ? earliest(window.to, today) : null;
}

/** What a cell that says « fait » or a day says; null where it says nothing, not yet, or a day to come. */
function toldOf(row: ListRow, field: ImportField, today: CivilDate): Told | null {
  const value = row.values[field];
  if (value === true) return { on: null };
  if (typeof value !== "string") return null;
  const on = (value.length === 7 ? `${value}-01` : value) as CivilDate;
  return on > today ? null : { on };
}

function daysBefore(date: CivilDate, start: CivilDate): number {
  // Months of thirty days are exact enough for a month's tolerance.
  const days = (one: CivilDate) => yearOf(one) * 360 + Number(one.slice(5, 7)) * 30 + Number(one.slice(8));
  return days(start) - days(date);
}
