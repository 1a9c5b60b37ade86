import { endOf, isInService, isOver, knownSince, withoutSuspension } from "../contract/coverage";
import type { ContractFile } from "../contract/contractFile";
import { addMonths, civilDate, latest, yearOf } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import { leakCheckMonths } from "../equipment/leakChecks";
import { legalRuleOf } from "../equipment/legalRules";
import type { Equipment, Intervention } from "../workbook/schema";
import { isDone, isVisitDone } from "./doneVisits";
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
    .filter((equipment) => (equipment.coveredTo ?? today) >= today)
    .flatMap((equipment) => [...visitOf(file, equipment, since, today), ...leakCheckOf(file, equipment, since, today)]);
};

function visitOf(file: ContractFile, equipment: Equipment, since: CivilDate, today: CivilDate): Obligation[] {
  const rule = legalRuleOf(equipment);
  if (rule === null) return [];
  const last = lastDone(file, equipment, isVisitDone);
  const start = latest(since, equipment.coveredFrom ?? since);
  if (rule.rhythm.kind === "rolling") {
    return obligation(
      file,
      equipment,
      rule.source,
      rollingDue(equipment, start, last, rule.rhythm.months),
      null,
      today,
    );
  }
  const thisYear = last !== null && yearOf(last.doneOn) === yearOf(today);
  const due = thisYear ? yearSpan(yearOf(today), start) : calendarYearDue(equipment, start, last);
  return obligation(file, equipment, rule.source, due, thisYear ? last : null, today);
}

function leakCheckOf(file: ContractFile, equipment: Equipment, since: CivilDate, today: CivilDate): Obligation[] {
  const months = leakCheckMonths(equipment);
  if (months === null) return [];
  const last = lastDone(file, equipment, (one) => one.kind === "inspection" && isDone(one));
  const start = latest(since, equipment.coveredFrom ?? since);
  return obligation(file, equipment, "leakCheck", rollingDue(equipment, start, last, months), null, today);
}

type Done = Intervention & { readonly doneOn: CivilDate };

function lastDone(file: ContractFile, equipment: Equipment, counts: (one: Intervention) => boolean): Done | null {
  const found = file.interventions.findLast((one) => {
    if (one.doneOn === null || !counts(one)) return false;
    return one.equipment === equipment.id || (one.equipment === null && isInService(equipment, one.doneOn));
  });
  return (found ?? null) as Done | null;
}

/** Each calendar year; the first time at the latest in the year after the commissioning (C. env. R224-41-7). */
function calendarYearDue(equipment: Equipment, start: CivilDate, last: Done | null): DateSpan {
  const { commissionedOn } = equipment;
  const first = Math.max(yearOf(start), commissionedOn === null ? 0 : yearOf(commissionedOn) + 1);
  return yearSpan(last === null ? first : Math.max(first, yearOf(last.doneOn) + 1), start);
}

function yearSpan(year: number, start: CivilDate): DateSpan {
  const to = civilDate(year, 12, 31);
  return { from: latest(civilDate(year, 1, 1), start < to ? start : to), to };
}

/** So many months after the last one, or after we began to know the equipment. It is announced two months ahead, one for short rhythms. */
function rollingDue(equipment: Equipment, start: CivilDate, last: Done | null, months: number): DateSpan {
  const base = last?.doneOn ?? latest(start, equipment.commissionedOn ?? start);
  const to = addMonths(base, months);
  return { from: addMonths(to, months >= 12 ? -2 : -1), to };
}

function obligation(
  file: ContractFile,
  equipment: Equipment,
  source: string,
  raw: DateSpan,
  done: Done | null,
  today: CivilDate,
): Obligation[] {
  const end = endOf(file);
  const due = withoutSuspension(file.contract, raw);
  if (due === null || file.current === null || (end !== null && due.from > end)) return [];
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
