import { describe, expect, it } from "@jest/globals";
import { owed } from "../../tests/builders/owed";
import { contract, intervention, invoice } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import type { Contract, Intervention, Invoice } from "../workbook/schema";

const repair = (values: Partial<Intervention> = {}) =>
  intervention({ kind: "repair", doneOn: "2026-05-04", outcome: "done", ...values });
const repairsOn = (
  today: CivilDate,
  one: Intervention,
  terms: Partial<Contract> = {},
  invoices: readonly Invoice[] = [],
) => owed("repairInvoice", today, { contracts: [contract(terms)], interventions: [one], invoices });
const isBilled = (one: Intervention, terms: Partial<Contract>) => repairsOn("2026-05-05", one, terms).length === 1;

describe("a repair is billed by what the contract covers", () => {
  it.each([
    [false, false, true, true],
    [true, false, false, true],
    [false, true, true, true],
    [true, true, false, false],
  ])("labour %s, parts %s: without parts %s, with parts %s", (coversLabour, coversParts, bare, withParts) => {
    expect(isBilled(repair(), { coversLabour, coversParts })).toBe(bare);
    expect(isBilled(repair({ parts: "Circulateur" }), { coversLabour, coversParts })).toBe(withParts);
  });

  it("unless its row says otherwise", () => {
    expect(isBilled(repair({ billing: "covered", parts: "Circulateur" }), {})).toBe(false);
    expect(isBilled(repair({ billing: "toBill" }), { coversLabour: true, coversParts: true })).toBe(true);
  });

  it("and only once it was made, never when it was cancelled", () => {
    expect(isBilled(repair({ doneOn: null, plannedOn: "2026-05-04" }), {})).toBe(false);
    expect(isBilled(repair({ outcome: "cancelled" }), {})).toBe(false);
    expect(isBilled(intervention({ doneOn: "2026-05-04" }), {})).toBe(false);
  });
});

describe("its invoice", () => {
  const billed = invoice({ number: "F-20", kind: "repair", intervention: "I1", issuedOn: "2026-05-06", amount: 9000 });

  it("is due within seven days", () => {
    expect(repairsOn("2026-05-11", repair({ equipment: "E1" }))).toEqual(["1 E1 2026-05-04..2026-05-11 due"]);
    expect(repairsOn("2026-05-12", repair())).toEqual(["1 2026-05-04..2026-05-11 overdue"]);
  });

  it("clears it, and a credit note opens it again", () => {
    expect(repairsOn("2026-06-01", repair(), {}, [billed])).toEqual(["1 2026-05-04..2026-05-11 done"]);
    const credit = { ...billed, id: "A1", kind: "creditNote", issuedOn: "2026-05-20" } as const;
    expect(repairsOn("2026-06-01", repair(), {}, [billed, credit])).toEqual(["1 2026-05-04..2026-05-11 overdue"]);
  });

  it("does not clear the invoice of the period, nor the other way round", () => {
    expect(owed("invoice", "2026-06-01", { interventions: [repair()], invoices: [billed] })[0]).toMatch(/overdue$/);
    const ofPeriod = invoice({ number: "F-12", period: 1, issuedOn: "2026-03-16" });
    expect(repairsOn("2026-06-01", repair(), {}, [ofPeriod])[0]).toMatch(/overdue$/);
  });

  it("stays due after the contract has ended, and is not claimed from before it is followed", () => {
    expect(repairsOn("2026-06-01", repair(), { terminatedOn: "2026-05-10" })).toHaveLength(1);
    expect(repairsOn("2026-06-01", repair(), { followedSince: "2026-05-05" })).toEqual([]);
  });
});
