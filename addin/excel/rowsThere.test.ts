import { describe, expect, it } from "@jest/globals";
import { isAsExpected, isMeant, rowThere } from "./rowsThere";

const headers = ["Ma colonne", "N° contrat", "Clé", "Faite le", "Résultat"];
const there = (...cells: readonly unknown[]) => rowThere("interventions", headers, cells);
const visit = there("à moi", "2026-001", "I1", 46_350, "Fait");
const work = (key: string, expected: Record<string, string | null> = {}) => ({
  key,
  expected,
  cells: {},
  removed: false,
});

describe("a row read alone", () => {
  it("is known by its key, wherever the columns are", () => {
    expect(visit).toMatchObject({ key: "I1", values: { contract: "2026-001", doneOn: "2026-11-24", outcome: "done" } });
    expect([isMeant(work("I1"), visit), isMeant(work("I2"), visit), isMeant(work("I1"), null)]).toEqual([true, false, false]); // prettier-ignore
  });

  it("is nothing when it is blank", () => {
    expect(there("à moi", "", "", "", "")).toBeNull();
  });

  it("is found under the key that the reader gave it for want of its own", () => {
    expect(isMeant(work("~12"), there("", "2026-001", "", 46_350, "Fait"))).toBe(true);
    expect(isMeant(work("I1~12"), visit)).toBe(true);
  });

  it("must hold what the change was decided on", () => {
    expect(isAsExpected("interventions", work("I1", { doneOn: "2026-11-24", outcome: "done" }), visit)).toBe(true);
    expect(isAsExpected("interventions", work("I1", { doneOn: null }), visit)).toBe(false);
    expect(isAsExpected("interventions", work("I1", { contract: "2026-001~7" }), visit)).toBe(true);
  });
});
