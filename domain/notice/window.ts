import { addDays, addMonths, latest } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import { isWorkingDay } from "../dates/workingDays";
import type { WorkingCalendar } from "../dates/workingDays";
import type { Contract } from "../workbook/schema";

/** The legal span for sending the renewal notice, and the day on which it is best sent. */
export type NoticeWindow = DateSpan & { readonly target: CivilDate };

/**
 * Last day on which the client may refuse the renewal: the end of the period less the contract's préavis
 * (months clipped to the month's last day). Without préavis it is the end itself.
 */
export function refusalDeadline(
  contract: Pick<Contract, "noticeLength" | "noticeUnit">,
  periodEnd: CivilDate,
): CivilDate {
  const length = Math.max(0, contract.noticeLength);
  switch (contract.noticeUnit) {
    case "months":
      return addMonths(periodEnd, -length);
    case "weeks":
      return addDays(periodEnd, -7 * length);
    case "days":
      return addDays(periodEnd, -length);
  }
}

/**
 * The span in which the notice must leave: at the earliest three months and at the latest one month before the
 * refusal deadline, not before the end of the contract (C. conso. L215-1). Raw: it may begin before the period does.
 */
export function legalWindow(deadline: CivilDate): DateSpan {
  return { from: addMonths(deadline, -3), to: addMonths(deadline, -1) };
}

/**
 * The window with its target, or null when it closes before the period starts, so that no notice can be sent
 * in time and the deadline has to be given at signature.
 *
 * The target is the working day nearest to two months before the deadline that leaves a day of safety at both
 * ends; in a window too short for that, any working day of it, and failing that its last day.
 */
export function noticeWindow(
  deadline: CivilDate,
  periodStart: CivilDate,
  calendar: WorkingCalendar,
): NoticeWindow | null {
  const window = legalWindow(deadline);
  if (window.to < periodStart) return null;
  const from = latest(window.from, periodStart);
  const safe = workingDayNearest(
    addMonths(deadline, -2),
    { from: addDays(from, 1), to: addDays(window.to, -1) },
    calendar,
  );
  return { ...window, target: safe ?? workingDayNearest(window.to, { from, to: window.to }, calendar) ?? window.to };
}

/** The last working day of the span on or before the day, else the first one after it; null when it has none. */
function workingDayNearest(day: CivilDate, span: DateSpan, calendar: WorkingCalendar): CivilDate | null {
  if (span.to < span.from) return null;
  const start = day < span.from ? span.from : day > span.to ? span.to : day;
  for (let date = start; date >= span.from; date = addDays(date, -1)) if (isWorkingDay(date, calendar)) return date;
  for (let date = start; date <= span.to; date = addDays(date, 1)) if (isWorkingDay(date, calendar)) return date;
  return null;
}
