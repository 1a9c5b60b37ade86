import type { CivilDate } from "../dates/civilDate";
import { isWithin } from "../dates/civilDate";
import type { Notice } from "../notice/notice";
import { isNoticeSettled } from "../notice/notice";
import { endOf, isOver, suspensionOf } from "./coverage";
import type { ContractFile } from "./contractFile";

export const contractStates = [
  "draft",
  "upcoming",
  "active",
  "toNotify",
  "notified",
  "late",
  "refused",
  "toRenew",
  "suspended",
  "terminated",
  "ended",
] as const;

/** Where a contract stands: computed from its dates and facts, never typed. */
export type ContractState = (typeof contractStates)[number];

const over: ReadonlySet<ContractState> = new Set(["draft", "terminated", "ended"]);

/** Whether a contract in this state binds today or will: neither a draft nor over. */
export function isRunning({ state }: { readonly state: ContractState }): boolean {
  return !over.has(state);
}

/**
 * The state of the contract on the day. Where several hold at once, the one that decides what to do next is given:
 * an end before everything else, then what stops the contract, then what is to be done about its renewal.
 */
export function contractState(file: ContractFile, notice: Notice | null, today: CivilDate): ContractState {
  const { contract, current } = file;
  if (current === null) return "draft";
  if (contract.terminatedOn !== null && contract.terminatedOn <= today) return "terminated";
  if (isOver(file, today)) return "ended";
  if (today < current.from) return "upcoming";
  const suspension = suspensionOf(contract);
  if (suspension !== null && isWithin(today, suspension)) return "suspended";
  if (contract.refusalOn !== null && endOf(file) === current.to) return "refused";
  if (current.row === null && current.number > 1) return "toRenew";
  return notice === null ? "active" : stateByNotice(notice, today);
}

function stateByNotice(notice: Notice, today: CivilDate): ContractState {
  switch (notice.state) {
    case "late":
      return "late";
    case "toSend":
    case "generated":
      return "toNotify";
    case "returned":
      return isNoticeSettled(notice, today) ? "notified" : "toNotify";
    case "sent":
      return "notified";
    case "notRequired":
    case "noWindow":
    case "notDue":
      return "active";
  }
}
