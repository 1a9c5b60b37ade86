import { describe, expect, it } from "@jest/globals";
import {
  client,
  contract,
  equipment,
  intervention,
  invoice,
  letter,
  period,
  register,
} from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import { catalogues } from "../i18n";
import type { Register } from "../register";
import { planOf } from "./plan";
import { statusColumns } from "./statusColumns";

const sample = register({
  clients: [client({ civility: "Mme", firstName: "Jeanne", city: "Tours" })],
  contracts: [contract()],
  periods: [period({ price: 10000, basis: "HT" })],
  equipment: [equipment({ brand: "Frisquet" }), equipment({ id: "E2", category: "flue" })],
});

function shown(values: Partial<Register> = {}, today: CivilDate = "2026-11-24") {
  return statusColumns(planOf({ ...sample, ...values }, [], today), catalogues.fr);
}

const contractRow = (values?: Partial<Register>, today?: CivilDate) => shown(values, today).contracts?.get("2026-001");

describe("statusColumns", () => {
  it("shows what the tradesman thinks of as a line", () => {
    expect(contractRow()).toEqual({
      clientName: "Mme Jeanne Martin",
      city: "Tours",
      appliance: "Chaudière gaz Frisquet + 1",
      periodPrice: 11000,
      periodEnd: "2027-03-14",
      nextVisit: "À faire avant le 31/12/2026",
      invoiceState: "En retard\u00a0: à facturer",
      letterState: "Pas encore",
      contractState: "En cours",
      stateOn: "2026-11-24",
      yearlyExclTax: 10000,
      yearlyInclTax: 11000,
      renewedOn: null,
      nextVisitBy: "2026-12-31",
      invoicesDue: 1,
      freeFrom: null,
    });
  });

  it("says of which day a letter was in time, and which one passed without a letter, so that the dashboard keeps them", () => {
    const letters = [letter({ deadline: "2027-03-14", sentOn: "2027-01-05" }), letter({ id: "L2" })];
    const told = shown({ letters }, "2027-04-01");
    expect([told.letters?.get("L1")?.inTimeFor, told.letters?.get("L2")?.inTimeFor]).toEqual(["2027-02-14", null]);
    expect(told.periods?.get("P1-2026-001")).toEqual({ noticeMissedOn: null });
    expect(told.contracts?.get("2026-001")?.freeFrom).toBeNull();

    const missed = shown({}, "2027-04-01");
    expect(missed.periods?.get("P1-2026-001")).toEqual({ noticeMissedOn: "2027-02-14" });
    expect(missed.contracts?.get("2026-001")?.freeFrom).toBe("2027-03-15");
    expect(contractRow({}, "2027-02-15")?.freeFrom).toBe("2027-03-15");
  });

  it("gives the place of the intervention, not the client's town, when they differ", () => {
    expect(contractRow({ contracts: [contract({ placeCity: "Amboise" })] })?.city).toBe("Amboise");
  });

  it("follows the invoice from to be billed to paid", () => {
    const bill = invoice({ number: "F-1", period: 1, issuedOn: "2026-03-20" });
    const state = (row: typeof bill, today: CivilDate) => contractRow({ invoices: [row] }, today)?.invoiceState;
    expect(contractRow({}, "2026-03-16")?.invoiceState).toBe("À facturer");
    expect(state(bill, "2026-04-01")).toBe("Facturée");
    expect(state(bill, "2026-06-01")).toBe("Impayée");
    expect(state({ ...bill, paidOn: "2026-04-02" }, "2026-06-01")).toBe("Payée");
  });

  it("asks nothing more of a contract that is over", () => {
    const over = contractRow({ contracts: [contract({ terminatedOn: "2026-10-01" })] });
    expect(over).toMatchObject({ nextVisit: "Sans objet", letterState: "Sans objet", contractState: "Résilié" });
  });

  it("names the client beside each intervention and invoice", () => {
    const statuses = shown({ interventions: [intervention()], invoices: [invoice()] });
    expect(statuses.interventions?.get("I1")).toEqual({ clientName: "Mme Jeanne Martin", city: "Tours" });
    expect(statuses.invoices?.get("F1")).toEqual({ clientName: "Mme Jeanne Martin", leftToPay: null });
  });
});
