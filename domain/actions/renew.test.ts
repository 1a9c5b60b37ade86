import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { client, contract, period, register } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import type { Contract, PeriodRow } from "../workbook/schema";
import { announceRenewal } from "./announceRenewal";
import { renew } from "./renew";
import { renewMany } from "./renewMany";
import type { Revision } from "./revision";

const firmOf = (values: Partial<Contract> = {}, row: Partial<PeriodRow> = {}) =>
  register({ clients: [client()], contracts: [contract(values)], periods: [period(row)] });
const firm = firmOf();
const own = { contract: "2026-001" };
const revising = (revision: Revision, on = firm) => renew(on, { ...own, revision }, contextOn("2027-02-20"));
const renewed = (on = firm, today: CivilDate = "2027-02-20") =>
  after(on, renew(on, own, contextOn(today, on.periods.length)));
const prices = (r: typeof firm) => r.periods.map(({ price }) => price);

describe("renewing a contract", () => {
  it("writes the next period at the same price, before or after it began", () => {
    const services = firmOf({}, { services: "Entretien annuel" });
    expect(renewed(services).periods[1]).toMatchObject({
      number: 2,
      from: "2027-03-15",
      to: "2028-03-14",
      price: 12000,
      basis: "TTC",
      vatRate: 1000,
      services: "Entretien annuel",
      renewalRecordedOn: "2027-02-20",
    });
    expect(renewed(firm, "2027-06-01").periods[1]).toMatchObject({ number: 2, renewalRecordedOn: "2027-06-01" });
  });

  it("records one forgotten renewal after the other", () => {
    const once = renewed(firm, "2028-06-01");
    const twice = renewed(once, "2028-06-01");
    expect(twice.periods.map(({ number, from }) => [number, from])).toEqual([
      [1, "2026-03-15"],
      [2, "2027-03-15"],
      [3, "2028-03-15"],
    ]);
  });

  it("leaves the price of another length to be filled in, unless it was announced", () => {
    const longFirst = { firstMonths: 36 };
    expect(prices(renewed(firmOf(longFirst), "2029-02-20"))).toEqual([12000, null]);
    expect(prices(renewed(firmOf({ ...longFirst, nextPrice: 5000 }), "2029-02-20"))).toEqual([12000, 5000]);
    const decision = renew(firmOf(longFirst), own, contextOn("2029-02-20"));
    expect(decision).toMatchObject({ summary: { facts: { price: null, revised: false } } });
    expect(reasons(revising({ by: "percent", basisPoints: 300 }, firmOf(longFirst)))).toEqual(["priceUnknown"]);
  });

  it("gives 29 February back to a contract that began on one", () => {
    const leap = firmOf({ startsOn: "2024-02-29", firstMonths: 48 }, { from: "2024-02-29" });
    expect(renewed(leap, "2028-01-10").periods[1]).toMatchObject({ from: "2028-02-29", to: "2029-02-28" });
  });

  it.each<[string, Revision, number]>([
    ["by 2.5 %, to the ten cents", { by: "percent", basisPoints: 250, rounding: { step: 10, to: "nearest" } }, 12300],
    ["down by 1 %", { by: "percent", basisPoints: -100 }, 11880],
    ["by 5 €", { by: "amount", cents: 500 }, 12500],
    ["to a price", { by: "price", cents: 13900 }, 13900],
  ])("revises the price %s", (_, revision, expected) => {
    expect(prices(after(firm, revising(revision)))).toEqual([12000, expected]);
  });

  it("revises by the contract's index clause, and says when it is incomplete", () => {
    const clause = { revisionFixedShare: 0.15, revisionIndexShare: 0.85, revisionBasePrice: 10000, revisionBaseIndex: 120 }; // prettier-ignore
    const indexed = firmOf(clause);
    expect(prices(after(indexed, revising({ by: "index", index: 132 }, indexed)))).toEqual([12000, 10850]);
    expect(reasons(revising({ by: "index", index: 132 }))).toEqual(["revisionTermsMissing"]);
  });

  it("applies what was announced first, and clears it", () => {
    const announced = after(
      firm,
      announceRenewal(firm, { ...own, price: 12900, services: "Deux visites", reason: "Gaz" }, contextOn("2027-01-02")),
    );
    const next = after(announced, revising({ by: "percent", basisPoints: 1000 }, announced));
    expect(next.periods[1]).toMatchObject({ price: 12900, services: "Deux visites" });
    expect(next.contracts).toEqual(firm.contracts);
  });

  it("keeps the price of a contract that is never revised", () => {
    const fixed = firmOf({ neverRevise: true });
    expect(prices(after(fixed, revising({ by: "percent", basisPoints: 250 }, fixed)))).toEqual([12000, 12000]);
  });

  it("is refused when the contract ends, and a second time before the next period has begun", () => {
    expect(reasons(renew(firmOf({ refusalOn: "2027-01-02" }), own, contextOn("2027-02-20")))).toEqual(["refusalRecorded"]); // prettier-ignore
    expect(reasons(renew(firmOf({ terminatedOn: "2027-01-02" }), own, contextOn("2027-02-20")))).toEqual(["terminated"]); // prettier-ignore
    expect(reasons(renew(firmOf({ renewalKind: "none" }), own, contextOn("2027-02-20")))).toEqual(["notRenewable"]);
    expect(reasons(renew(renewed(), own, contextOn("2027-02-20")))).toEqual(["alreadyRenewed"]);
    expect(reasons(renew({ ...firm, periods: [] }, own, contextOn("2027-02-20")))).toEqual(["noPeriod"]);
    expect(reasons(revising({ by: "amount", cents: -12001 }))).toEqual(["notANumber"]);
  });
});

describe("renewing several contracts", () => {
  const portfolio = register({
    contracts: [
      contract({ nextPrice: 12300 }),
      contract({ number: "2026-002" }),
      contract({ number: "2026-003", refusalOn: "2027-01-02" }),
    ],
    periods: ["2026-001", "2026-002", "2026-003"].map((number) => period({ contract: number })),
  });
  const contracts = ["2026-001", "2026-002", "2026-003"];

  it("renews those that go on at the price announced, else the same, and says which were left aside", () => {
    const decision = renewMany(portfolio, { contracts }, contextOn("2027-02-20"));
    expect(prices(after(portfolio, decision))).toEqual([12000, 12000, 12000, 12300, 12000]);
    expect(decision).toMatchObject({
      summary: {
        facts: {
          renewed: ["2026-001", "2026-002"],
          skipped: [{ code: "refusalRecorded", facts: { contract: "2026-003", on: "2027-01-02" } }],
        },
      },
    });
  });

  it("says whose price is still to be filled in", () => {
    const blank = {
      ...portfolio,
      periods: portfolio.periods.map((row, i) => (i === 1 ? { ...row, price: null } : row)),
    };
    expect(renewMany(blank, { contracts }, contextOn("2027-02-20"))).toMatchObject({
      summary: { facts: { renewed: ["2026-001", "2026-002"], unpriced: ["2026-002"] } },
    });
  });

  it("is refused when none can be renewed", () => {
    const only = { contracts: ["2026-003"] };
    expect(reasons(renewMany(portfolio, only, contextOn("2027-02-20")))).toEqual(["refusalRecorded"]);
    expect(reasons(renewMany(portfolio, { contracts: [] }, contextOn("2027-02-20")))).toEqual(["nothingChosen"]);
  });
});
