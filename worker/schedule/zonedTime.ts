import { Temporal } from "temporal-polyfill";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { TimeZone } from "./rhythm";

/** An instant, ISO 8601 in UTC. Instants of the same form are compared as instants, not as strings. */
export type Instant = string;

/** What the clocks of a zone show, "YYYY-MM-DDTHH:MM". */
export type WallTime = `${CivilDate}T${string}`;

/** What the clocks of the zone show at the instant. */
export function wallTime(instant: Instant, zone: TimeZone): WallTime {
  const shown = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDateTime();
  return shown.toString({ smallestUnit: "minute" }) as WallTime;
}

/** The civil date in the zone at the instant. */
export function dayIn(instant: Instant, zone: TimeZone): CivilDate {
  return wallTime(instant, zone).slice(0, 10) as CivilDate;
}

/**
 * The instant at which the clocks of the zone come to show this. An hour that is skipped in spring falls one hour later,
 * one that comes twice in autumn is the first of the two.
 */
export function instantOf(time: WallTime, zone: TimeZone): Instant {
  return Temporal.PlainDateTime.from(time)
    .toZonedDateTime(zone, { disambiguation: "compatible" })
    .toInstant()
    .toString();
}

/** Milliseconds from one instant to another; negative when it is earlier. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds;
}

/** The instant so many milliseconds later. */
export function instantAfter(instant: Instant, milliseconds: number): Instant {
  return Temporal.Instant.from(instant).add({ milliseconds }).toString();
}
