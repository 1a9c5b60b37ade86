import { addDays, weekday } from "../../domain/dates/civilDate";
import type { CivilDate } from "../../domain/dates/civilDate";
import { weekdays, type Rhythm } from "./rhythm";
import { dayIn, instantOf, millisecondsBetween, type Instant, type WallTime } from "./zonedTime";

/** What is done on a schedule: the letters that are due, each day; the digest, with the letters, each week. */
export const jobs = ["letters", "digest"] as const;
export type Job = (typeof jobs)[number];

/** One turn of a job: the wall time at which it was to begin names it. */
export type Slot = { readonly job: Job; readonly at: WallTime };

/**
 * The turns to make up for now: of each job only the newest, when it was not done. A digest does the work of the letters
 * of the same time, so these are then not listed. `isDone` says whether a turn was done.
 */
export function due(now: Instant, rhythm: Rhythm, isDone: (slot: Slot) => boolean): readonly Slot[] {
  const [letters, digest] = [lastSlot("letters", now, rhythm), lastSlot("digest", now, rhythm)];
  return [...(letters.at === digest.at ? [] : [letters]), digest].filter((slot) => !isDone(slot));
}

/**
 * The newest turn of the job that has come at the instant.
 *
 * @internal Tested by itself.
 */
export function lastSlot(job: Job, now: Instant, rhythm: Rhythm): Slot {
  const today = dayIn(now, rhythm.zone);
  const day = newestDay(job, today, rhythm);
  const slot = slotOn(job, day, rhythm);
  const hasCome = millisecondsBetween(instantOf(slot.at, rhythm.zone), now) >= 0;
  return hasCome ? slot : slotOn(job, addDays(day, job === "digest" ? -7 : -1), rhythm);
}

/** The instant of the job's next turn after the instant. */
export function nextInstant(job: Job, now: Instant, rhythm: Rhythm): Instant {
  const last = lastSlot(job, now, rhythm).at.slice(0, 10) as CivilDate;
  return instantOf(slotOn(job, addDays(last, job === "digest" ? 7 : 1), rhythm).at, rhythm.zone);
}

/** The newest day, today or earlier, on which the job has a turn. */
function newestDay(job: Job, today: CivilDate, { day }: Rhythm): CivilDate {
  if (job === "letters") return today;
  const wanted = weekdays.indexOf(day) + 1;
  return addDays(today, -((weekday(today) - wanted + 7) % 7));
}

function slotOn(job: Job, day: CivilDate, { hour }: Rhythm): Slot {
  return { job, at: `${day}T${String(hour).padStart(2, "0")}:00` };
}
