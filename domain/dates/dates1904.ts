import { dateIn } from "../import/repairDate";
import { addDays } from "./civilDate";
import type { CivilDate } from "./civilDate";

/** By so many days the serial numbers of the 1904 system are less than those of the 1900 system. */
export const DAYS_FROM_1900_TO_1904 = 1462;

/** Whether a cell shows that its workbook counts from 1904: `day` is its serial number counted from 1900. */
export function isShownFrom1904(day: CivilDate, shown: string): boolean {
  const later = addDays(day, DAYS_FROM_1900_TO_1904);
  const told = dateIn(shown, { today: later, lean: "past" });
  return told?.told === "day" && told.date === later;
}
