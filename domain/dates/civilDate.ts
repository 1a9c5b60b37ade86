/** A calendar day "YYYY-MM-DD", without time or zone. Days are compared as strings: "2026-03-15" < "2026-04-01". */
export type CivilDate = `${number}-${number}-${number}`;

/** The days from `from` to `to`, both included. */
export type DateSpan = { readonly from: CivilDate; readonly to: CivilDate };

export type DateParts = { readonly year: number; readonly month: number; readonly day: number };

const firstYear = 1900;
const lastYear = 9999;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const twoDigits = Array.from({ length: 32 }, (_, n) => String(n).padStart(2, "0"));

/** Whether the text is "YYYY-MM-DD" and names a day that exists, from 1900 to 9999. */
export function isCivilDate(text: string): text is CivilDate {
  if (text.length !== 10 || text[4] !== "-" || text[7] !== "-") return false;
  for (let at = 0; at < 10; at++) {
    if (at !== 4 && at !== 7 && !isDigit(text.charCodeAt(at))) return false;
  }
  return exists(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
}

/** The civil date of a year, a month (1–12) and a day. Throws a RangeError when that day does not exist. */
export function civilDate(year: number, month: number, day: number): CivilDate {
  if (!exists(year, month, day)) throw new RangeError(`There is no day ${year}-${month}-${day}`);
  return write(year, month, day);
}

/** Year, month (1–12) and day of a date. */
export function parts(date: CivilDate): DateParts {
  return { year: yearOf(date), month: monthOf(date), day: dayOf(date) };
}

export function yearOf(date: CivilDate): number {
  return digits(date, 0, 4);
}

/** The month, 1–12. */
export function monthOf(date: CivilDate): number {
  return digits(date, 5, 7);
}

/** The date `n` days later (earlier when negative). Throws a RangeError outside 1900–9999. */
export function addDays(date: CivilDate, n: number): CivilDate {
  const day = dayOf(date) + n;
  // Most sums stay in their month, which needs no calendar.
  if (day >= 1 && day <= 28 && Number.isInteger(day)) return write(yearOf(date), monthOf(date), day);
  return fromDayNumber(dayNumber(date) + n);
}

/** The same day of the month `n` months later, or the last day of that month when it has no such day. Throws a RangeError outside 1900–9999. */
export function addMonths(date: CivilDate, n: number): CivilDate {
  const { year, month } = shiftedMonth(date, n);
  return civilDate(year, month, Math.min(dayOf(date), daysInMonth(year, month)));
}

/**
 * The first day of the period that begins `n` months after `start`: the same day of the month or, when that month has no
 * such day, the 1st of the month after, so that the period before ends on the last day of its month (CPC art. 641).
 * To be called with the original start: chained calls would lose the day of the month. Throws a RangeError outside 1900–9999.
 */
export function monthsFrom(start: CivilDate, n: number): CivilDate {
  const clipped = addMonths(start, n);
  return dayOf(clipped) < dayOf(start) ? addDays(clipped, 1) : clipped;
}

/** Days from `a` to `b`; negative when `b` comes first. */
export function daysBetween(a: CivilDate, b: CivilDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** Whole months elapsed from `a` to `b`, towards zero: none from 31 January to 28 February. Negative when `b` comes first. */
export function monthsBetween(a: CivilDate, b: CivilDate): number {
  const months = (yearOf(b) - yearOf(a)) * 12 + monthOf(b) - monthOf(a);
  const daysPast = dayOf(b) - dayOf(a);
  if (months > 0 && daysPast < 0) return months - 1;
  if (months < 0 && daysPast > 0) return months + 1;
  return months;
}

/** The day of the week, 1 = Monday … 7 = Sunday. */
export function weekday(date: CivilDate): number {
  // Day 0, 1 January 1970, was a Thursday; whole weeks keep the sum positive from 1900 on.
  return ((dayNumber(date) + 3 + 7 * 4000) % 7) + 1;
}

export function lastOfMonth(date: CivilDate): CivilDate {
  const year = yearOf(date);
  const month = monthOf(date);
  return write(year, month, daysInMonth(year, month));
}

/** Length of a month (1–12), 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);
}

export function earliest(first: CivilDate, ...others: readonly CivilDate[]): CivilDate {
  return others.reduce((least, date) => (date < least ? date : least), first);
}

export function latest(first: CivilDate, ...others: readonly CivilDate[]): CivilDate {
  return others.reduce((most, date) => (date > most ? date : most), first);
}

/** Whether the date lies in the span, both ends included. */
export function isWithin(date: CivilDate, span: DateSpan): boolean {
  return span.from <= date && date <= span.to;
}

/** The days that both spans hold, or null when they hold none in common. */
export function intersection(a: DateSpan, b: DateSpan): DateSpan | null {
  const from = latest(a.from, b.from);
  const to = earliest(a.to, b.to);
  return from <= to ? { from, to } : null;
}

function dayOf(date: CivilDate): number {
  return digits(date, 8, 10);
}

function shiftedMonth(date: CivilDate, n: number): { readonly year: number; readonly month: number } {
  const months = yearOf(date) * 12 + monthOf(date) - 1 + n;
  const year = Math.floor(months / 12);
  return { year, month: months - year * 12 + 1 };
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function exists(year: number, month: number, day: number): boolean {
  return Number.isInteger(day) && year >= firstYear && year <= lastYear && day >= 1 && day <= daysInMonth(year, month);
}

function write(year: number, month: number, day: number): CivilDate {
  return `${year}-${twoDigits[month]}-${twoDigits[day]}` as CivilDate;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

const daysPer400Years = 146097;
/** Days from 1 March of year 0 to 1 January 1970: years counted from March put 29 February last. */
const daysBefore1970 = 719468;

/** Days since 1 January 1970 (Howard Hinnant, "days_from_civil"). */
function dayNumber(date: CivilDate): number {
  const month = monthOf(date);
  const year = month <= 2 ? yearOf(date) - 1 : yearOf(date);
  const century = Math.floor(year / 100);
  const daysToMonth = Math.floor((153 * ((month + 9) % 12) + 2) / 5);
  return (
    365 * year +
    Math.floor(year / 4) -
    century +
    Math.floor(century / 4) +
    daysToMonth +
    dayOf(date) -
    1 -
    daysBefore1970
  );
}

/** The inverse of dayNumber ("civil_from_days"). */
function fromDayNumber(number: number): CivilDate {
  const days = number + daysBefore1970;
  const era = Math.floor(days / daysPer400Years);
  const dayOfEra = days - era * daysPer400Years;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return civilDate(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}
