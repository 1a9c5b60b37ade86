import { coveredUntil, endOf, equipmentInService, isOver, knownSince, suspensionOf } from "../contract/coverage";
import type { ContractFile } from "../contract/contractFile";
import { addDays, addMonths, civilDate, isWithin, latest, yearOf } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import { leakCheckMonths } from "../equipment/leakChecks";
import { legalRuleOf } from "../equipment/legalRules";
import type { LegalRule } from "../equipment/legalRules";
import type { Contract, Equipment, Intervention } from "../workbook/schema";
import { isDone, isVisitDone } from "./doneVisits";
import type { Done } from "./doneVisits";
import { stateOf } from "./obligation";
import type { Obligation, ObligationRule } from "./obligation";

/**
 * The visits and leak checks that the law asks for each equipment in service, whatever the contract plans: the next
 * one of each, and the one of this calendar year once it is done.
 */
export const legalVisits: ObligationRule = (file, _settings, today) => {
  const since = knownSince(file);
  if (since === null || file.current === null || isOver(file, today)) return [];
  return file.equipment
    .filter((equipment) => (coveredUntil(equipment, file.equipment) ?? today) >= today)
    .flatMap((equipment) => [...visitOf(file, equipment, since, today), ...leakCheckOf(file, equipment, since, today)]);
};

function visitOf(file: ContractFile, equipment: Equipment, since: CivilDate, today: CivilDate): Obligation[] {
  const rule = legalRuleOf(equipment);
  if (rule === null) return [];
  const last = lastDone(file, equipment, isVisitDone);
  const start = latest(since, equipment.coveredFrom ?? since);
  if (rule.rhythm.kind === "rolling") {
    return obligation(file, equipment, rule, rollingDue(equipment, start, last, rule.rhythm.months), null, today);
  }
  const thisYear = last !== null && yearOf(last.doneOn) === yearOf(today);
  const due = thisYear ? yearSpan(yearOf(today), start) : calendarYearDue(equipment, start, last);
  return obligation(file, equipment, rule, due, thisYear ? last : null, today);
}

function leakCheckOf(file: ContractFile, equipment: Equipment, since: CivilDate, today: CivilDate): Obligation[] {
  const months = leakCheckMonths(equipment);
  if (months === null) return [];
  const last = lastDone(file, equipment, isInspectionDone);
  const start = latest(since, equipment.coveredFrom ?? since);
  const rule = { source: "leakCheck", rhythm: { kind: "rolling", months } } as const;
  return obligation(file, equipment, rule, rollingDue(equipment, start, last, months), null, today);
}

function isInspectionDone(one: Intervention): one is Done {
  return one.kind === "inspection" && isDone(one);
}

function lastDone(file: ContractFile, equipment: Equipment, counts: (one: Intervention) => one is Done): Done | null {
  const found = file.interventions
    .filter(counts)
    .findLast(
      (one) =>
        one.equipment === equipment.id ||
        (one.equipment === null && equipmentInService(file, one.doneOn).includes(equipment)),
    );
  return found ?? null;
}

/** Each calendar year; the first time at the latest in the year after the installation or replacement (C. env. R224-41-7). */
function calendarYearDue(equipment: Equipment, start: CivilDate, last: Done | null): DateSpan {
  const { commissionedOn, replaces, coveredFrom } = equipment;
  const installedOn = commissionedOn ?? (replaces === null ? null : coveredFrom);
  const first = Math.max(yearOf(start), installedOn === null ? 0 : yearOf(installedOn) + 1);
  return yearSpan(last === null ? first : Math.max(first, yearOf(last.doneOn) + 1), start);
}

function yearSpan(year: number, start: CivilDate): DateSpan {
  const to = civilDate(year, 12, 31);
  return { from: latest(civilDate(year, 1, 1), start < to ? start : to), to };
}

/**
 * So many months after the last one, or after we began to know the equipment. It is announced two months ahead, one
 * for short rhythms. A limit that passed before we knew it leaves a month.
 */
function rollingDue(equipment: Equipment, start: CivilDate, last: Done | null, months: number): DateSpan {
  const base = last?.doneOn ?? latest(start, equipment.commissionedOn ?? start);
  const limit = addMonths(base, months);
  if (limit < start) return { from: start, to: addMonths(start, 1) };
  return { from: latest(start, addMonths(limit, months >= 12 ? -2 : -1)), to: limit };
}

/**
 * A suspension never brings the limit of the law forward: one that falls inside it moves to its end, in the same
 * calendar year or within a month. Null while no end is known.
 */
function afterSuspension(contract: Contract, raw: DateSpan, rhythm: LegalRule["rhythm"]): DateSpan | null {
  const suspension = suspensionOf(contract);
  if (suspension === null || !isWithin(raw.to, suspension)) return raw;
  if (contract.suspendedTo === null) return null;
  const from = addDays(suspension.to, 1);
  return { from, to: rhythm.kind === "calendarYear" ? civilDate(yearOf(from), 12, 31) : addMonths(from, 1) };
}

/** Nothing is owed whose limit falls after the end of the contract. */
function obligation(
  file: ContractFile,
  equipment: Equipment,
  { source, rhythm }: Pick<LegalRule, "source" | "rhythm">,
  raw: DateSpan,
  done: Done | null,
  today: CivilDate,
): Obligation[] {
  const end = endOf(file);
  const due = done === null ? afterSuspension(file.contract, raw, rhythm) : raw;
  if (due === null || file.current === null) return [];
  if (done === null && end !== null && due.to > end) return [];
  return [
    {
      key: ["legalVisit", file.contract.number, equipment.id, source, raw.to].join(":"),
      contract: file.contract.number,
      period: file.current.number,
      equipment: equipment.id,
      kind: "legalVisit",
      due,
      state: done === null ? stateOf(due, today) : "done",
      source,
      about: done?.id ?? null,
    },
  ];
}
