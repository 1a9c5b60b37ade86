import { describe, expect, it } from "@jest/globals";
import { client, contract, equipment, letter, period, register, settings } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import { letterProblems } from "./letterProblems";
import { planOf } from "./plan";

/** Two contracts of one client, renewed on 15 March 2027: their letters leave between 14 December and 14 February. */
const sample = register({
  settings: settings({ firmName: "Moreau", address: "12 rue Haute", city: "Tours", signatory: "P. Moreau" }),
  clients: [client({ address: "3 rue Basse", postcode: "37100", city: "Tours" })],
  contracts: [contract(), contract({ number: "2026-002" })],
  periods: [period(), period({ id: "P1-2", contract: "2026-002" })],
  equipment: [equipment(), equipment({ id: "E2", contract: "2026-002" })],
});

function found(values: Partial<Register>, today: CivilDate = "2026-05-01") {
  return letterProblems(planOf({ ...sample, ...values }, [], today)).map(({ at, facts }) => ({
    at: [at.table, at.key, at.column].join(" "),
    facts,
  }));
}

describe("letterProblems", () => {
  it("finds nothing where every letter can be written", () => {
    expect(found({})).toEqual([]);
  });

  it("names months ahead the cell that a letter will lack", () => {
    const periods = [period({ price: null }), period({ id: "P1-2", contract: "2026-002" })];
    const price = { at: "periods P1-2026-001 price", facts: { field: "Prix", contract: "2026-001" } };
    expect(found({ periods })).toEqual([price]);
    expect(found({ periods }, "2027-01-11")).toEqual([price]);
  });

  it("names once the cell that several letters lack", () => {
    expect(found({ settings: { ...sample.settings, signatory: null } })).toHaveLength(1);
  });

  it("names no cell that is reported already, nor one for a letter that nobody needs", () => {
    const [first = contract()] = sample.contracts;
    expect(found({ contracts: [{ ...first, client: "C0009" }] })).toEqual([]);
    const periods = [period({ price: null })];
    expect(found({ periods, contracts: [{ ...first, refusalOn: "2026-04-20" }] })).toEqual([]);
    const letters = [letter({ sentOn: "2026-12-20", deadline: "2027-03-14" })];
    expect(found({ periods, contracts: [first], letters }, "2027-01-11")).toEqual([]);
  });
});
