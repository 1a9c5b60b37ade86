import { choiceSets } from "../../domain/workbook/choices";

/** The days on which the weekly digest may go out, the first being ISO weekday 1. */
export const weekdays = choiceSets.weekday;
export type Weekday = (typeof weekdays)[number];

/** Where French tradesmen work: metropolitan France and the overseas territories, by IANA name. */
export const timeZones = [
  "Europe/Paris",
  "America/Guadeloupe",
  "America/Martinique",
  "America/Cayenne",
  "America/Miquelon",
  "Indian/Reunion",
  "Indian/Mayotte",
  "Pacific/Noumea",
  "Pacific/Tahiti",
  "Pacific/Wallis",
] as const;
export type TimeZone = (typeof timeZones)[number];

/** When a register wants its work done: letters each day at the hour, the digest on its day at the same hour. */
export type Rhythm = {
  readonly day: Weekday;
  /** 0 to 23, on the clocks of the zone. */
  readonly hour: number;
  readonly zone: TimeZone;
};

/** What holds where the configuration says nothing else. */
export const usualRhythm: Rhythm = { day: "monday", hour: 7, zone: "Europe/Paris" };

/** The day and the hour that a register's own settings ask for; null or absent where they say nothing. */
export type AskedRhythm = {
  readonly digestDay?: Weekday | null | undefined;
  readonly digestHour?: number | null | undefined;
};

/** The rhythm of the configuration, but for what the register itself asks for. */
export function rhythmAsked(configured: Rhythm, asked: AskedRhythm | null): Rhythm {
  return { ...configured, day: asked?.digestDay ?? configured.day, hour: asked?.digestHour ?? configured.hour };
}
