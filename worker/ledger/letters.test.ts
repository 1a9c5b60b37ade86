import { describe, expect, it } from "@jest/globals";
import { chained, EMPTY_HEAD } from "./chain";
import type { LedgerEvent, NewEvent } from "./events";
import { lettersOf } from "./letters";

const key = { registerId: "R1", contract: "C-001", periodFrom: "2026-01-01", kind: "renewalNotice", issue: 1 } as const;
const letter = {
  file: "courriers/C-001.docx",
  sha256: "a".repeat(64),
  on: "2026-09-10",
  deadline: "2026-11-30",
  periodEnd: "2026-12-31",
  late: false,
  template: "reconduction.docx",
} as const;
const prepared = { event: "prepared", ...key, ...letter } as const;
const generated = { event: "generated", ...key, ...letter } as const;
const sending = { event: "sending", ...key, messageId: "<1@exemple.fr>", to: "dupont@exemple.fr" } as const;
const mailed = {
  event: "sent",
  ...key,
  on: "2026-09-11",
  channel: "email",
  messageId: "<1@exemple.fr>",
  tracking: null,
} as const;
const posted = {
  event: "sent",
  ...key,
  on: "2026-09-12",
  channel: "registered",
  messageId: null,
  tracking: "1A 234",
} as const;
const returned = { event: "returned", ...key, on: "2026-09-20" } as const;

function history(...events: readonly NewEvent[]): readonly LedgerEvent[] {
  return events.map((event) => chained(event, EMPTY_HEAD, "2026-09-10T08:00:00.000Z").event);
}
const factsAfter = (...events: readonly NewEvent[]) => lettersOf(history(...events), "R1");

const fresh = {
  contract: "C-001",
  periodFrom: "2026-01-01",
  kind: "renewalNotice",
  issue: 1,
  deadline: "2026-11-30",
  generatedOn: "2026-09-10",
  file: "courriers/C-001.docx",
  sha256: "a".repeat(64),
  late: false,
  // Not told by what older versions wrote.
  price: null,
  sentOn: null,
  channel: null,
  tracking: null,
  returnedOn: null,
  uncertain: false,
};

describe("lettersOf", () => {
  it("knows a letter once it is generated, not when it is only announced", () => {
    expect(factsAfter(prepared)).toEqual([]);
    expect(factsAfter(prepared, generated)).toEqual([fresh]);
  });

  it("keeps how and when a letter was sent", () => {
    const sentByMail = { ...fresh, sentOn: "2026-09-11", channel: "email", tracking: "<1@exemple.fr>" };
    const sentByPost = { ...fresh, sentOn: "2026-09-12", channel: "registered", tracking: "1A 234" };
    expect(factsAfter(generated, sending, mailed)).toEqual([sentByMail]);
    expect(factsAfter(generated, posted)).toEqual([sentByPost]);
  });

  it("is uncertain while the outcome of a sending is unknown", () => {
    const uncertain = { event: "uncertain", ...key, messageId: "<1@exemple.fr>" } as const;
    expect(factsAfter(generated, sending)).toEqual([{ ...fresh, uncertain: true }]);
    expect(factsAfter(generated, sending, uncertain)).toEqual([{ ...fresh, uncertain: true }]);
    expect(factsAfter(generated, sending, uncertain, sending, mailed)[0]?.uncertain).toBe(false);
  });

  it("is to be sent again after a refusal", () => {
    expect(factsAfter(generated, sending, { event: "refused", ...key, reason: "550 unknown user" })).toEqual([fresh]);
  });

  it("is returned until it is sent again", () => {
    expect(factsAfter(generated, mailed, returned)[0]).toMatchObject({
      sentOn: "2026-09-11",
      returnedOn: "2026-09-20",
    });
    expect(factsAfter(generated, mailed, returned, posted)[0]).toMatchObject({
      sentOn: "2026-09-12",
      returnedOn: null,
    });
  });

  it("tells issues, periods, contracts and registers apart", () => {
    const reissued = { ...generated, issue: 2, deadline: "2026-10-31" } as const;
    const nextPeriod = { ...generated, periodFrom: "2027-01-01" } as const;
    const otherContract = { ...generated, contract: "C-002" };
    const otherRegister = { ...generated, registerId: "R2", contract: "C-003" };
    expect(factsAfter(generated, reissued, nextPeriod, otherContract, otherRegister)).toEqual([
      fresh,
      { ...fresh, issue: 2, deadline: "2026-10-31" },
      { ...fresh, periodFrom: "2027-01-01" },
      { ...fresh, contract: "C-002" },
    ]);
  });

  it("keeps what is known of the sending when the file is made again", () => {
    const again = { ...generated, file: "courriers/C-001 (2).docx", on: "2026-09-15" } as const;
    expect(factsAfter(generated, mailed, again)[0]).toMatchObject({
      file: "courriers/C-001 (2).docx",
      sentOn: "2026-09-11",
    });
  });

  it("has nothing to say of digests", () => {
    const digest = {
      event: "digest",
      registerId: "R1",
      day: "2026-09-10",
      issue: 1,
      files: ["r.html"],
      sha256: "b".repeat(64),
    } as const;
    expect(factsAfter(digest)).toEqual([]);
  });
});
