import { describe, expect, it } from "@jest/globals";
import { cellText } from "./cellText";

describe("text handed to Excel", () => {
  it.each(["=1+1", "+33 6 12", "-5", "@SOMME(A1)", "  =1", "\t=1", "\n=1", "'déjà", "\u00A0=1", "#N/A", "%x"])(
    "keeps %j from becoming a formula",
    (text) => {
      expect(cellText(text)).toBe(`'${text}`);
    },
  );

  it.each([
    "01000",
    "06 12 34 56 78",
    "1/2",
    "12E5",
    "2026-001",
    "1 234,50 €",
    "12:30",
    "9 am",
    "3 mars",
    "mai 2026",
    "1-déc.-26",
    "VRAI",
    "false",
    "(5)",
  ])("keeps %j from becoming a number, a date or a logical value", (text) => {
    expect(cellText(text)).toBe(`'${text}`);
  });

  it.each([
    "Martin",
    "12, rue des Lilas",
    "C0001",
    "I-2f9c",
    "Paul “Popol” O'Hara",
    "💧 fuite",
    "Martin 12",
    "mars",
    "a\tb",
    "deux\nlignes",
  ])("leaves %j as it is", (text) => {
    expect(cellText(text)).toBe(text);
  });

  it("drops what no workbook can hold", () => {
    expect(cellText("a\u0000b\u001Fc\uD83Dd\r\ne")).toBe("abcd\ne");
  });

  it("cuts at what a cell can hold, never through a character", () => {
    expect(cellText("é".repeat(40_000))).toHaveLength(32_767);
    expect(cellText(`${"é".repeat(32_766)}💧`)).toHaveLength(32_766);
    expect(cellText(`=${"é".repeat(32_766)}`)).toBe(`'=${"é".repeat(32_765)}`);
  });
});
