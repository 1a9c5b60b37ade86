import { describe, expect, it } from "@jest/globals";
import { owed } from "../../tests/builders/owed";
import { contract, period } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import type { Contract, PeriodRow } from "../workbook/schema";

const renewalsOn = (today: CivilDate, terms: Partial<Contract> = {}, periods: readonly PeriodRow[] = [period()]) =>
  owed("renewal", today, { contracts: [contract(terms)], periods });
const second = period({ number: 2, from: "2027-03-15" });

describe("a renewal by silence", () => {
  it("is to record once its period has begun", () => {
    expect(renewalsOn("2027-03-14")).toEqual([]);
    expect(renewalsOn("2027-03-15")).toEqual(["2 2027-03-15..2027-03-22 due"]);
    expect(renewalsOn("2027-03-23")).toEqual(["2 2027-03-15..2027-03-22 overdue"]);
    expect(renewalsOn("2027-03-23", {}, [period(), second])).toEqual([]);
  });

  it("is to record for each period that was forgotten", () => {
    expect(renewalsOn("2028-03-16")).toEqual(["2 2027-03-15..2027-03-22 overdue", "3 2028-03-15..2028-03-22 due"]);
  });

  it("is not asked for periods that ended before the contract is followed", () => {
    expect(renewalsOn("2029-06-01", { followedSince: "2028-06-01" })).toEqual([
      "3 2028-03-15..2028-03-22 overdue",
      "4 2029-03-15..2029-03-22 overdue",
    ]);
    expect(renewalsOn("2029-06-01", {}, [])).toEqual(["4 2029-03-15..2029-03-22 overdue"]);
  });

  it("does not come after a refusal or a termination", () => {
    expect(renewalsOn("2027-04-01", { refusalOn: "2027-01-10" })).toEqual([]);
    expect(renewalsOn("2027-04-01", { terminatedOn: "2026-12-01" })).toEqual([]);
    expect(renewalsOn("2027-04-01", { terminatedOn: "2027-03-20" })).toEqual([]);
    expect(renewalsOn("2027-04-01", { terminatedOn: "2027-06-20" })).toHaveLength(1);
  });
});

describe("an express renewal", () => {
  it("is to propose in the last two months", () => {
    expect(renewalsOn("2026-06-01", { renewalKind: "express" })).toEqual(["2 2027-01-14..2027-03-14 upcoming"]);
    expect(renewalsOn("2027-02-01", { renewalKind: "express" })).toEqual(["2 2027-01-14..2027-03-14 due"]);
  });

  it("is not once the next period is recorded, the client refused or the contract is over", () => {
    expect(renewalsOn("2027-02-01", { renewalKind: "express" }, [period(), second])).toEqual([]);
    expect(renewalsOn("2027-02-01", { renewalKind: "express", refusalOn: "2027-01-20" })).toEqual([]);
    expect(renewalsOn("2027-03-15", { renewalKind: "express" })).toEqual([]);
  });
});

it("is nothing to do for a contract that is not renewed", () => {
  expect(renewalsOn("2027-02-01", { renewalKind: "none" })).toEqual([]);
});
