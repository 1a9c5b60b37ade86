import { describe, expect, it } from "@jest/globals";
import { newRow } from "../workbook/newRow";
import type { CivilDate } from "../dates/civilDate";
import { formulaOf, formulas } from "./formulas";
import { columnsOf, type Contract, type Invoice, tableNames } from "./schema";

const context = { today: "2026-11-24", paymentDelayDays: 30 } as const;

function deadline(periodEnd: CivilDate | null, values: Partial<Contract>): unknown {
  return contractColumn("refusalDeadline", periodEnd, values);
}

function contractColumn(
  column: keyof (typeof formulas)["contracts"],
  periodEnd: CivilDate | null,
  values: Partial<Contract>,
): unknown {
  const row = { ...newRow("contracts", { number: "CT-001", ...values }), periodEnd };
  return formulas.contracts[column].compute(row, context);
}

function invoiceColumn(column: keyof (typeof formulas)["invoices"], values: Partial<Invoice>): unknown {
  return formulas.invoices[column].compute(newRow("invoices", { id: "F1", ...values }), context);
}

describe("every calculated column", () => {
  it("has its formula, and no other column has one", () => {
    for (const table of tableNames) {
      for (const [name, { role }] of columnsOf(table)) {
        expect([name, formulaOf(table, name) !== null]).toEqual([name, role === "formula"]);
      }
    }
  });
});

describe("the deadline of refusal", () => {
  it.each<[CivilDate, number, Contract["noticeUnit"], CivilDate]>([
    ["2027-03-14", 2, "months", "2027-01-14"],
    ["2027-12-31", 1, "months", "2027-11-30"],
    ["2027-03-31", 1, "months", "2027-02-28"],
    ["2028-03-31", 1, "months", "2028-02-29"],
    ["2028-02-29", 12, "months", "2027-02-28"],
    ["2027-03-14", 6, "weeks", "2027-01-31"],
    ["2027-03-14", 45, "days", "2027-01-28"],
    ["2027-03-14", 0, "months", "2027-03-14"],
  ])("of a period that ends on %s with a notice of %d %s is %s", (end, noticeLength, noticeUnit, expected) => {
    expect(deadline(end, { noticeLength, noticeUnit })).toBe(expected);
  });

  it.each<[string, CivilDate | null, Partial<Contract>]>([
    ["without an end of period", null, { noticeLength: 2 }],
    ["for an express renewal", "2027-03-14", { noticeLength: 2, renewalKind: "express" }],
    ["without renewal", "2027-03-14", { noticeLength: 2, renewalKind: "none" }],
    ["for a notice longer than a year of days", "2027-03-14", { noticeLength: 367, noticeUnit: "days" }],
  ])("is blank %s", (_, end, values) => {
    expect(deadline(end, values)).toBeNull();
  });

  it("opens the window of the letter three months before, closes it one month before, and counts the days", () => {
    const values = { noticeLength: 2 };
    expect(contractColumn("windowFrom", "2027-03-14", values)).toBe("2026-10-14");
    expect(contractColumn("windowTo", "2027-03-14", values)).toBe("2026-12-14");
    expect(contractColumn("daysToDeadline", "2027-03-14", values)).toBe(51);
  });
});

describe("the amounts of an invoice", () => {
  it.each<[Partial<Invoice>, number | null, number | null]>([
    [{ amount: 11_500, basis: "TTC", vatRate: 550 }, 10_900, 11_500],
    [{ amount: 10_900, basis: "HT", vatRate: 550 }, 10_900, 11_500],
    [{ amount: -11_500, basis: "TTC", vatRate: 2_000 }, -9_583, -11_500],
    [{ amount: 11_500, basis: "TTC" }, null, 11_500],
    [{ amount: 11_500, basis: "HT" }, 11_500, null],
    [{ vatRate: 550 }, null, null],
  ])("%j: %d excluding tax, %d including it", (values, excl, incl) => {
    expect(invoiceColumn("amountExclTax", values)).toBe(excl);
    expect(invoiceColumn("amountInclTax", values)).toBe(incl);
  });
});

describe("the payment of an invoice", () => {
  it.each<[string, Partial<Invoice>, string | null]>([
    ["not issued", {}, null],
    ["paid", { issuedOn: "2026-01-05", paidOn: "2026-02-01" }, "Payée"],
    ["a credit note", { issuedOn: "2026-01-05", kind: "creditNote" }, null],
    ["due today", { issuedOn: "2026-10-25", dueOn: "2026-11-24" }, "À payer"],
    ["due yesterday", { issuedOn: "2026-10-25", dueOn: "2026-11-23" }, "En retard"],
    ["30 days old, without a date", { issuedOn: "2026-10-25" }, "À payer"],
    ["31 days old, without a date", { issuedOn: "2026-10-24" }, "En retard"],
  ])("%s", (_, values, expected) => {
    expect(invoiceColumn("paymentState", values)).toBe(expected);
  });
});
