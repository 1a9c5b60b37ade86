import { describe, expect, it } from "@jest/globals";
import { withContract } from "../../tests/builders/owed";
import { client, contract, letter, period, settings } from "../../tests/builders/register";
import { contractFile } from "../contract/contractFile";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import type { Letter } from "../workbook/schema";
import { earliestSending, isNoticeSettled, lateConsequence, noticeOf, refundOn } from "./notice";

/*
 * The first period of contract 2026-001 ends on 14 March 2027. With a préavis of two months its deadline is
 * 14 January 2027 and its window goes from 14 October to 14 December 2026.
 */
const twoMonths = contract({ noticeLength: 2 });

function fileOn(today: CivilDate, rows: Partial<Register> = {}) {
  const file = contractFile(withContract({ contracts: [twoMonths], ...rows }), "2026-001", today);
  const current = file?.current ?? null;
  if (file === null || current === null) throw new Error("There is a current period");
  return { ...file, current };
}

function noticeOn(today: CivilDate, rows: Partial<Register> = {}) {
  const file = fileOn(today, rows);
  return noticeOf(file, file.current, rows.settings ?? settings(), today);
}

const stateOn = (today: CivilDate, rows: Partial<Register> = {}) => noticeOn(today, rows).state;
const lettersOn = (today: CivilDate, ...letters: readonly Letter[]) => stateOn(today, { letters });

describe("the notice of a protected client", () => {
  it("is sent between the first and the last day of the window, both included", () => {
    expect(stateOn("2026-10-13")).toBe("notDue");
    expect(stateOn("2026-10-14")).toBe("toSend");
    expect(stateOn("2026-12-14")).toBe("toSend");
    expect(stateOn("2026-12-15")).toBe("late");
  });

  it("bears the deadline and the raw window", () => {
    const { deadline, window } = noticeOn("2026-11-01");
    expect([deadline, window]).toEqual(["2027-01-14", { from: "2026-10-14", to: "2026-12-14", target: "2026-11-13" }]);
  });

  it.each([["private"], ["association"], [null]] as const)("of type %s is required", (type) => {
    expect(stateOn("2026-11-01", { clients: [client({ type })] })).toBe("toSend");
  });

  it("who is missing in the register is required all the same", () => {
    expect(stateOn("2026-11-01", { clients: [] })).toBe("toSend");
  });

  it("begins no earlier than the period", () => {
    const short = contract({ firstMonths: 2 });
    expect(stateOn("2026-03-14", { contracts: [short] })).toBe("notDue");
    expect(stateOn("2026-03-15", { contracts: [short] })).toBe("toSend");
  });

  it("of a contract shorter than its window has none", () => {
    expect(stateOn("2026-03-20", { contracts: [contract({ firstMonths: 1 })] })).toBe("noWindow");
  });

  it("is recomputed for the period that silence began", () => {
    const { deadline, state } = noticeOn("2027-11-20");
    expect([deadline, state]).toEqual(["2028-01-14", "toSend"]);
  });

  it("stays due during a suspension", () => {
    const suspended = contract({ noticeLength: 2, suspendedFrom: "2026-10-01", suspendedTo: null });
    expect(stateOn("2026-11-01", { contracts: [suspended] })).toBe("toSend");
  });
});

describe("no notice is required", () => {
  it.each([["express"], ["none"]] as const)("without tacit renewal: %s", (renewalKind) => {
    const notice = noticeOn("2026-11-01", { contracts: [contract({ renewalKind })] });
    expect(notice).toEqual({ state: "notRequired", deadline: null, window: null, letter: null });
  });

  it("once the client has refused or the contract ends before", () => {
    expect(stateOn("2026-11-01", { contracts: [contract({ refusalOn: "2026-10-20" })] })).toBe("notRequired");
    expect(stateOn("2026-11-01", { contracts: [contract({ terminatedOn: "2027-01-31" })] })).toBe("notRequired");
  });

  it("for a professional, unless the firm has chosen to write to them too", () => {
    const clients = [client({ type: "professional" })];
    expect(stateOn("2026-11-01", { clients })).toBe("notRequired");
    expect(stateOn("2026-11-01", { clients, settings: settings({ noticeProfessionals: true }) })).toBe("toSend");
  });

  it("when the contract is followed only since its window closed, for nothing is known of before", () => {
    const takenOver = contract({ noticeLength: 2, followedSince: "2026-12-15" });
    expect(stateOn("2026-12-20", { contracts: [takenOver] })).toBe("notRequired");
    expect(stateOn("2026-12-20", { contracts: [{ ...takenOver, followedSince: "2026-12-14" }] })).toBe("late");
  });
});

describe("the letters", () => {
  it("count once sent inside the window, not when they are prepared", () => {
    expect(lettersOn("2026-11-20", letter({ generatedOn: "2026-11-13" }))).toBe("generated");
    expect(lettersOn("2026-11-20", letter({ sentOn: "2026-11-13" }))).toBe("sent");
    expect(lettersOn("2026-12-20", letter({ sentOn: "2026-12-14" }))).toBe("sent");
    expect(lettersOn("2026-12-20", letter({ generatedOn: "2026-11-13" }))).toBe("late");
  });

  it("sent before the window do not count", () => {
    expect(lettersOn("2026-11-20", letter({ sentOn: "2026-10-13" }))).toBe("toSend");
    expect(lettersOn("2026-12-20", letter({ sentOn: "2026-10-13" }))).toBe("late");
    expect(earliestSending(fileOn("2026-11-01"), fileOn("2026-11-01").current)).toBe("2026-10-14");
  });

  it("sent after the window are late, and nothing is left to send", () => {
    const letters = [letter({ sentOn: "2026-12-15" })];
    expect(stateOn("2026-12-20", { letters })).toBe("late");
    expect(isNoticeSettled(noticeOn("2026-12-20", { letters }), "2026-12-20")).toBe(true);
    expect(isNoticeSettled(noticeOn("2026-12-20"), "2026-12-20")).toBe(false);
  });

  it("returned open the task again while time remains", () => {
    const returned = letter({ sentOn: "2026-11-13", returnedOn: "2026-11-25" });
    expect(lettersOn("2026-11-30", returned)).toBe("returned");
    expect(lettersOn("2026-12-01", returned, letter({ id: "L2", issue: 2 }))).toBe("generated");
    expect(lettersOn("2026-12-05", returned, letter({ id: "L2", issue: 2, sentOn: "2026-12-02" }))).toBe("sent");
  });

  it("returned too late to be sent again still count, because the law looks at the sending", () => {
    const letters = [letter({ sentOn: "2026-12-10", returnedOn: "2026-12-20" })];
    expect(isNoticeSettled(noticeOn("2026-12-14", { letters }), "2026-12-14")).toBe(false);
    expect(isNoticeSettled(noticeOn("2026-12-21", { letters }), "2026-12-21")).toBe(true);
    expect(lateConsequence(fileOn("2027-06-01", { letters }), settings(), "2027-06-01")).toBeNull();
  });

  it("of another period or with another deadline do not count", () => {
    expect(lettersOn("2026-11-20", letter({ periodFrom: "2025-03-15", sentOn: "2026-11-13" }))).toBe("toSend");
    expect(lettersOn("2026-11-20", letter({ deadline: "2027-02-14", sentOn: "2026-11-13" }))).toBe("toSend");
    expect(lettersOn("2026-11-20", letter({ deadline: "2027-01-14", sentOn: "2026-11-13" }))).toBe("sent");
  });
});

describe("a late notice", () => {
  const consequenceOn = (today: CivilDate, rows: Partial<Register> = {}) =>
    lateConsequence(fileOn(today, rows), rows.settings ?? settings(), today);
  const renewed = [period(), period({ number: 2, from: "2027-03-15", price: 36500, vatRate: 1000 })];

  it("will free the client from the renewal on", () => {
    expect(consequenceOn("2026-12-14")).toBeNull();
    expect(consequenceOn("2026-12-15")).toEqual({ freeFrom: "2027-03-15", refund: 0 });
  });

  it("lets him leave at any time of the renewed period, with the days not served refunded", () => {
    // 366 days; 365 are left on the evening of the first.
    expect(consequenceOn("2027-03-15", { periods: renewed })).toEqual({ freeFrom: "2027-03-15", refund: 36400 });
    // 14 September: 184 days served, 182 left.
    expect(consequenceOn("2027-09-14", { periods: renewed })).toEqual({ freeFrom: "2027-03-15", refund: 18150 });
  });

  it("refunds the price of before where nobody recorded the renewal, since silence keeps the price", () => {
    expect(consequenceOn("2027-03-15")?.refund).toBe(11967);
    const other = [contract({ noticeLength: 2, renewalMonths: 24 })];
    expect(consequenceOn("2027-03-15", { contracts: other })?.refund).toBeNull();
  });

  it("refunds the announced price where nobody recorded the renewal", () => {
    const announced = [contract({ noticeLength: 2, nextPrice: 36500 })];
    expect(consequenceOn("2027-03-15", { contracts: announced })?.refund).toBe(36400);
  });

  it("refunds with tax, and nothing that is not known", () => {
    const withoutTax = renewed.map((row) => ({ ...row, price: 36600, basis: "HT" as const }));
    expect(consequenceOn("2027-09-14", { periods: withoutTax })?.refund).toBe(20020);
    const unknown = renewed.map((row) => ({ ...row, price: null }));
    expect(consequenceOn("2027-09-14", { periods: unknown })).toEqual({ freeFrom: "2027-03-15", refund: null });
  });

  it("sent late is late all the same; sent in time has no consequence", () => {
    const rows = (sentOn: CivilDate) => ({ periods: renewed, letters: [letter({ sentOn })] });
    expect(consequenceOn("2027-04-01", rows("2026-12-15"))).not.toBeNull();
    expect(consequenceOn("2027-04-01", rows("2026-12-14"))).toBeNull();
  });

  it("gives a professional no right", () => {
    const clients = [client({ type: "professional" })];
    expect(consequenceOn("2027-04-01", { clients, settings: settings({ noticeProfessionals: true }) })).toBeNull();
  });

  it("is refunded within thirty days of the day he left", () => {
    const contracts = [contract({ noticeLength: 2, terminatedOn: "2027-09-14" })];
    const refund = { freeFrom: "2027-03-15", refund: 18150 };
    expect(consequenceOn("2027-10-14", { contracts, periods: renewed })).toEqual(refund);
    expect(consequenceOn("2027-10-15", { contracts, periods: renewed })).toBeNull();
  });

  it("estimates between the whole price and nothing", () => {
    const refund = (day: CivilDate) => refundOn({ from: "2026-03-15", to: "2027-03-14" }, period(), day);
    expect([refund("2026-01-01"), refund("2026-03-15")]).toEqual([12000, 11967]);
    expect([refund("2027-03-14"), refund("2028-01-01")]).toEqual([0, 0]);
  });
});
