import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { arbitraryRegister, generatedToday } from "../../tests/builders/arbitraryRegister";
import { contract, period } from "../../tests/builders/register";
import { addDays } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { refusalDeadline } from "../notice/window";
import type { Contract, PeriodRow } from "../workbook/schema";
import { periodAfter, periodAt, periodsOf, renewsBySilence } from "./periods";

const spans = (values: Partial<Contract>, rows: readonly PeriodRow[], until: CivilDate) =>
  periodsOf(contract(values), rows, until).map(({ from, to }) => `${from}..${to}`);
const starts = (values: Partial<Contract>, until: CivilDate) =>
  periodsOf(contract(values), [], until).map(({ from }) => from);

describe("the periods of a contract", () => {
  it("are its first one alone until that one ends", () => {
    expect(spans({}, [period()], "2027-03-14")).toEqual(["2026-03-15..2027-03-14"]);
    expect(spans({}, [period()], "2025-01-01")).toEqual(["2026-03-15..2027-03-14"]);
  });

  it("go on by silence although nobody recorded them", () => {
    const periods = periodsOf(contract(), [period()], "2028-05-01");
    expect(periods.map(({ number, from, row }) => [number, from, row === null])).toEqual([
      [1, "2026-03-15", false],
      [2, "2027-03-15", true],
      [3, "2028-03-15", true],
    ]);
  });

  it("may have a first length other than the renewals", () => {
    expect(spans({ firstMonths: 24, renewalMonths: 12 }, [], "2028-06-01")).toEqual([
      "2026-03-15..2028-03-14",
      "2028-03-15..2029-03-14",
    ]);
  });

  it.each([24, 36])("may last %i months each", (months) => {
    const [first, second] = periodsOf(contract({ firstMonths: months, renewalMonths: months }), [], "2029-04-01");
    expect([first?.to, second?.from]).toEqual(
      months === 24 ? ["2028-03-14", "2028-03-15"] : ["2029-03-14", "2029-03-15"],
    );
  });

  it("last as long as the first where the contract names no renewal length", () => {
    expect(spans({ firstMonths: 24, renewalMonths: null }, [], "2028-04-01")[1]).toBe("2028-03-15..2030-03-14");
  });

  it("stop without tacit renewal", () => {
    expect(spans({ renewalKind: "none" }, [period()], "2030-01-01")).toHaveLength(1);
    expect(spans({ renewalKind: "express" }, [period()], "2030-01-01")).toHaveLength(1);
  });

  it("of an express contract go on as far as they were agreed and recorded", () => {
    const rows = [period(), period({ number: 2, from: "2027-03-15" })];
    expect(spans({ renewalKind: "express" }, rows, "2030-01-01")).toHaveLength(2);
  });

  it("stop with the one in which the client refused or the contract was terminated", () => {
    expect(spans({ refusalOn: "2027-12-01" }, [period()], "2030-01-01")).toHaveLength(2);
    expect(spans({ terminatedOn: "2027-12-01" }, [period()], "2030-01-01")).toHaveLength(2);
    expect(spans({ refusalOn: "2027-03-14" }, [period()], "2030-01-01")).toHaveLength(1);
    expect(spans({ refusalOn: "2027-03-15" }, [period()], "2030-01-01")).toHaveLength(2);
  });

  it("do not exist without a start", () => {
    expect(spans({ startsOn: null }, [], "2027-01-01")).toEqual([]);
  });

  it("begin where the first recorded one does, whatever its number", () => {
    const rows = [period({ number: 4, from: "2029-03-15" })];
    expect(periodsOf(contract(), rows, "2030-04-01").map(({ number, from }) => [number, from])).toEqual([
      [4, "2029-03-15"],
      [5, "2030-03-15"],
    ]);
  });

  it("take the first of two rows of one number, and stop at a missing number", () => {
    const rows = [
      period({ id: "b", to: "2027-06-30" }),
      period({ id: "a" }),
      period({ id: "c", number: 3, from: "2028-03-15", to: "2028-12-31" }),
    ];
    expect(spans({}, rows, "2028-05-01")).toEqual([
      "2026-03-15..2027-03-14",
      "2027-03-15..2028-03-14",
      "2028-03-15..2029-03-14",
    ]);
  });

  it("do not choke on absurd lengths", () => {
    const rows = Array.from({ length: 40 }, (_, i) => period({ number: i + 1 }));
    expect(spans({ firstMonths: 480, renewalMonths: 480 }, rows, "2027-01-01").length).toBeGreaterThan(1);
    expect(spans({ firstMonths: 480, renewalMonths: 480 }, [period({ number: 480 })], "2027-01-01")).toHaveLength(1);
    expect(spans({ firstMonths: 0, renewalMonths: 0 }, [], "2026-05-01")).toHaveLength(2);
  });
});

describe("a typed échéance", () => {
  const rows = [period({ to: "2026-12-31" })];

  it("ends its period and becomes the anchor of the next ones", () => {
    expect(spans({}, rows, "2028-06-01")).toEqual([
      "2026-03-15..2026-12-31",
      "2027-01-01..2027-12-31",
      "2028-01-01..2028-12-31",
    ]);
  });

  it("leaves what the length would have given to be compared", () => {
    expect(periodsOf(contract(), rows, "2026-06-01")[0]?.computedTo).toBe("2027-03-14");
  });

  it("equal to the computed one changes nothing, so that a 31st survives", () => {
    const typed = [period({ from: "2026-01-31", to: "2026-02-28" })];
    const monthly = { startsOn: "2026-01-31", firstMonths: 1, renewalMonths: 1 } as const;
    expect(spans(monthly, typed, "2026-04-02")).toEqual([
      "2026-01-31..2026-02-28",
      "2026-03-01..2026-03-30",
      "2026-03-31..2026-04-30",
    ]);
  });

  it("before the start of its period is not followed", () => {
    expect(spans({}, [period({ to: "2025-12-31" })], "2026-06-01")).toEqual(["2026-03-15..2027-03-14"]);
  });
});

describe("ten years of odd days", () => {
  it("bring a contract of 29 February back to 29 February", () => {
    expect(starts({ startsOn: "2024-02-29" }, "2034-03-01")).toEqual([
      "2024-02-29",
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

  it("end a half-yearly contract of 31 August on the last of February", () => {
    const half = { startsOn: "2026-08-31", firstMonths: 6, renewalMonths: 6 } as const;
    expect(spans(half, [], "2028-03-01")).toEqual([
      "2026-08-31..2027-02-28",
      "2027-03-01..2027-08-30",
      "2027-08-31..2028-02-29",
      "2028-03-01..2028-08-30",
    ]);
  });

  it("keep the day of the month of a contract known only from a later period", () => {
    const rows = [period({ number: 2, from: "2025-03-01" })];
    expect(spans({ startsOn: "2024-02-29" }, rows, "2028-03-01").at(-1)).toBe("2028-02-29..2029-02-28");
  });

  it.each(["2024-02-29", "2025-12-31", "2026-01-30", "2026-08-31", "2027-03-01"] as const)(
    "recompute the deadline of a contract of %s for the period that runs, not for the first one",
    (startsOn) => {
      // The notice of GLPI 23084 went on counting from the first end.
      for (const { from, to } of periodsOf(contract({ startsOn }), [], "2036-12-31")) {
        const deadline = refusalDeadline({ noticeLength: 2, noticeUnit: "months" }, to);
        expect(deadline > from && deadline < to).toBe(true);
      }
    },
  );
});

it("leaves neither gap nor overlap in any register", () => {
  fc.assert(
    fc.property(arbitraryRegister, fc.integer({ min: -400, max: 4000 }), ({ contracts, periods }, days) => {
      for (const one of contracts) {
        const rows = periods.filter((row) => row.contract === one.number);
        const found = periodsOf(one, rows, addDays(generatedToday, days));
        for (const [i, { from, to, number }] of found.entries()) {
          const before = found[i - 1];
          expect(from <= to).toBe(true);
          if (before !== undefined) expect([from, number]).toEqual([addDays(before.to, 1), before.number + 1]);
        }
      }
    }),
  );
});

it("leaves neither gap nor overlap whatever échéances were typed", () => {
  const typed = fc.array(fc.option(fc.integer({ min: -200, max: 900 })), { maxLength: 6 });
  fc.assert(
    fc.property(typed, fc.integer({ min: 1, max: 36 }), (ends, renewalMonths) => {
      const rows = ends.map((days, i) => {
        const from = addDays("2024-01-31", i * 365);
        return period({ number: i + 1, from, to: days === null ? null : addDays(from, days) });
      });
      const found = periodsOf(contract({ startsOn: "2024-01-31", renewalMonths }), rows, "2034-01-01");
      expect(
        found.every(({ from, to }, i) => from <= to && (i === 0 || from === addDays(found[i - 1]?.to ?? from, 1))),
      ).toBe(true);
    }),
  );
});

describe("the period of a day", () => {
  const periods = periodsOf(contract(), [period()], "2028-01-01");

  it("contains it, or is the nearest one", () => {
    expect(periodAt(periods, "2027-03-14")?.number).toBe(1);
    expect(periodAt(periods, "2027-03-15")?.number).toBe(2);
    expect(periodAt(periods, "2020-01-01")?.number).toBe(1);
    expect(periodAt(periods, "2040-01-01")?.number).toBe(2);
    expect(periodAt([], "2027-01-01")).toBeNull();
  });
});

describe("the period after", () => {
  const after = (values: Partial<Contract>, rows: readonly PeriodRow[]) => {
    const [first] = periodsOf(contract(values), rows, "2026-04-01");
    if (first === undefined) throw new Error("There is a first period");
    const { from, to } = periodAfter(contract(values), rows, first);
    return `${from}..${to}`;
  };

  it("is what a renewal would give, even if the client refused", () => {
    expect(after({}, [period()])).toBe("2027-03-15..2028-03-14");
    expect(after({ refusalOn: "2026-12-01" }, [period()])).toBe("2027-03-15..2028-03-14");
    expect(after({ renewalKind: "express", renewalMonths: 24 }, [period()])).toBe("2027-03-15..2029-03-14");
  });

  it("keeps to the day of the month of the start, and to a typed échéance", () => {
    expect(after({ startsOn: "2027-02-28" }, [])).toBe("2028-02-28..2029-02-27");
    expect(after({}, [period({ to: "2026-12-31" })])).toBe("2027-01-01..2027-12-31");
  });
});

it("knows when silence carries a contract on", () => {
  const span = { from: "2026-03-15", to: "2027-03-14" } as const;
  expect(renewsBySilence(contract(), span)).toBe(true);
  expect(renewsBySilence(contract({ renewalKind: "express" }), span)).toBe(false);
  expect(renewsBySilence(contract({ refusalOn: "2027-01-01" }), span)).toBe(false);
  expect(renewsBySilence(contract({ terminatedOn: "2027-03-14" }), span)).toBe(false);
  expect(renewsBySilence(contract({ terminatedOn: "2027-04-01" }), span)).toBe(true);
});
