import {
  airConditioner,
  anyTime,
  atEnd,
  atStart,
  everySecondYear,
  gasBoiler,
  heatPump,
  inMonths,
  monthsNotice,
  waterHeater,
} from "./contractLine";
import type { ContractLine } from "./contractLine";

const r410a = { refrigerant: "R410A", charge: 3.2 } as const;
const r32 = { refrigerant: "R32", charge: 1.9, hermetic: true } as const;

/** Heat pumps and air conditioning, and houses that have several appliances. */
export const heatPumpContracts: readonly ContractLine[] = [
  // In order.
  {
    client: "bouvet",
    period: 2,
    ends: 284,
    plan: "Confort",
    price: 219,
    vatRate: 550,
    appliances: [heatPump("Daikin", "Altherma 3 11", inMonths(-2), { yearsOld: 2, more: r32 })],
    repairs: [{ on: -16, report: "Défaut de débit : filtre magnétique nettoyé." }],
  },
  {
    client: "chevalier",
    period: 4,
    ends: 196,
    plan: "Confort",
    price: 229,
    vatRate: 550,
    appliances: [heatPump("Atlantic", "Alféa Extensa 10", inMonths(-5), { more: r410a })],
  },
  {
    client: "gautron",
    period: 4,
    ends: 215,
    plan: "Essentiel",
    price: 119,
    appliances: [airConditioner("Daikin", "Perfera 35", everySecondYear, { more: r32 })],
  },
  {
    client: "hamon",
    period: 5,
    ends: 170,
    plan: "Intégral",
    price: 319,
    vatRate: 550,
    appliances: [
      heatPump("Hitachi", "Yutaki S 11", inMonths(-4), { more: r410a }),
      waterHeater("Atlantic", "Calypso 200", inMonths(-4)),
    ],
  },
  {
    client: "oger",
    period: 6,
    ends: 90,
    plan: "Confort",
    price: 225,
    vatRate: 550,
    appliances: [heatPump("De Dietrich", "Alezio 11", inMonths(1), { more: { ...r410a, charge: 2.6 } })],
    repairs: [
      {
        on: -11,
        report: "Ventilateur bruyant, roulement remplacé.",
        parts: "Roulement",
        amount: 112,
        invoice: "missing",
      },
    ],
  },
  {
    client: "leduc",
    period: 2,
    ends: 178,
    plan: "Essentiel",
    price: 175,
    vatRate: 550,
    terms: { neverRevise: true },
    appliances: [heatPump("LG", "Therma V 9", inMonths(-6), { power: 9, more: r32 })],
  },

  // Boiler every year, flue apart, air conditioning every second year: one contract, three rhythms.
  {
    client: "pelletier",
    period: 4,
    ends: 226,
    plan: "Confort",
    price: 289,
    terms: { subscribedOnline: true },
    appliances: [
      gasBoiler("Viessmann", "Vitodens 222", inMonths(-3)),
      airConditioner("Mitsubishi Electric", "MSZ-LN 25", everySecondYear, { more: r32 }),
    ],
  },
  // A visit of which a part was made, one that was cancelled, one that nobody made.
  {
    client: "bailleur",
    period: 3,
    ends: 189,
    plan: "Confort",
    price: 229,
    vatRate: 550,
    terms: {
      placeAddress: "8 rue des Fours",
      placePostcode: "49800",
      placeCity: "Trélazé",
      occupantName: "Mme Joubert",
      occupantPhone: "06 39 98 03 01",
    },
    appliances: [
      heatPump("Atlantic", "Loria Duo 6", inMonths(-1), {
        power: 6,
        more: r32,
        lastVisit: {
          outcome: "partial",
          report: "Unité extérieure nettoyée ; module intérieur inaccessible, à finir.",
        },
      }),
    ],
  },
  {
    client: "bailleur",
    period: 2,
    ends: 247,
    plan: "Essentiel",
    price: 145,
    planned: 6,
    terms: {
      placeAddress: "8 bis rue des Fours",
      placePostcode: "49800",
      placeCity: "Trélazé",
      occupantName: "M. Diallo",
      occupantPhone: "06 39 98 03 02",
    },
    appliances: [
      gasBoiler("Chaffoteaux", "Niagara 25", inMonths(-1), {
        lastVisit: { outcome: "cancelled", report: "Locataire absent." },
      }),
    ],
  },
  {
    client: "chevalier",
    period: 2,
    ends: 222,
    plan: "Essentiel",
    price: 109,
    appliances: [airConditioner("Toshiba", "Shorai 35", inMonths(-1), { more: r32, lastVisit: { outcome: "missed" } })],
  },
  // Certificates to hand over: in time, and too late.
  {
    client: "hamon",
    period: 2,
    ends: 347,
    plan: "Essentiel",
    price: 115,
    appliances: [
      airConditioner("Daikin", "Stylish 25", atStart, {
        more: r32,
        lastVisit: { outcome: "done", on: -5, certificate: "toHandOver" },
      }),
    ],
  },
  {
    client: "garnier",
    period: 4,
    ends: 337,
    plan: "Confort",
    price: 235,
    vatRate: 550,
    appliances: [
      heatPump("Saunier Duval", "Genia Air 8", atStart, {
        power: 8,
        more: r32,
        lastVisit: { outcome: "done", on: -22, certificate: "toHandOver" },
      }),
    ],
  },
  // Suspended during works.
  {
    client: "oger",
    period: 3,
    ends: 204,
    plan: "Essentiel",
    price: 129,
    days: { suspendedFrom: -35, suspendedTo: 75 },
    terms: { notes: "Maison en travaux, climatisation démontée." },
    appliances: [airConditioner("Hitachi", "Shirokuma 25", inMonths(1), { more: r32 })],
  },
  // Three years at one price, billed each year.
  {
    client: "rousseau",
    period: 1,
    ends: 600,
    plan: "Intégral",
    price: 897,
    vatRate: 550,
    terms: { firstMonths: 36, renewalMonths: 12, billingRhythm: "yearly", ...monthsNotice(3) },
    appliances: [heatPump("Daikin", "Altherma 3 H 14", inMonths(-4), { power: 14, coveredFrom: -495, more: r32 })],
  },
  // Signed, and not begun yet.
  {
    client: "leduc",
    period: 1,
    ends: 377,
    plan: "Essentiel",
    price: 119,
    appliances: [airConditioner("Panasonic", "Etherea 25", atEnd, { more: r32, yearsOld: 3 })],
  },
  // The letter has to leave, by e-mail.
  {
    client: "clement",
    period: 2,
    ends: 145,
    plan: "Essentiel",
    price: 119,
    appliances: [airConditioner("LG", "Artcool 35", anyTime, { more: r32 })],
  },
];
