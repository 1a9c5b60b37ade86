import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import {
  addDays,
  addMonths,
  civilDate,
  type CivilDate,
  daysBetween,
  daysInMonth,
  earliest,
  intersection,
  isCivilDate,
  isWithin,
  lastOfMonth,
  latest,
  monthOf,
  monthsBetween,
  monthsFrom,
  parts,
  weekday,
  yearOf,
} from "./civilDate";

const anyDate = fc
  .integer({ min: 0, max: daysBetween("1900-01-01", "2299-12-31") })
  .map((n) => addDays("1900-01-01", n));
const temporal = (date: CivilDate) => Temporal.PlainDate.from(date);
const endOf = (start: CivilDate, months: number) => addDays(monthsFrom(start, months), -1);

function everyDay(from: CivilDate, to: CivilDate): CivilDate[] {
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));
}

describe("a civil date", () => {
  it.each(["1900-01-01", "2024-02-29", "2000-02-29", "2026-12-31", "9999-12-31"])("%s exists", (text) => {
    expect(isCivilDate(text)).toBe(true);
  });

  it.each([
    "",
    "2026-3-15",
    "15/03/2026",
    "2026-03-15T00:00",
    "2026/03/15",
    "2026-02-29",
    "1900-02-29",
    "2026-04-31",
    "2026-00-10",
    "2026-13-10",
    "2026-01-00",
    "1899-12-31",
    "20a6-01-01",
    "-026-01-01",
    " 026-01-01",
    "2026-01-1\u0661",
  ])("« %s » does not", (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  it("is built from its parts and gives them back", () => {
    expect(civilDate(2026, 3, 5)).toBe("2026-03-05");
    expect(parts("2026-03-05")).toEqual({ year: 2026, month: 3, day: 5 });
    expect([yearOf("2026-03-05"), monthOf("2026-03-05")]).toEqual([2026, 3]);
  });

  it("refuses a day that does not exist", () => {
    expect(() => civilDate(2026, 2, 29)).toThrow(RangeError);
    expect(() => civilDate(2026, 1, 1.5)).toThrow(RangeError);
    expect(() => civilDate(2026, 13, 1)).toThrow(RangeError);
  });

  it("does not leave the years 1900 to 9999", () => {
    expect(() => addDays("1900-01-01", -1)).toThrow(RangeError);
    expect(() => addMonths("9999-12-01", 1)).toThrow(RangeError);
    expect(() => addDays("2026-01-01", Number.NaN)).toThrow(RangeError);
  });
});

describe("the end of a period and its refusal deadline", () => {
  // Start, months, notice in months, end of the period, deadline, first and last day to inform the client.
  it.each([
    ["2026-03-15", 12, 0, "2027-03-14", "2027-03-14", "2026-12-14", "2027-02-14"],
    ["2026-03-15", 12, 1, "2027-03-14", "2027-02-14", "2026-11-14", "2027-01-14"],
    ["2026-03-15", 12, 2, "2027-03-14", "2027-01-14", "2026-10-14", "2026-12-14"],
    ["2026-03-15", 12, 3, "2027-03-14", "2026-12-14", "2026-09-14", "2026-11-14"],
    ["2024-02-29", 12, 0, "2025-02-28", "2025-02-28", "2024-11-28", "2025-01-28"],
    ["2027-03-01", 12, 1, "2028-02-29", "2028-01-29", "2027-10-29", "2027-12-29"],
    ["2026-01-01", 12, 2, "2026-12-31", "2026-10-31", "2026-07-31", "2026-09-30"],
    ["2026-06-01", 12, 3, "2027-05-31", "2027-02-28", "2026-11-28", "2027-01-28"],
    ["2026-12-01", 12, 2, "2027-11-30", "2027-09-30", "2027-06-30", "2027-08-30"],
    ["2025-12-31", 12, 1, "2026-12-30", "2026-11-30", "2026-08-30", "2026-10-30"],
    ["2026-08-31", 6, 1, "2027-02-28", "2027-01-28", "2026-10-28", "2026-12-28"],
  ] as const)("from %s, %i months, notice %i", (start, months, notice, end, deadline, opens, closes) => {
    const refusal = addMonths(endOf(start, months), -notice);
    expect(endOf(start, months)).toBe(end);
    expect([refusal, addMonths(refusal, -3), addMonths(refusal, -1)]).toEqual([deadline, opens, closes]);
  });

  it("comes back to 29 February when the year has one, for a start on 29 February", () => {
    const starts = Array.from({ length: 10 }, (_, k) => monthsFrom("2024-02-29", 12 * (k + 1)));
    expect(starts).toEqual([
      "2025-03-01",
      "2026-03-01",
      "2027-03-01",
      "2028-02-29",
      "2029-03-01",
      "2030-03-01",
      "2031-03-01",
      "2032-02-29",
      "2033-03-01",
      "2034-03-01",
    ]);
  });

  it("is the last day of the month when the start is the 31st and the month is shorter", () => {
    expect([1, 2, 3, 4, 5, 6].map((n) => endOf("2026-08-31", n))).toEqual([
      "2026-09-30",
      "2026-10-30",
      "2026-11-30",
      "2026-12-30",
      "2027-01-30",
      "2027-02-28",
    ]);
  });

  it("follows the rule for every start and every length over ten years", () => {
    for (const start of everyDay("2024-01-01", "2033-12-31")) {
      for (const n of [1, 6, 12, 24, 36]) {
        const { year, month } = temporal(start).toPlainYearMonth().add({ months: n });
        const sameDayExists = parts(start).day <= daysInMonth(year, month);
        const expected = sameDayExists ? addMonths(start, n) : addDays(lastOfMonth(civilDate(year, month, 1)), 1);
        if (monthsFrom(start, n) !== expected)
          throw new Error(`${start} + ${n}: ${monthsFrom(start, n)}, not ${expected}`);
      }
    }
  });
});

describe("date arithmetic", () => {
  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-02-29", -12, "2023-02-28"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-12-15", 1, "2027-01-15"],
  ] as const)("%s plus %i months is %s", (date, n, expected) => {
    expect(addMonths(date, n)).toBe(expected);
  });

  it("counts whole months elapsed", () => {
    expect(monthsBetween("2026-01-31", "2026-02-28")).toBe(0);
    expect(monthsBetween("2026-01-15", "2027-01-14")).toBe(11);
    expect(monthsBetween("2026-01-15", "2027-01-15")).toBe(12);
    expect(monthsBetween("2027-01-15", "2026-01-16")).toBe(-11);
  });

  it("knows the days of the week", () => {
    expect(weekday("1900-01-01")).toBe(1);
    expect(weekday("2027-02-14")).toBe(7);
    expect(weekday("2026-11-14")).toBe(6);
  });

  it("knows the end of a month", () => {
    expect(lastOfMonth("2028-02-10")).toBe("2028-02-29");
    expect([daysInMonth(2100, 2), daysInMonth(2000, 2), daysInMonth(2026, 13)]).toEqual([28, 29, 0]);
  });
});

describe("spans", () => {
  const year = { from: "2026-01-01", to: "2026-12-31" } as const;

  it("include both their ends", () => {
    const days = ["2025-12-31", "2026-01-01", "2026-12-31", "2027-01-01"] as const;
    expect(days.map((day) => isWithin(day, year))).toEqual([false, true, true, false]);
  });

  it("share the days that both hold", () => {
    const shared = intersection(year, { from: "2026-12-01", to: "2027-02-01" });
    expect(shared).toEqual({ from: "2026-12-01", to: "2026-12-31" });
    expect(intersection(year, { from: "2026-12-31", to: "2027-02-01" })).toEqual({
      from: "2026-12-31",
      to: "2026-12-31",
    });
    expect(intersection(year, { from: "2027-01-01", to: "2027-02-01" })).toBeNull();
  });

  it("have an earliest and a latest date", () => {
    expect(earliest("2026-03-01", "2026-01-15", "2026-02-01")).toBe("2026-01-15");
    expect(latest("2026-03-01", "2026-01-15", "2026-04-01")).toBe("2026-04-01");
    expect(latest("2026-03-01")).toBe("2026-03-01");
  });
});

describe("equality with Temporal", () => {
  it("holds for every day of ten years, its neighbour, its weekday and its month", () => {
    for (const date of everyDay("2024-01-01", "2034-01-01")) {
      const expected = temporal(date);
      expect(addDays(date, 1)).toBe(expected.add({ days: 1 }).toString());
      expect(weekday(date)).toBe(expected.dayOfWeek);
      expect(lastOfMonth(date)).toBe(expected.with({ day: 31 }).toString());
    }
  });

  it("holds for adding days", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 200_000 }), (date, n) => {
        expect(addDays(date, n)).toBe(temporal(date).add({ days: n }).toString());
        expect(addDays(addDays(date, n), -n)).toBe(date);
      }),
    );
  });

  it("holds for adding months", () => {
    fc.assert(
      fc.property(
        anyDate.filter((date) => date > "2000"),
        fc.integer({ min: -1200, max: 1200 }),
        (date, n) => {
          expect(addMonths(date, n)).toBe(temporal(date).add({ months: n }).toString());
        },
      ),
    );
  });

  it("holds for the days and the months between two dates", () => {
    fc.assert(
      fc.property(anyDate, anyDate, (a, b) => {
        expect(daysBetween(a, b)).toBe(temporal(a).until(temporal(b)).days);
        expect(monthsBetween(a, b)).toBe(temporal(a).until(temporal(b), { largestUnit: "month" }).months);
      }),
    );
  });

  it("holds for months between month ends of ten years", () => {
    const monthEnds = Array.from({ length: 120 }, (_, n) => lastOfMonth(addMonths("2024-01-01", n)));
    for (const a of monthEnds) {
      for (const b of monthEnds) {
        const months = temporal(a).until(temporal(b), { largestUnit: "month" }).months;
        if (monthsBetween(a, b) !== months) throw new Error(`${a} to ${b}: ${monthsBetween(a, b)}, not ${months}`);
      }
    }
  });

  it("holds for what exists", () => {
    const number = (min: number, max: number) => fc.integer({ min, max });
    fc.assert(
      fc.property(number(1900, 9999), number(1, 12), number(1, 31), (year, month, day) => {
        const text = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
        const length = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
        expect(daysInMonth(year, month)).toBe(length);
        expect(isCivilDate(text)).toBe(day <= length);
      }),
    );
  });
});
