import { isRunning } from "../contract/state";
import { termsOf } from "../contract/terms";
import { compareText } from "../compareText";
import { isWithin } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import type { Cents } from "../money";
import { letterInTime, noticeOf } from "../notice/notice";
import { leftToPay } from "../obligations/payments";
import type { Obligation } from "../obligations/obligation";
import type { Plan, PlannedContract } from "../plan/plan";
import { yearlyPrice } from "./yearlyPrice";
import type { YearlyPrice } from "./yearlyPrice";

/*
 * What the dashboard counts of one contract, where rules too deep for a formula stand behind it. The status columns show
 * the same, so that the formulas of the sheet « Tableau de bord » come to the same figures.
 */

/** Whether the contract is in force today: begun and not over. A suspended one is, and one whose end is certain. */
export function isInForce({ state }: Pick<PlannedContract, "state">): boolean {
  return state !== "upcoming" && isRunning({ state });
}

/** What a contract in force brings in per year; nulls for any other. */
export function yearlyPriceOf(planned: PlannedContract): YearlyPrice {
  const { file, period } = planned;
  if (period === null || !isInForce(planned)) return { exclTax: null, inclTax: null };
  return yearlyPrice(file.contract, period, termsOf(file, period.number));
}

/**
 * The day from which the client of a running contract may leave at any time, because he was not told in time of its
 * renewal (C. conso. L215-1 al. 2): the next renewal or, once it took place, that of the current period. Null for none.
 */
export function freeFrom(planned: PlannedContract): CivilDate | null {
  return isRunning(planned) ? (planned.consequence?.freeFrom ?? null) : null;
}

/** The contract's letters that told the client in time of the end of a period, by their keys, each with its last legal day. */
export function lettersInTime({ file }: PlannedContract, { settings, today }: Plan): ReadonlyMap<string, CivilDate> {
  const told = file.periods.filter((period) =>
    file.letters.some(({ sentOn, periodFrom }) => sentOn !== null && isWithin(periodFrom, period)),
  );
  return new Map(
    told.flatMap((period): [string, CivilDate][] => {
      const sent = letterInTime(file, period, settings, today);
      return sent === null ? [] : [[sent.letter.id, sent.lastDay]];
    }),
  );
}

/**
 * The last legal days that passed without a letter, by the keys of the recorded periods before the current one. Those of
 * the current period show in the state of its letter.
 */
export function missedNotices(
  { file, period: current }: PlannedContract,
  { settings, today }: Plan,
): ReadonlyMap<string, CivilDate> {
  return new Map(
    file.periods.flatMap((period): [string, CivilDate][] => {
      if (period.row === null || current === null || period.number >= current.number) return [];
      const { state, window } = noticeOf(file, period, settings, today);
      return state === "late" && window !== null ? [[period.row.id, window.to]] : [];
    }),
  );
}

/** The first day of the current period of a contract in force, where that period is a renewal, recorded or not; else null. */
export function renewedOn(planned: PlannedContract): CivilDate | null {
  const { period } = planned;
  return period !== null && period.number > 1 && isInForce(planned) ? period.from : null;
}

/** The open visit of a running contract that is due first, by contract or by law; leak checks are not visits. Null for none. */
export function nextVisitOf(planned: PlannedContract): Obligation | null {
  if (!isRunning(planned)) return null;
  const [next] = planned.obligations
    .filter(
      ({ kind, state, source }) =>
        (kind === "visit" || (kind === "legalVisit" && source !== "leakCheck")) && state !== "done",
    )
    .sort((a, b) => compareText(a.due.to, b.due.to));
  return next ?? null;
}

/** How many invoices are to be made today, of periods and repairs, in time or late. */
export function invoicesDueOf({ obligations }: PlannedContract): number {
  return obligations.filter(
    ({ kind, state }) => (kind === "invoice" || kind === "repairInvoice") && (state === "due" || state === "overdue"),
  ).length;
}

/** An invoice that is still to be paid: what is left of it, and when it is to be paid at the latest. */
export type OpenPayment = {
  readonly invoice: string;
  readonly left: Cents;
  readonly dueOn: CivilDate;
  readonly late: boolean;
};

/** The invoices of the contract that are to be paid. One of which nothing is left, or no amount is known, is not among them. */
export function openPaymentsOf({ file, obligations }: PlannedContract): readonly OpenPayment[] {
  return obligations
    .filter(({ kind, state }) => kind === "payment" && state !== "done")
    .flatMap(({ about, due, state }): OpenPayment[] => {
      const invoice = file.invoices.find(({ id }) => id === about);
      const left = invoice === undefined ? null : leftToPay(file, invoice);
      return invoice === undefined || left === null || left <= 0
        ? []
        : [{ invoice: invoice.id, left, dueOn: due.to, late: state === "overdue" }];
    });
}
