import { expect, it } from "@jest/globals";
import { openInExcel } from "../../tests/builders/excelInNode";
import { putContent, valueAt } from "../../excel-host/model/cells";
import { markSheet, unmarkSheet } from "./sheetMark";

const note = "Ne plus remplir";

function sheetWithList() {
  const excel = openInExcel();
  const [sheet] = excel.workbook.sheets;
  if (sheet === undefined) throw new Error("No sheet");
  putContent(sheet, 0, 0, "Client", null);
  putContent(sheet, 1, 0, "Martin", null);
  return sheet;
}

it("puts its note beside the list and takes it back", async () => {
  const sheet = sheetWithList();
  const mark = await markSheet(sheet.name, note);
  expect(valueAt(sheet, 0, 2)).toBe(note);
  expect(await unmarkSheet(mark)).toBe(true);
  expect(valueAt(sheet, 0, 2)).toBeNull();
  expect(valueAt(sheet, 1, 0)).toBe("Martin");
});

it("leaves what the user has typed over the note", async () => {
  const sheet = sheetWithList();
  const mark = await markSheet(sheet.name, note);
  putContent(sheet, 0, 2, "Mon titre à moi", null);
  expect(await unmarkSheet(mark)).toBe(false);
  expect(valueAt(sheet, 0, 2)).toBe("Mon titre à moi");
});
