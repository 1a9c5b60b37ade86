import { insert, update } from "../changes";
import type { Change } from "../changes";
import type { ContractFile } from "../contract/contractFile";
import type { Period } from "../contract/periods";
import { isWithin } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { legalWindow, refusalDeadline } from "../notice/window";
import type { Register } from "../register";
import type { Letter } from "../workbook/schema";
import { firstRefused, notBefore, notInFuture, present } from "./checks";
import { accepted, isRefused, refusal } from "./decision";
import type { ActionContext, Decision, NoticeTiming, Refusal } from "./decision";
import { findContract, findPeriod } from "./finding";
import { newRow } from "../workbook/newRow";

export type NoticeSentInput = {
  readonly contract: string;
  /** Number of the period whose end the letter announces; absent: the current one. */
  readonly period?: number;
  /** The edition of the letter that left; absent: the one that waits, else the next. */
  readonly issue?: number;
  /** Absent: the channel that the client prefers, else simple post. */
  readonly channel?: NonNullable<Letter["channel"]>;
  /** Absent: today. */
  readonly on?: CivilDate;
  readonly tracking?: string | null;
};

/** The renewal notice left. By e-mail it only counts for a client who accepted that (C. civ. 1126). */
export function noticeSent(register: Register, input: NoticeSentInput, context: ActionContext): Decision {
  const file = findContract(register, input.contract, context.today);
  if (isRefused(file)) return file;
  const period = findPeriod(file, input.period);
  if (isRefused(period)) return period;
  const { on = context.today, channel = file.client?.preferredChannel ?? "post" } = input;
  const deadline = refusalDeadline(file.contract, period.to);
  const { issue } = input;
  const last = noticesOf(file, period).findLast((one) => issue === undefined || one.issue === issue);
  const sentOn = { table: "letters", column: "sentOn" } as const;
  const reason = firstRefused(
    notInFuture(on, context.today, sentOn),
    notBefore(on, period.from, sentOn),
    channel === "email" ? consent(file, on) : null,
    // A letter that announced another deadline told the client nothing, so it may be sent again.
    last !== undefined && last.sentOn !== null && last.returnedOn === null && (last.deadline ?? deadline) === deadline
      ? refusal("noticeAlreadySent", { on: last.sentOn })
      : null,
  );
  if (reason !== null) return reason;
  const values = { deadline, sentOn: on, channel, tracking: input.tracking ?? null };
  const timing = timingOf(on, deadline);
  return accepted([letterChange(file, period, last, values, issue, context)], "noticeSent", {
    contract: input.contract,
    on,
    timing,
  });
}

/** The notices of a period, by issue. */
export function noticesOf(file: ContractFile, period: Period): readonly Letter[] {
  return file.letters.filter(({ periodFrom }) => isWithin(periodFrom, period));
}

/** The letter that waits is the one that left; else, as after a returned one, a new one is written down. */
function letterChange(
  file: ContractFile,
  period: Period,
  last: Letter | undefined,
  values: Pick<Letter, "deadline" | "sentOn" | "channel" | "tracking">,
  issue: number | undefined,
  context: ActionContext,
): Change {
  if (last !== undefined && last.sentOn === null)
    return update("letters", last, { ...values, tracking: values.tracking ?? last.tracking });
  const key = { id: context.newKey("L"), contract: file.contract.number, periodFrom: period.from };
  return insert("letters", newRow("letters", { ...key, issue: issue ?? (last?.issue ?? 0) + 1, ...values }));
}

function consent({ client }: ContractFile, on: CivilDate): Refusal | null {
  if (client === null) return present(null, { table: "contracts", column: "client" });
  if (client.type === "professional") return null;
  const given = client.emailConsentOn !== null && client.emailConsentOn <= on;
  return given ? null : refusal("emailWithoutConsent", { client: client.name });
}

function timingOf(on: CivilDate, deadline: CivilDate): NoticeTiming {
  const window = legalWindow(deadline);
  return on < window.from ? "early" : on > window.to ? "late" : "inTime";
}
