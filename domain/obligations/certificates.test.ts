import { describe, expect, it } from "@jest/globals";
import { owed } from "../../tests/builders/owed";
import { contract, equipment, intervention, settings } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import type { Equipment, Intervention } from "../workbook/schema";

const visited = (doneOn: CivilDate, values: Partial<Intervention> = {}) => [intervention({ doneOn, ...values })];
const dueAfter = (visits: readonly Intervention[], machines: readonly Equipment[], alsaceMoselle = false) =>
  owed("certificate", "2026-04-10", {
    equipment: machines,
    interventions: visits,
    settings: settings({ alsaceMoselle }),
  });

const boiler = equipment({ id: "E1" });
const stove = equipment({ id: "E2", category: "stove" });

describe("the certificate of a visit", () => {
  it("is owed within 15 calendar days for a boiler or a heat pump", () => {
    expect(dueAfter(visited("2026-04-01"), [boiler])).toEqual(["1 2026-04-01..2026-04-16 due"]);
    expect(dueAfter(visited("2026-04-01"), [equipment({ category: "heatPump" })])).toEqual([
      "1 2026-04-01..2026-04-16 due",
    ]);
  });

  it("is owed within 15 working days for a stove or a flue, holidays left out", () => {
    // Easter Monday is 6 April 2026.
    expect(dueAfter(visited("2026-04-01"), [stove])).toEqual(["1 2026-04-01..2026-04-23 due"]);
    expect(dueAfter(visited("2026-04-01"), [equipment({ category: "flue" })])).toEqual([
      "1 2026-04-01..2026-04-23 due",
    ]);
  });

  it("is owed one working day later in Alsace-Moselle, where Good Friday is a holiday", () => {
    expect(dueAfter(visited("2026-04-01"), [stove], true)).toEqual(["1 2026-04-01..2026-04-24 due"]);
    expect(dueAfter(visited("2026-04-01"), [boiler], true)).toEqual(["1 2026-04-01..2026-04-16 due"]);
  });

  it("of several appliances is owed at the earliest of their limits", () => {
    expect(dueAfter(visited("2026-04-01"), [boiler, stove])).toEqual(["1 2026-04-01..2026-04-16 due"]);
    expect(dueAfter(visited("2026-04-01", { equipment: "E2" }), [boiler, stove])).toEqual([
      "1 E2 2026-04-01..2026-04-23 due",
    ]);
  });

  it("is done once handed over, and overdue for as long as it is not", () => {
    expect(dueAfter(visited("2026-04-01", { certificateOn: "2026-04-01" }), [boiler])[0]).toMatch(/done$/);
    const late = owed("certificate", "2028-01-01", { equipment: [boiler], interventions: visited("2026-04-01") });
    expect(late).toEqual(["1 2026-04-01..2026-04-16 overdue"]);
  });

  it("is owed for the visit that led to the signature, before the contract began", () => {
    expect(dueAfter(visited("2026-03-10"), [boiler])).toEqual(["1 2026-03-10..2026-03-25 overdue"]);
  });

  it("is owed even after the contract has ended", () => {
    const contracts = [contract({ terminatedOn: "2026-04-05" })];
    const rows = { contracts, equipment: [boiler], interventions: visited("2026-04-01") };
    expect(owed("certificate", "2026-04-10", rows)).toEqual(["1 2026-04-01..2026-04-16 due"]);
  });
});

describe("no certificate is owed", () => {
  it("for a visit that was partial or cancelled, for a repair, or where the law asks for none", () => {
    expect(dueAfter(visited("2026-04-01", { outcome: "partial" }), [boiler])).toEqual([]);
    expect(dueAfter(visited("2026-04-01", { outcome: "cancelled" }), [boiler])).toEqual([]);
    expect(dueAfter(visited("2026-04-01", { kind: "repair" }), [boiler])).toEqual([]);
    expect(dueAfter(visited("2026-04-01"), [equipment({ category: "openFire" })])).toEqual([]);
    expect(dueAfter(visited("2026-04-01"), [])).toEqual([]);
  });

  it("for a visit from before the contract is followed", () => {
    const contracts = [contract({ followedSince: "2026-04-05" })];
    expect(
      owed("certificate", "2026-04-10", { contracts, equipment: [boiler], interventions: visited("2026-04-01") }),
    ).toEqual([]);
  });

  it("for an equipment that was no longer, or not yet, in service", () => {
    expect(dueAfter(visited("2026-04-01"), [equipment({ coveredTo: "2026-03-20" })])).toEqual([]);
    expect(dueAfter(visited("2026-04-01"), [equipment({ coveredFrom: "2026-04-02" })])).toEqual([]);
  });
});
