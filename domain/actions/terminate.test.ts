import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { client, contract, period, register } from "../../tests/builders/register";
import { renew } from "./renew";
import { reverseTermination } from "./reverseTermination";
import { terminate } from "./terminate";

const context = contextOn("2026-11-24");
const firm = register({ clients: [client()], contracts: [contract()], periods: [period()] });
const own = { contract: "2026-001" };

describe("a termination", () => {
  const ended = after(firm, terminate(firm, { ...own, on: "2026-12-31", reason: "Vente" }, context));

  it("may lie ahead, and its reversal gives the earlier state back", () => {
    expect(ended.contracts).toMatchObject([{ terminatedOn: "2026-12-31", terminationReason: "Vente" }]);
    expect(after(ended, reverseTermination(ended, own, context))).toEqual(firm);
  });

  it("is refused twice, before the contract, and cannot be reversed when there is none", () => {
    expect(reasons(terminate(ended, own, context))).toEqual(["terminated"]);
    expect(reasons(terminate(firm, { ...own, on: "2026-03-14" }, context))).toEqual(["dateBefore"]);
    expect(reasons(reverseTermination(firm, own, context))).toEqual(["notTerminated"]);
    expect(reasons(renew(ended, own, context))).toEqual(["terminated"]);
  });
});
