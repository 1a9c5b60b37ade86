import { describe, expect, it } from "@jest/globals";
import * as fc from "fast-check";
import { timeZones, type TimeZone } from "./rhythm";
import { dayIn, instantOf, millisecondsBetween, wallTime, type WallTime } from "./zonedTime";

/** What the JavaScript engine itself shows: another source than the library that is tested. */
function shown(instant: string, timeZone: TimeZone): string {
  const parts = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  return parts.format(new Date(instant)).replace(" ", "T");
}

const zones = fc.constantFrom(...timeZones);
const instants = fc
  .date({ min: new Date("2026-01-01T00:00:00Z"), max: new Date("2036-01-01T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString());

describe("the clocks of a zone", () => {
  it.each<[TimeZone, WallTime]>([
    ["Europe/Paris", "2026-11-24T08:30"],
    ["America/Guadeloupe", "2026-11-24T03:30"],
    ["America/Martinique", "2026-11-24T03:30"],
    ["America/Cayenne", "2026-11-24T04:30"],
    ["America/Miquelon", "2026-11-24T04:30"],
    ["Indian/Reunion", "2026-11-24T11:30"],
    ["Indian/Mayotte", "2026-11-24T10:30"],
    ["Pacific/Noumea", "2026-11-24T18:30"],
    ["Pacific/Tahiti", "2026-11-23T21:30"],
    ["Pacific/Wallis", "2026-11-24T19:30"],
  ])("show in %s the time %s when it is 07:30 UTC", (zone, time) => {
    expect(wallTime("2026-11-24T07:30:00Z", zone)).toBe(time);
    expect(dayIn("2026-11-24T07:30:00Z", zone)).toBe(time.slice(0, 10));
    expect(instantOf(time, zone)).toBe("2026-11-24T07:30:00Z");
  });

  it("show what the engine shows, at any instant of ten years", () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        expect(wallTime(instant, zone)).toBe(shown(instant, zone));
      }),
    );
  });

  it("come to show a time at an instant at which they show it, or an hour later where it is skipped", () => {
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const time = wallTime(instant, zone);
        expect(wallTime(instantOf(time, zone), zone)).toBe(time);
        expect(millisecondsBetween(instantOf(time, zone), instant)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("a time in a night when the clocks change", () => {
  it.each<[string, TimeZone, WallTime, string]>([
    ["that is skipped falls one hour later", "Europe/Paris", "2026-03-29T02:00", "2026-03-29T01:00:00Z"],
    ["that is skipped falls one hour later", "America/Miquelon", "2026-03-08T02:00", "2026-03-08T05:00:00Z"],
    ["that comes twice is the first of the two", "Europe/Paris", "2026-10-25T02:00", "2026-10-25T00:00:00Z"],
    ["that comes twice is the first of the two", "America/Miquelon", "2026-11-01T01:00", "2026-11-01T03:00:00Z"],
  ])("%s, in %s at %s", (_, zone, time, instant) => {
    expect(instantOf(time, zone)).toBe(instant);
  });
});
