import type { ConditionalFormat, Sheet, Table, Workbook } from "../model/workbook";
import { isFitted, pageElements } from "./pageElements";
import { formatsXml, sheetElements, validationsXml } from "./sheetElements";
import type { WorkbookFile } from "./workbookFile";
import { tableXml } from "./writeTable";

/** Every piece of the description of a workbook, as text that is equal as long as the piece is. */
export function description(workbook: Workbook, file: WorkbookFile): Map<string, string> {
  const pieces = new Map<string, string>([
    ["sheets", JSON.stringify(workbook.sheets.map(({ id, name, visibility }) => [id, name, visibility]))],
    ["names", JSON.stringify(workbook.names.map((name) => [name.name, name.formula, name.visible, name.sheet?.id]))],
    ["active", workbook.active.id],
    ["settings", JSON.stringify([...workbook.settings])],
    ["styles", String(workbook.styles.list.length)],
  ]);
  for (const sheet of workbook.sheets) {
    for (const [name, text] of Object.entries(describeSheet(sheet, file))) pieces.set(`${sheet.id} ${name}`, text);
    for (const table of sheet.tables) pieces.set(tableKey(table), tableXml(table, ""));
  }
  return pieces;
}

/** Remembers that the file says what the workbook says. */
export function describeWorkbook(workbook: Workbook, file: WorkbookFile): void {
  file.written.clear();
  for (const [piece, text] of description(workbook, file)) file.written.set(piece, text);
}

export function tableKey(table: Table): string {
  return `${table.sheet.id} table ${table.id}`;
}

function describeSheet(sheet: Sheet, { originals }: WorkbookFile): Readonly<Record<string, string>> {
  return {
    cols: sheetElements.cols(sheet),
    sheetProtection: sheetElements.sheetProtection(sheet),
    mergeCells: sheetElements.mergeCells(sheet),
    sheetViews: JSON.stringify([sheet.frozen, sheet.selection, sheet.gridlines]),
    sheetPr: JSON.stringify([sheet.tabColor, isFitted(sheet.page)]),
    pageMargins: pageElements.pageMargins(sheet.page),
    pageSetup: pageElements.pageSetup(sheet.page),
    headerFooter: pageElements.headerFooter(sheet.page),
    dataValidations: validationsXml(sheet, originals),
    conditionalFormatting: formatsXml(sheet, originals, looks),
    charts: JSON.stringify(sheet.charts),
    tableParts: sheet.tables.map(({ id }) => id).join(),
  };
}

function looks({ fill, color, bold, strikethrough, line }: ConditionalFormat): number {
  return JSON.stringify([fill, color, bold, strikethrough, line]).length;
}
