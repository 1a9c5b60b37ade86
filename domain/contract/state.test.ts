import { describe, expect, it } from "@jest/globals";
import { withContract } from "../../tests/builders/owed";
import { contract, letter, period, settings } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import { noticeOf } from "../notice/notice";
import type { Register } from "../register";
import type { Contract } from "../workbook/schema";
import { contractFile } from "./contractFile";
import { contractState } from "./state";

function stateOn(today: CivilDate, values: Partial<Contract> = {}, rows: Partial<Register> = {}) {
  const file = contractFile(withContract({ contracts: [contract(values)], ...rows }), "2026-001", today);
  if (file === null) throw new Error("There is a contract");
  const notice = file.current === null ? null : noticeOf(file, file.current, settings(), today);
  return contractState(file, notice, today);
}

// Without préavis: the deadline is 14 March 2027, the window goes from 14 December 2026 to 14 February 2027.
describe("a contract", () => {
  it("is a draft until it has a start", () => {
    expect(stateOn("2026-06-01", { startsOn: null }, { periods: [] })).toBe("draft");
  });

  it("is upcoming, then active, then to notify, then late", () => {
    expect(stateOn("2026-03-14")).toBe("upcoming");
    expect(stateOn("2026-03-15")).toBe("active");
    expect(stateOn("2026-12-14")).toBe("toNotify");
    expect(stateOn("2027-02-15")).toBe("late");
  });

  it("is notified once a letter was sent, not when one was only prepared", () => {
    expect(stateOn("2027-01-10", {}, { letters: [letter()] })).toBe("toNotify");
    expect(stateOn("2027-01-10", {}, { letters: [letter({ sentOn: "2027-01-05" })] })).toBe("notified");
    const returned = { letters: [letter({ sentOn: "2027-01-05", returnedOn: "2027-01-09" })] };
    expect(stateOn("2027-01-10", {}, returned)).toBe("toNotify");
    expect(stateOn("2027-02-15", {}, returned)).toBe("notified");
  });

  it("is to renew when silence has carried it into a period that nobody recorded", () => {
    expect(stateOn("2027-03-15")).toBe("toRenew");
    expect(stateOn("2027-03-15", {}, { periods: [period(), period({ number: 2, from: "2027-03-15" })] })).toBe(
      "active",
    );
  });

  it("is refused until its period ends, then ended", () => {
    expect(stateOn("2027-03-14", { refusalOn: "2027-01-10" })).toBe("refused");
    expect(stateOn("2027-03-15", { refusalOn: "2027-01-10" })).toBe("ended");
  });

  it("is terminated from the day on, and goes on until then", () => {
    expect(stateOn("2026-09-30", { terminatedOn: "2026-10-01" })).toBe("active");
    expect(stateOn("2026-10-01", { terminatedOn: "2026-10-01" })).toBe("terminated");
    expect(stateOn("2030-10-01", { terminatedOn: "2026-10-01" })).toBe("terminated");
  });

  it("without tacit renewal ends by itself", () => {
    expect(stateOn("2027-03-14", { renewalKind: "none" })).toBe("active");
    expect(stateOn("2027-03-15", { renewalKind: "none" })).toBe("ended");
    expect(stateOn("2027-03-15", { renewalKind: "express" })).toBe("ended");
  });

  it("is suspended between two days, or until further notice, but not back to front", () => {
    expect(stateOn("2026-07-01", { suspendedFrom: "2026-06-01", suspendedTo: "2026-07-01" })).toBe("suspended");
    expect(stateOn("2026-07-02", { suspendedFrom: "2026-06-01", suspendedTo: "2026-07-01" })).toBe("active");
    expect(stateOn("2028-07-02", { suspendedFrom: "2026-06-01" })).toBe("suspended");
    expect(stateOn("2026-06-15", { suspendedFrom: "2026-06-01", suspendedTo: "2026-05-01" })).toBe("active");
  });
});
