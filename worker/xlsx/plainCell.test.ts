import { describe, expect, it } from "@jest/globals";
import ExcelJS from "exceljs";
import { plainCell } from "./plainCell";

const date = new Date(Date.UTC(2026, 2, 15, 18));
const sheet = new ExcelJS.Workbook().addWorksheet("1");
const plain = (value: ExcelJS.CellValue) => {
  const cell = sheet.getCell("A1");
  cell.value = value;
  return plainCell(cell, ["Contrat", ""]);
};

describe("plainCell", () => {
  it.each<[string, ExcelJS.CellValue, unknown]>([
    ["text", " 01000 ", " 01000 "],
    ["empty text", "", null],
    ["number", 115.5, 115.5],
    ["false", false, false],
    ["blank", null, null],
    ["date", date, 46096.75],
    ["error", { error: "#DIV/0!" }, { error: "#DIV/0!" }],
    ["rich text", { richText: [{ text: "du" }, { text: "pont" }] }, "dupont"],
    ["formula with a number", { formula: "1+1", result: 2 }, 2],
    ["formula with a date", { formula: "TODAY()", result: date }, 46096.75],
    ["formula with an empty text", { formula: '""', result: "" }, null],
    ["formula with an error", { formula: "NA()", result: { error: "#N/A" } }, { error: "#N/A" }],
    ["formula without a saved result", { formula: "1+1" }, null],
    ["formula whose date exceljs could not make", { formula: "A2", result: new Date(NaN) }, { error: "#VALUE!" }],
  ])("%s", (_, value, expected) => {
    expect(plain(value)).toEqual(expected);
  });

  it("reads the result of a shared formula", () => {
    sheet.getCell("B1").value = { formula: "C1", result: 1 };
    sheet.getCell("B2").value = { sharedFormula: "B1", result: 7 };
    expect(plainCell(sheet.getCell("B2"), [])).toBe(7);
  });

  it("gives the cell under a merge no value of its own", () => {
    sheet.getCell("D1").value = "maître";
    sheet.mergeCells("D1:E1");
    expect([plainCell(sheet.getCell("D1"), []), plainCell(sheet.getCell("E1"), [])]).toEqual(["maître", null]);
  });
});
