import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { client, contract, period, register } from "../../tests/builders/register";
import { recordRefusal } from "./recordRefusal";
import { renew } from "./renew";
import { withdrawRefusal } from "./withdrawRefusal";

const context = contextOn("2026-11-24");
const firm = register({ clients: [client()], contracts: [contract()], periods: [period()] });
const own = { contract: "2026-001" };

describe("a refusal", () => {
  const refusedFirm = after(firm, recordRefusal(firm, { ...own, channel: "tracked", reason: "price" }, context));

  it("is recorded with its channel and its reason, and tells when the contract ends", () => {
    expect(refusedFirm.contracts).toMatchObject([
      { refusalOn: "2026-11-24", refusalChannel: "tracked", refusalReason: "price" },
    ]);
    expect(recordRefusal(firm, own, context)).toMatchObject({ summary: { facts: { until: "2027-03-14" } } });
  });

  it("received in the period before ends the contract with that one", () => {
    const late = recordRefusal(firm, { ...own, on: "2027-03-01" }, contextOn("2027-03-20"));
    expect(late).toMatchObject({ summary: { facts: { until: "2027-03-14" } } });
  });

  it("stops the renewal until it is withdrawn", () => {
    expect(reasons(renew(refusedFirm, own, context))).toEqual(["refusalRecorded"]);
    expect(after(refusedFirm, withdrawRefusal(refusedFirm, own, context))).toEqual(firm);
  });

  it("is refused twice, and has nothing to withdraw when there is none", () => {
    expect(reasons(recordRefusal(refusedFirm, own, context))).toEqual(["refusalRecorded"]);
    expect(reasons(withdrawRefusal(firm, own, context))).toEqual(["noRefusal"]);
    expect(reasons(recordRefusal(firm, { ...own, on: "2026-11-25" }, context))).toEqual(["dateInFuture"]);
  });
});
