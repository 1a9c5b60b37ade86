import { weekdays, type Weekday } from "../schedule/rhythm";

/** The days of the week as people write them, Monday first. */
export const frenchDays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"] as const;
type FrenchDay = (typeof frenchDays)[number];

/** The weekday that a French word means. */
export function weekdayNamed(day: FrenchDay): Weekday {
  return weekdays[frenchDays.indexOf(day)] ?? weekdays[0];
}
