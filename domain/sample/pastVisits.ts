import { newRow } from "../workbook/newRow";
import { equipmentInService, suspensionOf } from "../contract/coverage";
import { addDays, daysBetween, isWithin, monthOf, yearOf } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import { nextWorkingDay, previousWorkingDay } from "../dates/workingDays";
import { leakCheckMonths } from "../equipment/leakChecks";
import { legalRuleOf } from "../equipment/legalRules";
import { visitSlots } from "../obligations/visitSlots";
import type { Equipment, Intervention } from "../workbook/schema";
import type { LastVisit } from "./contractLine";
import type { Covered, Past } from "./past";
import { sampleFirm, technicianOf } from "./sampleFirm";
import { leakCheckReport, visitReport } from "./visitReports";

/** The appliances that one visit sees. */
type Round = readonly [Covered, ...Covered[]];

/** The visits that were owed until today, as they went, with the leak checks made on the way and the next appointment. */
export function visitsOf(past: Past): readonly Intervention[] {
  return [
    ...roundsOf(past).flatMap((round) => visitsOfRound(past, round)),
    ...(past.line.planned === undefined ? [] : [appointment(past, past.line.planned)]),
  ];
}

/** Appliances of one place and one rhythm are seen in one visit. */
function roundsOf({ equipment }: Past): readonly Round[] {
  const [first, ...others] = equipment;
  if (first === undefined) return [];
  const areTogether = equipment.every(
    ({ row }) => row.place === null && row.coveredTo === null && rhythmOf(row) === rhythmOf(first.row),
  );
  return areTogether ? [[first, ...others]] : equipment.map((one): Round => [one]);
}

function rhythmOf({ visitsPerYear, visitTiming, visitMonths }: Equipment): string {
  return JSON.stringify([visitsPerYear, visitTiming, visitMonths]);
}

function visitsOfRound(past: Past, round: Round): Intervention[] {
  const [{ row, appliance }] = round;
  const days = past.periods
    .flatMap((period) => visitSlots(row, period, past.contract.startsOn))
    .map((slot) => visitDay(past.rank, slot))
    .filter((day) => day <= past.today && isOwed(past, row, day));
  return days.flatMap((day, i) =>
    visitRows(past, round, day, i === days.length - 1 ? appliance.lastVisit : { outcome: "done" }),
  );
}

/** A working day early in the span, or in its middle when it is long. */
function visitDay(rank: number, slot: DateSpan): CivilDate {
  const length = daysBetween(slot.from, slot.to);
  const wait = length > 40 ? Math.round(length * 0.4) : 3 + ((rank * 5) % 18);
  return nearestWorkingDay(addDays(slot.from, Math.min(wait, length)));
}

/** A boiler is due each calendar year, so the day stays in its year. */
function nearestWorkingDay(day: CivilDate): CivilDate {
  const next = nextWorkingDay(day, sampleFirm);
  return yearOf(next) === yearOf(day) ? next : previousWorkingDay(day, sampleFirm);
}

function isOwed({ contract, equipment: all }: Past, equipment: Equipment, on: CivilDate): boolean {
  const suspension = suspensionOf(contract);
  if (suspension !== null && isWithin(on, suspension)) return false;
  if (contract.terminatedOn !== null && on > contract.terminatedOn) return false;
  return equipmentInService({ equipment: all.map(({ row }) => row) }, on).includes(equipment);
}

function visitRows(past: Past, round: Round, day: CivilDate, told: LastVisit): Intervention[] {
  if (told.outcome === "missed") return [];
  const on = told.on === undefined ? day : previousWorkingDay(addDays(past.today, told.on), sampleFirm);
  const isDone = told.outcome === "done";
  const isCertified = isDone && told.certificate === undefined && round.some(({ row }) => legalRuleOf(row) !== null);
  const visit = newRow("interventions", {
    contract: past.contract.number,
    kind: "maintenance",
    equipment: namedEquipment(round),
    plannedOn: on,
    doneOn: told.outcome === "cancelled" ? null : on,
    outcome: told.outcome,
    technician: technicianOf(past.rank + yearOf(on)),
    report: told.report ?? visitReport(round[0].row.category, past.rank + yearOf(on) + monthOf(on)),
    certificateOn: isCertified ? on : null,
  });
  return isDone ? [visit, ...leakChecks(round, visit)] : [visit];
}

/** A visit of several appliances names none of them. */
function namedEquipment(round: readonly Covered[]): string | null {
  const [first, ...others] = round;
  return first === undefined || others.length > 0 ? null : first.row.id;
}

function leakChecks(round: Round, visit: Intervention): Intervention[] {
  return round
    .filter(({ row }) => leakCheckMonths(row) !== null)
    .map(({ row }) => ({
      ...visit,
      kind: "inspection",
      equipment: row.id,
      report: leakCheckReport,
      certificateOn: null,
    }));
}

function appointment({ contract, equipment, rank, today }: Past, inDays: number): Intervention {
  return newRow("interventions", {
    contract: contract.number,
    kind: "maintenance",
    equipment: namedEquipment(equipment),
    plannedOn: nextWorkingDay(addDays(today, inDays), sampleFirm),
    technician: technicianOf(rank),
  });
}
