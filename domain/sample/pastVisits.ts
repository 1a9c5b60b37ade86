import { newRow } from "../actions/newRow";
import { isInService, suspensionOf } from "../contract/coverage";
import type { Period } from "../contract/periods";
import { addDays, daysBetween, isWithin, yearOf } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import { nextWorkingDay, previousWorkingDay } from "../dates/workingDays";
import { leakCheckMonths } from "../equipment/leakChecks";
import { legalRuleOf } from "../equipment/legalRules";
import { visitSlots } from "../obligations/visitSlots";
import type { Contract, Equipment, Intervention } from "../workbook/schema";
import { compareText } from "./compareText";
import type { Appliance, ContractLine, Repair } from "./contractLine";
import { sampleFirm, technicians } from "./sampleFirm";

const CALENDAR = { alsaceMoselle: sampleFirm.alsaceMoselle };
const LONGEST_WAIT_DAYS = 5;

/** What a contract has lived through so far, from which its interventions, invoices and letters follow. */
export type Past = {
  readonly line: ContractLine;
  readonly contract: Contract;
  readonly equipment: readonly Equipment[];
  /** Those that are recorded. */
  readonly periods: readonly Period[];
  /** Place of the contract in the sample: spreads days and technicians. */
  readonly rank: number;
  readonly today: CivilDate;
};

type Visit = { readonly on: CivilDate; readonly equipment: Equipment | null; readonly last: boolean };

/** The visits made so far, the leak checks made with them, the repairs, and the appointment that was taken. */
export function interventionsOf(past: Past): readonly Intervention[] {
  const rows = [
    ...owners(past).flatMap((equipment) => visitsOf(past, equipment)),
    ...(past.line.repairs ?? []).map((repair) => repairRow(past, repair)),
    ...(past.line.planned === undefined ? [] : [appointment(past, past.line.planned)]),
  ];
  return [...rows]
    .sort((a, b) => compareText(dayOf(a), dayOf(b)))
    .map((row, i) => ({ ...row, id: visitKey(past.contract, i) }));
}

/** Key of the n-th intervention of a contract. */
function visitKey(contract: Contract, index: number): string {
  return `I-${contract.number}-${String(index + 1).padStart(2, "0")}`;
}

function dayOf({ doneOn, plannedOn }: Intervention): string {
  return doneOn ?? plannedOn ?? "";
}

/** Appliances of one place and one rhythm are seen in one visit, which then names none of them. */
function owners({ equipment }: Past): readonly (Equipment | null)[] {
  const rhythm = ({ visitsPerYear, visitTiming, visitMonths }: Equipment) =>
    JSON.stringify([visitsPerYear, visitTiming, visitMonths]);
  const [first] = equipment;
  const together =
    first !== undefined &&
    equipment.length > 1 &&
    equipment.every((one) => one.place === null && one.coveredTo === null && rhythm(one) === rhythm(first));
  return together ? [null] : equipment;
}

function visitsOf(past: Past, equipment: Equipment | null): Intervention[] {
  const subject = equipment ?? past.equipment[0]!;
  const appliance = past.line.appliances[past.equipment.indexOf(subject)]!;
  const days = past.periods
    .flatMap((period) => visitSlots(subject, period, past.contract.startsOn ?? period.from))
    .map((slot) => visitDay(past, slot))
    .filter((on) => on !== null && isOwed(past, subject, on));
  return days.flatMap((on, i) => visitRows(past, appliance, { on: on!, equipment, last: i === days.length - 1 }));
}

/** A working day early in the span, or in its middle when it is long; null when it has not come yet. */
function visitDay({ rank, today }: Past, slot: DateSpan): CivilDate | null {
  const length = daysBetween(slot.from, slot.to);
  const wait = length > 40 ? Math.round(length * 0.4) : 3 + ((rank * 5) % 18);
  const day = nearestWorkingDay(addDays(slot.from, Math.min(wait, length)));
  return day > today ? null : day;
}

/** A boiler is due each calendar year, so the day stays in its year. */
function nearestWorkingDay(day: CivilDate): CivilDate {
  const next = nextWorkingDay(day, CALENDAR);
  return yearOf(next) === yearOf(day) ? next : previousWorkingDay(day, CALENDAR);
}

function isOwed({ contract }: Past, equipment: Equipment, on: CivilDate): boolean {
  const suspension = suspensionOf(contract);
  if (suspension !== null && isWithin(on, suspension)) return false;
  if (contract.terminatedOn !== null && on > contract.terminatedOn) return false;
  return isInService(equipment, on);
}

function visitRows(past: Past, { lastVisit }: Appliance, { on, equipment, last }: Visit): Intervention[] {
  const { contract, today, rank } = past;
  const told = last ? lastVisit : { outcome: "done" as const };
  if (told.outcome === "missed") return [];
  const doneOn = told.on === undefined ? on : previousWorkingDay(addDays(today, told.on), CALENDAR);
  const cancelled = told.outcome === "cancelled";
  const visit = newRow("interventions", {
    contract: contract.number,
    kind: "maintenance",
    equipment: equipment?.id ?? (past.equipment.length === 1 ? past.equipment[0]!.id : null),
    plannedOn: doneOn,
    doneOn: cancelled ? null : doneOn,
    outcome: told.outcome,
    technician: technicians[(rank + yearOf(doneOn)) % technicians.length]!,
    report: told.report ?? (told.outcome === "done" ? "Entretien complet, rien à signaler." : null),
    certificateOn:
      told.outcome === "done" && told.certificate === undefined && isCertified(past, equipment) ? doneOn : null,
  });
  return told.outcome === "done" ? [visit, ...leakChecks(past, visit)] : [visit];
}

function isCertified({ equipment }: Past, one: Equipment | null): boolean {
  return (one === null ? equipment : [one]).some((each) => legalRuleOf(each) !== null);
}

function leakChecks({ equipment }: Past, visit: Intervention): Intervention[] {
  return equipment
    .filter((one) => (visit.equipment === null || visit.equipment === one.id) && leakCheckMonths(one) !== null)
    .map((one) => ({
      ...visit,
      kind: "inspection" as const,
      equipment: one.id,
      report: "Contrôle d’étanchéité : aucune fuite. Fiche et vignette remises.",
      certificateOn: null,
    }));
}

function repairRow({ contract, equipment, rank, today }: Past, repair: Repair): Intervention {
  const doneOn = previousWorkingDay(addDays(today, repair.on), CALENDAR);
  return newRow("interventions", {
    contract: contract.number,
    kind: "repair",
    equipment: equipment.at(-1)?.id ?? null,
    plannedOn: doneOn,
    doneOn,
    outcome: "done",
    technician: technicians[rank % technicians.length]!,
    report: repair.report,
    parts: repair.parts ?? null,
    billing: repair.covered === true ? "covered" : repair.amount === undefined ? null : "toBill",
    amount: repair.amount === undefined ? null : repair.amount * 100,
    vatRate: repair.amount === undefined ? null : 1000,
  });
}

/** An appointment for the next visit, within a few working days of the day that was meant. */
function appointment({ contract, equipment, rank, today }: Past, days: number): Intervention {
  const nominal = addDays(today, days);
  const plannedOn = nextWorkingDay(nominal, CALENDAR);
  return newRow("interventions", {
    contract: contract.number,
    kind: "maintenance",
    equipment: equipment.length === 1 ? equipment[0]!.id : null,
    plannedOn: daysBetween(nominal, plannedOn) > LONGEST_WAIT_DAYS ? nominal : plannedOn,
    technician: technicians[rank % technicians.length]!,
  });
}
