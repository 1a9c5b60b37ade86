import { columnLook } from "../../domain/workbook/look/cellLook";
import type { RoundSheet } from "../../domain/round/roundSheet";
import type { AddedParts } from "./createTables";
import { inWorkbook } from "./inWorkbook";
import { layOutPage } from "./newPage";
import { officeValue } from "./rawCells";
import { applyLook, columnWidth, inEveryCell } from "./sheetLook";
import { freeSheetName } from "./sheetNames";

/** In points. Rows that were never touched fit what they hold only where Excel itself draws them. */
const LINE_HEIGHT = 16;

/** As many lines as a cell needs in a column so many characters wide, words not filling theirs. */
function linesOf(cell: string | number | null, width: number): number {
  if (typeof cell !== "string") return 1;
  return cell.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.1) / width)), 0);
}

/** Adds a sheet with the round, beside the user's own, ready to be printed. Throws an ExcelError. */
export function addRoundSheet({ name, columns, rows }: RoundSheet): Promise<AddedParts> {
  return inWorkbook(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    const active = worksheets.getActiveWorksheet().load("id");
    await context.sync();
    const taken = new Set(worksheets.items.map((one) => one.name.toLowerCase()));
    const sheet = worksheets.add(freeSheetName(name, taken));
    const header = sheet.getRangeByIndexes(0, 0, 1, columns.length);
    header.values = [columns.map((column) => column.header)];
    applyLook(header, columnLook({ role: "input", type: "text", width: 0 }).header);
    columns.forEach(({ width, isDate }, index) => {
      sheet.getCell(0, index).format.columnWidth = columnWidth(width);
      if (rows.length > 0) {
        sheet.getRangeByIndexes(1, index, rows.length, 1).numberFormat = inEveryCell(isDate ? "dd/mm/yyyy" : "@");
      }
    });
    if (rows.length > 0) {
      const body = sheet.getRangeByIndexes(1, 0, rows.length, columns.length);
      body.values = rows.map((row) => row.map(officeValue));
      applyLook(body, { vertical: "top", wrap: true, lines: "box" });
      rows.forEach((row, index) => {
        const lines = row.map((cell, column) => linesOf(cell, columns[column]?.width ?? 1));
        sheet.getCell(1 + index, 0).format.rowHeight = LINE_HEIGHT * Math.max(...lines);
      });
    }
    sheet.freezePanes.freezeRows(1);
    sheet.activate();
    sheet.load("id,name");
    await context.sync();
    // Excel refuses to lay a page out where no printer is known.
    layOutPage(sheet, { titleRow: 1, area: null, onOnePage: false });
    await context.sync().catch(() => undefined);
    const sheets = [{ id: sheet.id, name: sheet.name }];
    return { sheets, names: [], columns: [], settings: [], olderVersion: null, activeSheet: active.id };
  });
}
