import { isWithin } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import { compareText } from "../compareText";
import { isRunning } from "../contract/state";
import { termsOf } from "../contract/terms";
import type { PriceBasis } from "../money";
import type { PlannedContract } from "../plan/plan";
import type { Choice } from "../workbook/choices";

/** A contract whose renewal is to be thought of, with what it is filtered by. */
export type Candidate = {
  readonly planned: PlannedContract;
  /** Last day of the last period that was recorded: its renewal is the next one to be recorded. */
  readonly endsOn: CivilDate;
  readonly city: string | null;
  readonly categories: readonly Choice<"category">[];
  readonly plan: string | null;
  readonly basis: PriceBasis | null;
};

/** Null: whatever it is. */
export type CandidateFilter = {
  readonly city: string | null;
  readonly category: Choice<"category"> | null;
  readonly plan: string | null;
  readonly basis: PriceBasis | null;
};

/** The contract as one to be renewed; null for one that is over. */
export function candidateOf(planned: PlannedContract): Candidate | null {
  const { file, period } = planned;
  const last = file.periods.findLast(({ row }) => row !== null) ?? period;
  if (last === null || !isRunning(planned)) return null;
  return {
    planned,
    endsOn: last.to,
    city: file.contract.placeCity ?? file.client?.city ?? null,
    categories: [...new Set(file.equipment.map(({ category }) => category))],
    plan: file.contract.plan,
    basis: termsOf(file, last.number)?.basis ?? null,
  };
}

/** The contracts that are not over and whose last recorded period ends in the span, by that day. */
export function candidatesIn(contracts: readonly PlannedContract[], span: DateSpan): readonly Candidate[] {
  return contracts
    .map(candidateOf)
    .filter((one): one is Candidate => one !== null && isWithin(one.endsOn, span))
    .sort(
      (a, b) =>
        compareText(a.endsOn, b.endsOn) || compareText(a.planned.file.contract.number, b.planned.file.contract.number),
    );
}

/** Those that pass the filter. */
export function filtered(candidates: readonly Candidate[], filter: CandidateFilter): readonly Candidate[] {
  const { city, category, plan, basis } = filter;
  return candidates.filter(
    (one) =>
      (city === null || one.city === city) &&
      (category === null || one.categories.includes(category)) &&
      (plan === null || one.plan === plan) &&
      (basis === null || one.basis === basis),
  );
}
