import { describe, expect, it } from "@jest/globals";
import { owed } from "../../tests/builders/owed";
import { contract, invoice, settings } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import type { Contract, Invoice } from "../workbook/schema";

const billed = (values: Partial<Invoice> = {}) =>
  invoice({ number: "F-12", period: 1, issuedOn: "2026-03-16", amount: 12000, ...values });
const paymentsOn = (today: CivilDate, rows: readonly Invoice[], terms: Partial<Contract> = {}) =>
  owed("payment", today, { contracts: [contract(terms)], invoices: rows });

describe("the payment of an invoice", () => {
  it("is due on the day that the invoice says, else within thirty days", () => {
    expect(paymentsOn("2026-04-15", [billed()])).toEqual(["1 2026-03-16..2026-04-15 due"]);
    expect(paymentsOn("2026-04-16", [billed()])).toEqual(["1 2026-03-16..2026-04-15 overdue"]);
    expect(paymentsOn("2026-04-16", [billed({ dueOn: "2026-05-01" })])).toEqual(["1 2026-03-16..2026-05-01 due"]);
    const ten = { invoices: [billed()], settings: settings({ paymentDelayDays: 10 }) };
    expect(owed("payment", "2026-03-20", ten)).toEqual(["1 2026-03-16..2026-03-26 due"]);
  });

  it("is done once paid, and then shown in the current period only", () => {
    const paid = [billed({ paidOn: "2026-04-02" })];
    expect(paymentsOn("2026-06-01", paid)).toEqual(["1 2026-03-16..2026-04-15 done"]);
    expect(paymentsOn("2027-06-01", paid)).toEqual([]);
    expect(paymentsOn("2027-06-01", [billed()])).toEqual(["1 2026-03-16..2026-04-15 overdue"]);
  });

  it("is not due before the invoice has a day", () => {
    expect(paymentsOn("2026-06-01", [billed({ issuedOn: null })])).toEqual([]);
  });

  it("is due for each of two invoices of one instalment", () => {
    expect(paymentsOn("2026-04-01", [billed({ amount: 6000 }), billed({ id: "F2", amount: 6000 })])).toHaveLength(2);
  });

  it("is not due for an invoice that a credit note took back, nor for the credit note", () => {
    const credit = billed({ id: "A1", kind: "creditNote", issuedOn: "2026-04-01" });
    expect(paymentsOn("2026-06-01", [billed(), credit])).toEqual([]);
    const again = billed({ id: "F2", number: "F-13", issuedOn: "2026-04-01" });
    expect(paymentsOn("2026-06-01", [billed(), credit, again])).toEqual(["1 2026-04-01..2026-05-01 overdue"]);
  });

  it("is due for an invoice whose period or repair was left blank", () => {
    expect(paymentsOn("2026-04-01", [billed({ period: null })])).toEqual(["1 2026-03-16..2026-04-15 due"]);
    expect(paymentsOn("2026-04-01", [billed({ period: null, kind: "repair" })])).toEqual([
      "1 2026-03-16..2026-04-15 due",
    ]);
  });

  it("is due after the contract has ended", () => {
    expect(paymentsOn("2026-06-01", [billed()], { terminatedOn: "2026-05-01" })).toEqual([
      "1 2026-03-16..2026-04-15 overdue",
    ]);
  });

  it("is not claimed when it was due before the contract is followed", () => {
    expect(paymentsOn("2026-06-01", [billed()], { followedSince: "2026-05-01" })).toEqual([]);
    expect(paymentsOn("2026-06-01", [billed()], { followedSince: "2026-04-10" })).toHaveLength(1);
  });

  it("is one for each contract that an invoice bills", () => {
    const contracts = [contract(), contract({ number: "2026-002" })];
    const invoices = [billed({ paidOn: "2026-04-01" }), billed({ id: "F2", contract: "2026-002" })];
    expect(owed("payment", "2026-06-01", { contracts, invoices })).toEqual([
      "1 2026-03-16..2026-04-15 done",
      "1 2026-03-16..2026-04-15 overdue",
    ]);
    expect(owed("invoice", "2026-06-01", { contracts, invoices }).map((line) => line.split(" ").at(-1))).toEqual([
      "done",
      "done",
    ]);
  });
});
