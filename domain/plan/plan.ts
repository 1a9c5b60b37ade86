import { registerChecks } from "../checks/registerChecks";
import { contractFiles } from "../contract/contractFile";
import type { ContractFile } from "../contract/contractFile";
import { contractState } from "../contract/state";
import type { ContractState } from "../contract/state";
import type { Period } from "../contract/periods";
import type { CivilDate } from "../dates/civilDate";
import { letterRefusals } from "../letters/letterRefusals";
import type { LetterSubject } from "../letters/letterContent";
import { letterToWrite } from "../letters/plannedLetter";
import type { PlannedLetter } from "../letters/plannedLetter";
import { lateConsequence, noticeOf } from "../notice/notice";
import type { LateConsequence, Notice } from "../notice/notice";
import type { Obligation } from "../obligations/obligation";
import { obligationsOf } from "../obligations/obligations";
import type { Problem } from "../problem";
import type { Register } from "../register";
import type { Settings } from "../workbook/settings";
import { withoutEchoes } from "./withoutEchoes";

/** Where one contract stands on the day. */
export type PlannedContract = {
  readonly file: ContractFile;
  readonly period: Period | null;
  readonly state: ContractState;
  readonly notice: Notice | null;
  readonly consequence: LateConsequence | null;
  readonly obligations: readonly Obligation[];
};

/** Everything that the register says is to be done on the day. */
export type Plan = {
  readonly today: CivilDate;
  readonly settings: Settings;
  readonly contracts: readonly PlannedContract[];
  readonly letters: readonly PlannedLetter[];
  readonly problems: readonly Problem[];
};

/** The plan of a register on a day. `readProblems` are what its reader could not understand. */
export function planOf(register: Register, readProblems: readonly Problem[], today: CivilDate): Plan {
  const { settings } = register;
  const files = contractFiles(register, today);
  const problems = [...readProblems, ...withoutEchoes(registerChecks(register, files, today), readProblems)];
  const contracts = files.map((file) => plannedContract(file, settings, today));
  const letters = contracts.flatMap((contract): PlannedLetter[] => {
    const subject = letterSubject(contract, settings, today);
    return subject === null ? [] : [{ ...subject.letter, refusedBecause: letterRefusals(subject, problems) }];
  });
  return { today, settings, contracts, letters, problems };
}

function plannedContract(file: ContractFile, settings: Settings, today: CivilDate): PlannedContract {
  const period = file.current;
  const notice = period === null ? null : noticeOf(file, period, settings, today);
  return {
    file,
    period,
    state: contractState(file, notice, today),
    notice,
    consequence: lateConsequence(file, settings, today),
    obligations: obligationsOf(file, settings, today),
  };
}

/** What the contract's letter is made from, or null when no letter is to be written now. */
export function letterSubject(contract: PlannedContract, settings: Settings, today: CivilDate): LetterSubject | null {
  const { file, period, notice, obligations } = contract;
  if (period === null || notice === null) return null;
  const letter = letterToWrite(file, period, notice, today);
  return letter === null ? null : { file, period, letter, obligations, settings, today };
}
