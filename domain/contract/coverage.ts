import { addDays, addMonths, earliest, intersection, latest } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import type { Contract, Equipment } from "../workbook/schema";
import type { ContractFile } from "./contractFile";
import { renewsBySilence } from "./periods";
import type { Period } from "./periods";

const NO_END: CivilDate = "2200-12-31";

/**
 * The day from which the register knows the contract; nothing is owed from before it. It is « suivi depuis », and
 * never earlier than the first period that is known. A contract that tells neither that day nor any recorded period
 * is known from its current one.
 */
export function knownSince(file: ContractFile): CivilDate | null {
  const first = firstKnown(file);
  if (first === null) return null;
  return file.contract.followedSince === null ? first.from : latest(file.contract.followedSince, first.from);
}

/**
 * The day from which what was done or billed belongs to the contract: the one from which it is known, but for a first
 * period already the signature, or the month before the start, when the visit that led to it was made.
 */
export function actsSince(file: ContractFile): CivilDate | null {
  const { contract } = file;
  const first = firstKnown(file);
  if (first?.number !== 1) return knownSince(file);
  const monthBefore = addMonths(first.from, -1);
  const signature = earliest(contract.signedOn ?? monthBefore, monthBefore);
  return contract.followedSince === null ? signature : latest(contract.followedSince, signature);
}

function firstKnown({ contract, current, periodRows, periods }: ContractFile): Period | null {
  const isFollowed = periodRows.length > 0 || contract.followedSince !== null;
  return isFollowed ? (periods[0] ?? null) : current;
}

/** Last day of the contract once it is certain: by termination, refusal or a clause without renewal. Null while it goes on. */
export function endOf(file: ContractFile): CivilDate | null {
  const { contract, periods } = file;
  const last = periods.at(-1);
  if (last === undefined) return contract.terminatedOn;
  if (contract.terminatedOn !== null) return earliest(contract.terminatedOn, last.to);
  return renewsBySilence(contract, last) ? null : last.to;
}

/** Whether the contract is over on the day. */
export function isOver(file: ContractFile, today: CivilDate): boolean {
  const { contract } = file;
  if (contract.terminatedOn !== null && contract.terminatedOn <= today) return true;
  const end = endOf(file);
  return end !== null && end < today;
}

/** The span of the suspension, open-ended until it is lifted; null when there is none or it is typed back to front. */
export function suspensionOf(contract: Contract): DateSpan | null {
  if (contract.suspendedFrom === null) return null;
  const to = contract.suspendedTo ?? NO_END;
  return to < contract.suspendedFrom ? null : { from: contract.suspendedFrom, to };
}

/** The part of the span that the suspension leaves, or null when it leaves nothing: visits inside it are not owed. */
export function withoutSuspension(contract: Contract, span: DateSpan): DateSpan | null {
  const suspension = suspensionOf(contract);
  if (suspension === null || intersection(span, suspension) === null) return span;
  const startsInside = suspension.from <= span.from;
  const endsInside = span.to <= suspension.to;
  if (startsInside && endsInside) return null;
  if (startsInside) return { from: addDays(suspension.to, 1), to: span.to };
  return endsInside ? { from: span.from, to: addDays(suspension.from, -1) } : span;
}

/** The equipment in service under the contract on the day: covered, and not yet replaced by another. */
export function equipmentInService(
  { equipment }: Pick<ContractFile, "equipment">,
  day: CivilDate,
): readonly Equipment[] {
  const covered = equipment.filter((one) => (one.coveredFrom ?? day) <= day && day <= (one.coveredTo ?? day));
  const replaced = new Set(
    equipment
      .filter((one) => one.replaces !== one.id && (one.coveredFrom ?? day) <= day)
      .map(({ replaces }) => replaces),
  );
  return covered.filter(({ id }) => !replaced.has(id));
}

/** Whether it must be said which appliance something is about: of a single one in service nothing need be named. */
export function coversSeveral(file: Pick<ContractFile, "equipment">, day: CivilDate): boolean {
  return equipmentInService(file, day).length > 1;
}

/**
 * Last day on which the equipment is covered: as typed, else the eve of the day from which another one replaces it.
 * Null while it is in service.
 */
export function coveredUntil(equipment: Equipment, all: readonly Equipment[]): CivilDate | null {
  if (equipment.coveredTo !== null) return equipment.coveredTo;
  const successors = all.filter(({ id, replaces }) => replaces === equipment.id && id !== equipment.id);
  const starts = successors.map(({ coveredFrom }) => coveredFrom).filter((day) => day !== null);
  const [first, ...others] = starts;
  return first === undefined ? null : addDays(earliest(first, ...others), -1);
}

/** The days of the period on which the equipment is covered, or null when there are none. */
export function coverageIn(period: Pick<Period, "from" | "to">, equipment: Equipment): DateSpan | null {
  const from = equipment.coveredFrom ?? period.from;
  const to = equipment.coveredTo ?? period.to;
  return from <= to ? intersection({ from, to }, period) : null;
}
