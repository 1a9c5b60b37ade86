import { describe, expect, it } from "@jest/globals";
import { columnLetters, columnNumber } from "./columnLetters";

describe("the name of a column", () => {
  it.each([
    [1, "A"],
    [26, "Z"],
    [27, "AA"],
    [52, "AZ"],
    [703, "AAA"],
    [16384, "XFD"],
  ])("is %i in numbers and %s in letters", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
    expect(columnNumber(letters)).toBe(column);
  });
});
