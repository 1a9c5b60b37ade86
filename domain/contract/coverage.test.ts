import { describe, expect, it } from "@jest/globals";
import { withContract } from "../../tests/builders/owed";
import { contract, equipment, period } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import type { Contract } from "../workbook/schema";
import { contractFile } from "./contractFile";
import {
  actsSince,
  coverageIn,
  coveredUntil,
  endOf,
  coversSeveral,
  equipmentInService,
  isOver,
  knownSince,
  withoutSuspension,
} from "./coverage";

function file(values: Partial<Contract> = {}, rows: Partial<Register> = {}) {
  const found = contractFile(withContract({ contracts: [contract(values)], ...rows }), "2026-001", "2028-06-01");
  if (found === null) throw new Error("There is a contract");
  return found;
}

describe("a contract is known", () => {
  it("since its first recorded period", () => {
    expect(knownSince(file())).toBe("2026-03-15");
  });

  it("since it is followed, when that is later", () => {
    expect(knownSince(file({ followedSince: "2027-09-01" }))).toBe("2027-09-01");
    expect(knownSince(file({ followedSince: "2020-09-01" }))).toBe("2026-03-15");
  });

  it("since its current period when none was ever recorded, and not at all without a start", () => {
    expect(knownSince(file({}, { periods: [] }))).toBe("2028-03-15");
    expect(knownSince(file({ startsOn: null }, { periods: [] }))).toBeNull();
  });

  it("since it is followed, even where no period was recorded: a renewal does not make it forget its past", () => {
    expect(knownSince(file({ followedSince: "2026-05-01" }, { periods: [] }))).toBe("2026-05-01");
    expect(knownSince(file({ followedSince: "2020-05-01" }, { periods: [] }))).toBe("2026-03-15");
  });
});

describe("what was done or billed counts", () => {
  it("from the signature of a first period on, or from the month before it", () => {
    expect(actsSince(file())).toBe("2026-02-15");
    expect(actsSince(file({ signedOn: "2026-01-20" }))).toBe("2026-01-20");
    expect(actsSince(file({ signedOn: "2026-03-10" }))).toBe("2026-02-15");
  });

  it("from the day on which the contract is followed, else from its first known period", () => {
    expect(actsSince(file({ followedSince: "2026-03-15" }))).toBe("2026-03-15");
    expect(actsSince(file({}, { periods: [period({ number: 2, from: "2027-03-15" })] }))).toBe("2027-03-15");
    expect(actsSince(file({}, { periods: [] }))).toBe("2028-03-15");
  });
});

describe("a contract ends", () => {
  it("never while silence renews it", () => {
    expect([endOf(file()), isOver(file(), "2028-06-01")]).toEqual([null, false]);
  });

  it("with the period in which it was refused, or with its last one", () => {
    expect(endOf(file({ refusalOn: "2026-10-01" }))).toBe("2027-03-14");
    expect(endOf(file({ renewalKind: "express" }))).toBe("2027-03-14");
  });

  it("on the day of its termination, at the latest with its period", () => {
    expect(endOf(file({ terminatedOn: "2026-10-01" }))).toBe("2026-10-01");
    expect(endOf(file({ terminatedOn: "2029-01-01", renewalKind: "none" }))).toBe("2027-03-14");
    expect(isOver(file({ terminatedOn: "2028-06-01" }), "2028-06-01")).toBe(true);
    expect(isOver(file({ terminatedOn: "2028-06-02" }), "2028-06-01")).toBe(false);
  });
});

describe("a suspension", () => {
  const span = { from: "2026-04-01", to: "2026-06-30" } as const;
  const left = (suspendedFrom: Contract["suspendedFrom"], suspendedTo: Contract["suspendedTo"]) =>
    withoutSuspension(contract({ suspendedFrom, suspendedTo }), span);

  it("takes its days from a span", () => {
    expect(left("2026-03-01", "2026-05-15")).toEqual({ from: "2026-05-16", to: "2026-06-30" });
    expect(left("2026-05-15", "2026-08-01")).toEqual({ from: "2026-04-01", to: "2026-05-14" });
    expect(left("2026-05-15", null)).toEqual({ from: "2026-04-01", to: "2026-05-14" });
  });

  it("may leave it whole or leave nothing", () => {
    expect(left("2026-05-01", "2026-05-31")).toEqual(span);
    expect(left("2026-07-01", null)).toEqual(span);
    expect(left("2026-06-01", "2026-05-01")).toEqual(span);
    expect(left("2026-04-01", "2026-06-30")).toBeNull();
  });
});

describe("an equipment", () => {
  const swapped = [
    equipment({ id: "E1" }),
    equipment({ id: "E2", replaces: "E1", coveredFrom: "2026-09-01" }),
    equipment({ id: "E3", replaces: "E3", coveredFrom: "2026-09-01" }),
  ];

  it("is covered until the day that was typed, else until another one replaces it", () => {
    const until = swapped.map((one) => coveredUntil(one, swapped));
    expect(until).toEqual(["2026-08-31", null, null]);
    expect(coveredUntil(equipment({ id: "E1", coveredTo: "2026-08-20" }), swapped)).toBe("2026-08-20");
  });

  it("is in service between its days, both included", () => {
    const only = { equipment: [equipment({ coveredFrom: "2026-05-01", coveredTo: "2026-09-30" })] };
    const days = ["2026-04-30", "2026-05-01", "2026-09-30", "2026-10-01"] as const;
    expect(days.map((day) => equipmentInService(only, day).length)).toEqual([0, 1, 1, 0]);
  });

  it("is in service until another one replaces it, although nobody typed its last day", () => {
    const keys = (day: CivilDate) => equipmentInService({ equipment: swapped }, day).map(({ id }) => id);
    expect(keys("2026-08-31")).toEqual(["E1"]);
    expect(keys("2026-09-01")).toEqual(["E2", "E3"]);
    const undated = { equipment: [equipment({ id: "E1" }), equipment({ id: "E2", replaces: "E1" })] };
    expect(equipmentInService(undated, "2026-08-31").map(({ id }) => id)).toEqual(["E2"]);
  });

  it("need not be named while it is the only one in service, whatever it has replaced", () => {
    const pair = { equipment: [equipment({ id: "E1" }), equipment({ id: "E2", coveredTo: "2026-08-31" })] };
    const replaced = { equipment: [equipment({ id: "E1", replaces: "E0" }), equipment({ id: "E0" })] };
    expect(coversSeveral(pair, "2026-08-31")).toBe(true);
    expect(coversSeveral(pair, "2026-09-01")).toBe(false);
    expect(coversSeveral(replaced, "2026-09-01")).toBe(false);
  });

  it("is covered on the days of the period that are its own", () => {
    const year = { from: "2026-03-15", to: "2027-03-14" } as const;
    const from = equipment({ coveredFrom: "2026-09-01" });
    expect(coverageIn(year, from)).toEqual({ from: "2026-09-01", to: "2027-03-14" });
    expect(coverageIn(year, equipment({ coveredTo: "2025-12-31" }))).toBeNull();
    expect(coverageIn(year, equipment({ coveredFrom: "2026-09-01", coveredTo: "2026-08-01" }))).toBeNull();
  });
});

it("finds everything of one contract and nothing of another", () => {
  const rows = {
    contracts: [contract(), contract({ number: "2026-002" })],
    periods: [period(), period({ id: "other", contract: "2026-002" })],
    equipment: [equipment({ id: "E2" }), equipment({ id: "E1" }), equipment({ id: "E9", contract: "2026-002" })],
  };
  const found = contractFile(withContract(rows), "2026-001", "2026-06-01");
  expect(found?.equipment.map(({ id }) => id)).toEqual(["E1", "E2"]);
  expect(found?.periodRows).toHaveLength(1);
  expect(contractFile(withContract(rows), "2026-009", "2026-06-01")).toBeNull();
});
