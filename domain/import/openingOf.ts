import type { OpeningFacts } from "../actions/importRows";
import { earliest, yearOf } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import { importWords } from "../i18n/importWords";
import { legalWindow, refusalDeadline } from "../notice/window";
import type { Contract } from "../workbook/schema";
import type { ImportAnswers } from "./importInput";
import type { ImportField, ListLayout, ListRow } from "./list";

/** An invoice may be written so many days before the period that it bills. */
const DAYS = 31;

/** A day that the list tells, the first of a month where it tells no day, or null where it says only that it is done. */
type Told = { readonly on: CivilDate | null; readonly isDay: boolean };

/** What was done, on a day that is known or on one that hurts nobody. */
type Done = { readonly on: CivilDate; readonly isKnown: boolean };

/**
 * What already happened in the current period, by the answers of the user and by what the list says. A visit of an
 * earlier period is a fact all the same; an invoice or a letter of one is none of this period's. A day that is not
 * told is never passed off as one that is: the row says so.
 */
export function openingOf(
  row: ListRow,
  contract: Contract,
  period: DateSpan,
  layout: ListLayout,
  answers: ImportAnswers,
  today: CivilDate,
): OpeningFacts {
  const since = earliest(answers.followedSince, today);
  const invoiced = invoiceOf(row, period, layout, answers, today);
  const visit = visitOf(row, contract, period, answers, since, today);
  const letter = letterOf(row, contract, period, answers, today);
  const { invoiceDayUnknown, paymentDayUnknown, dayUnknown } = importWords.fr.notes;
  const onInvoice =
    invoiced === null
      ? []
      : [
          ...(invoiced.on === null ? [invoiceDayUnknown] : []),
          ...(invoiced.paidOn === undefined ? [paymentDayUnknown] : []),
        ];
  const notes = {
    ...(onInvoice.length === 0 ? {} : { invoice: onInvoice.join("\n") }),
    ...(visit === null || visit.isKnown ? {} : { visit: dayUnknown }),
    ...(letter === null || letter.isKnown ? {} : { letter: dayUnknown }),
  };
  return {
    ...(invoiced === null ? {} : { invoiced }),
    ...(visit === null ? {} : { visitedOn: visit.on }),
    ...(letter === null ? {} : { letterSentOn: letter.on }),
    ...(Object.keys(notes).length === 0 ? {} : { notes }),
  };
}

function invoiceOf(
  row: ListRow,
  period: DateSpan,
  layout: ListLayout,
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
  if (!isPaid(row, layout, answers, isOld)) return { number, on: issued, paidOn: null };
  const paidOn = isOld || answers.paid === "none" ? null : (toldOf(row, "paid", today)?.on ?? null);
  return paidOn === null || (issued !== null && paidOn < issued)
    ? { number, on: issued }
    : { number, on: issued, paidOn };
}

/** A list that has a column for payments tells by a blank that there is none; of one without, the user is asked. */
function isPaid(
  { values: { paid } }: ListRow,
  layout: ListLayout,
  answers: ImportAnswers,
  isOfOtherInvoice: boolean,
): boolean {
  if (answers.paid !== "asListed") return answers.paid === "all";
  if (isOfOtherInvoice) return true;
  return hasPayments(layout) ? paid !== undefined && paid !== false : paid !== false;
}

/** Whether a column of the list tells payments. */
export function hasPayments({ columns }: ListLayout): boolean {
  return columns.some(({ field }) => field === "paid");
}

/** The last visit that the list tells of, or one of an unknown day of this period. */
function visitOf(
  row: ListRow,
  contract: Contract,
  period: DateSpan,
  { visited }: ImportAnswers,
  since: CivilDate,
  today: CivilDate,
): Done | null {
  const last = lastVisit(row, today);
  const day = last?.on ?? null;
  const isCurrent = day !== null && day >= period.from;
  const isKnown = last?.isDay ?? false;
  const fits = (on: CivilDate) => (contract.startsOn === null || on >= contract.startsOn ? { on, isKnown } : null);
  if (visited === "none") return day !== null && !isCurrent ? fits(day) : null;
  if (isCurrent) return { on: day, isKnown };
  const isDone = visited === "all" || (last !== null && day === null);
  if (isDone) return period.from > today ? null : { on: since >= period.from ? since : today, isKnown: false };
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
  const done = told.find(({ on }) => on === null);
  return done ?? [...told].sort((a, b) => ((a.on ?? "") < (b.on ?? "") ? -1 : 1)).at(-1) ?? null;
}

function letterOf(
  row: ListRow,
  contract: Contract,
  period: DateSpan,
  { letterSent }: ImportAnswers,
  today: CivilDate,
): Done | null {
  if (letterSent === "none") return null;
  const window = legalWindow(refusalDeadline(contract, period.to));
  const told = toldOf(row, "letterSentOn", today);
  const on = told?.on ?? null;
  if (told !== null && on !== null && on >= window.from) return { on, isKnown: told.isDay };
  const isSent = letterSent === "all" || (told !== null && on === null);
  return isSent && today >= window.from ? { on: earliest(window.to, today), isKnown: false } : null;
}

/** What a cell that says « fait » or a day says; null where it says nothing, not yet, or a day to come. */
function toldOf(row: ListRow, field: ImportField, today: CivilDate): Told | null {
  const value = row.values[field];
  if (value === true) return { on: null, isDay: false };
  if (typeof value !== "string") return null;
  const isDay = value.length > 7;
  const on = (isDay ? value : `${value}-01`) as CivilDate;
  return on > today ? null : { on, isDay };
}

function daysBefore(date: CivilDate, start: CivilDate): number {
  // Months of thirty days are exact enough for a month's tolerance.
  const days = (one: CivilDate) => yearOf(one) * 360 + Number(one.slice(5, 7)) * 30 + Number(one.slice(8));
  return days(start) - days(date);
}
