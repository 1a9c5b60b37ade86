import { addDays, type CivilDate, daysBetween } from "./civilDate";

const minutesPerDay = 1440;
/** Excel's 1900 system counts a 29 February 1900 that never was. */
const fakeLeapDay = 60;
/** 31 December 9999. */
const lastSerial = 2958465;

/**
 * The day of an Excel date number of the 1900 system (1 is 1900-01-01). The time of day is dropped once rounded to the minute.
 * Null for what is no day: below 1, after 9999, or 60, the 29 February 1900 that Excel alone knows.
 */
export function fromSerial(serial: number): CivilDate | null {
  const day = Math.floor(Math.round(serial * minutesPerDay) / minutesPerDay);
  if (!(day >= 1 && day <= lastSerial) || day === fakeLeapDay) return null;
  return addDays("1900-01-01", day < fakeLeapDay ? day - 1 : day - 2);
}

/** The Excel date number of a day in the 1900 system. */
export function toSerial(date: CivilDate): number {
  const day = daysBetween("1900-01-01", date) + 1;
  return day < fakeLeapDay ? day : day + 1;
}
