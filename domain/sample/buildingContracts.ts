import {
  airConditioner,
  atStart,
  flue,
  gasBoiler,
  heatPump,
  inMonths,
  monthsNotice,
  pelletBoiler,
  twiceAYear,
  ventilation,
} from "./contractLine";
import type { Appliance, ContractLine, LastVisit } from "./contractLine";

const done: LastVisit = { outcome: "done" };
const absent: LastVisit = { outcome: "cancelled", report: "Occupant absent, avis de passage laissé." };
const partial: LastVisit = { outcome: "partial", report: "Pression relevée ; brûleur à revoir, pièce commandée." };

const flats: readonly (readonly [place: string, occupant: string, LastVisit])[] = [
  ["Bât. A, appt 1", "Mme Lebreton", done],
  ["Bât. A, appt 2", "M. Okafor", done],
  ["Bât. A, appt 3", "M. et Mme Rivière", done],
  ["Bât. A, appt 4", "Mme Sanchez", absent],
  ["Bât. A, appt 5", "M. Tual", done],
  ["Bât. A, appt 6", "Mme Nguyen", done],
  ["Bât. B, appt 7", "M. Letourneau", done],
  ["Bât. B, appt 8", "Mme Cissé", partial],
  ["Bât. B, appt 9", "M. et Mme Hervé", done],
  ["Bât. B, appt 10", "Mme Perdriau", done],
  ["Bât. B, appt 11", "M. Kowalski", absent],
  ["Bât. B, appt 12", "Mme Grimault", done],
];

const flatBoilers: readonly Appliance[] = flats.map(([place, occupantName, lastVisit], i) =>
  gasBoiler("Frisquet", "Condensation 25", inMonths(-1), {
    yearsOld: 6,
    lastVisit,
    more: { place, occupantName, occupantPhone: `06 39 98 04 ${String(i + 1).padStart(2, "0")}` },
  }),
);

/** Co-owners, associations and firms. */
export const buildingContracts: readonly ContractLine[] = [
  // One syndic, three contracts that begin on one day and are billed together; twelve flats, each with its boiler.
  { client: "marronniers", period: 3, ends: 228, plan: "Collectif", price: 1548, appliances: flatBoilers },
  {
    client: "marronniers",
    period: 3,
    ends: 228,
    plan: "Collectif",
    price: 396,
    appliances: [
      flue("Poujoulat", "Conduit collectif 3CEp", twiceAYear, {
        yearsOld: 6,
        more: { flue: "collective", place: "Bât. A" },
      }),
      flue("Poujoulat", "Conduit collectif 3CEp", twiceAYear, {
        yearsOld: 6,
        more: { flue: "collective", place: "Bât. B" },
      }),
    ],
  },
  {
    client: "marronniers",
    period: 3,
    ends: 228,
    plan: "Collectif",
    price: 348,
    appliances: [ventilation("Aldes", "VMC collective", inMonths(-2))],
  },
  // A boiler room, billed each month.
  {
    client: "quaiBlanc",
    period: 2,
    ends: 172,
    plan: "Collectif",
    price: 2388,
    terms: { billingRhythm: "monthly", ...monthsNotice(3) },
    appliances: [
      gasBoiler("Viessmann", "Vitocrossal 200", inMonths(-3), { power: 186, more: { place: "Chaufferie" } }),
    ],
  },
  {
    client: "quaiBlanc",
    period: 3,
    ends: 219,
    plan: "Collectif",
    price: 420,
    appliances: [
      flue("Poujoulat", "Conduit gaz", inMonths(-2), {
        yearsOld: 11,
        more: { flue: "collectiveGas", place: "Chaufferie" },
      }),
    ],
  },
  // A season of four months whose préavis leaves no time for a letter: the deadline was given at signature.
  {
    client: "ecole",
    period: 1,
    ends: 62,
    plan: "Essentiel",
    price: 139,
    terms: { firstMonths: 4, renewalMonths: 12, ...monthsNotice(3) },
    appliances: [pelletBoiler("Hargassner", "Nano-PK 20", atStart, { yearsOld: 5 })],
  },
  // Renewal on written agreement only, to be proposed.
  {
    client: "ecole",
    period: 2,
    ends: 41,
    plan: "Confort",
    price: 249,
    terms: { renewalKind: "express", renewalMonths: null, ...monthsNotice(0) },
    appliances: [
      heatPump("Atlantic", "Alféa Excellia 14", inMonths(-5), {
        power: 14,
        more: { refrigerant: "R410A", charge: 3.4 },
      }),
    ],
  },
  // Firms: no letter by law, prices without tax.
  {
    client: "boulangerie",
    period: 4,
    ends: 130,
    plan: "Essentiel",
    price: 260,
    basis: "HT",
    vatRate: 2000,
    appliances: [
      airConditioner("Daikin", "Sky Air 71", inMonths(-3), { power: 7, more: { refrigerant: "R32", charge: 2.8 } }),
    ],
  },
  {
    client: "hotel",
    period: 3,
    ends: 206,
    plan: "Intégral",
    price: 1180,
    basis: "HT",
    vatRate: 2000,
    options: "Astreinte week-end",
    appliances: [
      airConditioner("Mitsubishi Electric", "City Multi", twiceAYear, {
        power: 33,
        more: { refrigerant: "R32", charge: 8.5 },
      }),
    ],
    repairs: [{ on: -9, report: "Fuite sur le condensat, chambre 12." }],
  },
  {
    client: "garage",
    period: 5,
    ends: 4,
    plan: "Essentiel",
    price: 230,
    basis: "HT",
    vatRate: 2000,
    terms: { billingTiming: "arrears" },
    appliances: [gasBoiler("Sovelor", "Aérotherme 35", inMonths(-4), { power: 35 })],
  },
  {
    client: "pharmacie",
    period: 2,
    ends: 353,
    plan: "Confort",
    price: 340,
    basis: "HT",
    vatRate: 2000,
    terms: { billingTiming: "arrears" },
    invoice: "missing",
    appliances: [
      airConditioner("Toshiba", "RAV 56", inMonths(5), {
        power: 5.6,
        more: { refrigerant: "R410A", charge: 2.1, hermetic: true },
      }),
    ],
  },
  {
    client: "bureaux",
    period: 2,
    ends: 181,
    plan: "Confort",
    price: 1380,
    basis: "HT",
    vatRate: 2000,
    terms: { firstMonths: 24, renewalMonths: 24, billingRhythm: "yearly" },
    appliances: [
      airConditioner("Daikin", "VRV 5", inMonths(-5, 1), {
        power: 28,
        more: { refrigerant: "R410A", charge: 12, leakDetector: true },
      }),
    ],
  },
];
