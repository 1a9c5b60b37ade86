import type { Contract, Equipment } from "../workbook/schema";
import type { ClientName } from "./sampleClients";

/*
 * The words in which the sample is written. Every date is a number of days from today, negative in the past, so that
 * the sample is alive on any day. What a line does not say is calm: whatever was owed until today has been done.
 */

/** When a visit is made. Months are counted from the month of today. */
export type Rhythm =
  | { readonly timing: "start" | "end" | null; readonly perYear: number }
  | { readonly timing: "months"; readonly months: readonly number[] };

export type Appliance = {
  readonly category: Equipment["category"];
  readonly brand: string;
  readonly model: string;
  readonly rhythm: Rhythm;
  readonly yearsOld: number;
  readonly power: number | null;
  readonly more: Partial<Equipment>;
  /** Days from today; covered all along where it is not said. */
  readonly coveredFrom: number | null;
  readonly coveredTo: number | null;
  /** What became of the last visit that was owed. */
  readonly lastVisit: LastVisit;
};

export type LastVisit = {
  readonly outcome: "done" | "partial" | "cancelled" | "missed";
  /** Day on which it took place, else inside its month. */
  readonly on?: number;
  readonly certificate?: "toHandOver";
  readonly report?: string;
};

export type Repair = {
  readonly on: number;
  readonly report: string;
  readonly parts?: string;
  /** In euros, with tax; the contract covers a repair without one. */
  readonly amount?: number;
  readonly invoice?: "missing" | "unpaid" | "paid";
};

export type ContractLine = {
  readonly client: ClientName;
  /** Number of the period that runs today, and its last day. */
  readonly period: number;
  readonly ends: number;
  readonly plan: Plan;
  /** Price of the current period as typed, in euros. */
  readonly price: number;
  readonly appliances: readonly Appliance[];
  readonly terms?: Partial<Contract>;
  /** Dates among the terms, in days from today. */
  readonly days?: {
    readonly [C in "refusalOn" | "terminatedOn" | "suspendedFrom" | "suspendedTo" | "followedSince"]?: number;
  };
  readonly vatRate?: number;
  readonly basis?: "HT";
  readonly options?: string;
  /** Periods recorded so far, when silence has renewed the contract since. */
  readonly recorded?: number;
  /** The échéance was typed as the anniversary day, one day later than computed. */
  readonly endsOnAnniversary?: true;
  /** Starts on the last 29 February, whatever `period` and `ends` say. */
  readonly startsOnLeapDay?: true;
  /** The invoice of the current period, or the last of its instalments. */
  readonly invoice?: "missing" | "unpaid" | "credited";
  /** The letter of the current period. */
  readonly letter?: LetterTold;
  /** The letter of the period before was never sent. */
  readonly letterBefore?: "forgotten";
  readonly planned?: number;
  readonly repairs?: readonly Repair[];
};

export type LetterTold = "none" | "generated" | "returned" | "sentLate";

export type Plan = keyof typeof plans;

/** What each plan covers in repairs, and what it promises. */
export const plans = {
  Essentiel: { coversLabour: false, coversParts: false, services: "Visite annuelle d’entretien et attestation" },
  Confort: {
    coversLabour: true,
    coversParts: false,
    services: "Visite annuelle d’entretien, attestation, dépannages (déplacement et main-d’œuvre)",
  },
  Intégral: {
    coversLabour: true,
    coversParts: true,
    services: "Visite annuelle d’entretien, attestation, dépannages pièces et main-d’œuvre",
  },
  Ramonage: { coversLabour: false, coversParts: false, services: "Ramonage et certificat" },
  Collectif: {
    coversLabour: true,
    coversParts: false,
    services: "Entretien des installations de l’immeuble, attestations, dépannages (main-d’œuvre)",
  },
} as const;

export const atStart: Rhythm = { timing: "start", perYear: 1 };
export const atEnd: Rhythm = { timing: "end", perYear: 1 };
export const anyTime: Rhythm = { timing: null, perYear: 1 };
export const twiceAYear: Rhythm = { timing: null, perYear: 2 };
export const everySecondYear: Rhythm = { timing: null, perYear: 0.5 };
export const inMonths = (...months: readonly number[]): Rhythm => ({ timing: "months", months });

type ApplianceOptions = Partial<Omit<Appliance, "category" | "brand" | "model" | "rhythm">>;

function appliance(category: Equipment["category"], power: number | null) {
  return (brand: string, model: string, rhythm: Rhythm, options: ApplianceOptions = {}): Appliance => ({
    category,
    brand,
    model,
    rhythm,
    yearsOld: 7,
    power,
    more: {},
    coveredFrom: null,
    coveredTo: null,
    lastVisit: { outcome: "done" },
    ...options,
  });
}

export const gasBoiler = appliance("gasBoiler", 24);
export const oilBoiler = appliance("oilBoiler", 27);
export const pelletBoiler = appliance("solidFuelBoiler", 20);
export const heatPump = appliance("heatPump", 11);
export const airConditioner = appliance("airConditioning", 5);
export const waterHeater = appliance("thermodynamicWaterHeater", 1.8);
export const gasWaterHeater = appliance("gasWaterHeater", 17);
export const stove = appliance("stove", 8);
export const insert = appliance("insert", 9);
export const cooker = appliance("cooker", 12);
export const flue = appliance("flue", null);
export const ventilation = appliance("ventilation", null);

/** Préavis of so many months. */
export const monthsNotice = (noticeLength: number): Partial<Contract> => ({ noticeLength, noticeUnit: "months" });
