import { addDays, type CivilDate, weekday } from "./civilDate";
import { isHoliday } from "./holidays";

/** Which days are worked: Monday to Friday, the public holidays of the region left out (jours ouvrés). */
export type WorkingCalendar = { readonly alsaceMoselle: boolean };

export function isWorkingDay(date: CivilDate, calendar: WorkingCalendar): boolean {
  return weekday(date) <= 5 && !isHoliday(date, calendar);
}

/** The date itself when it is worked, else the last working day before it. */
export function previousWorkingDay(date: CivilDate, calendar: WorkingCalendar): CivilDate {
  return nearestWorkingDay(date, -1, calendar);
}

/** The date itself when it is worked, else the first working day after it. */
export function nextWorkingDay(date: CivilDate, calendar: WorkingCalendar): CivilDate {
  return nearestWorkingDay(date, 1, calendar);
}

/** The n-th working day after the date (before it when n is negative); the date itself does not count. */
export function addWorkingDays(date: CivilDate, n: number, calendar: WorkingCalendar): CivilDate {
  const step = Math.sign(n);
  let day = date;
  for (let left = Math.abs(n); left > 0; left--) day = nearestWorkingDay(addDays(day, step), step, calendar);
  return day;
}

function nearestWorkingDay(date: CivilDate, step: number, calendar: WorkingCalendar): CivilDate {
  let day = date;
  while (!isWorkingDay(day, calendar)) day = addDays(day, step);
  return day;
}
