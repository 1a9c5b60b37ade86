import { describe, expect, it } from "@jest/globals";
import { officeValue, rawCell } from "./rawCells";

describe("values of Office.js", () => {
  it("are read as cells: blanks, errors, numbers, logical values and text", () => {
    expect(["", "#N/A", "#REF!", "#VALEUR!", 46_000, true, "Martin", "#1"].map(rawCell)).toEqual([
      null,
      { error: "#N/A" },
      { error: "#REF!" },
      { error: "#VALEUR!" },
      46_000,
      true,
      "Martin",
      "#1",
    ]);
  });

  it("are written so that text stays text", () => {
    expect([null, 46_000, true, "Martin", "01000"].map(officeValue)).toEqual(["", 46_000, true, "Martin", "'01000"]);
  });
});
