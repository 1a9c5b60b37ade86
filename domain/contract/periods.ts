import { compareText } from "../compareText";
import { addDays, addMonths, monthsBetween, monthsFrom } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import type { Contract, PeriodRow } from "../workbook/schema";

/** One period of a contract, recorded in the register or derived from what the law makes of silence. */
export type Period = DateSpan & {
  /** 1 for the first period. */
  readonly number: number;
  /** The length in months that the contract gives it. */
  readonly months: number;
  /** Null when nobody has recorded it: it then holds by the contract or by tacit renewal. */
  readonly row: PeriodRow | null;
  /** The end that its start and length give; `to` differs from it where another échéance was typed. */
  readonly computedTo: CivilDate;
};

/** How many periods the law may derive after the last recorded one: a guard against absurd dates, never a limit of use. */
const MOST_DERIVED = 1_200;
/** No period follows one that ends after this day: absurd lengths would lead arithmetic out of the calendar. */
const LAST_END: CivilDate = "2200-12-31";

/**
 * The periods of a contract in order, without gap or overlap, up to the one that contains `until`.
 *
 * Each period is computed from the start of its chain, never from the one before, so that a contract of 29 February
 * comes back to 29 February; where the day is missing the period ends on the month's last day (CPC 641).
 * A typed échéance ends its period, and the next day becomes the start of a new chain.
 * Silence renews a tacit contract (C. civ. 1215), so periods that nobody recorded are derived.
 * Without a start there is no period.
 */
export function periodsOf(contract: Contract, rows: readonly PeriodRow[], until: CivilDate): readonly Period[] {
  const recorded = sortedRows(rows);
  const first = recorded[0];
  const start = first === undefined ? contract.startsOn : first.from;
  if (start === null) return [];

  const firstNumber = first?.number ?? 1;
  let chain = chainOf(contract, start, firstNumber);
  const periods: Period[] = [];
  for (let number = firstNumber; number < firstNumber + recorded.length + MOST_DERIVED; number += 1) {
    const row = recorded[number - firstNumber] ?? null;
    const previous = periods.at(-1);
    if (previous !== undefined) {
      if (previous.to > LAST_END || (row === null && !continues(contract, previous, until))) break;
    }

    const months = monthsOf(contract, number);
    const from = monthsFrom(chain.start, chain.months);
    const computedTo = addDays(monthsFrom(chain.start, chain.months + months), -1);
    const typed = row?.to ?? computedTo;
    // An échéance typed before the start is reported and not followed.
    const to = typed < from ? computedTo : typed;
    periods.push({ number, from, to, months, row, computedTo });
    chain = to === computedTo ? { ...chain, months: chain.months + months } : { start: addDays(to, 1), months: 0 };
  }
  return periods;
}

/** Rows by number; where two bear the same number the first counts and the other is reported elsewhere. */
function sortedRows(rows: readonly PeriodRow[]): PeriodRow[] {
  const byNumber = new Map<number, PeriodRow>();
  for (const row of [...rows].sort(
    (a, b) => a.number - b.number || compareText(a.from, b.from) || compareText(a.id, b.id),
  )) {
    if (!byNumber.has(row.number)) byNumber.set(row.number, row);
  }
  const sorted = [...byNumber.values()];
  const first = sorted[0];
  // A missing number ends what was recorded: the periods after it are derived, and the gap is reported elsewhere.
  return first === undefined ? [] : sorted.filter((row, i) => row.number === first.number + i);
}

/** A first known period that the contract's own start explains stays on its chain, so that the 29th, 30th and 31st survive. */
function chainOf(contract: Contract, start: CivilDate, number: number): { start: CivilDate; months: number } {
  if (contract.startsOn === null) return { start, months: 0 };
  const months = number <= 1 ? 0 : Math.max(1, contract.firstMonths) + (number - 2) * renewalMonthsOf(contract);
  const explains =
    Math.abs(months - monthsBetween(contract.startsOn, start)) <= 1 && monthsFrom(contract.startsOn, months) === start;
  return explains ? { start: contract.startsOn, months } : { start, months: 0 };
}

/** Months of the period with the number. */
export function monthsOf(contract: Contract, number: number): number {
  return number === 1 ? Math.max(1, contract.firstMonths) : renewalMonthsOf(contract);
}

/** Months of a renewal; a contract that does not say renews for its first length, and the omission is reported. */
export function renewalMonthsOf(contract: Contract): number {
  return Math.max(1, contract.renewalMonths ?? contract.firstMonths);
}

/** Whether silence carries the contract into a period after this one that begins by `until`. */
function continues(contract: Contract, period: Period, until: CivilDate): boolean {
  return period.to < until && renewsBySilence(contract, period);
}

/** Whether the contract goes on by itself after the period: a tacit contract that nobody refused or terminated. */
export function renewsBySilence(contract: Contract, period: DateSpan): boolean {
  if (contract.renewalKind !== "tacit") return false;
  if (contract.terminatedOn !== null && contract.terminatedOn <= period.to) return false;
  return contract.refusalOn === null || contract.refusalOn > period.to;
}

/** The period that contains the day; before the first one, the first; after the last one, the last. */
export function periodAt(periods: readonly Period[], day: CivilDate): Period | null {
  return periods.findLast((period) => period.from <= day) ?? periods[0] ?? null;
}

/** The period that would follow: what the notice announces and a renewal records. */
export function periodAfter(contract: Contract, rows: readonly PeriodRow[], period: Period): DateSpan {
  const willing: Contract = { ...contract, renewalKind: "tacit", refusalOn: null, terminatedOn: null };
  const next = periodsOf(willing, rows, addDays(period.to, 1)).find((other) => other.number === period.number + 1);
  const from = addDays(period.to, 1);
  return next ?? { from, to: addDays(addMonths(from, renewalMonthsOf(contract)), -1) };
}
