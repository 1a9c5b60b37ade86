import joursFeries from "@socialgouv/jours-feries";
import { addDays, civilDate, type CivilDate, yearOf } from "./civilDate";

export type HolidayRegion = { readonly alsaceMoselle: boolean };

const nationalHolidays = new Map<number, ReadonlySet<CivilDate>>();
const alsaceMoselleHolidays = new Map<number, ReadonlySet<CivilDate>>();

/**
 * Whether the day is a French public holiday: 11 a year (Code du travail, art. L3133-1), 13 in Alsace-Moselle
 * (art. L3134-13), where Good Friday and 26 December are added. The library's Easter is right from 1900 to 2105.
 */
export function isHoliday(date: CivilDate, region: HolidayRegion): boolean {
  return holidaysOf(yearOf(date), region).has(date);
}

function holidaysOf(year: number, region: HolidayRegion): ReadonlySet<CivilDate> {
  const known = region.alsaceMoselle ? alsaceMoselleHolidays : nationalHolidays;
  const found = known.get(year);
  if (found !== undefined) return found;
  const holidays = new Set(Object.values(joursFeries(year, { alsace: region.alsaceMoselle })).map(localDay));
  known.set(year, holidays);
  return holidays;
}

/**
 * The library counts from Easter in spans of 24 hours: where clocks change in between, its midnight is an hour off and
 * may fall on the evening before.
 */
function localDay(aboutMidnight: Date): CivilDate {
  const day = civilDate(aboutMidnight.getFullYear(), aboutMidnight.getMonth() + 1, aboutMidnight.getDate());
  return aboutMidnight.getHours() < 12 ? day : addDays(day, 1);
}
