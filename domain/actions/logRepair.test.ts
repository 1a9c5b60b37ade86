import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { contract, intervention, period, register } from "../../tests/builders/register";
import { logRepair } from "./logRepair";

const context = contextOn("2026-11-24");
const visit = intervention({ doneOn: "2026-11-02", outcome: "done", technician: "Lucie" });
const firm = register({
  contracts: [contract()],
  periods: [period()],
  interventions: [visit],
});
const own = { contract: "2026-001" };

describe("logging a repair", () => {
  it("leaves to the contract's cover whether it is billed, unless told", () => {
    const repaired = after(firm, logRepair(firm, { ...own, parts: "Circulateur", amount: 18000 }, context));
    expect(repaired.interventions[1]).toMatchObject({
      kind: "repair",
      doneOn: "2026-11-24",
      technician: "Lucie",
      parts: "Circulateur",
      billing: null,
      amount: 18000,
    });
    const covered = after(firm, logRepair(firm, { ...own, billing: "covered" }, context));
    expect(covered.interventions[1]?.billing).toBe("covered");
  });

  it("is refused for a second click, in the future, for a negative amount", () => {
    const once = after(firm, logRepair(firm, own, context));
    expect(reasons(logRepair(once, own, context))).toEqual(["alreadyLogged"]);
    expect(reasons(logRepair(firm, { ...own, on: "2026-11-25", amount: -1 }, context))).toEqual([
      "dateInFuture",
      "notANumber",
    ]);
  });
});
