import { inWorkbook } from "./inWorkbook";
import { cellText } from "./cellText";

/** What was written in a sheet of the user's own, so that it can be taken back. */
export type SheetMark = {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly note: string;
  readonly tabColor: string;
};

const GREY = "#8A8886";

/**
 * Greys the tab of a sheet and writes a note beside its first filled row, two columns to the right, where no table can
 * grow over it. Nothing of what is there is written over. Throws an ExcelError.
 */
export function markSheet(name: string, note: string): Promise<SheetMark> {
  return inWorkbook(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name).load("id,tabColor");
    const used = sheet.getUsedRange().load("rowIndex,columnIndex,columnCount");
    await context.sync();
    const { id: sheetId, tabColor } = sheet;
    const mark = { sheetId, row: used.rowIndex, column: used.columnIndex + used.columnCount + 1, note, tabColor };
    sheet.getCell(mark.row, mark.column).values = [[cellText(note)]];
    sheet.tabColor = GREY;
    await context.sync();
    return mark;
  });
}

/**
 * Takes the mark back. False when the note is no longer in its cell: what is there now is the user's own, and stays.
 * Throws an ExcelError.
 */
export function unmarkSheet({ sheetId, row, column, note, tabColor }: SheetMark): Promise<boolean> {
  return inWorkbook(async (context) => {
    const sheet = context.workbook.worksheets.getItem(sheetId).load("tabColor");
    const cell = sheet.getCell(row, column).load("values");
    await context.sync();
    const isOurs = String(cell.values[0]?.[0]) === note;
    if (isOurs) cell.values = [[""]];
    if (sheet.tabColor.toUpperCase() === GREY) sheet.tabColor = tabColor;
    await context.sync();
    return isOurs;
  });
}
