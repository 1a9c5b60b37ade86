import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { client, contract, equipment, intervention, period, register } from "../../tests/builders/register";
import type { Intervention } from "../workbook/schema";
import { logVisit } from "./logVisit";
import type { VisitInput } from "./logVisit";

const today = "2026-11-24";
const firmWith = (...interventions: readonly Intervention[]) =>
  register({
    clients: [client()],
    contracts: [contract()],
    periods: [period()],
    equipment: [equipment(), equipment({ id: "E2", coveredTo: "2026-06-30" })],
    interventions,
  });
const firm = firmWith();
const log = (input: Partial<VisitInput>, on = firm) =>
  logVisit(on, { contract: "2026-001", outcome: "done", ...input }, contextOn(today));

describe("logging a visit", () => {
  it("needs nothing but the contract: today, the technician of last time, the certificate on the spot", () => {
    const before = firmWith(intervention({ doneOn: "2026-04-02", outcome: "done", technician: "Karim" }));
    expect(after(before, log({}, before)).interventions[1]).toMatchObject({
      kind: "maintenance",
      equipment: null,
      doneOn: "2026-11-24",
      outcome: "done",
      technician: "Karim",
      certificateOn: "2026-11-24",
    });
  });

  it("leaves the certificate to be handed over when it was not, or when the visit was partial", () => {
    expect(after(firm, log({ certificateOn: null })).interventions[0]?.certificateOn).toBeNull();
    expect(after(firm, log({ outcome: "partial" })).interventions[0]).toMatchObject({ outcome: "partial", certificateOn: null }); // prettier-ignore
  });

  it("turns the planned visit nearest to the day into the one that was made", () => {
    const planned = [
      intervention({ id: "I1", plannedOn: "2026-05-10", report: "Clé chez la voisine" }),
      intervention({ id: "I2", plannedOn: "2026-12-01" }),
      intervention({ id: "I3", plannedOn: "2026-11-20", equipment: "E1" }),
    ];
    const { interventions } = after(firmWith(...planned), log({}, firmWith(...planned)));
    expect(interventions.map(({ id, doneOn }) => [id, doneOn])).toEqual([["I1", null], ["I2", today], ["I3", null]]); // prettier-ignore
  });

  it("does not take the visit planned for the next period", () => {
    const before = firmWith(intervention({ plannedOn: "2027-05-10" }));
    expect(after(before, log({}, before)).interventions.map(({ doneOn }) => doneOn)).toEqual([null, today]);
  });

  it("keeps what was planned when the visit is cancelled, and plans it again", () => {
    const before = firmWith(intervention({ plannedOn: "2026-11-24", technician: "Karim" }));
    const cancelled = after(before, log({ outcome: "cancelled" }, before));
    expect(cancelled.interventions).toMatchObject([
      { plannedOn: "2026-11-24", outcome: "cancelled", doneOn: null, technician: "Karim" },
    ]);
    const again = log({ outcome: "planned", on: "2026-12-08", intervention: "I1" }, cancelled);
    expect(after(cancelled, again).interventions).toMatchObject([{ plannedOn: "2026-12-08", outcome: null }]);
  });

  it("adds the leak check made on the same visit", () => {
    expect(after(firm, log({ leakCheck: true, equipment: "E1" })).interventions).toMatchObject([
      { kind: "maintenance", equipment: "E1", doneOn: today },
      { kind: "inspection", equipment: "E1", doneOn: today, outcome: "done", certificateOn: today },
    ]);
  });

  it.each<[string, Partial<VisitInput>, string]>([
    ["on an unknown contract", { contract: "2026-999" }, "unknownContract"],
    ["in the future", { on: "2026-11-25" }, "dateInFuture"],
    ["before the contract", { on: "2026-03-14" }, "dateBefore"],
    ["on an appliance of another contract", { equipment: "E9" }, "unknownEquipment"],
    ["on an appliance that has left", { equipment: "E2" }, "equipmentOutOfService"],
    ["for an unknown planned visit", { intervention: "I9" }, "unknownIntervention"],
    ["with a certificate before the visit", { certificateOn: "2026-11-23" }, "dateBefore"],
  ])("is refused %s", (_, input, code) => {
    expect(reasons(log(input))).toEqual([code]);
  });

  it("is refused twice on one day, and on a visit that is over", () => {
    const once = after(firm, log({}));
    expect(reasons(log({}, once))).toEqual(["alreadyLogged"]);
    const over = firmWith(intervention({ doneOn: "2026-04-02", outcome: "done" }));
    expect(reasons(log({ intervention: "I1" }, over))).toEqual(["alreadyLogged"]);
  });
});
