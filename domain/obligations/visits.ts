import {
  actsSince,
  coverageIn,
  endOf,
  equipmentInService,
  isOver,
  knownSince,
  suspensionOf,
  withoutSuspension,
} from "../contract/coverage";
import type { ContractFile } from "../contract/contractFile";
import type { Period } from "../contract/periods";
import { earliest, intersection, isWithin } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import type { Equipment } from "../workbook/schema";
import { isVisitDone } from "./doneVisits";
import type { Done } from "./doneVisits";
import { stateOf } from "./obligation";
import type { Obligation, ObligationRule } from "./obligation";
import { visitSlots } from "./visitSlots";
import type { VisitSlot } from "./visitSlots";

/**
 * The planned visits of the contract: those of the current period, and those of the period before that were missed
 * and not yet made up. Refusal changes nothing until the period ends; after a termination nothing is owed.
 */
export const visits: ObligationRule = (file, _settings, today) => {
  const { current } = file;
  const since = knownSince(file);
  if (current === null || since === null || isOver(file, today)) return [];
  const owners = file.equipment.length === 0 ? [null] : lastInService(file.equipment);
  return owners.flatMap((equipment) => visitsOf(file, equipment, since, today));
};

/** The equipment that nothing has replaced yet; what it replaced counts as its past. */
function lastInService(equipment: readonly Equipment[]): readonly Equipment[] {
  return equipment.filter(({ id }) => !equipment.some((other) => other.replaces === id && other.id !== id));
}

/** A planned span as it is owed; one whose last day the suspension has taken may be met, but is never late. */
type OwedSlot = VisitSlot & { readonly isLifted: boolean };

type Plan = { readonly period: Period; readonly slots: readonly OwedSlot[] };

function visitsOf(file: ContractFile, equipment: Equipment | null, since: CivilDate, today: CivilDate): Obligation[] {
  const { contract, current, periods } = file;
  if (current === null) return [];
  const removed = equipment !== null && equipment.coveredTo !== null && equipment.coveredTo < today;
  const plans = periods
    .filter(({ number }) => number === current.number || number === current.number - 1)
    .map((period): Plan => ({ period, slots: ownedSlots(file, equipment, period, since, today) }));
  let left = doneFor(file, equipment);

  return plans.flatMap(({ period, slots: planned }, i) => {
    const slots = withoutLifted(
      planned,
      left.filter((visit) => countsIn(visit, period, planned, file)),
    );
    const covering = visitsFor({ period, slots }, plans[i + 1], left, file);
    left = left.filter((visit) => !covering.includes(visit));
    return slots.flatMap(({ from, to }, index): Obligation[] => {
      const due = { from, to };
      const visit = covering[index];
      if (visit === undefined ? removed : period !== current) return [];
      return [
        {
          key: ["visit", contract.number, period.number, equipment?.id ?? "", index + 1].join(":"),
          contract: contract.number,
          period: period.number,
          equipment: equipment?.id ?? null,
          kind: "visit",
          due,
          state: visit === undefined ? stateOf(due, today) : "done",
          source: "contract",
          about: visit?.id ?? null,
        },
      ];
    });
  });
}

/** The spans without those that the suspension lifted before a visit was made for them. */
function withoutLifted(slots: readonly OwedSlot[], visits: readonly Done[]): readonly OwedSlot[] {
  let met = 0;
  return slots.filter(({ isLifted, to }) => {
    const visit = visits[met];
    if (isLifted && (visit === undefined || visit.doneOn > to)) return false;
    met += 1;
    return true;
  });
}

/**
 * The visits that count for the planned ones of a period, in order. One that was missed is made up in the next period
 * by a visit made before that one's own are open, or by one more than that one plans.
 */
function visitsFor(
  { period, slots }: Plan,
  next: Plan | undefined,
  left: readonly Done[],
  file: ContractFile,
): readonly Done[] {
  const own = left.filter((visit) => countsIn(visit, period, slots, file)).slice(0, slots.length);
  if (next === undefined) return own;
  const later = left.filter(({ doneOn }) => isWithin(doneOn, next.period));
  const opens = next.slots[0]?.from ?? next.period.from;
  const beforeOpening = later.filter(({ doneOn }) => doneOn < opens).length;
  const surplus = later.length - next.slots.length;
  return [
    ...own,
    ...later.slice(0, Math.max(0, Math.min(slots.length - own.length, Math.max(beforeOpening, surplus)))),
  ];
}

/**
 * The planned spans less what is not owed: before the contract is followed, outside cover, suspended, after the end.
 * Until the suspension begins, a visit whose last day falls inside it is to be made before.
 */
function ownedSlots(
  file: ContractFile,
  equipment: Equipment | null,
  period: Period,
  since: CivilDate,
  today: CivilDate,
): readonly OwedSlot[] {
  const rhythm = equipment ?? { visitsPerYear: 1, visitTiming: null, visitMonths: null };
  const covered = coverage(file, equipment, period);
  if (covered === null) return [];
  const end = endOf(file);
  const suspension = suspensionOf(file.contract);
  const isSuspended = suspension !== null && suspension.from <= today;
  return visitSlots(rhythm, period, file.contract.startsOn ?? period.from).flatMap((slot): OwedSlot[] => {
    const inCover = intersection(slot, end === null ? covered : { from: covered.from, to: earliest(covered.to, end) });
    const owed = inCover === null ? null : withoutSuspension(file.contract, inCover);
    if (inCover === null || owed === null || owed.to < since) return [];
    return [{ ...owed, since: slot.since, isLifted: isSuspended && owed.to < inCover.to }];
  });
}

function coverage(file: ContractFile, equipment: Equipment | null, period: Period): DateSpan | null {
  if (equipment === null) return period;
  return coverageIn(period, { ...equipment, coveredFrom: coveredStart(file, equipment) });
}

/** An equipment that replaces another takes over its place in the contract, visits included. */
function coveredStart(file: ContractFile, equipment: Equipment | null): CivilDate {
  const first = file.periods[0]?.from ?? "1900-01-01";
  if (equipment === null) return first;
  return past(file, equipment).at(-1)?.coveredFrom ?? first;
}

/** The equipment and those it replaced, the newest first. */
function past(file: ContractFile, equipment: Equipment): readonly Equipment[] {
  const chain = [equipment];
  for (let one = equipment; ;) {
    const replaced = file.equipment.find(({ id }) => id === one.replaces);
    if (replaced === undefined || chain.includes(replaced)) return chain;
    chain.push(replaced);
    one = replaced;
  }
}

function doneFor(file: ContractFile, equipment: Equipment | null): readonly Done[] {
  const chain = equipment === null ? [] : past(file, equipment);
  return file.interventions.filter(isVisitDone).filter((visit) => {
    if (equipment === null) return true;
    if (visit.equipment === null) return equipmentInService(file, visit.doneOn).some((one) => chain.includes(one));
    return chain.some(({ id }) => id === visit.equipment);
  });
}

/** The visit that led to the signature may precede the first period. */
function countsIn({ doneOn }: Done, period: Period, slots: readonly VisitSlot[], file: ContractFile): boolean {
  if (doneOn > period.to) return false;
  if (slots.some(({ since }) => since <= doneOn) || doneOn >= period.from) return true;
  const since = actsSince(file);
  return period.number === 1 && since !== null && since <= doneOn;
}
