import { describe, expect, it } from "@jest/globals";
import { addWorkingDays, isWorkingDay, nextWorkingDay, previousWorkingDay } from "./workingDays";

const france = { alsaceMoselle: false };
const alsace = { alsaceMoselle: true };

describe("a working day", () => {
  it("is a day from Monday to Friday that is no holiday", () => {
    const days = ["2026-04-03", "2026-04-04", "2026-04-05", "2026-04-06", "2026-04-07"] as const;
    expect(days.map((day) => isWorkingDay(day, france))).toEqual([true, false, false, false, true]);
    expect(days.map((day) => isWorkingDay(day, alsace))).toEqual([false, false, false, false, true]);
  });

  it("is the day itself, or the one before", () => {
    expect(previousWorkingDay("2026-04-07", france)).toBe("2026-04-07");
    expect(previousWorkingDay("2026-04-06", france)).toBe("2026-04-03");
    expect(previousWorkingDay("2026-04-06", alsace)).toBe("2026-04-02");
  });

  it("is the day itself, or the one after", () => {
    expect(nextWorkingDay("2026-04-03", france)).toBe("2026-04-03");
    expect(nextWorkingDay("2026-04-03", alsace)).toBe("2026-04-07");
    expect(nextWorkingDay("2026-12-25", alsace)).toBe("2026-12-28");
  });
});

describe("counting working days", () => {
  it.each([
    ["2026-03-02", 15, "2026-03-23"], // three plain weeks
    ["2026-03-30", 15, "2026-04-21"], // Easter Monday on the way
    ["2026-04-25", 15, "2026-05-20"], // from a Saturday, past 1 May, 8 May and Ascension Day
    ["2026-12-24", 2, "2026-12-29"],
    ["2026-04-07", -1, "2026-04-03"],
    ["2026-04-05", 0, "2026-04-05"],
  ] as const)("from %s, %i days on is %s", (date, n, expected) => {
    expect(addWorkingDays(date, n, france)).toBe(expected);
  });

  it("skips Good Friday and 26 December in Alsace-Moselle", () => {
    expect(addWorkingDays("2026-03-30", 15, alsace)).toBe("2026-04-22");
    expect(addWorkingDays("2028-12-22", 1, alsace)).toBe("2028-12-27");
  });
});
