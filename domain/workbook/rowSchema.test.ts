import { describe, expect, it } from "@jest/globals";
import { contract, equipment, intervention, invoice } from "../../tests/builders/register";
import { parseCells } from "./rowSchema";

describe("cells that come back from the Journal", () => {
  it("are those that were written", () => {
    const row = equipment({ visitMonths: [5, 10], charge: 2.5, hermetic: true, coveredFrom: "2028-02-29" });
    expect(parseCells("equipment", JSON.parse(JSON.stringify(row)))).toEqual(row);
    expect(parseCells("contracts", contract())).toEqual(contract());
    expect(parseCells("interventions", intervention({ report: "=1+1" }))).toMatchObject({ report: "=1+1" });
  });

  it("may be a part of a row, and leave out columns that are no longer known", () => {
    expect(parseCells("invoices", { paidOn: "2026-11-24", colour: "red" })).toEqual({ paidOn: "2026-11-24" });
    expect(parseCells("invoices", invoice())).toEqual(invoice());
  });

  it.each([
    ["a day that does not exist", { issuedOn: "2026-02-29" }],
    ["half a cent", { amount: 0.5 }],
    ["a word out of its list", { basis: "ttc" }],
    ["a blank where the column has none", { contract: null }],
    ["a number for a text", { number: 7 }],
    ["no row at all", "x"],
  ])("are refused with %s", (_, cells) => {
    expect(parseCells("invoices", cells)).toBeNull();
  });
});
