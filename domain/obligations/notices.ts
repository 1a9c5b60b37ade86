import { isOver } from "../contract/coverage";
import { latest } from "../dates/civilDate";
import { isNoticeSettled, noticeOf } from "../notice/notice";
import { stateOf } from "./obligation";
import type { Obligation, ObligationRule } from "./obligation";

/** The renewal notice of the current period, due inside its legal window and overdue after it until it is sent at all. */
export const notices: ObligationRule = (file, settings, today) => {
  const { contract, current } = file;
  if (current === null || isOver(file, today)) return [];
  const notice = noticeOf(file, current, settings, today);
  if (notice.window === null || notice.state === "notRequired" || notice.state === "noWindow") return [];
  const due = { from: latest(notice.window.from, current.from), to: notice.window.to };
  const obligation: Obligation = {
    key: ["notice", contract.number, current.number].join(":"),
    contract: contract.number,
    period: current.number,
    equipment: null,
    kind: "notice",
    due,
    state: isNoticeSettled(notice, today) ? "done" : stateOf(due, today),
    // To professionals the firm writes by choice.
    source: file.client?.type === "professional" ? "contract" : "L215-1",
    about: notice.letter?.id ?? null,
  };
  return [obligation];
};
