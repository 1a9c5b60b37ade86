import { expect, it } from "@jest/globals";
import { isShownFrom1904 } from "./dates1904";

it("a workbook counts from 1904 where a cell shows the day that its number is in that system", () => {
  // 44634 is 14 March 2022 counted from 1900, and 15 March 2026 counted from 1904.
  const shown = ["15/03/2026", "15 mars 2026", "2026-03-15", "14/03/2022", "mars-26", "#####", ""];
  expect(shown.map((text) => isShownFrom1904("2022-03-14", text))).toEqual([true, true, true, false, false, false, false]); // prettier-ignore
});
