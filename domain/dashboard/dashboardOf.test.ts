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
  settings,
} from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import { dashboardOf } from "./dashboardOf";

/** Contract 2026-001 at 120,00 € TTC, VAT 10 %, from 15 March 2026 to 14 March 2027: its letter leaves by 14 February. */
const firm = (values: Partial<Register> = {}): Register =>
  register({ clients: [client()], contracts: [contract()], periods: [period()], ...values });

const today: CivilDate = "2026-11-24";

/** The months in which something is counted, without those where nothing is. */
function counted<T extends { readonly month: CivilDate }>(months: readonly T[]) {
  return Object.fromEntries(
    months.flatMap(({ month, ...figures }) => {
      const some = Object.entries(figures).filter(([, count]) => count !== 0);
      return some.length === 0 ? [] : [[month.slice(0, 7), Object.fromEntries(some)]];
    }),
  );
}

describe("the dashboard of an empty register", () => {
  it("counts nothing, and has no renewal rate", () => {
    const { today: day, firmName, renewalRate, ...figures } = dashboardOf(register(), today);
    expect([day, firmName, renewalRate]).toEqual([today, null, null]);
    const { periodEnds, visits, payments, notices, refusalsByReason, ...tiles } = figures;
    expect(new Set(Object.values(tiles))).toEqual(new Set([0]));
    expect([counted(periodEnds), counted(visits), counted(payments), counted(notices)]).toEqual([{}, {}, {}, {}]);
    expect(refusalsByReason.map(({ count }) => count)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });

  it("names twelve months each time: from this one on, or from five before it", () => {
    const { periodEnds, visits, notices } = dashboardOf(register(), today);
    const names = (months: readonly { readonly month: CivilDate }[]) => [months[0]?.month, months[11]?.month];
    expect(names(periodEnds)).toEqual(["2026-11-01", "2027-10-01"]);
    expect(names(visits)).toEqual(["2026-06-01", "2027-05-01"]);
    expect(names(notices)).toEqual(["2026-06-01", "2027-05-01"]);
  });
});

describe("the contracts in force", () => {
  const active = (values: Parameters<typeof contract>[0], day = today) =>
    dashboardOf(firm({ contracts: [contract(values)] }), day).activeContracts;

  it.each<[string, Parameters<typeof contract>[0], number]>([
    ["one that runs", {}, 1],
    ["one that is suspended", { suspendedFrom: "2026-10-01" }, 1],
    ["one that was refused and runs until its end", { refusalOn: "2026-11-02" }, 1],
    ["one whose termination is to come", { terminatedOn: "2026-12-31" }, 1],
    ["one that was terminated", { terminatedOn: "2026-11-01" }, 0],
    ["one that has not begun", { startsOn: "2026-12-01" }, 0],
  ])("are %s", (_, values, count) => {
    const from = values?.startsOn ?? "2026-03-15";
    const one = firm({ contracts: [contract(values)], periods: [period({ from })] });
    expect(dashboardOf(one, today).activeContracts).toBe(count);
  });

  it("are not a draft, nor one that ended without renewal", () => {
    expect(dashboardOf(firm({ contracts: [contract({ startsOn: null })], periods: [] }), today)).toMatchObject({
      contracts: 1,
      activeContracts: 0,
    });
    expect(active({ renewalKind: "none" }, "2027-03-14")).toBe(1);
    expect(active({ renewalKind: "none" }, "2027-03-15")).toBe(0);
  });

  it("are counted in the month in which their period ends, unless they are over", () => {
    const contracts = [contract(), contract({ number: "2026-002", terminatedOn: "2026-11-01" })];
    const periods = [period(), period({ contract: "2026-002" })];
    expect(counted(dashboardOf(firm({ contracts, periods }), today).periodEnds)).toEqual({ "2027-03": { count: 1 } });
  });
});

describe("the yearly revenue", () => {
  const yearly = (terms: Parameters<typeof contract>[0], agreed: Parameters<typeof period>[0], day = today) => {
    const { yearlyExclTax, yearlyInclTax, withoutExclTax, withoutInclTax } = dashboardOf(
      firm({ contracts: [contract(terms)], periods: [period(agreed)] }),
      day,
    );
    return [yearlyExclTax, yearlyInclTax, withoutExclTax, withoutInclTax];
  };

  it("is the price, without tax and with it", () => {
    expect(yearly({}, { price: 11000, vatRate: 1000 })).toEqual([10000, 11000, 0, 0]);
    expect(yearly({}, { price: 10000, basis: "HT", vatRate: 2000 })).toEqual([10000, 12000, 0, 0]);
  });

  it("takes twelve months of a longer or a shorter period", () => {
    expect(yearly({ firstMonths: 36 }, { price: 33000 })).toEqual([10000, 11000, 0, 0]);
    expect(yearly({ firstMonths: 6 }, { price: 5500 }, "2026-05-01")).toEqual([10000, 11000, 0, 0]);
  });

  it("says of how many contracts the price is not known: none typed, or no rate that gives the other one", () => {
    expect(yearly({}, { price: null })).toEqual([0, 0, 1, 1]);
    expect(yearly({}, { price: 10000, basis: "HT", vatRate: null })).toEqual([10000, 0, 0, 1]);
    expect(yearly({}, { price: 11000, vatRate: null })).toEqual([0, 11000, 1, 0]);
  });

  it("leaves out a first year that is free: it is billed nothing", () => {
    expect(yearly({ firstYearFree: true }, { price: 11000 })).toEqual([0, 0, 0, 0]);
    // The second year, by silence at the same price.
    expect(yearly({ firstYearFree: true }, { price: 11000 }, "2027-04-01")).toEqual([10000, 11000, 0, 0]);
    // Three years at 330 €, by yearly instalments, the first one free: 220 € over three years.
    const three = { firstYearFree: true, firstMonths: 36, billingRhythm: "yearly" } as const;
    expect(yearly(three, { price: 33000 })).toEqual([6667, 7333, 0, 0]);
  });

  it("counts nothing of a contract that is over, and all of one that is suspended", () => {
    expect(yearly({ terminatedOn: "2026-11-01" }, { price: 11000 })).toEqual([0, 0, 0, 0]);
    expect(yearly({ suspendedFrom: "2026-10-01" }, { price: 11000 })).toEqual([10000, 11000, 0, 0]);
  });
});

describe("renewals and losses of the last twelve months", () => {
  const rate = (contracts: readonly Parameters<typeof contract>[0][], day: CivilDate) => {
    const numbered = contracts.map((values, i) => contract({ number: `2026-00${String(i + 1)}`, ...values }));
    const periods = numbered.map(({ number }) => period({ contract: number }));
    const { renewed, lost, renewalRate } = dashboardOf(firm({ contracts: numbered, periods }), day);
    return [renewed, lost, renewalRate];
  };

  it("are what began anew and what ended in them", () => {
    const all = [{}, {}, { renewalKind: "none" }, { terminatedOn: "2027-03-31" }] as const;
    expect(rate(all, "2027-03-14")).toEqual([0, 0, null]);
    // The fourth was renewed like the first two; then it was terminated.
    expect(rate(all, "2027-03-15")).toEqual([3, 1, 3 / 4]);
    expect(rate(all, "2027-04-01")).toEqual([2, 2, 2 / 4]);
    // The third ended a year ago.
    expect(rate(all, "2028-03-14")).toEqual([2, 1, 2 / 3]);
  });

  it("forget what is a year old, to the day", () => {
    expect(rate([{ terminatedOn: "2026-11-25" }], "2027-11-24")).toEqual([0, 1, 0]);
    expect(rate([{ terminatedOn: "2026-11-24" }], "2027-11-24")).toEqual([0, 0, null]);
  });

  it("count the refusals with their reasons, a blank one as unknown", () => {
    const refused = (["price", "price", "move", null, "unknown"] as const).map((refusalReason, i) =>
      contract({ number: `2026-00${String(i + 1)}`, refusalOn: "2026-11-02", refusalReason }),
    );
    const old = contract({ number: "2026-009", refusalOn: "2025-11-24", refusalReason: "price" });
    const { refusals, refusalsByReason } = dashboardOf(register({ contracts: [...refused, old] }), today);
    expect(refusals).toBe(5);
    expect(refusalsByReason.filter(({ count }) => count > 0)).toEqual([
      { reason: "price", count: 2 },
      { reason: "move", count: 1 },
      { reason: "unknown", count: 2 },
    ]);
  });
});

describe("a renewal letter", () => {
  const letters = (day: CivilDate, values: Partial<Register> = {}) => {
    const { noticesToSend, noticesLate, atRisk, notices } = dashboardOf(firm(values), day);
    return { tiles: [noticesToSend, noticesLate, atRisk], months: counted(notices) };
  };
  const sent = letter({ deadline: "2027-03-14", generatedOn: "2026-12-20", sentOn: "2027-01-05" });

  it("is to be sent from the first to the last legal day", () => {
    const february = (figures: object) => ({ "2027-02": figures });
    expect(letters("2026-12-13")).toEqual({ tiles: [0, 0, 0], months: february({ toSend: 1 }) });
    expect(letters("2026-12-14")).toEqual({ tiles: [1, 0, 0], months: february({ toSend: 1 }) });
    expect(letters("2027-02-14")).toEqual({ tiles: [1, 0, 0], months: february({ toSend: 1 }) });
  });

  it("that was not sent lets the client leave from the renewal on: before it he will be able to, after it he is", () => {
    const missed = { tiles: [0, 1, 1], months: { "2027-02": { late: 1 } } };
    expect(letters("2027-02-15")).toEqual(missed);
    expect(letters("2027-03-14")).toEqual(missed);
    // C. conso. L215-1 al. 2. The new period has begun by silence, and its own letter is to come.
    const renewed = { tiles: [0, 1, 1], months: { "2027-02": { late: 1 } } };
    expect(letters("2027-03-15")).toEqual(renewed);
    expect(letters("2027-07-31")).toEqual(renewed);
    const recorded = { periods: [period(), period({ number: 2, from: "2027-03-15" })] };
    expect(letters("2027-04-01", recorded)).toEqual(renewed);
    expect(letters("2028-01-20", recorded)).toEqual({ tiles: [1, 1, 1], months: { "2028-02": { toSend: 1 } } });
  });

  it("that was sent in time for the next renewal ends that right with it", () => {
    const both = {
      periods: [period(), period({ number: 2, from: "2027-03-15" })],
      letters: [letter({ periodFrom: "2027-03-15", deadline: "2028-03-14", sentOn: "2028-01-10" })],
    };
    expect(letters("2028-03-14", both).tiles).toEqual([0, 1, 1]);
    expect(letters("2028-03-15", both)).toEqual({ tiles: [0, 0, 0], months: { "2028-02": { inTime: 1 } } });
  });

  it("that was sent too late changes nothing of it", () => {
    const late = { letters: [{ ...sent, sentOn: "2027-02-20" as const }] };
    expect(letters("2027-02-25", late)).toEqual({ tiles: [0, 1, 1], months: { "2027-02": { late: 1 } } });
    expect(letters("2027-04-01", late)).toEqual({ tiles: [0, 1, 1], months: { "2027-02": { late: 1 } } });
  });

  it("that was sent in time stays where it is when the contract is renewed, refused or over", () => {
    const inTime = { "2027-02": { inTime: 1 } };
    expect(letters("2027-01-20", { letters: [sent] })).toEqual({ tiles: [0, 0, 0], months: inTime });
    expect(letters("2027-06-01", { letters: [sent] })).toEqual({ tiles: [0, 0, 0], months: inTime });
    const refused = { letters: [sent], contracts: [contract({ refusalOn: "2027-01-25" })] };
    expect(letters("2027-02-20", refused)).toEqual({ tiles: [0, 0, 1], months: inTime });
    expect(letters("2027-04-01", refused)).toEqual({ tiles: [0, 0, 0], months: inTime });
  });

  it("that came back is to be sent again while there is time, and was sent in time afterwards", () => {
    const back = { letters: [{ ...sent, returnedOn: "2027-01-15" as const }] };
    expect(letters("2027-01-20", back)).toEqual({ tiles: [1, 0, 0], months: { "2027-02": { toSend: 1 } } });
    expect(letters("2027-02-15", back)).toEqual({ tiles: [0, 0, 0], months: { "2027-02": { inTime: 1 } } });
  });

  it("to a professional is the firm's choice: late, it is no risk", () => {
    const clients = [client({ type: "professional" })];
    expect(letters("2027-02-20", { clients })).toEqual({ tiles: [0, 0, 0], months: {} });
    const chosen = { clients, settings: settings({ noticeProfessionals: true }) };
    expect(letters("2027-02-20", chosen)).toEqual({ tiles: [0, 0, 0], months: { "2027-02": { late: 1 } } });
  });

  it("is asked of no contract that was terminated or that silence does not renew", () => {
    expect(letters("2027-02-20", { contracts: [contract({ terminatedOn: "2027-01-31" })] }).tiles).toEqual([0, 0, 0]);
    expect(letters("2027-02-20", { contracts: [contract({ renewalKind: "express" })] }).tiles).toEqual([0, 0, 0]);
  });

  it("counts a contract at risk once, refused and free to leave at the same time", () => {
    const periods = [period(), period({ number: 2, from: "2027-03-15" })];
    const contracts = [contract({ refusalOn: "2027-05-01" })];
    expect(letters("2027-05-02", { periods, contracts }).tiles).toEqual([0, 1, 1]);
  });
});

describe("visits", () => {
  const visits = (day: CivilDate, values: Partial<Register> = {}) => {
    const dashboard = dashboardOf(firm({ equipment: [equipment()], ...values }), day);
    return { tiles: [dashboard.visitsThisMonth, dashboard.visitsLate], months: counted(dashboard.visits) };
  };

  it("are due on the last day of the next one: the boiler's of the calendar year, before that of the period", () => {
    expect(visits("2026-11-24")).toEqual({ tiles: [0, 0], months: { "2026-12": { due: 1 } } });
    expect(visits("2026-12-01")).toEqual({ tiles: [1, 0], months: { "2026-12": { due: 1 } } });
    expect(visits("2027-01-02")).toEqual({ tiles: [0, 1], months: { "2026-12": { due: 1 } } });
  });

  it("are done when they were made whole; repairs, parts of visits and cancelled ones are not", () => {
    const interventions = [
      intervention({ doneOn: "2026-10-05" }),
      intervention({ id: "I2", doneOn: "2026-10-06", kind: "repair" }),
      intervention({ id: "I3", doneOn: "2026-10-07", outcome: "partial" }),
      intervention({ id: "I4", doneOn: "2026-10-08", outcome: "cancelled" }),
      intervention({ id: "I5", plannedOn: "2026-12-08" }),
    ];
    expect(visits("2026-11-24", { interventions }).months).toMatchObject({ "2026-10": { done: 1 } });
  });

  it("are not asked of a contract that is over", () => {
    const over = { contracts: [contract({ terminatedOn: "2026-11-01" })] };
    expect(visits("2026-11-24", over)).toEqual({ tiles: [0, 0], months: {} });
  });
});

describe("invoices", () => {
  const money = (day: CivilDate, invoices: readonly Parameters<typeof invoice>[0][]) => {
    const rows = invoices.map((values, i) =>
      invoice({ id: `F${String(i)}`, number: `FA-${String(i)}`, period: 1, vatRate: 1000, ...values }),
    );
    const { invoicesDue, unpaid, unpaidInvoices, leftToPay, payments } = dashboardOf(firm({ invoices: rows }), day);
    return { tiles: [invoicesDue, unpaid, unpaidInvoices, leftToPay], months: counted(payments) };
  };

  it("are to be made once the period has begun", () => {
    expect(money("2026-03-14", []).tiles).toEqual([0, 0, 0, 0]);
    expect(money("2026-03-16", []).tiles).toEqual([1, 0, 0, 0]);
  });

  it("are to be paid within 30 days unless they say otherwise, and unpaid after that", () => {
    const bill = { amount: 12000, issuedOn: "2026-09-10" } as const;
    const october = { "2026-10": { due: 12000 } };
    expect(money("2026-10-10", [bill])).toEqual({ tiles: [0, 0, 0, 12000], months: october });
    expect(money("2026-10-11", [bill])).toEqual({ tiles: [0, 12000, 1, 12000], months: october });
    expect(money("2026-10-11", [{ ...bill, dueOn: "2026-12-31" }])).toEqual({
      tiles: [0, 0, 0, 12000],
      months: { "2026-12": { due: 12000 } },
    });
  });

  it("that were paid are counted in the month of the payment, with tax", () => {
    const paid = { amount: 10000, basis: "HT", issuedOn: "2026-09-10", paidOn: "2026-11-02" } as const;
    expect(money(today, [paid])).toEqual({ tiles: [0, 0, 0, 0], months: { "2026-11": { paid: 11000 } } });
  });

  it("are owed less what a credit note took back", () => {
    const bill = { amount: 12000, issuedOn: "2026-09-10" } as const;
    const credit = { kind: "creditNote", amount: 2000, issuedOn: "2026-09-20" } as const;
    expect(money(today, [bill, credit])).toEqual({
      tiles: [0, 10000, 1, 10000],
      months: { "2026-10": { due: 10000 } },
    });
  });
});
