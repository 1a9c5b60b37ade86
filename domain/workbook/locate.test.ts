import { describe, expect, it } from "@jest/globals";
import { locate } from "./locate";

const positions = {
  contracts: {
    sheet: "Mes contrats",
    headerRow: 3,
    columns: new Map([["startsOn", 28]]),
    rows: new Map([["2026-001", 12]]),
  },
};

describe("locate", () => {
  it("names the sheet as the user calls it and the cell by key and column", () => {
    const at = { table: "contracts", key: "2026-001", column: "startsOn" } as const;
    expect(locate(at, positions)).toEqual({ sheet: "Mes contrats", cell: "AB12" });
  });

  it("goes by the line where the key is in doubt", () => {
    expect(locate({ table: "contracts", line: 15, column: "startsOn" }, positions)).toMatchObject({ cell: "AB15" });
  });

  it("points to the header of a column as a whole", () => {
    expect(locate({ table: "contracts", column: "startsOn" }, positions)).toMatchObject({ cell: "AB3" });
  });

  it("points to no cell for a row that is not there", () => {
    const expected = { sheet: "Mes contrats", cell: null };
    expect(locate({ table: "contracts", contract: "2026-009", column: "startsOn" }, positions)).toEqual(expected);
    expect(locate({ table: "contracts", key: "2026-009", column: "startsOn" }, positions)).toEqual(expected);
  });

  it("falls back on the usual name of a sheet that is missing", () => {
    expect(locate({ table: "periods" }, positions)).toEqual({ sheet: "Périodes", cell: null });
  });
});
