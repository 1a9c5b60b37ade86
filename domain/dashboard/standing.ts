import { yearlyPrice } from "../contract/yearlyPrice";
import type { YearlyPrice } from "../contract/yearlyPrice";
import type { ContractState } from "../contract/state";
import { termsOf } from "../contract/terms";
import { compareText } from "../compareText";
import type { CivilDate } from "../dates/civilDate";
import type { Cents } from "../money";
import { leftToPay } from "../obligations/payments";
import type { Obligation } from "../obligations/obligation";
import type { PlannedContract } from "../plan/plan";

/*
 * What the dashboard counts of one contract, where rules too deep for a formula stand behind it. The status columns show
 * the same, so that the formulas of the sheet « Tableau de bord » come to the same figures.
 */

const over: ReadonlySet<ContractState> = new Set(["draft", "terminated", "ended"]);

/** Whether the contract binds today or will: neither a draft nor over. */
export function isRunning({ state }: Pick<PlannedContract, "state">): boolean {
  return !over.has(state);
}

/** Whether the contract is in force today: begun and not over. A suspended one is, and one whose end is certain. */
export function isInForce({ state }: Pick<PlannedContract, "state">): boolean {
  return state !== "upcoming" && !over.has(state);
}

/** What a contract in force brings in per year; nulls for any other. */
export function yearlyPriceOf(planned: PlannedContract): YearlyPrice {
  const { file, period } = planned;
  if (period === null || !isInForce(planned)) return { exclTax: null, inclTax: null };
  return yearlyPrice(period, termsOf(file, period.number));
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
