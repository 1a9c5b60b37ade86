import { update } from "../changes";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import { firstRefused, notBefore, notInFuture } from "./checks";
import { accepted, isRefused, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { findContract, findPeriod } from "./finding";
import { noticesOf } from "./noticeSent";

/** Absent: the current period, today. */
export type NoticeReturnedInput = { readonly contract: string; readonly period?: number; readonly on?: CivilDate };

/** The notice came back undelivered. While time remains it has to be sent again. */
export function noticeReturned(register: Register, input: NoticeReturnedInput, context: ActionContext): Decision {
  const file = findContract(register, input.contract, context.today);
  if (isRefused(file)) return file;
  const period = findPeriod(file, input.period);
  if (isRefused(period)) return period;
  const { on = context.today } = input;
  const letter = noticesOf(file, period).findLast(({ sentOn, returnedOn }) => sentOn !== null && returnedOn === null);
  if (letter === undefined) return refused("noticeNotSent", { contract: input.contract });
  const at = { table: "letters", column: "returnedOn" } as const;
  const reason = firstRefused(notInFuture(on, context.today, at), notBefore(on, letter.sentOn, at));
  const changes = [update("letters", letter, { returnedOn: on })];
  return reason ?? accepted(changes, "noticeReturned", { contract: input.contract, on });
}
