import type { Workbook } from "exceljs";
import type { CivilDate } from "../../domain/dates/civilDate";
import { toSerial } from "../../domain/dates/excelSerial";
import { workbook as words } from "../../domain/i18n/fr/workbook";
import { columnLetters } from "../../domain/workbook/columnLetters";
import {
  printedSettings,
  settingsCells,
  settingsHeights,
  settingsNames,
  settingsPlaces,
} from "../../domain/workbook/look/settingsSheetLook";
import { SETTINGS_TABLE, type Settings } from "../../domain/workbook/settings";
import { cellStyle } from "./cellStyles";
import { cellValidation } from "./cellValidation";
import type { TablePart } from "./finishPackage";
import { printedPage } from "./printedPage";
import { addTable } from "./tableSheet";

const { headers, widths, hiddenColumn, valueColumn, todayRow, todayLook, headerRow, lastRow } = settingsPlaces;

/** The sheet Paramètres: what it is for, the cell of today's date, and one line per setting. */
export function addSettingsSheet(
  workbook: Workbook,
  values: Settings,
  { today, rehearsal }: { readonly today: CivilDate; readonly rehearsal: boolean },
): TablePart {
  const sheet = workbook.addWorksheet(words.sheets.settings, {
    views: [{ state: "frozen", xSplit: 0, ySplit: headerRow, showGridLines: false }],
    ...printedPage(printedSettings),
  });
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  sheet.getColumn(hiddenColumn).hidden = true;
  for (const [row, height] of settingsHeights) sheet.getRow(row).height = height;

  for (const { row, column, value, look, guide } of settingsCells(values)) {
    const cell = sheet.getCell(row, column);
    Object.assign(cell, { value, style: cellStyle(look) });
    if (guide !== null) cell.dataValidation = cellValidation(guide);
  }
  const serial = toSerial(today);
  Object.assign(sheet.getCell(todayRow, valueColumn), {
    value: rehearsal ? serial : { formula: "TODAY()", result: serial },
    style: cellStyle(todayLook),
  });
  for (const [name, row] of settingsNames) {
    workbook.definedNames.add(`'${sheet.name}'!$${columnLetters(valueColumn)}$${row}`, name);
  }
  const part: TablePart = {
    name: SETTINGS_TABLE,
    ref: `A${headerRow}:${columnLetters(headers.length)}${lastRow}`,
    // Sorted lines would leave the named cell of the delay behind.
    filterButtons: false,
    columns: headers.map((name) => ({ name, formula: null })),
  };
  addTable(sheet, part);
  return part;
}
