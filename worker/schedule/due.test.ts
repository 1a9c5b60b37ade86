import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { due, jobs, lastSlot, nextInstant, type Slot } from "./due";
import { timeZones, usualRhythm, weekdays, type Rhythm, type TimeZone } from "./rhythm";
import { instantOf, millisecondsBetween, wallTime } from "./zonedTime";

// Monday 23 November 2026 is a digest's day. Winter in Paris: 07:00 is 06:00 UTC.
const never = () => false;
const after = (done: readonly Slot[]) => (slot: Slot) => done.some(({ job, at }) => job === slot.job && at === slot.at);

const digest = { job: "digest", at: "2026-11-23T07:00" } as const;
const letters = (day: string): Slot => ({ job: "letters", at: `2026-11-${day}T07:00` as Slot["at"] });

describe("what is due", () => {
  it.each<[string, string, readonly Slot[], readonly Slot[]]>([
    [
      "on a first start, the last digest and the letters of the day",
      "2026-11-24T09:00:00Z",
      [],
      [letters("24"), digest],
    ],
    ["on the digest's day, the digest alone, which writes the letters too", "2026-11-23T06:00:00Z", [], [digest]],
    ["a minute early, nothing", "2026-11-23T05:59:00Z", [letters("22"), { job: "digest", at: "2026-11-16T07:00" }], []],
    ["once both are done, nothing", "2026-11-24T09:00:00Z", [digest, letters("24")], []],
    ["the day after the digest, the letters", "2026-11-24T06:00:00Z", [digest], [letters("24")]],
    ["after a week off, only the newest of each", "2026-11-25T20:00:00Z", [letters("17")], [letters("25"), digest]],
    ["later on the digest's day, nothing, for the digest wrote the letters", "2026-11-23T09:00:00Z", [digest], []],
  ])("is, %s", (_, now, done, expected) => {
    expect([...due(now, usualRhythm, after(done))].sort(byJob)).toEqual([...expected].sort(byJob));
  });

  it("is told in the order of the jobs, so that a digest follows the letters", () => {
    expect(due("2026-11-24T09:00:00Z", usualRhythm, never).map(({ job }) => job)).toEqual(["letters", "digest"]);
  });

  function byJob(a: Slot, b: Slot): number {
    return a.job < b.job ? -1 : 1;
  }
});

describe("the next turn", () => {
  it.each([
    ["letters", "2026-11-23T05:59:59Z", "2026-11-23T06:00:00Z"],
    ["letters", "2026-11-23T06:00:00Z", "2026-11-24T06:00:00Z"],
    ["digest", "2026-11-23T05:59:59Z", "2026-11-23T06:00:00Z"],
    ["digest", "2026-11-23T06:00:00Z", "2026-11-30T06:00:00Z"],
    // The clocks go forward on 29 March 2026: 07:00 in Paris is 05:00 UTC from then on.
    ["digest", "2026-03-28T12:00:00Z", "2026-03-30T05:00:00Z"],
  ] as const)("of the %s after %s is at %s", (job, now, expected) => {
    expect(nextInstant(job, now, usualRhythm)).toBe(expected);
  });
});

const rhythms: fc.Arbitrary<Rhythm> = fc.record({
  day: fc.constantFrom(...weekdays),
  hour: fc.integer({ min: 0, max: 23 }),
  zone: fc.constantFrom(...timeZones),
});
const instants = fc
  .date({ min: new Date("2026-01-01T00:00:00Z"), max: new Date("2036-01-01T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString());

describe("the turns of a job, whatever its rhythm,", () => {
  it("have come when they are the last one, and follow each other without a gap", () => {
    fc.assert(
      fc.property(fc.constantFrom(...jobs), instants, rhythms, (job, now, rhythm) => {
        const next = nextInstant(job, now, rhythm);
        expect(millisecondsBetween(instantOf(lastSlot(job, now, rhythm).at, rhythm.zone), now)).toBeGreaterThanOrEqual(
          0,
        );
        expect(millisecondsBetween(now, next)).toBeGreaterThan(0);
        const justBefore = new Date(new Date(next).getTime() - 1).toISOString();
        expect(lastSlot(job, justBefore, rhythm)).toEqual(lastSlot(job, now, rhythm));
        expect(instantOf(lastSlot(job, next, rhythm).at, rhythm.zone)).toBe(next);
      }),
    );
  });

  it("come each day at the hour, and each week on the day", () => {
    fc.assert(
      fc.property(fc.constantFrom(...jobs), instants, rhythms, (job, now, rhythm) => {
        const slot = lastSlot(job, now, rhythm).at;
        expect(Number(slot.slice(11, 13))).toBe(rhythm.hour);
        const weekday = new Date(`${slot.slice(0, 10)}T00:00:00Z`).getUTCDay();
        if (job === "digest") expect(weekdays[(weekday + 6) % 7]).toBe(rhythm.day);
      }),
    );
  });
});

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** The Sundays on which the clocks of the zone change, at midnight UTC: the only days on which they ever do. */
function changesOf(zone: TimeZone): readonly number[] {
  const offset = (at: number) => new Date(`${wallTime(new Date(at).toISOString(), zone)}Z`).getTime() - at;
  const sundays = Array.from({ length: 522 }, (_, week) => Date.UTC(2026, 0, 4) + week * 7 * DAY);
  return sundays.filter((day) => offset(day - DAY / 2) !== offset(day + DAY));
}

/** Ticks every ten minutes from the instant, for a day, outside the hours without ticks. Gives what it did, when. */
function played(from: number, rhythm: Rhythm): readonly (Slot & { readonly doneAt: string })[] {
  const done: (Slot & { readonly doneAt: string })[] = [];
  for (let at = from; at < from + DAY; at += 10 * MINUTE) {
    const now = new Date(at).toISOString();
    if (["01", "02"].includes(wallTime(now, rhythm.zone).slice(11, 13))) continue;
    for (const slot of due(now, rhythm, after(done))) done.push({ ...slot, doneAt: now });
  }
  return done;
}

describe("a companion that ticks through the nights of ten years in which the clocks change", () => {
  it("meets two of them a year in Paris and in Miquelon, and none elsewhere overseas", () => {
    const counts = timeZones.map((zone) => [zone, changesOf(zone).length]);
    expect(counts.filter(([, count]) => count !== 0)).toEqual([
      ["Europe/Paris", 20],
      ["America/Miquelon", 20],
    ]);
  });

  it.each(
    (["Europe/Paris", "America/Miquelon"] as const).flatMap((zone) =>
      [0, 1, 2, 3].map((hour) => [zone, hour] as const),
    ),
  )("sends the digest of that Sunday once, in %s at %i h, at the first tick after it", (zone, hour) => {
    const rhythm: Rhythm = { day: "sunday", hour, zone };
    for (const change of changesOf(zone)) {
      // From Saturday at eight in the evening or so: what was due before is caught up at the first tick.
      const done = played(change - DAY / 4, rhythm);
      const day = new Date(change).toISOString().slice(0, 10);
      const sunday = done.filter(({ at }) => at.startsWith(day));
      expect(sunday).toEqual([expect.objectContaining({ job: "digest" })]);
      const late = sunday.map(({ at, doneAt }) => millisecondsBetween(instantOf(at, zone), doneAt) / MINUTE);
      expect(late[0]).toBeGreaterThanOrEqual(0);
      // Two hours without ticks, and the one that comes twice.
      expect(late[0]).toBeLessThanOrEqual(hour === 1 || hour === 2 ? 180 : 0);
    }
  });
});
