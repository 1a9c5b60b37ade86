import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { fromSerial, toSerial } from "./excelSerial";

describe("an Excel date number", () => {
  it.each([
    [1, "1900-01-01"],
    [59, "1900-02-28"],
    [61, "1900-03-01"],
    [45351, "2024-02-29"],
    [46096, "2026-03-15"],
    [46387, "2026-12-31"],
    [2958465, "9999-12-31"],
  ] as const)("%d is %s", (serial, date) => {
    expect(fromSerial(serial)).toBe(date);
    expect(toSerial(date)).toBe(serial);
  });

  it("loses its time of day, rounded to the minute", () => {
    expect(fromSerial(46387.5)).toBe("2026-12-31");
    expect(fromSerial(46387 - 1 / 1440)).toBe("2026-12-30");
    expect(fromSerial(46386.9999999)).toBe("2026-12-31");
  });

  it.each([0, 0.5, -3, 60, 60.5, 2958466, 1e300, Number.NaN, Number.POSITIVE_INFINITY])("%d is no day", (serial) => {
    expect(fromSerial(serial)).toBeNull();
  });

  it("counts days from 30 December 1899 after February 1900, as Temporal does, and comes back", () => {
    const origin = Temporal.PlainDate.from("1899-12-30");
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2958465 }), (serial) => {
        const date = fromSerial(serial);
        expect(date).toBe(origin.add({ days: serial }).toString());
        expect(date === null ? null : toSerial(date)).toBe(serial);
      }),
    );
  });
});
