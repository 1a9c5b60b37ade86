import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { addDays, addMonths, daysBetween, monthsFrom } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { isWorkingDay } from "../dates/workingDays";
import { contract } from "../../tests/builders/register";
import { periodsOf } from "../contract/periods";
import { legalWindow, noticeWindow, refusalDeadline } from "./window";

const france = { alsaceMoselle: false };
const months = (noticeLength: number) => ({ noticeLength, noticeUnit: "months" }) as const;

describe("the deadline and the window of the first period", () => {
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
  ] as const)(
    "from %s for %i months with a préavis of %i months",
    (startsOn, firstMonths, notice, end, deadline, from, to) => {
      const [first] = periodsOf(contract({ startsOn, firstMonths }), [], startsOn);
      const found = refusalDeadline(months(notice), first?.to ?? startsOn);
      expect([first?.to, found, legalWindow(found)]).toEqual([end, deadline, { from, to }]);
    },
  );
});

describe("the refusal deadline", () => {
  it.each([
    [0, "months", "2027-03-14"],
    [6, "weeks", "2027-01-31"],
    [45, "days", "2027-01-28"],
    [1, "days", "2027-03-13"],
  ] as const)("is %i %s before the end of the period", (noticeLength, noticeUnit, deadline) => {
    expect(refusalDeadline({ noticeLength, noticeUnit }, "2027-03-14")).toBe(deadline);
  });

  it("is clipped to the last day of a short month", () => {
    expect(refusalDeadline(months(1), "2027-03-31")).toBe("2027-02-28");
  });
});

describe("the target", () => {
  it("is two months before the deadline when that is a working day", () => {
    expect(noticeWindow("2027-01-14", "2026-03-15", france)?.target).toBe("2026-11-13");
    expect(noticeWindow("2027-01-13", "2026-03-15", france)?.target).toBe("2026-11-13");
  });

  it("avoids weekends and holidays by going back", () => {
    // 11 November 2026 is a holiday; 1 November a Sunday and All Saints' Day.
    expect(noticeWindow("2027-01-11", "2026-03-15", france)?.target).toBe("2026-11-10");
    expect(noticeWindow("2027-01-01", "2026-03-15", france)?.target).toBe("2026-10-30");
  });

  it("knows the holidays of Alsace-Moselle", () => {
    // Good Friday.
    expect(noticeWindow("2027-05-26", "2026-03-15", france)?.target).toBe("2027-03-26");
    expect(noticeWindow("2027-05-26", "2026-03-15", { alsaceMoselle: true })?.target).toBe("2027-03-25");
  });

  it("stays inside a window that the start of the period leaves almost nothing of", () => {
    expect(noticeWindow("2026-04-16", "2026-03-16", france)).toEqual({
      from: "2026-01-16",
      to: "2026-03-16",
      target: "2026-03-16",
    });
    expect(noticeWindow("2026-04-17", "2026-03-15", france)?.target).toBe("2026-03-16");
  });

  it("is the last day of a window without working days", () => {
    expect(noticeWindow("2026-04-15", "2026-03-14", france)?.target).toBe("2026-03-15");
  });
});

it("leaves no window to a contract shorter than it, whose deadline must be given at signature", () => {
  expect(noticeWindow("2026-04-14", "2026-03-15", france)).toBeNull();
});

const start = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays("2000-01-01", n));
const clause = fc.oneof(
  fc.record({ noticeLength: fc.integer({ min: 0, max: 6 }), noticeUnit: fc.constant("months" as const) }),
  fc.record({ noticeLength: fc.integer({ min: 0, max: 26 }), noticeUnit: fc.constant("weeks" as const) }),
  fc.record({ noticeLength: fc.integer({ min: 0, max: 180 }), noticeUnit: fc.constant("days" as const) }),
);

it("keeps window, deadline and end of period in order, and the target in the window and the period", () => {
  const lengths = fc.integer({ min: 1, max: 36 });
  fc.assert(
    fc.property(start, lengths, clause, fc.boolean(), (from, length, notice, alsaceMoselle) => {
      const end = addDays(monthsFrom(from, length), -1);
      const deadline = refusalDeadline(notice, end);
      const raw = legalWindow(deadline);
      expect(inOrder(raw.from, raw.to, deadline, end)).toBe(true);

      const window = noticeWindow(deadline, from, { alsaceMoselle });
      expect(window === null).toBe(raw.to < from);
      if (window === null) return;
      expect({ from: window.from, to: window.to }).toEqual(raw);
      expect(inOrder(raw.from, window.target, raw.to) && from <= window.target).toBe(true);
    }),
  );
});

it("gives every window of a whole length a working target with a day of safety at both ends", () => {
  fc.assert(
    fc.property(start, fc.boolean(), (deadline, alsaceMoselle) => {
      const window = noticeWindow(deadline, addMonths(deadline, -12), { alsaceMoselle });
      if (window === null) throw new Error("There is a window");
      expect(isWorkingDay(window.target, { alsaceMoselle })).toBe(true);
      expect(window.from < window.target && window.target < window.to).toBe(true);
      expect(Math.abs(daysBetween(window.target, addMonths(deadline, -2)))).toBeLessThanOrEqual(5);
    }),
  );
});

function inOrder(...dates: readonly CivilDate[]): boolean {
  return dates.every((date, i) => i === 0 || (dates[i - 1] ?? date) <= date);
}
