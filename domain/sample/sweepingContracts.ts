import { cooker, flue, gasWaterHeater, inMonths, insert, monthsNotice, stove } from "./contractLine";
import type { ContractLine } from "./contractLine";

const tube = { flue: "individual" } as const;

/** Stoves, inserts and their flues. */
export const sweepingContracts: readonly ContractLine[] = [
  // In order.
  {
    client: "poirier",
    period: 5,
    ends: 287,
    plan: "Ramonage",
    price: 139,
    appliances: [
      stove("Invicta", "Kazan 8", inMonths(-1)),
      flue("Poujoulat", "Conduit isolé 150", inMonths(-1), { more: tube }),
    ],
  },
  {
    client: "guerin",
    period: 6,
    ends: 175,
    plan: "Ramonage",
    price: 149,
    appliances: [
      cooker("Rosières", "Cuisinière bois 12", inMonths(-4), { yearsOld: 22 }),
      flue("Poujoulat", "Conduit maçonné", inMonths(-4), { yearsOld: 40, more: tube }),
    ],
  },
  {
    client: "cadeau",
    period: 2,
    ends: 311,
    plan: "Essentiel",
    price: 89,
    appliances: [gasWaterHeater("ELM Leblanc", "Hydropower 14", inMonths(-3), { power: 14 })],
  },
  // Twice a year, as the local rules ask.
  {
    client: "aubry",
    period: 3,
    ends: 250,
    plan: "Ramonage",
    price: 135,
    appliances: [
      flue("Poujoulat", "Tubage inox 150", inMonths(-7, -1), { more: tube }),
      insert("Brisach", "Foyer 70", inMonths(-7, -1)),
    ],
  },
  // To be visited this month.
  {
    client: "courtin",
    period: 2,
    ends: 190,
    plan: "Ramonage",
    price: 85,
    planned: 3,
    appliances: [stove("Edilkamin", "Granulés 8", inMonths(0))],
  },
  // Not paid, and billed wrongly.
  {
    client: "delaunay",
    period: 2,
    ends: 300,
    plan: "Ramonage",
    price: 79,
    invoice: "unpaid",
    appliances: [flue("Tubest", "Tubage 180", inMonths(-4), { more: tube })],
  },
  {
    client: "vallee",
    period: 2,
    ends: 340,
    plan: "Ramonage",
    price: 85,
    invoice: "credited",
    appliances: [stove("MCZ", "Ego Air 8", inMonths(4))],
  },
  // Not billed, nine days after its start.
  {
    client: "bazin",
    period: 2,
    ends: 352,
    plan: "Ramonage",
    price: 79,
    invoice: "missing",
    appliances: [flue("Poujoulat", "Conduit isolé 180", inMonths(6), { more: tube })],
  },
  // Left before the end; and a season that the clause does not renew.
  {
    client: "fouquet",
    period: 3,
    ends: 145,
    plan: "Ramonage",
    price: 79,
    days: { terminatedOn: -62 },
    terms: { terminationReason: "Insert déposé" },
    appliances: [insert("Supra", "Foyer 66", inMonths(-6))],
  },
  {
    client: "menard",
    period: 1,
    ends: -34,
    plan: "Ramonage",
    price: 75,
    terms: { renewalKind: "none", renewalMonths: null, ...monthsNotice(0) },
    appliances: [flue("Tubest", "Tubage 139", inMonths(-3), { more: tube })],
  },
];
