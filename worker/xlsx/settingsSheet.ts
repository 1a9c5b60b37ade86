import type { Workbook, Worksheet } from "exceljs";
import type { CivilDate } from "../../domain/dates/civilDate";
import { toSerial } from "../../domain/dates/excelSerial";
import { workbook as words } from "../../domain/i18n/fr/workbook";
import { input } from "../../domain/workbook/columns";
import type { Column } from "../../domain/workbook/columns";
import { encodeCell } from "../../domain/workbook/encode";
import { PAYMENT_DELAY_NAME } from "../../domain/workbook/formulas";
import { SETTINGS_HEADERS } from "../../domain/workbook/settings";
import { TODAY_NAME } from "../../domain/workbook/schema";
import { SETTINGS_TABLE, type SettingName, type Settings, settings } from "../../domain/workbook/settings";
import { settingsSections } from "../../domain/workbook/settingsSections";
import { type CellStyle, settingStyles, settingValueStyle } from "./cellStyles";
import { cellValidation } from "./cellValidation";
import type { TablePart } from "./finishPackage";
import { printedPage } from "./printedPage";
import { registerTexts } from "./registerTexts";
import { addTable } from "./tableSheet";

const headers = ["Rubrique", ...Object.values(SETTINGS_HEADERS)];
const widths = [18, 32, 46, 74, 12];
const [SECTION, LABEL, VALUE, HELP, KEY] = [1, 2, 3, 4, 5] as const;
const TODAY_ROW = 6;
const HEADER_ROW = 8;

/** The sheet Paramètres: what it is for, the cell of today's date, and one line per setting. */
export function addSettingsSheet(
  workbook: Workbook,
  values: Settings,
  { today, rehearsal }: { readonly today: CivilDate; readonly rehearsal: boolean },
): TablePart {
  const sheet = workbook.addWorksheet(words.sheets.settings, {
    views: [{ state: "frozen", xSplit: 0, ySplit: HEADER_ROW, showGridLines: false }],
    ...printedPage({ orientation: "landscape", titleRow: HEADER_ROW, onOnePage: true, printArea: null }),
  });
  widths.forEach((width, index) => (sheet.getColumn(index + 1).width = width));
  sheet.getColumn(KEY).hidden = true;

  writeIntroduction(sheet);
  const date: Column = input("date", { width: 0 });
  put(sheet, TODAY_ROW, LABEL, registerTexts.todayLabel, settingStyles.section);
  const serial = toSerial(today);
  put(
    sheet,
    TODAY_ROW,
    VALUE,
    rehearsal ? serial : { formula: "TODAY()", result: serial },
    settingValueStyle(date, true),
  );
  put(sheet, TODAY_ROW, HELP, registerTexts.todayHelp, settingStyles.help);
  sheet.getRow(TODAY_ROW).height = 32;
  nameCell(workbook, sheet, TODAY_NAME, TODAY_ROW);

  headers.forEach((header, index) => put(sheet, HEADER_ROW, index + 1, header, settingStyles.header));
  sheet.getRow(HEADER_ROW).height = 24;
  let row = HEADER_ROW;
  for (const { title, settings } of settingsSections) {
    settings.forEach((name: SettingName, index) => {
      row += 1;
      writeSetting(sheet, row, name, values);
      put(sheet, row, SECTION, title, index === 0 ? settingStyles.section : settingStyles.sectionRepeated);
      if (name === "paymentDelayDays") nameCell(workbook, sheet, PAYMENT_DELAY_NAME, row);
    });
  }
  const part: TablePart = {
    name: SETTINGS_TABLE,
    ref: `A${HEADER_ROW}:E${row}`,
    // Sorted lines would leave the named cell of the delay behind.
    filterButtons: false,
    columns: headers.map((name) => ({ name, formula: null })),
  };
  addTable(sheet, part);
  return part;
}

function writeIntroduction(sheet: Worksheet): void {
  put(sheet, 1, 1, words.sheets.settings, settingStyles.title);
  sheet.getRow(1).height = 32;
  [registerTexts.settingsIntroduction, registerTexts.columnColours, registerTexts.hiddenSheets].forEach(
    (text, index) => {
      put(sheet, index + 2, 1, text, settingStyles.explanation);
      sheet.mergeCells(index + 2, SECTION, index + 2, HELP);
      sheet.getRow(index + 2).height = 18;
    },
  );
}

function writeSetting(sheet: Worksheet, row: number, name: SettingName, values: Settings): void {
  const column: Column = settings[name];
  const [label, help] = words.settings[name];
  const typed = !isKeptByTacite(name);
  put(sheet, row, LABEL, label, settingStyles.label);
  put(sheet, row, VALUE, encodeCell(column, values[name]), settingValueStyle(column, typed));
  put(sheet, row, HELP, help, settingStyles.help);
  put(sheet, row, KEY, name, settingStyles.key);
  sheet.getRow(row).height = column.type === "longText" ? 48 : 20;
  sheet.getCell(row, VALUE).dataValidation = cellValidation(column, [label, help]);
}

function isKeptByTacite(name: SettingName): boolean {
  return name === "registerId" || name === "schemaVersion" || name === "revision";
}

function nameCell(workbook: Workbook, sheet: Worksheet, name: string, row: number): void {
  workbook.definedNames.add(`'${sheet.name}'!$C$${row}`, name);
}

function put(sheet: Worksheet, row: number, column: number, value: unknown, style: CellStyle): void {
  Object.assign(sheet.getCell(row, column), { value, style });
}
