import { describe, expect, it } from "@jest/globals";
import { laidColumns } from "./tableColumns";
import { columnRuns, restoredCell, writtenCell } from "./writtenCells";

const headers = ["Ma colonne", "N° contrat", "Clé", "à moi", "Faite le", "Code postal"];
const columns = laidColumns("interventions", headers);
const written = (name: string, value: string | null) => {
  const column = columns.find((one) => one.name === name);
  return column === undefined ? undefined : writtenCell("interventions", column, value);
};

describe("cells as they are written", () => {
  it("go to neighbouring columns together and leave the user's own alone", () => {
    expect(columnRuns(columns).map(({ first, columns: run }) => [first, run.map(({ name }) => name)])).toEqual([
      [1, ["contract", "id"]],
      [4, ["doneOn"]],
    ]);
  });

  it("hold days as numbers, blanks as nothing, and keys as they were typed", () => {
    expect(written("doneOn", "2026-11-24")).toBe(46_350);
    expect(written("doneOn", null)).toBe("");
    expect([written("contract", "2026-001~12"), written("id", "~12")]).toEqual(["'2026-001", ""]);
  });

  it("are given back what they held", () => {
    expect(restoredCell(46_350, "=TODAY()")).toBe("=TODAY()");
    expect(restoredCell("=1+1", "=1+1")).toBe("'=1+1");
    expect([restoredCell("", ""), restoredCell(12, 12), restoredCell("01000", "01000")]).toEqual(["", 12, "'01000"]);
  });
});
