import { compareText } from "../compareText";
import {
  addDays,
  addMonths,
  civilDate,
  daysBetween,
  earliest,
  intersection,
  lastOfMonth,
  latest,
  monthsBetween,
  monthsFrom,
  yearOf,
} from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import type { Equipment } from "../workbook/schema";

/** A planned span and the day from which a visit counts for it: the start of its period or of its longer part. */
export type VisitSlot = DateSpan & { readonly since: CivilDate };

type Rhythm = Pick<Equipment, "visitsPerYear" | "visitTiming" | "visitMonths">;

/** Visits are planned by months: at most one a month, at least one in twenty years. */
const MOST_PER_YEAR = 12;
const LEAST_PER_YEAR = 1 / 20;

/**
 * The spans in which the contract plans the visits of one equipment during a period, earliest first.
 *
 * A period is cut into equal parts, one for each visit (two visits in twelve months: two parts of six). In its part a
 * visit falls in the first month, in the last month, in the chosen month, or anywhere when nothing was said.
 * Where visits are rarer than periods (every second year), the parts are counted from the start of the contract,
 * and a part belongs to the period in which its span ends.
 */
export function visitSlots(rhythm: Rhythm, period: DateSpan, contractStart: CivilDate): readonly VisitSlot[] {
  if (rhythm.visitsPerYear <= 0) return [];
  const months = chosenMonths(rhythm);
  const perYear = Math.min(MOST_PER_YEAR, Math.max(LEAST_PER_YEAR, rhythm.visitsPerYear));
  // The chosen months say how many visits a year has.
  const interval = 12 / (months === null ? perYear : Math.min(1, perYear));
  const length = monthsBetween(period.from, addDays(period.to, 1));
  const parts =
    length >= interval * 0.75
      ? equalParts(period, Math.max(1, Math.round(length / interval)), interval)
      : partsFrom(contractStart, Math.round(interval), period);
  return parts
    .flatMap((part) => spansIn(part, rhythm, months).map((span) => ({ ...span, since: part.from })))
    .filter((span) => period.from <= span.to && span.to <= period.to)
    .map(({ from, to, since }) => ({ from: latest(from, period.from), to, since: earliest(since, period.from) }))
    .sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
}

function chosenMonths({ visitTiming, visitMonths }: Rhythm): readonly number[] | null {
  if (visitMonths === null || visitMonths.length === 0) return null;
  return visitTiming === null || visitTiming === "months" ? visitMonths : null;
}

/** The last part ends with the period, whatever its length. */
function equalParts(period: DateSpan, count: number, interval: number): DateSpan[] {
  const starts = Array.from({ length: count }, (_, i) => monthsFrom(period.from, Math.round(i * interval)));
  return starts.map((from, i) => {
    const next = starts[i + 1];
    return { from, to: next === undefined ? period.to : addDays(next, -1) };
  });
}

/** The parts, counted from the start of the contract, that reach into the period. */
function partsFrom(start: CivilDate, interval: number, period: DateSpan): DateSpan[] {
  const parts: DateSpan[] = [];
  const first = Math.max(0, Math.floor(monthsBetween(start, period.from) / interval) - 1);
  for (let i = first; monthsFrom(start, i * interval) <= period.to; i += 1) {
    parts.push({ from: monthsFrom(start, i * interval), to: addDays(monthsFrom(start, (i + 1) * interval), -1) });
  }
  return parts;
}

function spansIn(part: DateSpan, rhythm: Rhythm, months: readonly number[] | null): DateSpan[] {
  // Of a part longer than a year, its last twelve months: every second year means the second year.
  const year = { from: latest(part.from, addMonths(addDays(part.to, 1), -12)), to: part.to };
  if (months !== null) return months.map((month) => monthIn(year, month)).filter((span) => span !== null);
  switch (rhythm.visitTiming) {
    case "start":
      return [intersection(part, { from: part.from, to: addDays(addMonths(part.from, 1), -1) }) ?? part];
    case "end":
      return [intersection(part, { from: addMonths(addDays(part.to, 1), -1), to: part.to }) ?? part];
    default:
      return [year];
  }
}

/** The month inside the span; where the span begins and ends in that month, the end that holds more of its days. */
function monthIn(span: DateSpan, month: number): DateSpan | null {
  const candidates: DateSpan[] = [];
  for (let year = yearOf(span.from); year <= yearOf(span.to); year += 1) {
    const first = civilDate(year, month, 1);
    const inside = intersection(span, { from: first, to: lastOfMonth(first) });
    if (inside !== null) candidates.push(inside);
  }
  return candidates.reduce<DateSpan | null>(
    (best, one) => (best === null || daysBetween(one.from, one.to) > daysBetween(best.from, best.to) ? one : best),
    null,
  );
}
