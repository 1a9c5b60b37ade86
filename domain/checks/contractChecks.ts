import type { ContractFile } from "../contract/contractFile";
import { renewsBySilence } from "../contract/periods";
import { addDays, daysBetween, isWithin } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { refusalDeadline } from "../notice/window";
import { problem } from "../problem";
import type { Problem } from "../problem";

/** An échéance that words the anniversary day, or that falls on the eve of it, differs by one day and is left alone. */
const USUAL_DIFFERENCE_DAYS = 1;

/** What the facts of one contract leave out, or say against each other. */
export function contractChecks(file: ContractFile): readonly Problem[] {
  return [...clauseChecks(file), ...periodChecks(file), ...refusalChecks(file)];
}

function clauseChecks({ contract, periodRows, equipment, current }: ContractFile): Problem[] {
  const at = (column: string) => ({ table: "contracts" as const, key: contract.number, column });
  const found: Problem[] = [];
  if (current === null) return [problem("startMissing", at("startsOn"), {})];
  if (periodRows.length === 0) found.push(problem("periodMissing", at("number"), {}));
  if (equipment.length === 0) found.push(problem("noEquipment", at("number"), {}));
  if (contract.renewalKind === "tacit" && contract.renewalMonths === null) {
    found.push(problem("renewalLengthMissing", at("renewalMonths"), {}));
  }
  const deadline = refusalDeadline(contract, current.to);
  if (contract.renewalKind === "tacit" && deadline < current.from) {
    found.push(problem("noticeTooLong", at("noticeLength"), { deadline, from: current.from }));
  }
  if (
    contract.suspendedFrom !== null &&
    contract.suspendedTo !== null &&
    contract.suspendedTo < contract.suspendedFrom
  ) {
    found.push(problem("suspensionReversed", at("suspendedTo"), {}));
  }
  return found;
}

function periodChecks({ contract, periodRows, periods }: ContractFile): Problem[] {
  const at = (key: string, column: string) => ({ table: "periods" as const, key, column });
  const kept = new Map(periods.map((period) => [period.row?.id, period]));
  return periodRows.flatMap((row): Problem[] => {
    if (row.to !== null && row.to < row.from) return [problem("periodReversed", at(row.id, "to"), {})];
    const period = kept.get(row.id);
    if (period === undefined) {
      const isCopy = periodRows.some((other) => other !== row && other.number === row.number);
      if (isCopy) return [problem("duplicatePeriod", at(row.id, "number"), { number: row.number })];
      const last = periods.findLast((one) => one.row !== null);
      return last === undefined ? [] : [problem("periodGap", at(row.id, "from"), { expected: addDays(last.to, 1) })];
    }
    if (row.number === 1 && contract.startsOn !== null && row.from !== contract.startsOn) {
      return [problem("periodStartDiffers", at(row.id, "from"), { expected: contract.startsOn })];
    }
    if (row.from !== period.from) {
      const code = row.from > period.from ? "periodGap" : "periodOverlap";
      return [problem(code, at(row.id, "from"), { expected: period.from })];
    }
    if (Math.abs(daysBetween(period.computedTo, period.to)) <= USUAL_DIFFERENCE_DAYS) return [];
    return [problem("periodEndUnusual", at(row.id, "to"), { typed: period.to, computed: period.computedTo })];
  });
}

function refusalChecks({ contract, periods }: ContractFile): Problem[] {
  const { refusalOn } = contract;
  if (refusalOn === null) return [];
  const at = { table: "contracts" as const, key: contract.number, column: "refusalOn" };
  const refused = periods.find((period) => isWithin(refusalOn, period));
  if (refused === undefined) return [];
  if (periods.some((period) => period.number > refused.number)) return [problem("renewedDespiteRefusal", at, {})];
  const deadline: CivilDate = refusalDeadline(contract, refused.to);
  const renews = renewsBySilence({ ...contract, refusalOn: null }, refused);
  return renews && refusalOn > deadline ? [problem("refusalAfterDeadline", at, { deadline })] : [];
}
