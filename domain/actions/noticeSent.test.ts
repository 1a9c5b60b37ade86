import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { client, contract, letter, period, register } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import type { Client, Letter } from "../workbook/schema";
import { noticeReturned } from "./noticeReturned";
import { noticeSent } from "./noticeSent";
import type { NoticeSentInput } from "./noticeSent";

// Without préavis the deadline is the échéance, 14 March 2027: the letter may leave from 14 December to 14 February.
const firmWith = (letters: readonly Letter[], values: Partial<Client> = {}) =>
  register({ clients: [client(values)], contracts: [contract()], periods: [period()], letters });
const firm = firmWith([]);
const own = { contract: "2026-001" };
const send = (input: Partial<NoticeSentInput> = {}, on = firm, today: CivilDate = "2027-01-10") =>
  noticeSent(on, { ...own, ...input }, contextOn(today, on.letters.length));
const back = (on: typeof firm) => noticeReturned(on, { ...own }, contextOn("2027-01-20"));

describe("a renewal notice that left", () => {
  it("is written down with its deadline, by the channel that the client prefers", () => {
    expect(after(firm, send()).letters).toMatchObject([
      { periodFrom: "2026-03-15", kind: "renewalNotice", issue: 1, deadline: "2027-03-14", sentOn: "2027-01-10", channel: "post" }, // prettier-ignore
    ]);
    const byHand = firmWith([], { preferredChannel: "hand" });
    expect(after(byHand, send({}, byHand)).letters[0]?.channel).toBe("hand");
  });

  it("is the letter that was generated, with its tracking number", () => {
    const before = firmWith([letter({ generatedOn: "2027-01-08", file: "2026-001.docx", deadline: "2027-03-14" })]);
    expect(after(before, send({ channel: "tracked", tracking: "1A2B" }, before)).letters).toMatchObject([
      { id: "L1", file: "2026-001.docx", sentOn: "2027-01-10", channel: "tracked", tracking: "1A2B" },
    ]);
  });

  it.each([
    ["2026-12-13", "early"],
    ["2026-12-14", "inTime"],
    ["2027-02-14", "inTime"],
    ["2027-02-15", "late"],
  ] as const)("on %s is %s", (on, timing) => {
    expect(send({ on }, firm, "2027-03-01")).toMatchObject({ summary: { facts: { timing } } });
  });

  it("goes by e-mail only with the client's consent, unless he is a professional", () => {
    expect(reasons(send({ channel: "email" }))).toEqual(["emailWithoutConsent"]);
    const agreed = firmWith([], { emailConsentOn: "2026-05-01" });
    expect(reasons(send({ channel: "email" }, agreed))).toEqual([]);
    expect(reasons(send({ channel: "email", on: "2026-04-30" }, agreed))).toEqual(["emailWithoutConsent"]);
    const professional = firmWith([], { type: "professional" });
    expect(reasons(send({ channel: "email" }, professional))).toEqual([]);
  });

  it("is refused twice, in the future and before the period", () => {
    expect(reasons(send({}, after(firm, send())))).toEqual(["noticeAlreadySent"]);
    expect(reasons(send({ on: "2027-01-11" }))).toEqual(["dateInFuture"]);
    expect(reasons(send({ on: "2026-03-01" }))).toEqual(["dateBefore"]);
  });

  it("is the edition that was prepared elsewhere, where it is named, whatever became of the one before", () => {
    const first = after(firm, send({ on: "2027-01-02" }));
    const second = after(first, send({ issue: 2 }, first));
    expect(second.letters).toMatchObject([
      { issue: 1, sentOn: "2027-01-02" },
      { issue: 2, sentOn: "2027-01-10" },
    ]);
    expect(reasons(send({ issue: 2 }, second))).toEqual(["noticeAlreadySent"]);
    expect(after(firm, send({ issue: 2 })).letters).toMatchObject([{ issue: 2, sentOn: "2027-01-10" }]);
  });

  it("is sent again when the deadline was corrected since", () => {
    const before = firmWith([letter({ sentOn: "2027-01-02", deadline: "2027-02-28" })]);
    expect(after(before, send({}, before)).letters.map(({ issue, sentOn }) => [issue, sentOn])).toEqual([
      [1, "2027-01-02"],
      [2, "2027-01-10"],
    ]);
  });
});

describe("a renewal notice that came back", () => {
  it("is noted, and the next one is a new issue", () => {
    const sent = after(firm, send());
    const returned = after(sent, back(sent));
    expect(returned.letters).toMatchObject([{ sentOn: "2027-01-10", returnedOn: "2027-01-20" }]);
    const again = after(returned, send({}, returned, "2027-01-22"));
    expect(again.letters.map(({ issue, sentOn }) => [issue, sentOn])).toEqual([
      [1, "2027-01-10"],
      [2, "2027-01-22"],
    ]);
  });

  it("is refused when none is under way", () => {
    expect(reasons(back(firm))).toEqual(["noticeNotSent"]);
  });
});
