import type { Cell, Worksheet } from "exceljs";
import { DAYS_FROM_1900_TO_1904 } from "../../domain/dates/dates1904";
import { fromSerial } from "../../domain/dates/excelSerial";
import type { SourceArea, SourceCell, SourceSheet } from "../../domain/import/sourceSheet";
import { columnNumber } from "../../domain/workbook/columnLetters";
import { dayStyles } from "./dayStyles";
import { loadSheet, openOutline } from "./loadSheet";
import { plainCell } from "./plainCell";
import { preparedSheet } from "./preparedSheet";
import { sharedStrings } from "./sharedStrings";
import type { SheetOutline } from "./workbookOutline";
import { inflated } from "./zipEntries";

/**
 * All sheets of a saved .xlsx as they are, charts left out: a list of the user's own may lie in any of them.
 * @throws WorkbookUnreadable when the bytes are no readable workbook, or more than 500 MB once inflated.
 */
export async function readSheets(bytes: Uint8Array): Promise<readonly SourceSheet[]> {
  const { outline, sheets } = openOutline(bytes, () => true);
  const strings = outline.sharedStrings ? sharedStrings(inflated(outline.sharedStrings)) : [];
  const styles = outline.styles ? dayStyles(inflated(outline.styles)) : new Set<number>();
  const read: SourceSheet[] = [];
  for (const sheet of sheets) {
    const content = inflated(sheet.content);
    const prepared = preparedSheet(content, outline.date1904);
    const days = cellsOfStyles(Buffer.from(prepared).toString("latin1"), styles);
    const shift = outline.date1904 ? DAYS_FROM_1900_TO_1904 : 0;
    const sourceCell = (cell: Cell): SourceCell => {
      const value = plainCell(cell, strings);
      const date = typeof value === "number" && days.has(cell.address) ? fromSerial(value + shift) : null;
      return date === null ? value : { date };
    };
    // One sheet at a time: all of them together in exceljs would take the memory of the whole workbook.
    const rows = rowsOf(await loadSheet(prepared, null), sourceCell);
    const text = content.toString("latin1");
    read.push({
      name: sheet.name,
      hidden: sheet.hidden,
      rows,
      merged: mergedAreas(text),
      hiddenRows: hiddenRows(text).filter((row) => row <= rows.length),
      tables: sheet.tables.map(tableArea),
    });
  }
  return read;
}

const blankRow: readonly SourceCell[] = [];

function rowsOf(worksheet: Worksheet, sourceCell: (cell: Cell) => SourceCell): readonly (readonly SourceCell[])[] {
  const rows: (readonly SourceCell[])[] = [];
  worksheet.eachRow({ includeEmpty: false }, (row, number) => {
    const cells: SourceCell[] = [];
    row.eachCell({ includeEmpty: false }, (cell, column) => {
      const value = sourceCell(cell);
      if (value === null) return;
      while (cells.length < column - 1) cells.push(null);
      cells[column - 1] = value;
    });
    if (cells.length === 0) return;
    while (rows.length < number - 1) rows.push(blankRow);
    rows[number - 1] = cells;
  });
  return rows;
}

/** The addresses of the cells that have one of these styles. */
function cellsOfStyles(sheet: string, styles: ReadonlySet<number>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, attributes = ""] of sheet.matchAll(/<c\s([^>]*)>/g)) {
    const style = /\bs=["'](\d+)["']/.exec(attributes)?.[1];
    if (style !== undefined && styles.has(Number(style))) found.add(/\br=["'](\w+)["']/.exec(attributes)?.[1] ?? "");
  }
  return found;
}

function mergedAreas(sheet: string): readonly SourceArea[] {
  const found = sheet.matchAll(/<(?:[\w.-]+:)?mergeCell\s[^>]*?ref=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']/g);
  return [...found].map(([, left = "", top, right = "", bottom]) => ({
    top: Number(top),
    left: columnNumber(left),
    bottom: Number(bottom),
    right: columnNumber(right),
  }));
}

function hiddenRows(sheet: string): readonly number[] {
  const hidden: number[] = [];
  let row = 0;
  for (const [, attributes = ""] of sheet.matchAll(/<(?:[\w.-]+:)?row\b([^>]*)>/g)) {
    // A row may leave its number out when it follows the one before.
    row = Number(/\sr=["'](\d+)["']/.exec(attributes)?.[1] ?? row + 1);
    if (/\shidden=["'](?:1|true)["']/.test(attributes)) hidden.push(row);
  }
  return hidden;
}

function tableArea({ name, firstRow, firstColumn, lastRow, lastColumn }: SheetOutline["tables"][number]) {
  return { name, top: firstRow, left: firstColumn, bottom: lastRow, right: lastColumn };
}
