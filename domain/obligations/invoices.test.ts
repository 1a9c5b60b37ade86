import { describe, expect, it } from "@jest/globals";
import { owed } from "../../tests/builders/owed";
import { contract, invoice, period, settings } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import type { Contract, Invoice } from "../workbook/schema";

const invoicesOn = (today: CivilDate, terms: Partial<Contract> = {}, rows: readonly Invoice[] = []) =>
  owed("invoice", today, { contracts: [contract(terms)], invoices: rows });
const billed = (values: Partial<Invoice> = {}) =>
  invoice({ number: "F-12", period: 1, issuedOn: "2026-03-16", amount: 12000, ...values });

describe("the invoice of a period", () => {
  it("is due within seven days of its start, then overdue", () => {
    expect(invoicesOn("2026-03-14")).toEqual(["1 2026-03-15..2026-03-22 upcoming"]);
    expect(invoicesOn("2026-03-22")).toEqual(["1 2026-03-15..2026-03-22 due"]);
    expect(invoicesOn("2026-03-23")).toEqual(["1 2026-03-15..2026-03-22 overdue"]);
  });

  it("is due within the delay that the firm has set", () => {
    expect(owed("invoice", "2026-04-01", { settings: settings({ invoiceDelayDays: 30 }) })).toEqual([
      "1 2026-03-15..2026-04-14 due",
    ]);
  });

  it("is due from the signature when there is one, in the first period only", () => {
    expect(invoicesOn("2026-03-01", { signedOn: "2026-02-20" })).toEqual(["1 2026-02-20..2026-02-27 overdue"]);
    expect(invoicesOn("2027-03-16", { signedOn: "2026-02-20" }, [billed()])).toEqual(["2 2027-03-15..2027-03-22 due"]);
  });

  it("is tied to the period and not to a visit", () => {
    const rows = { interventions: [], invoices: [billed()] };
    expect(owed("invoice", "2026-06-01", rows)).toEqual(["1 2026-03-15..2026-03-22 done"]);
  });

  it("stays due in the next period, and of a renewal that nobody recorded the invoice is due too", () => {
    expect(invoicesOn("2027-03-16")).toEqual(["1 2026-03-15..2026-03-22 overdue", "2 2027-03-15..2027-03-22 due"]);
  });

  it("counts once it has a number or a day, and not for another period", () => {
    expect(invoicesOn("2026-06-01", {}, [billed({ number: null })])[0]).toMatch(/done$/);
    expect(invoicesOn("2026-06-01", {}, [billed({ issuedOn: null })])[0]).toMatch(/done$/);
    expect(invoicesOn("2026-06-01", {}, [billed({ number: null, issuedOn: null })])[0]).toMatch(/overdue$/);
    expect(invoicesOn("2026-06-01", {}, [billed({ period: 2 })])[0]).toMatch(/overdue$/);
    expect(invoicesOn("2026-06-01", {}, [billed({ kind: "repair" })])[0]).toMatch(/overdue$/);
  });
});

describe("instalments", () => {
  it("of a contract of 36 months billed yearly are three", () => {
    const terms = { firstMonths: 36, billingRhythm: "yearly" } as const;
    expect(invoicesOn("2027-03-20", terms, [billed()])).toEqual([
      "1 2026-03-15..2026-03-22 done",
      "1 2027-03-15..2027-03-22 due",
      "1 2028-03-15..2028-03-22 upcoming",
    ]);
    expect(invoicesOn("2027-03-20", terms, [billed(), billed({ id: "F2", instalment: 2 })])[1]).toMatch(/done$/);
  });

  it("of a year billed monthly are twelve", () => {
    const twelve = invoicesOn("2026-05-01", { billingRhythm: "monthly" });
    expect(twelve).toHaveLength(12);
    expect([twelve[1], twelve[11]]).toEqual(["1 2026-04-15..2026-04-22 overdue", "1 2027-02-15..2027-02-22 upcoming"]);
  });

  it("of a year billed monthly are twelve also where 29 February is missing", () => {
    const terms = { billingRhythm: "monthly", startsOn: "2024-02-29" } as const;
    const rows = [period({ from: "2024-02-29" }), ...[2, 3, 4].map((number) => period({ number, from: "2027-03-01" }))];
    const fourth = owed("invoice", "2027-05-01", { contracts: [contract(terms)], periods: rows }).filter((line) =>
      line.startsWith("4 "),
    );
    expect(fourth).toHaveLength(12);
  });

  it("in arrears are due once the days that they pay for are over", () => {
    expect(invoicesOn("2026-06-01", { billingTiming: "arrears" })).toEqual(["1 2027-03-14..2027-03-21 upcoming"]);
    const yearly = { firstMonths: 24, billingRhythm: "yearly", billingTiming: "arrears" } as const;
    expect(invoicesOn("2026-06-01", yearly)).toEqual([
      "1 2027-03-14..2027-03-21 upcoming",
      "1 2028-03-14..2028-03-21 upcoming",
    ]);
  });

  it("in arrears are due at the termination where it comes first", () => {
    const terms = { billingTiming: "arrears", terminatedOn: "2026-08-31" } as const;
    expect(invoicesOn("2026-09-01", terms)).toEqual(["1 2026-08-31..2026-09-07 due"]);
  });

  it("leave out the free first year of a contract of 29 February whole", () => {
    const terms = { startsOn: "2024-02-29", firstYearFree: true, billingRhythm: "monthly", firstMonths: 24 } as const;
    const rows = { contracts: [contract(terms)], periods: [period({ from: "2024-02-29" })] };
    const lines = owed("invoice", "2024-06-01", rows);
    expect([lines.length, lines[0]]).toEqual([12, "1 2025-03-01..2025-03-08 upcoming"]);
  });

  it("leave out a free first year", () => {
    expect(invoicesOn("2026-06-01", { firstYearFree: true })).toEqual([]);
    expect(invoicesOn("2027-03-16", { firstYearFree: true })).toEqual(["2 2027-03-15..2027-03-22 due"]);
    const yearly = { firstMonths: 36, billingRhythm: "yearly", firstYearFree: true } as const;
    expect(invoicesOn("2026-06-01", yearly)).toEqual([
      "1 2027-03-15..2027-03-22 upcoming",
      "1 2028-03-15..2028-03-22 upcoming",
    ]);
  });

  it("that begin after a termination are not billed", () => {
    const terms = { billingRhythm: "monthly", terminatedOn: "2026-05-20" } as const;
    expect(invoicesOn("2026-06-01", terms)).toEqual([
      "1 2026-03-15..2026-03-22 overdue",
      "1 2026-04-15..2026-04-22 overdue",
      "1 2026-05-15..2026-05-22 overdue",
    ]);
  });

  it("of a period with a typed échéance end with it", () => {
    const rows = { contracts: [contract({ billingTiming: "arrears" })], periods: [period({ to: "2026-12-31" })] };
    expect(owed("invoice", "2026-06-01", rows)).toEqual(["1 2026-12-31..2027-01-07 upcoming"]);
  });
});

describe("a contract followed since", () => {
  it("today owes nothing from before", () => {
    expect(invoicesOn("2028-06-01", { followedSince: "2028-06-01" })).toEqual([]);
    expect(invoicesOn("2029-03-16", { followedSince: "2028-06-01" })).toEqual(["4 2029-03-15..2029-03-22 due"]);
  });

  it("the middle of a period keeps the invoice that was issued before", () => {
    const rows = [billed({ period: 3, issuedOn: "2028-03-20" })];
    expect(invoicesOn("2028-06-01", { followedSince: "2028-06-01" }, rows)).toEqual(["3 2028-03-15..2028-03-22 done"]);
  });

  it("its current period when none was ever recorded", () => {
    const rows = { contracts: [contract({ startsOn: "2019-03-15" })], periods: [] };
    expect(owed("invoice", "2026-06-01", rows)).toEqual(["8 2026-03-15..2026-03-22 overdue"]);
  });
});

describe("a credit note", () => {
  const credit = (values: Partial<Invoice> = {}) =>
    billed({ id: "A1", number: "A-1", kind: "creditNote", issuedOn: "2026-04-01", ...values });
  const after = (...rows: readonly Invoice[]) =>
    invoicesOn("2026-06-01", {}, [billed(), ...rows])[0]
      ?.split(" ")
      .at(-1);

  it("opens the invoice again, with or without a minus sign or an amount", () => {
    expect(after(credit())).toBe("overdue");
    expect(after(credit({ amount: -12000 }))).toBe("overdue");
    expect(after(credit({ amount: null }))).toBe("overdue");
    expect(after(credit({ issuedOn: null }))).toBe("overdue");
    expect(after(credit({ issuedOn: "2026-03-16", id: "A0" }))).toBe("overdue");
  });

  it("of a part lowers the invoice, and several parts may use it up", () => {
    expect(after(credit({ amount: 4000 }))).toBe("done");
    expect(after(credit({ amount: 8000 }), credit({ id: "A2", number: "A-2", amount: 4000 }))).toBe("overdue");
  });

  it("is followed by a new invoice", () => {
    expect(after(credit(), billed({ id: "F2", number: "F-13", issuedOn: "2026-04-01" }))).toBe("done");
    expect(after(credit(), billed({ id: "F2", number: "F-13", issuedOn: "2026-04-02" }))).toBe("done");
  });

  it("of another instalment, or older than the invoice, changes nothing", () => {
    expect(after(credit({ instalment: 2 }))).toBe("done");
    expect(after(credit({ issuedOn: "2026-03-01" }))).toBe("done");
  });

  it("compares amounts with tax", () => {
    expect(after(credit({ amount: 10909, basis: "HT", vatRate: 1000 }))).toBe("overdue");
  });
});
