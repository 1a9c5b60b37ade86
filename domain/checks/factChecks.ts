import type { ContractFile } from "../contract/contractFile";
import { earliest, isWithin } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { earliestSending, noticeOf } from "../notice/notice";
import { problem } from "../problem";
import type { Problem } from "../problem";
import type { Settings } from "../workbook/settings";

/** What the visits, invoices and letters of one contract say against the contract or against the calendar. */
export function factChecks(
  file: ContractFile,
  equipmentOwners: ReadonlyMap<string, string>,
  settings: Settings,
  today: CivilDate,
): readonly Problem[] {
  return [
    ...interventionChecks(file, equipmentOwners, today),
    ...invoiceChecks(file),
    ...letterChecks(file, settings, today),
  ];
}

function interventionChecks(
  { contract, interventions, periods }: ContractFile,
  equipmentOwners: ReadonlyMap<string, string>,
  today: CivilDate,
): Problem[] {
  const known = contract.startsOn ?? periods[0]?.from ?? null;
  const start = known === null ? null : earliest(known, contract.signedOn ?? known);
  return interventions.flatMap((row): Problem[] => {
    const at = (column: string) => ({ table: "interventions" as const, key: row.id, column });
    const found: Problem[] = [];
    const owner = row.equipment === null ? undefined : equipmentOwners.get(row.equipment);
    if (owner !== undefined && owner !== contract.number) {
      found.push(problem("equipmentOfOtherContract", at("equipment"), { contract: owner }));
    }
    if (row.doneOn !== null && row.doneOn > today)
      found.push(problem("dateInFuture", at("doneOn"), { date: row.doneOn }));
    if (row.doneOn !== null && start !== null && row.doneOn < start) {
      found.push(problem("doneBeforeStart", at("doneOn"), { start }));
    }
    return found;
  });
}

function invoiceChecks({ contract, invoices, interventions, periods }: ContractFile): Problem[] {
  return invoices.flatMap((row): Problem[] => {
    const at = (column: string) => ({ table: "invoices" as const, key: row.id, column });
    if (row.kind === "repair" && row.intervention === null && interventions.length > 0) {
      return [problem("repairWithoutVisit", at("intervention"), {})];
    }
    if (row.kind === "contract" && row.period === null) return [problem("invoiceWithoutPeriod", at("period"), {})];
    const first = periods[0]?.number ?? 1;
    // The periods before the first that is known may well have been billed.
    const isKnown = row.period === null || row.period < first || periods.some(({ number }) => number === row.period);
    if (isKnown || contract.startsOn === null) return [];
    return [problem("unknownPeriod", at("period"), { number: row.period })];
  });
}

function letterChecks(file: ContractFile, settings: Settings, today: CivilDate): Problem[] {
  return file.letters.flatMap((letter): Problem[] => {
    const period = file.periods.find((one) => isWithin(letter.periodFrom, one));
    if (period === undefined || letter.sentOn === null) return [];
    const from = earliestSending(file, period);
    const { state } = noticeOf(file, period, settings, today);
    if (state === "sent" || state === "notRequired" || letter.sentOn >= from) return [];
    return [problem("noticeTooEarly", { table: "letters", key: letter.id, column: "sentOn" }, { from })];
  });
}
