import { describe, expect, it } from "@jest/globals";
import { client, contract, letter, period, register } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import { planOf } from "../plan/plan";
import type { Letter } from "../workbook/schema";

/** A contract renewed on 15 March 2027, whose letter is to leave between 14 December 2026 and 14 February 2027. */
function planned(letters: readonly Letter[], today: CivilDate) {
  const values = register({ clients: [client()], contracts: [contract()], periods: [period()], letters });
  return planOf(values, [], today).letters.map(({ issue, late }) => ({ issue, late }));
}

const prepared = letter({ generatedOn: "2026-12-20", deadline: "2027-03-14" });

describe("the letter to write", () => {
  it("is none while a prepared one can still leave in time", () => {
    expect(planned([prepared], "2027-02-14")).toEqual([]);
  });

  it("is a late one once the prepared one has missed its time, and only once", () => {
    expect(planned([prepared], "2027-02-15")).toEqual([{ issue: 2, late: true }]);
    const late = letter({ id: "L2", issue: 2, generatedOn: "2027-02-15", deadline: "2027-03-14" });
    expect(planned([prepared, late], "2027-02-20")).toEqual([]);
  });

  it("is none after one that was sent late", () => {
    expect(planned([{ ...prepared, sentOn: "2027-02-16" }], "2027-02-20")).toEqual([]);
  });
});
