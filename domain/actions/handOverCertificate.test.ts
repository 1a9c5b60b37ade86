import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { contract, intervention, register } from "../../tests/builders/register";
import { handOverCertificate } from "./handOverCertificate";

const context = contextOn("2026-11-24");
const firm = register({
  contracts: [contract()],
  interventions: [
    intervention({ doneOn: "2026-11-02", outcome: "done" }),
    intervention({ id: "I2", plannedOn: "2026-12-01" }),
  ],
});

describe("handing over a certificate", () => {
  it("is dated today unless told", () => {
    const handed = after(firm, handOverCertificate(firm, { intervention: "I1" }, context));
    expect(handed.interventions[0]?.certificateOn).toBe("2026-11-24");
    expect(reasons(handOverCertificate(handed, { intervention: "I1" }, context))).toEqual(["certificateHandedOver"]);
  });

  it("is refused for a visit that was not made, and before the visit", () => {
    expect(reasons(handOverCertificate(firm, { intervention: "I2" }, context))).toEqual(["visitNotDone"]);
    expect(reasons(handOverCertificate(firm, { intervention: "I1", on: "2026-11-01" }, context))).toEqual(["dateBefore"]); // prettier-ignore
  });
});
