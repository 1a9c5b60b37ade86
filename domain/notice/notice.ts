import { isOver, knownSince } from "../contract/coverage";
import type { ContractFile } from "../contract/contractFile";
import { periodAfter, renewsBySilence } from "../contract/periods";
import type { Period } from "../contract/periods";
import { priceInclTax, termsOf } from "../contract/terms";
import type { Terms } from "../contract/terms";
import { addDays, daysBetween, isWithin, latest } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import { proRata } from "../money";
import type { Cents } from "../money";
import type { Letter } from "../workbook/schema";
import type { Settings } from "../workbook/settings";
import { legalWindow, noticeWindow, refusalDeadline } from "./window";
import type { NoticeWindow } from "./window";

export const noticeStates = [
  "notRequired",
  "noWindow",
  "notDue",
  "toSend",
  "generated",
  "sent",
  "returned",
  "late",
] as const;

/** Where the renewal notice of a period stands. A generated letter is not a sent one. */
export type NoticeState = (typeof noticeStates)[number];

export type Notice = {
  readonly state: NoticeState;
  /** Null for a contract that silence does not renew. */
  readonly deadline: CivilDate | null;
  readonly window: NoticeWindow | null;
  /** The letter on which the state rests, null when there is none. */
  readonly letter: Letter | null;
};

/** The notice of one period as the register's facts leave it on the day. */
export function noticeOf(file: ContractFile, period: Period, settings: Settings, today: CivilDate): Notice {
  const { contract } = file;
  if (contract.renewalKind !== "tacit") return { state: "notRequired", deadline: null, window: null, letter: null };
  const deadline = refusalDeadline(contract, period.to);
  const window = noticeWindow(deadline, period.from, settings);
  const found = { deadline, window };
  if (!isRequired(file, period, settings)) return { ...found, state: "notRequired", letter: null };
  if (window === null) return { ...found, state: "noWindow", letter: null };
  return { ...found, ...stateFromLetters(file, period, deadline, window, today) };
}

/** A notice is required only if the contract is to go on. */
function isRequired(file: ContractFile, period: Period, settings: Settings): boolean {
  return isToBeTold(file, settings) && renewsBySilence(file.contract, period);
}

/** Only protected clients must be told, an unknown client counting as protected; professionals are by the firm's choice. */
function isToBeTold({ client }: ContractFile, { noticeProfessionals }: Settings): boolean {
  return client?.type !== "professional" || noticeProfessionals;
}

/**
 * The letter that told the client in time of the end of the period, and the last legal day for it; null if none did. What
 * became of the contract since does not undo it: after the letter many a client refuses, and nobody has to be told any more.
 */
export function letterInTime(
  file: ContractFile,
  period: Period,
  settings: Settings,
  today: CivilDate,
): { readonly letter: Letter; readonly lastDay: CivilDate } | null {
  if (file.contract.renewalKind !== "tacit" || !isToBeTold(file, settings)) return null;
  const deadline = refusalDeadline(file.contract, period.to);
  const window = noticeWindow(deadline, period.from, settings);
  if (window === null) return null;
  const { state, letter } = stateFromLetters(file, period, deadline, window, today);
  const isInTime = state === "sent" || (state === "returned" && today > window.to);
  return letter !== null && isInTime ? { letter, lastDay: window.to } : null;
}

function stateFromLetters(
  file: ContractFile,
  period: Period,
  deadline: CivilDate,
  window: NoticeWindow,
  today: CivilDate,
): Pick<Notice, "state" | "letter"> {
  // A letter that announces another deadline, because the contract was corrected since, tells the client nothing.
  const letters = file.letters.filter(
    (letter) => isWithin(letter.periodFrom, period) && (letter.deadline ?? deadline) === deadline,
  );
  const sent = letters.filter(({ sentOn }) => sentOn !== null && window.from <= sentOn && sentOn <= window.to);
  const arrived = sent.findLast(({ returnedOn }) => returnedOn === null);
  if (arrived !== undefined) return { state: "sent", letter: arrived };

  const returned = sent.at(-1);
  const prepared = letters.findLast(({ sentOn, issue }) => sentOn === null && issue > (returned?.issue ?? 0));
  if (today > window.to) {
    // The law looks at the sending, so a letter sent in time and returned too late to be sent again still counts.
    if (returned !== undefined) return { state: "returned", letter: returned };
    const unknown = (knownSince(file) ?? period.from) > window.to;
    const sentLate = letters.findLast(({ sentOn }) => sentOn !== null && sentOn > window.to);
    return { state: unknown ? "notRequired" : "late", letter: sentLate ?? prepared ?? null };
  }
  if (prepared !== undefined) return { state: "generated", letter: prepared };
  if (returned !== undefined) return { state: "returned", letter: returned };
  return { state: today < latest(window.from, period.from) ? "notDue" : "toSend", letter: null };
}

/** Whether the client has been told, in time or not, so that nothing is left to send. */
export function isNoticeSettled({ state, letter, window }: Notice, today: CivilDate): boolean {
  if (state === "sent") return true;
  if (state === "returned") return window !== null && today > window.to;
  return state === "late" && letter !== null && letter.sentOn !== null;
}

/** Days from the termination within which the refund is owed (C. conso. L215-1 al. 3). */
const DAYS_TO_REFUND = 30;

/** What a missing or late notice costs (C. conso. L215-1 al. 2 and 3). */
export type LateConsequence = {
  /** From this day the client may end the contract at any time, free of charge. */
  readonly freeFrom: CivilDate;
  /** What is to be refunded if he leaves today, or left: the days not served, in cents with tax. Null when the price is unknown. */
  readonly refund: Cents | null;
};

/**
 * The consequence that weighs on the contract today, from the notice of this period or of the one before; null if
 * none. Professionals are written to by choice, so lateness gives them no right.
 */
export function lateConsequence(file: ContractFile, settings: Settings, today: CivilDate): LateConsequence | null {
  const { contract, current } = file;
  if (current === null || file.client?.type === "professional") return null;
  const left = contract.terminatedOn !== null && contract.terminatedOn <= today ? contract.terminatedOn : null;
  if (left === null ? isOver(file, today) : today > addDays(left, DAYS_TO_REFUND)) return null;
  const before = file.periods.find(({ number }) => number === current.number - 1);
  if (before !== undefined && noticeOf(file, before, settings, today).state === "late") {
    return { freeFrom: current.from, refund: refundOn(current, termsOf(file, current.number), left ?? today) };
  }
  if (left !== null || noticeOf(file, current, settings, today).state !== "late") return null;
  return { freeFrom: periodAfter(contract, file.periodRows, current).from, refund: 0 };
}

/**
 * What would be refunded if the contract ended on that day: the price of the period less what matches the days served
 * (C. conso. L215-1 al. 3), in cents with tax. It takes the whole price as paid in advance. Null when the price, or the
 * rate that it takes, is unknown.
 *
 * @internal Tested by itself.
 */
export function refundOn(period: DateSpan, terms: Terms | null, day: CivilDate): Cents | null {
  const price = priceInclTax(terms);
  const total = daysBetween(period.from, addDays(period.to, 1));
  const left = Math.min(total, Math.max(0, daysBetween(day, period.to)));
  return price === null ? null : proRata(price, left, total);
}

/** Day before which a sent letter does not count as a notice of the period, for a contract that needs one. */
export function earliestSending(file: ContractFile, period: Period): CivilDate {
  return legalWindow(refusalDeadline(file.contract, period.to)).from;
}
