import { describe, expect, it } from "@jest/globals";
import { withContract } from "../../tests/builders/owed";
import { contract, period } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import type { Contract } from "../workbook/schema";
import { contractFile } from "./contractFile";
import { priceInclTax, pricedRow, termsOf } from "./terms";

/* Period 1 of contract 2026-001, from 15 March 2026, is recorded at 120,00 €. */

function fileOn(today: CivilDate, values: Partial<Contract> = {}, rows: Partial<Register> = {}) {
  const file = contractFile(withContract({ contracts: [contract(values)], ...rows }), "2026-001", today);
  if (file === null) throw new Error("There is a contract");
  return file;
}

const priceOf = (number: number, today: CivilDate, values: Partial<Contract> = {}) =>
  termsOf(fileOn(today, values), number)?.price;

describe("the price of a period", () => {
  it("is its own, and that of the next one the same unless another is announced", () => {
    expect([priceOf(1, "2026-06-01"), priceOf(2, "2026-06-01")]).toEqual([12000, 12000]);
    const announced = { nextPrice: 12500 };
    expect([priceOf(1, "2026-06-01", announced), priceOf(2, "2026-06-01", announced)]).toEqual([12000, 12500]);
  });

  it("that silence renewed is what was announced, and nobody knows the one after it", () => {
    expect([priceOf(2, "2027-06-01"), priceOf(3, "2027-06-01")]).toEqual([12000, 12000]);
    const announced = { nextPrice: 12500 };
    expect([priceOf(2, "2027-06-01", announced), priceOf(3, "2027-06-01", announced)]).toEqual([12500, null]);
  });

  it("of another length is unknown until it is announced", () => {
    const lengths = { firstMonths: 36, renewalMonths: 12 };
    expect([priceOf(1, "2026-06-01", lengths), priceOf(2, "2026-06-01", lengths)]).toEqual([12000, null]);
    expect(priceOf(2, "2029-06-01", lengths)).toBeNull();
    expect(priceOf(2, "2029-06-01", { ...lengths, nextPrice: 4500 })).toBe(4500);
    expect(priceOf(2, "2026-06-01", { firstMonths: 12, renewalMonths: 24 })).toBeNull();
  });

  it("is unknown where no period was ever recorded", () => {
    expect(termsOf(fileOn("2026-06-01", {}, { periods: [] }), 1)).toBeNull();
    expect(pricedRow(fileOn("2026-06-01", {}, { periods: [] }), 1)).toBeNull();
  });

  it("takes the announced basis and services, and tax where the rate is known", () => {
    const announced = { nextPrice: 10000, nextBasis: "HT", nextServices: "Deux visites" } as const;
    const terms = termsOf(fileOn("2026-06-01", announced), 2);
    expect(terms).toMatchObject({ price: 10000, basis: "HT", vatRate: 1000, services: "Deux visites" });
    expect(priceInclTax(terms)).toBe(11000);
    const withoutRate = { periods: [period({ vatRate: null })] };
    expect(priceInclTax(termsOf(fileOn("2026-06-01", announced, withoutRate), 2))).toBeNull();
  });
});
