import { expect, it } from "@jest/globals";
import { equipment } from "../../tests/builders/register";
import type { Equipment } from "../workbook/schema";
import { legalRuleOf } from "./legalRules";

const sourceOf = (values: Partial<Equipment>) => legalRuleOf(equipment(values))?.source ?? null;

it.each([
  ["gasBoiler", "boilerCalendarYear"],
  ["oilBoiler", "boilerCalendarYear"],
  ["solidFuelBoiler", "boilerCalendarYear"],
  ["heatPump", "thermodynamic24Months"],
  ["airConditioning", "thermodynamic24Months"],
  ["stove", "combustion12Months"],
  ["insert", "combustion12Months"],
  ["cooker", "combustion12Months"],
  ["gasWaterHeater", "combustion12Months"],
  ["flue", "flue12Months"],
  ["thermodynamicWaterHeater", null],
  ["openFire", null],
  ["ventilation", null],
  ["solar", null],
  ["other", null],
] as const)("the rule of a %s is %s", (category, source) => {
  expect(sourceOf({ category })).toBe(source);
});

it("holds for boilers of 4 to 400 kW and thermodynamic systems of 4 to 70 kW, and where the power is unknown", () => {
  const boilers = [3.9, 4, 400, 401, null].map((power) => sourceOf({ power }) !== null);
  const pumps = [3.9, 4, 70, 71, null].map((power) => sourceOf({ power, category: "heatPump" }) !== null);
  expect([boilers, pumps]).toEqual([
    [false, true, true, false, true],
    [false, true, true, false, true],
  ]);
});

it("asks more often for a collective flue, unless it serves gas alone", () => {
  const flues = ([null, "individual", "collective", "collectiveGas"] as const).map((flue) =>
    sourceOf({ category: "flue", flue }),
  );
  expect(flues).toEqual(["flue12Months", "flue12Months", "collectiveFlue6Months", "flue12Months"]);
});

it("counts the certificate of a boiler in calendar days and that of a stove in working days", () => {
  expect(legalRuleOf(equipment())?.certificate).toEqual({ days: 15, counted: "calendar" });
  expect(legalRuleOf(equipment({ category: "stove" }))?.certificate).toEqual({ days: 15, counted: "working" });
});
