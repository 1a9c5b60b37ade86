import { LIST_WIDTH, wordLists } from "../../domain/workbook/look/wordLists";
import { columnWidth } from "./sheetLook";

/** Fills a sheet with the words of every list, under its name. */
export function fillListSheet(sheet: Excel.Worksheet, addName: (name: string, cells: Excel.Range) => void): void {
  const height = 1 + Math.max(...wordLists.map(({ words }) => words.length));
  const all = sheet.getRangeByIndexes(0, 0, height, wordLists.length);
  all.values = Array.from({ length: height }, (_, row) =>
    wordLists.map(({ name, words }) => (row === 0 ? name : (words[row - 1] ?? ""))),
  );
  all.format.columnWidth = columnWidth(LIST_WIDTH);
  wordLists.forEach(({ name, words }, index) => addName(name, sheet.getRangeByIndexes(1, index, words.length, 1)));
}
