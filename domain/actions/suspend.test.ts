import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { client, contract, period, register } from "../../tests/builders/register";
import type { Contract } from "../workbook/schema";
import { resume } from "./resume";
import { suspend } from "./suspend";

const context = contextOn("2026-11-24");
const firmOf = (values: Partial<Contract> = {}) =>
  register({ clients: [client()], contracts: [contract(values)], periods: [period()] });
const firm = firmOf();
const own = { contract: "2026-001" };

describe("a suspension", () => {
  const paused = after(firm, suspend(firm, { ...own, from: "2026-11-01" }, context));
  const dates = (r: typeof firm) => r.contracts.map(({ suspendedFrom, suspendedTo }) => [suspendedFrom, suspendedTo]);

  it("lasts until further notice, and ends the day before the contract resumes", () => {
    expect(dates(paused)).toEqual([["2026-11-01", null]]);
    expect(dates(after(paused, resume(paused, own, context)))).toEqual([["2026-11-01", "2026-11-23"]]);
  });

  it("that has not begun is forgotten when the contract resumes", () => {
    const ahead = after(firm, suspend(firm, { ...own, from: "2026-12-01", to: "2026-12-31" }, context));
    expect(dates(after(ahead, resume(ahead, own, context)))).toEqual([[null, null]]);
  });

  it("never takes the place of another one of the same period", () => {
    const earlier = firmOf({ suspendedFrom: "2026-04-01", suspendedTo: "2026-04-30" });
    expect(reasons(suspend(earlier, own, context))).toEqual(["suspended"]);
    const old = firmOf({ suspendedFrom: "2026-01-01", suspendedTo: "2026-03-14" });
    expect(reasons(suspend(old, own, context))).toEqual([]);
  });

  it("is refused back to front, and there is nothing to resume without it", () => {
    const reversed = { ...own, from: "2026-12-01", to: "2026-11-30" } as const;
    expect(reasons(suspend(firm, reversed, context))).toEqual(["endBeforeStart"]);
    expect(reasons(resume(firm, own, context))).toEqual(["notSuspended"]);
  });
});
