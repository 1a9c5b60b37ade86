import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { arbitraryRegister, generatedToday } from "../../tests/builders/arbitraryRegister";
import { after, contextOn, done, reasons } from "../../tests/builders/context";
import { contract, letter, period, register } from "../../tests/builders/register";
import type { Contract, PeriodRow } from "../workbook/schema";
import { announceMany } from "./announceMany";
import { isRefused } from "./decision";
import { renewMany } from "./renewMany";
import type { Revision } from "./revision";

const numbers = ["2026-001", "2026-002", "2026-003"];
const firmOf = (terms: Partial<Contract> = {}, agreed: Partial<PeriodRow> = {}) =>
  register({
    contracts: [contract(terms), contract({ number: "2026-002", neverRevise: true }), contract({ number: "2026-003" })],
    periods: numbers.map((number, i) => period({ contract: number, ...(i === 0 ? agreed : {}) })),
  });
const firm = firmOf();
const context = contextOn("2026-11-24");
const raise = { by: "percent", basisPoints: 200 } as const;
const announced = (decision: ReturnType<typeof announceMany>, on = firm) =>
  after(on, decision).contracts.map(({ nextPrice, nextBasis, nextReason }) => [nextPrice, nextBasis, nextReason]);

describe("announcing the prices of several contracts", () => {
  it("writes each new price with its basis and its reason, and says whose price is kept", () => {
    const decision = announceMany(firm, { contracts: numbers, revision: raise, reason: "Hausse des pièces" }, context);
    expect(announced(decision)).toEqual([
      [12240, "TTC", "Hausse des pièces"],
      [null, null, null],
      [12240, "TTC", "Hausse des pièces"],
    ]);
    expect(done(decision).summary).toEqual({
      code: "announceMany",
      facts: { announced: ["2026-001", "2026-003"], unrevised: ["2026-002"], rewritten: [], skipped: [] },
    });
  });

  it("counts from the price of the contract, not from one that was announced before", () => {
    const first = after(firm, announceMany(firm, { contracts: numbers, revision: raise }, context));
    const again = announceMany(first, { contracts: numbers, revision: { by: "percent", basisPoints: 300 } }, context);
    expect(announced(again, first)[0]).toEqual([12360, "TTC", null]);
  });

  it("takes an announcement back when the price comes out equal, and keeps the services announced by hand", () => {
    const by = firmOf({ nextPrice: 13000, nextBasis: "TTC", nextReason: "Gaz", nextServices: "Deux visites" });
    const decision = announceMany(by, { contracts: ["2026-001"], revision: { by: "amount", cents: 0 } }, context);
    expect(after(by, decision).contracts[0]).toMatchObject({
      ...{ nextPrice: null, nextBasis: null, nextReason: null, nextServices: "Deux visites" },
    });
  });

  it.each<[string, Revision, number]>([
    ["by 2.5 %, up to the euro", { by: "percent", basisPoints: 250, rounding: { step: 100, to: "up" } }, 12300],
    ["by −1.3 %, down to 50 c", { by: "percent", basisPoints: -130, rounding: { step: 50, to: "down" } }, 11800],
    ["by 3.37 €, to the nearest 10 c", { by: "amount", cents: 337, rounding: { step: 10, to: "nearest" } }, 12340],
    ["by an index", { by: "index", index: 132, clause: { fixedShare: 0.2, indexShare: 0.8, baseIndex: 120 } }, 12960],
    ["by an index that fell", { by: "index", index: 108, clause: { fixedShare: 0.2, indexShare: 0.8, baseIndex: 120 } }, 11040], // prettier-ignore
  ])("revises %s", (_, revision, expected) => {
    expect(announced(announceMany(firm, { contracts: ["2026-001"], revision }, context))[0]?.[0]).toBe(expected);
  });

  it("goes by the contract's own clause where it has one, and asks for the rest of half a one", () => {
    const index = {
      by: "index",
      index: 132,
      clause: { fixedShare: 0, indexShare: 1, baseIndex: 66 },
    } as const;
    const own = { revisionFixedShare: 0.15, revisionIndexShare: 0.85, revisionBasePrice: 10000, revisionBaseIndex: 120 }; // prettier-ignore
    const whole = firmOf(own);
    const half = firmOf({ ...own, revisionBaseIndex: null });
    const one = { contracts: ["2026-001"], revision: index };
    expect(announced(announceMany(whole, one, context), whole)[0]?.[0]).toBe(10850);
    expect(reasons(announceMany(half, one, context))).toEqual(["revisionTermsMissing"]);
  });

  const shares = (fixedShare: number, indexShare: number) =>
    announceMany(
      firm,
      {
        contracts: ["2026-001"],
        revision: { by: "index", index: 132, clause: { fixedShare, indexShare, baseIndex: 120 } },
      },
      context,
    );

  it.each([
    ["15 % and 85 %, in decimals", 0.15, 0.85],
    ["15 and 85, which are percents", 15, 85],
  ])("takes shares that make one: %s", (_, a, b) => {
    expect(announced(shares(a, b))[0]?.[0]).toBe(13020);
  });

  it.each([
    [0.9, 0.2],
    [0.2, 0.7],
    [90, 20],
  ])("takes shares of a clause that are rounded: %d and %d", (a, b) => {
    expect(isRefused(shares(a, b))).toBe(false);
  });

  it.each([
    [0.15, 85],
    [15, 0.85],
    [0.15, 0.15],
    [0, 0.85],
    [8.5, 1.5],
    [85, 85],
  ])("refuses shares that make something else: %d and %d", (a, b) => {
    expect(reasons(shares(a, b))).toEqual(["revisionSharesWrong"]);
    const own = { revisionFixedShare: a, revisionIndexShare: b, revisionBasePrice: 10000, revisionBaseIndex: 120 };
    const clause = announceMany(
      firmOf(own),
      { contracts: ["2026-001"], revision: { by: "index", index: 132 } },
      context,
    );
    expect(reasons(clause)).toEqual(["revisionSharesWrong"]);
  });

  it.each<[string, Partial<Contract>, Partial<PeriodRow>, string]>([
    ["has refused", { refusalOn: "2026-11-02" }, {}, "refusalRecorded"],
    ["was terminated", { terminatedOn: "2026-12-31" }, {}, "terminated"],
    ["is not renewed", { renewalKind: "none" }, {}, "notRenewable"],
    ["has no price", {}, { price: null }, "priceUnknown"],
    ["has a renewal that was not recorded", { startsOn: "2025-03-15" }, { from: "2025-03-15" }, "renewalNotRecorded"],
  ])("leaves a contract aside that %s, and does the others", (_, terms, agreed, code) => {
    const decision = announceMany(firmOf(terms, agreed), { contracts: numbers, revision: raise }, context);
    expect(done(decision).summary).toMatchObject({
      facts: { announced: ["2026-003"], skipped: [{ code, facts: { contract: "2026-001" } }] },
    });
  });

  it("leaves a contract aside whose next period is recorded", () => {
    const next = period({ id: "P2", number: 2, from: "2027-03-15" });
    const renewed = { ...firm, periods: [...firm.periods, next] };
    expect(reasons(announceMany(renewed, { contracts: ["2026-001"], revision: raise }, context))).toEqual([
      "alreadyRenewed",
    ]);
  });

  it("says for whom a letter lies ready with the old price", () => {
    const letters = [letter({ deadline: "2027-03-14", generatedOn: "2026-12-15" })];
    const decision = announceMany(
      { ...firm, letters },
      { contracts: numbers, revision: raise },
      contextOn("2027-01-02"),
    );
    expect(done(decision).summary).toMatchObject({ facts: { rewritten: ["2026-001"] } });
  });

  it("is refused when nothing is chosen, when nothing can be done and when nothing changes", () => {
    expect(reasons(announceMany(firm, { contracts: [], revision: raise }, context))).toEqual(["nothingChosen"]);
    expect(reasons(announceMany(firm, { contracts: ["none"], revision: raise }, context))).toEqual(["unknownContract"]);
    expect(reasons(announceMany(firm, { contracts: ["2026-002"], revision: raise }, context))).toEqual(["nothingToDo"]);
  });

  it("touches only the announcement of contracts that were chosen, and is what the renewal then applies", () => {
    const percent = fc.integer({ min: -500, max: 1000 });
    fc.assert(
      fc.property(arbitraryRegister, percent, (before, basisPoints) => {
        const contracts = before.contracts.map(({ number }) => number).slice(0, 2);
        const decision = announceMany(before, { contracts, revision: { by: "percent", basisPoints } }, contextOn(generatedToday)); // prettier-ignore
        fc.pre(!isRefused(decision));
        const columns = ["nextPrice", "nextBasis", "nextServices", "nextReason"];
        for (const change of decision.changes) {
          expect(change).toMatchObject({ kind: "update", table: "contracts" });
          expect(contracts).toContain(change.kind === "update" ? change.key : "");
          expect(columns).toEqual(expect.arrayContaining(Object.keys(change.kind === "update" ? change.after : {})));
        }
        const announcedNow = after(before, decision);
        const renewal = renewMany(announcedNow, { contracts }, contextOn(generatedToday));
        if ("refusals" in renewal) return;
        const renewed = after(announcedNow, renewal);
        for (const { number, nextPrice } of announcedNow.contracts) {
          if (nextPrice === null || !contracts.includes(number)) continue;
          const added = renewed.periods.filter((row) => row.contract === number && !announcedNow.periods.includes(row));
          for (const row of added) expect(row.price).toBe(nextPrice);
        }
      }),
      { numRuns: 150 },
    );
  });
});
