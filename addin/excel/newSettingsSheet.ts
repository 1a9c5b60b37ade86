import { workbook as words } from "../../domain/i18n/fr/workbook";
import type { Column } from "../../domain/workbook/columns";
import { encodeCell } from "../../domain/workbook/encode";
import { PAYMENT_DELAY_NAME } from "../../domain/workbook/formulas";
import { SETTINGS_HEADERS } from "../../domain/workbook/settings";
import { TODAY_NAME } from "../../domain/workbook/schema";
import { SETTINGS_TABLE, settings } from "../../domain/workbook/settings";
import type { SettingName, Settings } from "../../domain/workbook/settings";
import { settingsSections } from "../../domain/workbook/settingsSections";
import { guide } from "./columnGuide";
import { newSheetTexts } from "./newSheetTexts";
import { numberFormat } from "./numberFormat";
import { officeValue } from "./rawCells";
import { columnWidth, sheetColours } from "./sheetLook";

const headers = [newSheetTexts.section, ...Object.values(SETTINGS_HEADERS)];
const widths = [18, 32, 46, 74, 12] as const;
const [LABEL, VALUE, HELP, KEY] = [1, 2, 3, 4] as const;
/** Lines of the sheet, from 0. */
const TODAY_LINE = 5;
const HEADER_LINE = 7;

const keptByTacite: readonly SettingName[] = ["registerId", "schemaVersion", "revision"];

/** The sheet Paramètres: what it is for, the cell of today's date, and one line per setting. */
export function fillSettingsSheet(
  sheet: Excel.Worksheet,
  values: Settings,
  names: Excel.NamedItemCollection,
  taken: ReadonlySet<string>,
): void {
  introduce(sheet);
  const name = (wanted: string, cell: Excel.Range) => {
    if (!taken.has(wanted.toLowerCase())) names.add(wanted, cell);
  };
  const today = sheet.getCell(TODAY_LINE, VALUE);
  today.numberFormat = [["dd/mm/yyyy"]];
  today.formulas = [["=TODAY()"]];
  box(today, true);
  name(TODAY_NAME, today);

  const lines = settingsSections.flatMap(({ title, settings: own }) =>
    own.map((setting: SettingName) => ({ title, setting })),
  );
  const table = sheet.getRangeByIndexes(HEADER_LINE, 0, lines.length + 1, headers.length);
  sheet.getRangeByIndexes(HEADER_LINE, 0, 1, headers.length).values = [headers];
  lines.forEach(({ title, setting }, index) => {
    const line = HEADER_LINE + 1 + index;
    const [label, help] = words.settings[setting];
    sheet.getRangeByIndexes(line, 0, 1, LABEL + 1).values = [[title, label]];
    sheet.getRangeByIndexes(line, HELP, 1, 2).values = [[help, setting]];
    const value = sheet.getCell(line, VALUE);
    writeValue(value, setting, values);
    if (setting === "paymentDelayDays") name(PAYMENT_DELAY_NAME, value);
  });
  finish(sheet, table);
}

function introduce(sheet: Excel.Worksheet): void {
  const texts = [words.sheets.settings, ...newSheetTexts.settingsIntroduction];
  sheet.getRangeByIndexes(0, 0, texts.length, 1).values = texts.map((text) => [text]);
  const title = sheet.getCell(0, 0).format.font;
  title.bold = true;
  title.size = 18;
  title.color = sheetColours.navy;
  sheet.getCell(TODAY_LINE, LABEL).values = [[newSheetTexts.todayLabel]];
  sheet.getCell(TODAY_LINE, LABEL).format.font.bold = true;
  sheet.getCell(TODAY_LINE, HELP).values = [[newSheetTexts.todayHelp]];
}

function writeValue(cell: Excel.Range, name: SettingName, values: Settings): void {
  const column: Column = settings[name];
  cell.numberFormat = [[numberFormat(column)]];
  cell.values = [[officeValue(encodeCell(column, values[name]))]];
  box(cell, !keptByTacite.includes(name));
  guide(cell, column, words.settings[name]);
}

/** Yellow where the user types, grey where he does not. */
function box({ format }: Excel.Range, typed: boolean): void {
  format.fill.color = typed ? sheetColours.inputYellow : sheetColours.filledGrey;
  format.horizontalAlignment = "Left";
}

function finish(sheet: Excel.Worksheet, range: Excel.Range): void {
  const table = sheet.tables.add(range, true);
  table.name = SETTINGS_TABLE;
  table.style = "TableStyleLight1";
  // Sorted lines would leave the named cell of the delay behind.
  table.showFilterButton = false;
  const header = table.getHeaderRowRange().format;
  header.fill.color = sheetColours.navy;
  header.font.color = sheetColours.white;
  header.font.bold = true;
  widths.forEach((width, index) => (sheet.getCell(0, index).format.columnWidth = columnWidth(width)));
  for (const index of [VALUE, HELP]) range.getColumn(index).format.wrapText = true;
  sheet.getCell(TODAY_LINE, HELP).format.wrapText = true;
  range.getColumn(KEY).getEntireColumn().columnHidden = true;
  sheet.freezePanes.freezeRows(HEADER_LINE + 1);
}
