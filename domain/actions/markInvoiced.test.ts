import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { client, contract, intervention, invoice, period, register } from "../../tests/builders/register";
import type { Contract } from "../workbook/schema";
import { creditNote } from "./creditNote";
import { markInvoiced } from "./markInvoiced";
import type { BilledItem } from "./markInvoiced";
import { markPaid } from "./markPaid";

const context = contextOn("2026-11-24");
const firmOf = (values: Partial<Contract>) =>
  register({
    clients: [client(), client({ number: "C0002" })],
    contracts: [contract(values), contract({ number: "2026-002" }), contract({ number: "2026-003", client: "C0002" })],
    periods: [period(), period({ contract: "2026-002", price: 9000 }), period({ contract: "2026-003", price: null })],
    interventions: [intervention({ kind: "repair", doneOn: "2026-11-02", outcome: "done", amount: 8000 })],
  });
const firm = firmOf({});
const bill = (items: readonly BilledItem[], on = firm, number: string | null = "FA-7") =>
  markInvoiced(on, { number, items }, context);
const own = { contract: "2026-001" };
const amounts = (r: typeof firm) => r.invoices.map(({ period: of, instalment, amount }) => [of, instalment, amount]);

describe("marking an invoice", () => {
  it("bills the current period at its price, to be paid within the firm's delay", () => {
    expect(after(firm, bill([own])).invoices).toMatchObject([
      { number: "FA-7", kind: "contract", period: 1, instalment: 1, issuedOn: "2026-11-24", amount: 12000, dueOn: "2026-12-24", paidOn: null, vatRate: 1000 }, // prettier-ignore
    ]);
  });

  it.each<[string, Partial<Contract>, number[]]>([
    ["monthly", { billingRhythm: "monthly" }, [1, 1, 1000]],
    ["yearly over 36 months", { billingRhythm: "yearly", firstMonths: 36 }, [1, 1, 4000]],
    ["yearly with a free first year", { billingRhythm: "yearly", firstMonths: 36, firstYearFree: true }, [1, 2, 4000]],
  ])("%s, bills the first instalment that is left", (_, values, expected) => {
    expect(amounts(after(firmOf(values), bill([own], firmOf(values))))).toEqual([expected]);
  });

  it("asks the price of a period of another length that nobody recorded, unless it was announced", () => {
    const later = (values: Partial<Contract>) => {
      const on = firmOf({ firstMonths: 36, ...values });
      return { on, decision: markInvoiced(on, { number: "FA-7", items: [own] }, contextOn("2029-03-20")) };
    };
    expect(reasons(later({}).decision)).toEqual(["priceUnknown"]);
    const { on, decision } = later({ nextPrice: 5000 });
    expect(amounts(after(on, decision))).toEqual([[2, 1, 5000]]);
  });

  it("goes on to the next instalment", () => {
    const monthly = firmOf({ billingRhythm: "monthly" });
    const once = after(monthly, bill([own], monthly));
    expect(amounts(after(once, bill([own], once, "FA-8")))).toEqual([[1, 1, 1000], [1, 2, 1000]]); // prettier-ignore
  });

  it("bills several contracts of one payer under one number, at once or one after the other", () => {
    const both = after(firm, bill([own, { contract: "2026-002" }]));
    expect(both.invoices.map(({ contract: of, number, amount }) => [of, number, amount])).toEqual([
      ["2026-001", "FA-7", 12000],
      ["2026-002", "FA-7", 9000],
    ]);
    const first = after(firm, bill([own]));
    expect(reasons(bill([{ contract: "2026-002" }], first))).toEqual([]);
  });

  it("bills a contract and a repair under one number, however it is typed, and no other day", () => {
    const first = after(firm, bill([own]));
    const repair = { items: [{ ...own, intervention: "I1" }], number: "fa-7" };
    expect(reasons(markInvoiced(first, repair, context))).toEqual([]);
    expect(reasons(markInvoiced(first, { ...repair, on: "2026-11-20" }, context))).toEqual(["invoiceNumberUsed"]);
  });

  it("bills a repair at its own amount, and without a number if there is none yet", () => {
    expect(after(firm, bill([{ ...own, intervention: "I1" }], firm, null)).invoices).toMatchObject([
      { number: null, kind: "repair", period: null, intervention: "I1", amount: 8000 },
    ]);
  });

  it.each<[string, readonly BilledItem[], string]>([
    ["nothing", [], "nothingChosen"],
    ["an unknown contract", [{ contract: "2026-999" }], "unknownContract"],
    ["a period that does not exist", [{ ...own, period: 4 }], "unknownPeriod"],
    ["an instalment that does not exist", [{ ...own, instalment: 2 }], "nothingToInvoice"],
    ["a period without a price", [{ contract: "2026-003" }], "priceUnknown"],
    ["an unknown repair", [{ ...own, intervention: "I9" }], "unknownIntervention"],
    ["the same item twice", [own, own], "alreadyInvoiced"],
    ["two payers on one number", [own, { contract: "2026-003", amount: 100 }], "invoiceNumberUsed"],
  ])("is refused for %s", (_, items, code) => {
    expect(reasons(bill(items))).toEqual([code]);
  });

  it("is refused for a free year, for what is billed already and for a number of another day", () => {
    const free = firmOf({ firstYearFree: true });
    expect(reasons(bill([own], free))).toEqual(["nothingToInvoice"]);
    expect(reasons(bill([own], after(firm, bill([own])), "FA-8"))).toEqual(["alreadyInvoiced"]);
    const earlier = { ...firm, invoices: [invoice({ number: "FA-7", contract: "2026-002", issuedOn: "2026-11-23" })] };
    expect(reasons(bill([own], earlier))).toEqual(["invoiceNumberUsed"]);
  });
});

describe("marking a payment", () => {
  const billed = after(firm, bill([own, { contract: "2026-002" }]));

  it("pays every line of the number, or one line", () => {
    const all = after(billed, markPaid(billed, { number: "FA-7" }, context));
    expect(all.invoices.map(({ paidOn }) => paidOn)).toEqual(["2026-11-24", "2026-11-24"]);
    const one = after(billed, markPaid(billed, { invoice: billed.invoices[1]?.id ?? "" }, context));
    expect(one.invoices.map(({ paidOn }) => paidOn)).toEqual([null, "2026-11-24"]);
    expect(reasons(markPaid(all, { number: "FA-7" }, context))).toEqual(["alreadyPaid"]);
  });

  it.each<[string, Parameters<typeof markPaid>[1], string]>([
    ["an unknown number", { number: "FA-9" }, "unknownInvoice"],
    ["a day before the invoice", { number: "FA-7", on: "2026-11-23" }, "dateBefore"],
    ["a day to come", { number: "FA-7", on: "2026-11-25" }, "dateInFuture"],
  ])("is refused for %s", (_, input, code) => {
    expect(reasons(markPaid(billed, input, context))[0]).toBe(code);
  });
});

describe("a credit note", () => {
  const billed = after(firm, bill([own]));
  const id = billed.invoices[0]?.id ?? "";
  const credit = (amount?: number, on = billed) =>
    creditNote(on, { invoice: id, number: null, ...(amount === undefined ? {} : { amount }) }, context);

  it("of the whole amount makes the item to be billed again", () => {
    const credited = after(billed, credit());
    expect(credited.invoices[1]).toMatchObject({ kind: "creditNote", period: 1, instalment: 1, amount: 12000 });
    expect(reasons(bill([own], billed, "FA-8"))).toEqual(["alreadyInvoiced"]);
    expect(reasons(bill([own], credited, "FA-8"))).toEqual([]);
  });

  it("of a part leaves the rest, and no more than the rest", () => {
    const part = after(billed, credit(5000));
    expect(reasons(credit(7001, part))).toEqual(["creditTooLarge"]);
    expect(after(part, credit(undefined, part)).invoices[2]?.amount).toBe(7000);
  });

  it("is refused on a credit note and once nothing is left", () => {
    const credited = after(billed, credit());
    const own2 = credited.invoices[1]?.id ?? "";
    expect(reasons(creditNote(credited, { invoice: own2, number: null }, context))).toEqual(["isCreditNote"]);
    expect(reasons(credit(undefined, credited))).toEqual(["creditTooLarge"]);
  });
});
