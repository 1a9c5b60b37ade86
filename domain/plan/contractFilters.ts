import { isRunning } from "../contract/state";
import { addDays, isWithin } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import type { Obligation, ObligationKind } from "../obligations/obligation";
import type { PlannedContract } from "./plan";

export const contractFilters = [
  "toNotify",
  "toInvoice",
  "lateVisits",
  "endsSoon",
  "unpaid",
  "refusedWithVisits",
] as const;

/** A question that is asked of the whole register. */
export type ContractFilter = (typeof contractFilters)[number];

/** A period ends soon that ends within so many days. */
const SOON_DAYS = 90;

/** Whether the contract answers to the filter on the day. */
export function passes(planned: PlannedContract, filter: ContractFilter, today: CivilDate): boolean {
  const owes = (kinds: readonly ObligationKind[], ...states: readonly Obligation["state"][]) =>
    planned.obligations.some(({ kind, state }) => kinds.includes(kind) && states.includes(state));
  switch (filter) {
    case "toNotify":
      return owes(["notice"], "due", "overdue");
    case "toInvoice":
      return owes(["invoice", "repairInvoice"], "due", "overdue");
    case "lateVisits":
      return owes(["visit", "legalVisit"], "overdue");
    case "endsSoon": {
      const { period } = planned;
      return (
        period !== null && isRunning(planned) && isWithin(period.to, { from: today, to: addDays(today, SOON_DAYS) })
      );
    }
    case "unpaid":
      return owes(["payment"], "overdue");
    case "refusedWithVisits":
      return planned.state === "refused" && owes(["visit"], "upcoming", "due", "overdue");
  }
}
