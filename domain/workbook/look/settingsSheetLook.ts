import { workbook as words } from "../../i18n/fr/workbook";
import { workbookHelp } from "../../i18n/fr/workbookHelp";
import { input } from "../columns";
import type { Column } from "../columns";
import { encodeCell } from "../encode";
import { PAYMENT_DELAY_NAME } from "../formulas";
import type { RawCell } from "../rawCell";
import { TODAY_NAME } from "../schema";
import { SETTINGS_HEADERS, settings } from "../settings";
import type { SettingName, Settings } from "../settings";
import { settingsSections } from "../settingsSections";
import { settingLooks as looks, settingValueLook } from "./cellLook";
import type { CellLook } from "./cellLook";
import { columnGuide } from "./columnGuide";
import type { ColumnGuide } from "./columnGuide";
import type { PrintedSheet } from "./printedPage";
import { sheetTexts } from "./sheetTexts";

/** A cell of the sheet Paramètres; row and column count from 1. */
export type SettingsCell = {
  readonly row: number;
  readonly column: number;
  readonly value: RawCell;
  readonly look: CellLook;
  readonly guide: ColumnGuide | null;
};

const [SECTION, LABEL, VALUE, HELP, KEY] = [1, 2, 3, 4, 5] as const;

/** The places of the sheet Paramètres; rows and columns count from 1. */
export const settingsPlaces = {
  headers: [sheetTexts.section, ...Object.values(SETTINGS_HEADERS)],
  /** In characters. */
  widths: [18, 32, 46, 74, 12],
  hiddenColumn: KEY,
  valueColumn: VALUE,
  todayRow: 6,
  todayLook: settingValueLook(input("date", { width: 0 }), true),
  headerRow: 8,
  lastRow: 8 + settingsSections.reduce((sum, { settings: own }) => sum + own.length, 0),
} as const;

const { todayRow, headerRow, headers } = settingsPlaces;

/** How the sheet Paramètres is printed. */
export const printedSettings: PrintedSheet = { titleRow: headerRow, area: null, onOnePage: true };

/** The settings in their order, with the row of each and the title of its group, which the first one shows. */
const lines = settingsSections
  .flatMap(({ title, settings: own }) => own.map((name: SettingName, index) => ({ title, name, isFirst: index === 0 })))
  .map((line, index) => ({ ...line, row: headerRow + 1 + index }));

/** The names of cells of the sheet, which formulas use, with the row of each in the column of values. */
export const settingsNames: readonly (readonly [name: string, row: number])[] = [
  [TODAY_NAME, todayRow],
  ...lines.flatMap(({ name, row }) => (name === "paymentDelayDays" ? [[PAYMENT_DELAY_NAME, row] as const] : [])),
];

/** The heights of its rows, in points. */
export const settingsHeights: readonly (readonly [row: number, height: number])[] = [
  [1, 32],
  [2, 18],
  [3, 18],
  [4, 18],
  [todayRow, 32],
  [headerRow, 24],
  ...lines.map(({ name, row }): [number, number] => [row, settings[name].type === "longText" ? 48 : 20]),
];

const keptByTacite: readonly SettingName[] = ["registerId", "schemaVersion", "revision"];

/** All cells of the sheet Paramètres but that of today: what it is for, and one line per setting. */
export function settingsCells(values: Settings): readonly SettingsCell[] {
  const introduction = [sheetTexts.settingsIntroduction, sheetTexts.columnColours, sheetTexts.hiddenSheets];
  return [
    cell(1, SECTION, words.sheets.settings, looks.title),
    // Without wrapping they run on over the blank cells beside.
    ...introduction.map((text, index) => cell(2 + index, SECTION, text, looks.explanation)),
    cell(todayRow, LABEL, sheetTexts.todayLabel, looks.section),
    cell(todayRow, HELP, sheetTexts.todayHelp, looks.help),
    ...headers.map((header, index) => cell(headerRow, 1 + index, header, looks.header)),
    ...lines.flatMap((line) => settingCells(line, values)),
  ];
}

function settingCells(
  { title, name, isFirst, row }: (typeof lines)[number],
  values: Settings,
): readonly SettingsCell[] {
  const column: Column = settings[name];
  const label = words.settings[name];
  const help = workbookHelp.settings[name];
  return [
    cell(row, SECTION, title, isFirst ? looks.section : looks.sectionRepeated),
    cell(row, LABEL, label, looks.label),
    {
      ...cell(row, VALUE, encodeCell(column, values[name]), settingValueLook(column, !keptByTacite.includes(name))),
      guide: columnGuide(column, label, help),
    },
    cell(row, HELP, help, looks.help),
    cell(row, KEY, name, looks.key),
  ];
}

function cell(row: number, column: number, value: RawCell, look: CellLook): SettingsCell {
  return { row, column, value, look, guide: null };
}
