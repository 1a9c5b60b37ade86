import type { Workbook } from "exceljs";
import { columnLetters } from "../../domain/workbook/columnLetters";
import { sheetTexts } from "../../domain/workbook/look/sheetTexts";
import { LIST_WIDTH, wordLists } from "../../domain/workbook/look/wordLists";

/** A hidden sheet with the words of every list, under its name. */
export function addListSheet(workbook: Workbook): void {
  const sheet = workbook.addWorksheet(sheetTexts.listsSheet, { state: "hidden" });
  wordLists.forEach(({ name, words }, index) => {
    const column = sheet.getColumn(index + 1);
    column.values = [name, ...words];
    column.width = LIST_WIDTH;
    const letters = columnLetters(index + 1);
    workbook.definedNames.add(`${sheet.name}!$${letters}$2:$${letters}$${words.length + 1}`, name);
  });
}
