import { describe, expect, it } from "@jest/globals";
import { equipment } from "../../tests/builders/register";
import type { Equipment } from "../workbook/schema";
import { leakCheckMonths } from "./leakChecks";

const months = (refrigerant: string | null, charge: number | null, values: Partial<Equipment> = {}) =>
  leakCheckMonths(equipment({ category: "airConditioning", refrigerant, charge, ...values }));

describe("the leak checks of an HFC, by tonnes of CO2 equivalent", () => {
  it.each([
    ["R410A", 2.39, null],
    ["R410A", 2.4, 12],
    ["R410A", 23.9, 12],
    ["R410A", 24, 6],
    ["R410A", 240, 3],
    ["R32", 7.4, null],
    ["R32", 7.5, 12],
    ["R134a", 3.5, 12],
  ] as const)("%s, %d kg: every %s months", (refrigerant, charge, expected) => {
    expect(months(refrigerant, charge)).toBe(expected);
  });

  it("are half as many with a fixed leak detector", () => {
    expect([3, 30, 300].map((charge) => months("R410A", charge, { leakDetector: true }))).toEqual([24, 12, 6]);
  });

  it("are not owed under 10 t where the equipment is hermetically sealed", () => {
    expect([4.7, 4.8].map((charge) => months("R410A", charge, { hermetic: true }))).toEqual([null, 12]);
  });
});

it("counts hydrofluoro-olefins in kilograms", () => {
  expect([0.9, 1, 10, 100].map((charge) => months("R1234yf", charge))).toEqual([null, 12, 6, 3]);
  expect([1.9, 2].map((charge) => months("R-1234ze(E)", charge, { hermetic: true }))).toEqual([null, 12]);
});

it("knows a refrigerant however it is written", () => {
  expect(["R-410A", "r410a", "R 410 A", "410A"].map((name) => months(name, 3))).toEqual([12, 12, 12, 12]);
});

it("asks nothing where refrigerant or charge are unknown, or do no harm", () => {
  expect([months(null, 3), months("R410A", null), months("R290", 3), months("?", 3)]).toEqual([null, null, null, null]);
});
