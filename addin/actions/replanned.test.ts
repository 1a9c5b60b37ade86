import { describe, expect, it } from "@jest/globals";
import { client, contract, intervention, period, register } from "../../tests/builders/register";
import { insert, update } from "../../domain/changes";
import { planOf } from "../../domain/plan/plan";
import type { Plan } from "../../domain/plan/plan";
import { statusesOf } from "./changedStatuses";
import { openedAfter, openedOn } from "./opened";

const today = "2026-11-24";
const numbers = Array.from({ length: 400 }, (_, i) => `2026-${String(i + 1).padStart(3, "0")}`);
const firm = register({
  clients: [client(), client({ number: "C0002", name: "Petit" })],
  contracts: numbers.map((number, i) => contract({ number, client: i % 2 === 0 ? "C0001" : "C0002" })),
  periods: numbers.map((number) => period({ contract: number })),
  interventions: [intervention({ id: "I1", contract: "2026-007", plannedOn: "2026-11-20" })],
});
const opened = openedOn({ register: firm, problems: [], positions: {} }, today);

/** Problems are told in no order that means anything. */
const inOrder = (plan: Plan) => ({ ...plan, problems: plan.problems.map((one) => JSON.stringify(one)).sort() });

describe("planning a large register again", () => {
  it.each([
    [
      "a new visit",
      insert("interventions", intervention({ id: "I2", contract: "2026-300", doneOn: today, outcome: "done" })),
    ],
    ["a fact that has no contract", insert("interventions", intervention({ id: "I2", contract: "2020-999" }))],
    [
      "a visit that moves",
      update("interventions", intervention({ id: "I1", contract: "2026-007", plannedOn: "2026-11-20" }), {
        contract: "2026-008",
      }),
    ],
    ["a new contract", insert("contracts", contract({ number: "2026-000" }))],
    [
      "a contract that ends",
      update("contracts", contract({ number: "2026-002", client: "C0002" }), { terminatedOn: "2026-10-01" }),
    ],
    ["a client's new name", update("clients", client({ number: "C0002", name: "Petit" }), { name: "Grand" })],
  ])("says the same after %s as planning it all", (_, change) => {
    const after = openedAfter(opened, [change], today);
    const whole = planOf(after.opened.register, [], today);
    expect(inOrder(after.opened.plan)).toEqual(inOrder(whole));
    expect(statusesOf(after.opened.plan)).toEqual(statusesOf(whole));
  });

  it("shows new states where they change and nowhere else", () => {
    const change = update("contracts", contract({ number: "2026-002", client: "C0002" }), {
      terminatedOn: "2026-10-01",
    });
    const { statuses } = openedAfter(opened, [change], today);
    expect([...(statuses.contracts?.keys() ?? [])]).toEqual(["2026-002"]);
    expect(statuses.contracts?.get("2026-002")).not.toHaveProperty("clientName");
  });
});
