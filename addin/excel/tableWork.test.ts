import { describe, expect, it } from "@jest/globals";
import { intervention } from "../../tests/builders/register";
import { insert, update } from "../../domain/changes";
import { tableWorks } from "./tableWork";

const planned = intervention({ id: "I1", plannedOn: "2026-11-20" });
const done = update("interventions", planned, { doneOn: "2026-11-24", outcome: "done" });

describe("what is to be written", () => {
  it("groups the changes by table and by row", () => {
    const second = update("interventions", { ...planned, outcome: "done" }, { outcome: "partial" });
    expect(tableWorks([done, second], {})).toEqual([
      {
        table: "interventions",
        rows: [
          {
            key: "I1",
            expected: { doneOn: null, outcome: null },
            cells: { doneOn: "2026-11-24", outcome: "partial" },
            removed: false,
          },
        ],
        inserts: [],
      },
    ]);
  });

  it("completes a new row with what is said of it afterwards", () => {
    const statuses = { interventions: new Map([["I1", { clientName: "Martin" }]]) };
    const [work] = tableWorks([insert("interventions", planned), done], statuses);
    expect(work?.rows).toEqual([]);
    expect(work?.inserts).toEqual([{ ...planned, doneOn: "2026-11-24", outcome: "done", clientName: "Martin" }]);
  });

  it("asks nothing of a row that is only told its state", () => {
    const statuses = { contracts: new Map([["2026-001", { contractState: "En cours" }]]) };
    expect(tableWorks([], statuses)).toEqual([
      {
        table: "contracts",
        rows: [{ key: "2026-001", expected: null, cells: { contractState: "En cours" }, removed: false }],
        inserts: [],
      },
    ]);
  });

  it("tells no state to a row that goes", () => {
    const statuses = { interventions: new Map([["I1", { clientName: "Martin" }]]) };
    const [work] = tableWorks([{ kind: "delete", table: "interventions", row: planned }], statuses);
    expect(work?.rows).toEqual([{ key: "I1", expected: planned, cells: {}, removed: true }]);
  });
});
