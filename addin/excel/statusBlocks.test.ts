import { describe, expect, it } from "@jest/globals";
import { exchangesOf, statusBlocks } from "./statusBlocks";

const headers = ["N° contrat", "Client", "à moi", "Ville"];
const blocks = (rows: Record<number, Record<string, string | null>>) =>
  statusBlocks("contracts", headers, new Map(Object.entries(rows).map(([offset, cells]) => [Number(offset), cells])));

describe("states to be shown", () => {
  it("are written by columns, neighbours together, and only where they change", () => {
    const written = blocks({
      1: { clientName: "Martin", city: "Nantes" },
      2: { clientName: "Petit" },
      7: { city: null },
    });
    expect(written.map(({ column, offset, values }) => [column.name, offset, values])).toEqual([
      ["clientName", 1, ["Martin", "Petit"]],
      ["city", 1, ["Nantes"]],
      ["city", 7, [null]],
    ]);
  });

  it("are left out where the user has removed the column", () => {
    expect(blocks({ 1: { contractState: "En cours" } })).toEqual([]);
  });

  it("go in exchanges that Excel on the web accepts", () => {
    const column = { values: Array.from({ length: 50_000 }, () => "à faire avant le 24/11/2026") };
    expect(exchangesOf([column, column, column]).map(({ length }) => length)).toEqual([2, 1]);
    const cells = Array.from({ length: 7_000 }, () => ({ values: [null] }));
    expect(exchangesOf(cells).map(({ length }) => length)).toEqual([5_932, 1_068]);
    expect(exchangesOf([])).toEqual([]);
  });
});
