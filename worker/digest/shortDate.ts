import { parts, weekday, type CivilDate } from "../../domain/dates/civilDate";

const days = ["lun.", "mar.", "mer.", "jeu.", "ven.", "sam.", "dim."] as const;
const months = [
  "janv.",
  "févr.",
  "mars",
  "avr.",
  "mai",
  "juin",
  "juil.",
  "août",
  "sept.",
  "oct.",
  "nov.",
  "déc.",
] as const;

/** A civil date as a Frenchman reads it, « mar. 3 mars 2026 », with spaces that never break. */
export function shortDate(date: CivilDate): string {
  const { year, month, day } = parts(date);
  const dayOfMonth = day === 1 ? "1er" : String(day);
  return [days[weekday(date) - 1], dayOfMonth, months[month - 1], year].join("\u00a0");
}
