import { addDays, daysBetween, earliest, lastOfMonth, latest } from "../../../domain/dates/civilDate";
import type { CivilDate, DateSpan } from "../../../domain/dates/civilDate";
import type { PlannedContract } from "../../../domain/plan/plan";

export type MarkKind = "visitDone" | "visitDue" | "invoice" | "unpaid" | "window" | "letter" | "deadline";

/** A day or some days of the period that are worth seeing. */
export type Mark = DateSpan & { readonly kind: MarkKind };

export type TimelineModel = DateSpan & { readonly number: number; readonly marks: readonly Mark[] };

/** What happens in the current period, in the order of the days; null for a contract without one. */
export function timelineOf({ file, period, notice, obligations }: PlannedContract): TimelineModel | null {
  if (period === null) return null;
  const { from, to, number } = period;
  const on = (kind: MarkKind, day: CivilDate): Mark => ({ kind, from: day, to: day });
  const inside = ({ from: first, to: last }: DateSpan) => first <= to && last >= from;
  const visits = file.interventions.flatMap(({ kind, doneOn, outcome }) =>
    kind === "repair" || doneOn === null || outcome === "cancelled" ? [] : [on("visitDone", doneOn)],
  );
  const due = obligations
    .filter(({ kind, state }) => (kind === "visit" || kind === "legalVisit") && state !== "done")
    .map((one): Mark => ({ kind: "visitDue", ...one.due }));
  const invoices = file.invoices.flatMap(({ kind, issuedOn, paidOn }) =>
    issuedOn === null || kind === "creditNote" ? [] : [on(paidOn === null ? "unpaid" : "invoice", issuedOn)],
  );
  const window = notice === null || notice.state === "notRequired" ? null : notice.window;
  const sentOn = notice?.letter?.sentOn ?? null;
  const marks = [
    ...visits,
    ...onceBySpan(due),
    ...invoices,
    ...(window === null ? [] : [{ kind: "window" as const, from: window.from, to: window.to }]),
    ...(sentOn === null ? [] : [on("letter", sentOn)]),
    ...(notice === null || notice.deadline === null ? [] : [on("deadline", notice.deadline)]),
  ];
  return { from, to, number, marks: marks.filter(inside).sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0)) };
}

/** One visit often answers the contract and the law, on the same days. */
function onceBySpan(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter((one, i) => marks.findIndex(({ from, to }) => from === one.from && to === one.to) === i);
}

/** Where the day lies in the period: 0 at its start, 1 at its end. Days outside are drawn at the nearer end. */
export function shareOf({ from, to }: DateSpan, day: CivilDate): number {
  const inside = earliest(latest(day, from), to);
  return daysBetween(from, inside) / Math.max(1, daysBetween(from, to));
}

/** The first days of the months that begin in the period. */
export function monthsIn({ from, to }: DateSpan): readonly CivilDate[] {
  const months: CivilDate[] = [];
  for (let month = addDays(lastOfMonth(from), 1); month <= to; month = addDays(lastOfMonth(month), 1))
    months.push(month);
  return months;
}
