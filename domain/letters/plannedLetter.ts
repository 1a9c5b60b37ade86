import type { ContractFile } from "../contract/contractFile";
import type { Period } from "../contract/periods";
import type { CivilDate } from "../dates/civilDate";
import { isWithin } from "../dates/civilDate";
import type { Notice } from "../notice/notice";
import type { Problem } from "../problem";
import type { Choice } from "../workbook/choices";
import type { Letter } from "../workbook/schema";

/** A letter that the worker has to write. */
export type PlannedLetter = {
  readonly contract: string;
  readonly periodFrom: CivilDate;
  readonly periodEnd: CivilDate;
  readonly kind: Choice<"letterKind">;
  /** 1 for the first letter of the period, one more for each that had to be made again. */
  readonly issue: number;
  /** Last day to refuse, which the letter prints in its box. */
  readonly deadline: CivilDate;
  /** The legal window is over: the letter says that the client may leave at any time. */
  readonly late: boolean;
  /** Why it cannot be written; empty when it can. */
  readonly refusedBecause: readonly Problem[];
};

/** The letter that the notice of the period asks for now, or null: none is due, or it is already written. */
export function letterToWrite(
  file: ContractFile,
  period: Period,
  notice: Notice,
  today: CivilDate,
): Omit<PlannedLetter, "refusedBecause"> | null {
  return isToWrite(notice, today) ? letterAbout(file, period, notice) : null;
}

/** The next letter about the period, whether or not it is time to write it; null where no letter can be due. */
export function letterAbout(
  file: ContractFile,
  period: Period,
  { deadline, window, state }: Notice,
): Omit<PlannedLetter, "refusedBecause"> | null {
  if (deadline === null || window === null) return null;
  const earlier = file.letters.filter(({ periodFrom }) => isWithin(periodFrom, period));
  return {
    contract: file.contract.number,
    periodFrom: period.from,
    periodEnd: period.to,
    kind: "renewalNotice",
    issue: Math.max(0, ...earlier.map(({ issue }) => issue)) + 1,
    deadline,
    late: state === "late",
  };
}

function isToWrite({ state, window, letter }: Notice, today: CivilDate): boolean {
  if (window === null) return false;
  if (state === "toSend") return true;
  if (state === "returned") return today <= window.to;
  return state === "late" && (letter === null || hasMissedItsTime(letter, window.to));
}

/** It was prepared to leave in time and did not: it lacks what a late one must say. */
function hasMissedItsTime({ sentOn, generatedOn }: Letter, lastDay: CivilDate): boolean {
  return sentOn === null && generatedOn !== null && generatedOn <= lastDay;
}
