import type { Choice } from "../workbook/choices";
import type { Equipment } from "../workbook/schema";

/** What the law asks for one kind of equipment. */
export type LegalRule = {
  readonly source: string;
  readonly rhythm: { readonly kind: "calendarYear" } | { readonly kind: "rolling"; readonly months: number };
  /** The certificate is owed within so many days of the visit. */
  readonly certificate: { readonly days: number; readonly counted: "calendar" | "working" };
};

type PowerRange = { readonly fromKw: number; readonly toKw: number };
type Category = Choice<"category">;

const calendar15 = { days: 15, counted: "calendar" } as const;
const working15 = { days: 15, counted: "working" } as const;

/** C. env. R224-41-4 to -9: boilers of 4 to 400 kW, each calendar year. */
const boiler: LegalRule = { source: "boilerCalendarYear", rhythm: { kind: "calendarYear" }, certificate: calendar15 };
/** C. env. R224-44 and following, decree 2020-912: thermodynamic systems of 4 to 70 kW, at most two years between visits. */
const thermodynamic: LegalRule = {
  source: "thermodynamic24Months",
  rhythm: { kind: "rolling", months: 24 },
  certificate: calendar15,
};
/** C. santé publ. R1331-14 and following, decree 2023-641: appliances by combustion other than boilers, every 12 months. */
const combustion: LegalRule = {
  source: "combustion12Months",
  rhythm: { kind: "rolling", months: 12 },
  certificate: working15,
};
/** Same decree: an individual flue, or a collective one that serves gas only. */
const flue: LegalRule = { source: "flue12Months", rhythm: { kind: "rolling", months: 12 }, certificate: working15 };
/** Same decree: a collective flue. */
const collectiveFlue: LegalRule = {
  source: "collectiveFlue6Months",
  rhythm: { kind: "rolling", months: 6 },
  certificate: working15,
};

const boilerPower: PowerRange = { fromKw: 4, toKw: 400 };
const thermodynamicPower: PowerRange = { fromKw: 4, toKw: 70 };

/** Null where the law asks for no periodic visit: open fires, hot water only, ventilation. */
const rules: Readonly<Record<Category, { readonly rule: LegalRule; readonly power?: PowerRange } | null>> = {
  gasBoiler: { rule: boiler, power: boilerPower },
  oilBoiler: { rule: boiler, power: boilerPower },
  solidFuelBoiler: { rule: boiler, power: boilerPower },
  heatPump: { rule: thermodynamic, power: thermodynamicPower },
  airConditioning: { rule: thermodynamic, power: thermodynamicPower },
  thermodynamicWaterHeater: null,
  gasWaterHeater: { rule: combustion },
  stove: { rule: combustion },
  insert: { rule: combustion },
  cooker: { rule: combustion },
  openFire: null,
  flue: { rule: flue },
  ventilation: null,
  solar: null,
  other: null,
};

/** The rule of periodic visits that the law sets for the equipment, or null. An unknown power counts as inside the range. */
export function legalRuleOf(equipment: Equipment): LegalRule | null {
  const entry = rules[equipment.category];
  if (entry === null) return null;
  const { rule, power } = entry;
  if (power !== undefined && equipment.power !== null) {
    if (equipment.power < power.fromKw || equipment.power > power.toKw) return null;
  }
  return rule === flue && equipment.flue === "collective" ? collectiveFlue : rule;
}
