import { compareText } from "../compareText";
import { actsSince, equipmentInService } from "../contract/coverage";
import type { ContractFile } from "../contract/contractFile";
import { periodAt } from "../contract/periods";
import { addDays } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { addWorkingDays } from "../dates/workingDays";
import type { WorkingCalendar } from "../dates/workingDays";
import { legalRuleOf } from "../equipment/legalRules";
import type { LegalRule } from "../equipment/legalRules";
import type { Intervention } from "../workbook/schema";
import { isVisitDone } from "./doneVisits";
import { stateOf } from "./obligation";
import type { Obligation, ObligationRule } from "./obligation";

/**
 * The certificate owed after each legal visit: within 15 calendar days for boilers and thermodynamic systems, within
 * 15 working days for other combustion appliances and flues. A visit of several appliances owes the earliest.
 */
export const certificates: ObligationRule = (file, settings, today) => {
  const since = actsSince(file);
  if (since === null) return [];
  return file.interventions.flatMap((visit): Obligation[] => {
    const { doneOn } = visit;
    if (doneOn === null || doneOn < since || !isVisitDone(visit)) return [];
    const limits = rulesFor(file, visit, doneOn)
      .map((rule) => ({ source: rule.source, to: limitOf(rule, doneOn, settings) }))
      .sort((a, b) => compareText(a.to, b.to) || compareText(a.source, b.source));
    const [first] = limits;
    const period = periodAt(file.periods, doneOn);
    if (first === undefined || period === null) return [];
    const handedOver = visit.certificateOn !== null;
    if (handedOver && period.number !== file.current?.number) return [];
    const due = { from: doneOn, to: first.to };
    return [
      {
        key: ["certificate", visit.id].join(":"),
        contract: file.contract.number,
        period: period.number,
        equipment: visit.equipment,
        kind: "certificate",
        due,
        state: handedOver ? "done" : stateOf(due, today),
        source: first.source,
        about: visit.id,
      },
    ];
  });
};

function rulesFor(file: ContractFile, visit: Intervention, doneOn: CivilDate): readonly LegalRule[] {
  const visited =
    visit.equipment === null
      ? equipmentInService(file, doneOn)
      : file.equipment.filter(({ id }) => id === visit.equipment);
  return visited.map(legalRuleOf).filter((rule) => rule !== null);
}

function limitOf({ certificate }: LegalRule, doneOn: CivilDate, calendar: WorkingCalendar): CivilDate {
  return certificate.counted === "calendar"
    ? addDays(doneOn, certificate.days)
    : addWorkingDays(doneOn, certificate.days, calendar);
}
