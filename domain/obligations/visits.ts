import { coverageIn, endOf, isInService, isOver, knownSince, withoutSuspension } from "../contract/coverage";
import type { ContractFile } from "../contract/contractFile";
import type { Period } from "../contract/periods";
import { addDays, earliest, intersection } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import type { Equipment, Intervention } from "../workbook/schema";
import { isVisitDone } from "./doneVisits";
import { stateOf } from "./obligation";
import type { Obligation, ObligationRule } from "./obligation";
import { visitSlots } from "./visitSlots";

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
  const replaced = new Set(equipment.map(({ replaces }) => replaces));
  return equipment.filter(({ id }) => !replaced.has(id));
}

function visitsOf(file: ContractFile, equipment: Equipment | null, since: CivilDate, today: CivilDate): Obligation[] {
  const { contract, current, periods } = file;
  if (current === null) return [];
  const shown = periods.filter(({ number }) => number === current.number || number === current.number - 1);
  const done = doneFor(file, equipment);
  const end = endOf(file);
  let early: readonly Intervention[] = [];

  return shown.flatMap((period, i) => {
    const slots = ownedSlots(file, equipment, period, since, end);
    const next = shown[i + 1];
    const own = done.filter((visit) => !early.includes(visit) && isWithinPeriod(visit, period, file));
    // A visit missed in one period is made up by a visit made in the next one before that one's own visits open.
    const opens = next === undefined ? null : (ownedSlots(file, equipment, next, since, end)[0]?.from ?? null);
    const missing = Math.max(0, slots.length - own.length);
    early =
      opens === null
        ? []
        : done.filter(({ doneOn }) => doneOn !== null && doneOn > period.to && doneOn < opens).slice(0, missing);
    const covering = [...own, ...early];

    return slots.flatMap((due, index): Obligation[] => {
      const visit = covering[index];
      if (visit === undefined && period.to < today && period.number === current.number) return [];
      if (visit !== undefined && period !== current) return [];
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

/** The planned spans less what is not owed: before the contract is followed, outside cover, suspended, after the end. */
function ownedSlots(
  file: ContractFile,
  equipment: Equipment | null,
  period: Period,
  since: CivilDate,
  end: CivilDate | null,
): readonly DateSpan[] {
  const rhythm = equipment ?? { visitsPerYear: 1, visitTiming: null, visitMonths: null };
  const chainStart = coveredStart(file, equipment);
  const covered = coverage(file, equipment, period);
  if (covered === null) return [];
  const followed = end === null ? covered : { from: covered.from, to: earliest(covered.to, end) };
  return visitSlots(rhythm, period, file.contract.startsOn ?? period.from)
    .filter((slot) => slot.to >= since && slot.to >= chainStart)
    .map((slot) => intersection(slot, followed))
    .filter((slot) => slot !== null)
    .map((slot) => withoutSuspension(file.contract, slot))
    .filter((slot) => slot !== null);
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

function doneFor(file: ContractFile, equipment: Equipment | null): readonly Intervention[] {
  const chain = equipment === null ? [] : past(file, equipment);
  return file.interventions.filter((visit) => {
    if (!isVisitDone(visit)) return false;
    if (equipment === null || visit.equipment === null) return equipment === null || inServiceAt(chain, visit);
    return chain.some(({ id }) => id === visit.equipment);
  });
}

function inServiceAt(chain: readonly Equipment[], visit: Intervention): boolean {
  const { doneOn } = visit;
  return doneOn !== null && chain.some((equipment) => isInService(equipment, doneOn));
}

/** The visit that led to the signature may precede the first period. */
function isWithinPeriod(visit: Intervention, period: Period, { contract, periods }: ContractFile): boolean {
  if (visit.doneOn === null || visit.doneOn > period.to) return false;
  if (visit.doneOn >= period.from) return true;
  return period === periods[0] && contract.signedOn !== null && visit.doneOn >= addDays(contract.signedOn, -1);
}
