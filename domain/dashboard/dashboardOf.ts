import { addDays, addMonths, civilDate, lastOfMonth, monthOf, yearOf } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import { inclTax } from "../money";
import type { Cents } from "../money";
import { isRunning } from "../contract/state";
import { isNoticeSettled } from "../notice/notice";
import { isVisitDone } from "../obligations/doneVisits";
import { planOf } from "../plan/plan";
import type { Plan, PlannedContract } from "../plan/plan";
import type { Register } from "../register";
import { choiceSets } from "../workbook/choices";
import type { Choice } from "../workbook/choices";
import {
  freeFrom,
  invoicesDueOf,
  isInForce,
  lettersInTime,
  missedNotices,
  nextVisitOf,
  openPaymentsOf,
  renewedOn,
  yearlyPriceOf,
} from "./standing";

export type RefusalReason = Choice<"refusalReason">;

/** What is counted in one month, which is named by its first day. */
type InMonth<T extends string> = { readonly month: CivilDate } & { readonly [K in T]: number };

/**
 * Where the firm stands on the day. Amounts in cents. « The last twelve months » are the days after the same day of the
 * year before, up to today.
 */
export type Dashboard = {
  readonly today: CivilDate;
  readonly firmName: string | null;
  /** All contracts of the register, drafts and those that are over too. */
  readonly contracts: number;
  /** Contracts in force: begun and not over, suspended ones too. */
  readonly activeContracts: number;
  /** What the contracts in force bring in per year: what is billed of their current period, for twelve of its months. */
  readonly yearlyExclTax: Cents;
  readonly yearlyInclTax: Cents;
  /** Contracts in force of which that is not known: no price, or a price whose VAT rate is missing. */
  readonly withoutExclTax: number;
  readonly withoutInclTax: number;
  /** Contracts in force whose current period is a renewal, recorded or by silence, that began in the last twelve months. */
  readonly renewed: number;
  /** Contracts that ended or were terminated in the last twelve months. */
  readonly lost: number;
  /** `renewed` out of both; null where there is neither. */
  readonly renewalRate: number | null;
  /** Refusals received in the last twelve months. */
  readonly refusals: number;
  /** Running contracts that the client has refused to renew, or may leave or will be able to as he was not told in time. */
  readonly atRisk: number;
  /** Running contracts whose next visit is due from today to the end of the month. */
  readonly visitsThisMonth: number;
  /** Running contracts whose next visit should have been made before today. */
  readonly visitsLate: number;
  /** Invoices to be made today, of periods and repairs. */
  readonly invoicesDue: number;
  /** What is left to pay of the invoices whose last day has passed, credit notes deducted; and how many they are. */
  readonly unpaid: Cents;
  readonly unpaidInvoices: number;
  /** What is left to pay of all invoices. */
  readonly leftToPay: Cents;
  /** Renewal letters to be sent now: not prepared yet, prepared, or come back while there is time to send another. */
  readonly noticesToSend: number;
  /** Running contracts that the client may leave, now or from the next renewal, as the letter was not sent in time. */
  readonly noticesLate: number;
  /** This month and the eleven after: current periods of running contracts that end in it. */
  readonly periodEnds: readonly InMonth<"count">[];
  /**
   * From five months before to six months after this month, as below: next visits of running contracts whose last day is
   * in it, so that the past months show those that are late; and maintenance visits made in it.
   */
  readonly visits: readonly InMonth<"due" | "done">[];
  /** What is left to pay of the invoices that are to be paid in it; and what was invoiced, tax included, and paid in it. */
  readonly payments: readonly InMonth<"due" | "paid">[];
  /**
   * Renewal letters whose last legal day is in it: those sent in time, whatever became of the contract since; those of
   * this period of the running contracts that are to be sent; those of this and of earlier periods that were not.
   */
  readonly notices: readonly InMonth<"inTime" | "toSend" | "late">[];
  /** Refusals received in the last twelve months; a blank reason is « unknown ». */
  readonly refusalsByReason: readonly { readonly reason: RefusalReason; readonly count: number }[];
};

/** How many months each row of months has, and how many of those around today lie before this one. */
export const MONTHS = 12;
export const MONTHS_BEFORE = 5;

/**
 * The figures of the dashboard, each defined at its field. The formulas of the sheet « Tableau de bord » are their twins:
 * they come to the same on the status columns of the same day.
 */
export function dashboardOf(register: Register, today: CivilDate, plan: Plan = planOf(register, [], today)): Dashboard {
  const { contracts } = plan;
  const inForce = contracts.filter(isInForce);
  const running = contracts.filter(isRunning);
  const lastYear = { from: addDays(addMonths(today, -12), 1), to: today };
  const prices = inForce.map(yearlyPriceOf);
  const renewed = contracts.map(renewedOn).filter((day) => isIn(day, lastYear)).length;
  const lost = contracts.filter((one) => isIn(endOfLost(one), lastYear)).length;
  const visits = running.flatMap((one) => nextVisitOf(one)?.due.to ?? []);
  const payments = contracts.flatMap(openPaymentsOf);
  const late = payments.filter((one) => one.late);
  const refusals = register.contracts.filter(({ refusalOn }) => isIn(refusalOn, lastYear));
  const letters = lettersByLastDay(plan);
  const around = months(addMonths(firstOfMonth(today), -MONTHS_BEFORE));
  return {
    today,
    firmName: register.settings.firmName,
    contracts: register.contracts.length,
    activeContracts: inForce.length,
    yearlyExclTax: sum(prices.map((price) => price.exclTax ?? 0)),
    yearlyInclTax: sum(prices.map((price) => price.inclTax ?? 0)),
    withoutExclTax: prices.filter((price) => price.exclTax === null).length,
    withoutInclTax: prices.filter((price) => price.inclTax === null).length,
    renewed,
    lost,
    renewalRate: renewed + lost === 0 ? null : renewed / (renewed + lost),
    refusals: refusals.length,
    atRisk: running.filter((one) => one.state === "refused" || freeFrom(one) !== null).length,
    visitsThisMonth: visits.filter((day) => today <= day && day <= lastOfMonth(today)).length,
    visitsLate: visits.filter((day) => day < today).length,
    invoicesDue: sum(contracts.map(invoicesDueOf)),
    unpaid: sum(late.map(({ left }) => left)),
    unpaidInvoices: late.length,
    leftToPay: sum(payments.map(({ left }) => left)),
    noticesToSend: running.filter((one) => isToSendNow(one, today)).length,
    noticesLate: running.filter((one) => freeFrom(one) !== null).length,
    periodEnds: months(firstOfMonth(today)).map((month) => ({
      month,
      count: countIn(
        running.flatMap(({ period }) => period?.to ?? []),
        month,
      ),
    })),
    visits: around.map((month) => ({
      month,
      due: countIn(visits, month),
      done: register.interventions.filter((one) => isVisitDone(one) && isIn(one.doneOn, monthSpan(month))).length,
    })),
    payments: around.map((month) => ({
      month,
      due: sum(payments.filter(({ dueOn }) => isIn(dueOn, monthSpan(month))).map(({ left }) => left)),
      paid: sum(
        register.invoices
          .filter(({ kind, paidOn }) => kind !== "creditNote" && isIn(paidOn, monthSpan(month)))
          .map(({ amount, basis, vatRate }) => (amount === null ? 0 : (inclTax({ amount, basis, vatRate }) ?? 0))),
      ),
    })),
    notices: around.map((month) => ({
      month,
      inTime: countIn(letters.inTime, month),
      toSend: countIn(letters.toSend, month),
      late: countIn(letters.late, month),
    })),
    refusalsByReason: choiceSets.refusalReason.map((reason) => ({
      reason,
      count: refusals.filter(({ refusalReason }) => (refusalReason ?? "unknown") === reason).length,
    })),
  };
}

/** The last day of a contract that is over; null for one that is not. */
function endOfLost({ file, period, state }: PlannedContract): CivilDate | null {
  if (state === "terminated") return file.contract.terminatedOn;
  return state === "ended" ? (period?.to ?? null) : null;
}

/** The last legal days of the renewal letters, by what became of them. */
function lettersByLastDay(plan: Plan): Readonly<Record<"inTime" | "toSend" | "late", readonly CivilDate[]>> {
  const { contracts, today } = plan;
  const running = contracts.filter(isRunning);
  const lastDayOf = ({ notice }: PlannedContract) => notice?.window?.to ?? [];
  return {
    inTime: contracts.flatMap((one) => [...lettersInTime(one, plan).values()]),
    toSend: running.filter((one) => one.notice?.state === "notDue" || isToSendNow(one, today)).flatMap(lastDayOf),
    late: [
      ...running.filter(({ notice }) => notice?.state === "late").flatMap(lastDayOf),
      ...contracts.flatMap((one) => [...missedNotices(one, plan).values()]),
    ],
  };
}

function isToSendNow({ notice }: PlannedContract, today: CivilDate): boolean {
  if (notice === null) return false;
  if (notice.state === "returned") return !isNoticeSettled(notice, today);
  return notice.state === "toSend" || notice.state === "generated";
}

function firstOfMonth(day: CivilDate): CivilDate {
  return civilDate(yearOf(day), monthOf(day), 1);
}

function months(first: CivilDate): readonly CivilDate[] {
  return Array.from({ length: MONTHS }, (_, index) => addMonths(first, index));
}

function monthSpan(month: CivilDate): DateSpan {
  return { from: month, to: lastOfMonth(month) };
}

function countIn(days: readonly CivilDate[], month: CivilDate): number {
  return days.filter((day) => isIn(day, monthSpan(month))).length;
}

function isIn(day: CivilDate | null, { from, to }: DateSpan): boolean {
  return day !== null && from <= day && day <= to;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
