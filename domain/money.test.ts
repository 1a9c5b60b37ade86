import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  centsToEuros,
  eurosToCents,
  exclTax,
  inclTax,
  increaseByPercent,
  type Price,
  proRata,
  revisePrice,
  type Rounding,
  roundedTo,
  splitCents,
} from "./money";

const amounts = fc.integer({ min: -100_000_000, max: 100_000_000 });
const ht = (amount: number, vatRate: number | null): Price => ({ amount, basis: "HT", vatRate });
const ttc = (amount: number, vatRate: number | null): Price => ({ amount, basis: "TTC", vatRate });

describe("a price", () => {
  it.each([
    [ttc(11500, 1000), { incl: 11500, excl: 10455 }],
    [ttc(11500, 550), { incl: 11500, excl: 10900 }],
    [ht(10000, 2000), { incl: 12000, excl: 10000 }],
    [ht(5, 1000), { incl: 6, excl: 5 }],
    [ht(-5, 1000), { incl: -6, excl: -5 }],
    [ht(9900, 0), { incl: 9900, excl: 9900 }],
  ])("%j has both bases", (price, { incl, excl }) => {
    expect([inclTax(price), exclTax(price)]).toEqual([incl, excl]);
  });

  it("without a rate has only the basis in which it was typed", () => {
    expect([inclTax(ttc(11500, null)), exclTax(ttc(11500, null))]).toEqual([11500, null]);
    expect([inclTax(ht(11500, null)), exclTax(ht(11500, null))]).toEqual([null, 11500]);
  });

  it.each([550, 1000, 2000])("of 50 to 399 whole euros with tax comes back to the cent at rate %i", (rate) => {
    for (let euros = 50; euros <= 399; euros++) {
      const typed = ttc(euros * 100, rate);
      expect(inclTax(typed)).toBe(euros * 100);
      // Without tax it is within half a cent of the exact quotient.
      expect(Math.abs((exclTax(typed) ?? 0) * (10_000 + rate) - euros * 100 * 10_000)).toBeLessThanOrEqual(
        (10_000 + rate) / 2,
      );
    }
  });
});

it("keeps the basis because a price with tax may be lost by way of the price without tax", () => {
  expect(exclTax(ttc(5400, 550))).toBe(5118);
  expect(inclTax(ht(5118, 550))).toBe(5399);
});

describe("euros and cents", () => {
  it.each([
    [115, 11500],
    [0.1 + 0.2, 30],
    [1234567.89, 123456789],
    [-12.34, -1234],
    [-0, 0],
  ])("%d euros are %i cents", (euros, cents) => {
    expect(eurosToCents(euros)).toBe(cents);
  });

  it.each([1.005, 12.3456, 0.00001, Number.NaN, Number.POSITIVE_INFINITY, 1e300])(
    "%d euros are no whole cents",
    (euros) => {
      expect(eurosToCents(euros)).toBeNull();
    },
  );

  it("come back from euros", () => {
    fc.assert(fc.property(amounts, (cents) => eurosToCents(centsToEuros(cents)) === cents));
  });
});

describe("a split amount", () => {
  it("gives the larger parts first", () => {
    expect(splitCents(10000, 3)).toEqual([3334, 3333, 3333]);
    expect(splitCents(-100, 3)).toEqual([-34, -33, -33]);
    expect(splitCents(2, 3)).toEqual([1, 1, 0]);
    expect(() => splitCents(100, 0)).toThrow(RangeError);
  });

  it("adds up to the total, in parts one cent apart at most", () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 1, max: 60 }), (total, n) => {
        const parts = splitCents(total, n);
        expect(parts).toHaveLength(n);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("a pro rata", () => {
  it("is the share of the days, to the nearest cent", () => {
    expect(proRata(11500, 100, 365)).toBe(3151);
    expect(proRata(11500, 365, 365)).toBe(11500);
    expect([proRata(1, 1, 2), proRata(-1, 1, 2), proRata(11500, 0, 365)]).toEqual([1, -1, 0]);
    expect(() => proRata(11500, 1, 0)).toThrow(RangeError);
  });
});

describe("a revised price", () => {
  const terms = { fixedShare: 0.15, indexShare: 0.85, baseIndex: 120 };

  it("follows the index up and down", () => {
    expect(revisePrice(20000, { ...terms, index: 126 })).toBe(20850);
    expect(revisePrice(20000, { ...terms, index: 114 })).toBe(19150);
    expect(revisePrice(20000, { ...terms, index: 120 })).toBe(20000);
  });

  it("is rounded once, to the cent or to the step asked for", () => {
    expect(revisePrice(11500, { ...terms, index: 123.4 })).toBe(11777);
    expect(revisePrice(11500, { ...terms, index: 123.4 }, { step: 10, to: "nearest" })).toBe(11780);
    expect(revisePrice(11500, { ...terms, index: 123.4 }, { step: 100, to: "nearest" })).toBe(11800);
  });

  it("does not exist without both indices", () => {
    expect(revisePrice(20000, { ...terms, index: 0 })).toBeNull();
    expect(revisePrice(20000, { ...terms, index: 126, baseIndex: 0 })).toBeNull();
  });
});

describe("a price raised by a percentage", () => {
  it("is rounded once, a half going away from zero", () => {
    expect(increaseByPercent(11500, 250)).toBe(11788);
    expect(increaseByPercent(-11500, 250)).toBe(-11788);
    expect(increaseByPercent(11500, -250)).toBe(11213);
    expect(increaseByPercent(11500, 250, { step: 100, to: "nearest" })).toBe(11800);
    expect(increaseByPercent(11450, 0, { step: 100, to: "nearest" })).toBe(11500);
  });
});

describe("a rounded price", () => {
  it.each<[number, Rounding, number]>([
    [11788, { step: 1, to: "up" }, 11788],
    [11788, { step: 10, to: "nearest" }, 11790],
    [11788, { step: 10, to: "down" }, 11780],
    [11788, { step: 50, to: "nearest" }, 11800],
    [11774, { step: 50, to: "nearest" }, 11750],
    [11801, { step: 100, to: "up" }, 11900],
    [11899, { step: 100, to: "down" }, 11800],
    [-11801, { step: 100, to: "up" }, -11800],
    [-11801, { step: 100, to: "down" }, -11900],
  ])("of %i cents, by %j, is %i", (cents, rounding, expected) => {
    expect(roundedTo(cents, rounding)).toBe(expected);
  });

  it("is a multiple of the step, less than one step away, on the side that was asked for", () => {
    const rounding = fc.record({
      step: fc.constantFrom(1, 10, 50, 100),
      to: fc.constantFrom("nearest", "up", "down"),
    });
    fc.assert(
      fc.property(amounts, rounding, (cents, { step, to }) => {
        const rounded = roundedTo(cents, { step, to });
        expect(Math.abs(rounded % step)).toBe(0);
        if (to === "nearest") expect(Math.abs(rounded - cents)).toBeLessThanOrEqual(step / 2);
        else expect(Math.abs(rounded - cents)).toBeLessThan(step);
        if (to === "up") expect(rounded).toBeGreaterThanOrEqual(cents);
        if (to === "down") expect(rounded).toBeLessThanOrEqual(cents);
      }),
    );
  });
});
