import { parts, weekday, type CivilDate } from "../../domain/dates/civilDate";
import type { DigestWords } from "./digestWords";

/** A civil date as one reads it, « mar. 3 mars 2026 », with spaces that never break. */
export function shortDate(date: CivilDate, { date: { days, months, first } }: DigestWords): string {
  const { year, month, day } = parts(date);
  const dayOfMonth = day === 1 ? first : String(day);
  return [days[weekday(date) - 1], dayOfMonth, months[month - 1], year].join("\u00a0");
}
