import {
  settingsCells,
  settingsHeights,
  settingsNames,
  settingsPlaces,
} from "../../domain/workbook/look/settingsSheetLook";
import { TABLE_STYLE } from "../../domain/workbook/look/tableSheetLook";
import { SETTINGS_TABLE } from "../../domain/workbook/settings";
import type { Settings } from "../../domain/workbook/settings";
import { applyGuide } from "./columnGuide";
import { officeValue } from "./rawCells";
import { applyLook, columnWidth, runsOfLooks } from "./sheetLook";

const { headers, widths, hiddenColumn, valueColumn, todayRow, todayLook, headerRow, lastRow } = settingsPlaces;

/** The sheet Paramètres: what it is for, the cell of today's date, and one line per setting. */
export function fillSettingsSheet(
  sheet: Excel.Worksheet,
  values: Settings,
  addName: (name: string, cells: Excel.Range) => void,
): void {
  const cells = settingsCells(values);
  const cellAt = (row: number, column: number) => sheet.getCell(row - 1, column - 1);
  const byPlace = new Map(cells.map((cell) => [`${String(cell.row)}:${String(cell.column)}`, cell]));
  const grid = Array.from({ length: lastRow }, (_, row) =>
    headers.map((__, column) => byPlace.get(`${String(row + 1)}:${String(column + 1)}`)),
  );
  const all = sheet.getRangeByIndexes(0, 0, lastRow, headers.length);
  all.numberFormat = grid.map((line) => line.map((cell) => cell?.look.numberFormat ?? "General"));
  all.values = grid.map((line) => line.map((cell) => officeValue(cell?.value ?? null)));
  const today = cellAt(todayRow, valueColumn);
  today.numberFormat = [[todayLook.numberFormat]];
  today.formulas = [["=TODAY()"]];
  applyLook(today, todayLook);

  headers.forEach((_, column) => {
    // The header gets its look with the table.
    const looks = grid.map((line, row) => (row === headerRow - 1 ? {} : (line[column]?.look ?? {})));
    for (const { first, count, value } of runsOfLooks(looks)) {
      if (Object.keys(value).length > 0) applyLook(sheet.getRangeByIndexes(first, column, count, 1), value);
    }
  });
  for (const { row, column, guide } of cells) if (guide !== null) applyGuide(cellAt(row, column), guide);
  for (const [name, row] of settingsNames) addName(name, cellAt(row, valueColumn));

  const table = sheet.tables.add(
    sheet.getRangeByIndexes(headerRow - 1, 0, lastRow - headerRow + 1, headers.length),
    true,
  );
  table.name = SETTINGS_TABLE;
  table.style = TABLE_STYLE;
  table.showBandedRows = false;
  // Sorted lines would leave the named cell of the delay behind.
  table.showFilterButton = false;
  const headerLook = cells.find(({ row }) => row === headerRow)?.look;
  if (headerLook !== undefined) applyLook(table.getHeaderRowRange(), headerLook);

  widths.forEach((width, index) => (cellAt(1, index + 1).format.columnWidth = columnWidth(width)));
  for (const [row, height] of settingsHeights) cellAt(row, 1).format.rowHeight = height;
  cellAt(1, hiddenColumn).getEntireColumn().columnHidden = true;
  sheet.showGridlines = false;
  sheet.freezePanes.freezeRows(headerRow);
}
