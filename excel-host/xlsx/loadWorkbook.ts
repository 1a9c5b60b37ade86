import { findSheet, type DefinedName, type Sheet, type Table, type Workbook } from "../model/workbook";
import { createSheet, createWorkbook, newSheetId } from "../model/workbook";
import { createStyles } from "../model/style";
import { type Package, readPart, type Relationship, relationshipsOf, unpack } from "./package";
import { readCharts } from "./chartParts";
import { describeWorkbook } from "./describeWorkbook";
import { readLayout } from "./readLayout";
import { readRows, textOf } from "./readRows";
import { isOn, readStyles } from "./readStyles";
import { readSettings } from "./settingsPart";
import { readTable } from "./readTable";
import { sheetChildren } from "./sheetParts";
import { type WorkbookFile, workbookFile } from "./workbookFile";
import { type attributesOf, element, elements, unescaped } from "./xml";

/** A workbook in memory and the file that it came from, to be handed to saveWorkbook. */
export type LoadedWorkbook = { readonly workbook: Workbook; readonly file: WorkbookFile };

/** Opens an .xlsx. @throws Error when it is none. */
export function loadWorkbook(bytes: Uint8Array): LoadedWorkbook {
  const parts = unpack(bytes);
  const workbookPart = relationshipsOf(parts, "").find(({ type }) => type === "officeDocument")?.target ?? "";
  const xml = readPart(parts, workbookPart);
  if (xml === "") throw new Error("The file is not an Excel workbook.");
  const file = workbookFile(parts, workbookPart);
  const workbook = createWorkbook();
  const relations = relationshipsOf(parts, workbookPart);
  const styles = readStyles(partOf(parts, relations, "styles"));
  workbook.styles = createStyles(styles.cells);
  const strings = elements(partOf(parts, relations, "sharedStrings"), "si").map(({ inner }) => textOf(inner));
  workbook.sheets = elements(element(xml, "sheets")?.inner ?? "", "sheet").map(({ attributes }) => {
    const target = relations.find(({ id }) => id === attributes["r:id"])?.target ?? "";
    const sheet = createSheet(newSheetId(workbook), attributes.name ?? "", target);
    if (attributes.state === "hidden" || attributes.state === "veryHidden") sheet.visibility = attributes.state;
    const part = readPart(parts, target);
    readLayout(sheet, sheetChildren(part), styles.differences, file.originals);
    readRows(sheet, part, strings);
    sheet.tables = tablesOf(parts, sheet, target);
    sheet.charts = readCharts(parts, target, () => String((workbook.lastId += 1)));
    sheet.changed.rows.clear();
    return sheet;
  });
  workbook.names = elements(element(xml, "definedNames")?.inner ?? "", "definedName").map(({ attributes, inner }) =>
    nameOf(workbook, attributes, unescaped(inner)),
  );
  workbook.settings = readSettings(parts);
  workbook.active = activeSheet(workbook, xml);
  describeWorkbook(workbook, file);
  return { workbook, file };
}

function partOf(parts: Package, relations: readonly Relationship[], type: string): string {
  return readPart(parts, relations.find((relation) => relation.type === type)?.target ?? "");
}

function tablesOf(parts: Package, sheet: Sheet, path: string): Table[] {
  return relationshipsOf(parts, path)
    .filter(({ type }) => type === "table")
    .flatMap(({ target }) => readTable(sheet, target, readPart(parts, target)) ?? []);
}

function nameOf(
  workbook: Workbook,
  { name = "", localSheetId, hidden }: ReturnType<typeof attributesOf>,
  formula: string,
): DefinedName {
  const sheet = localSheetId === undefined ? null : (workbook.sheets[Number(localSheetId)] ?? null);
  return { name, formula, visible: !isOn(hidden), sheet };
}

function activeSheet(workbook: Workbook, xml: string): Sheet {
  const tab = Number(element(xml, "workbookView")?.attributes.activeTab ?? 0);
  const visible = workbook.sheets.filter(({ visibility }) => visibility === "visible");
  const active = workbook.sheets[tab];
  const shown = active !== undefined && visible.includes(active) ? active : visible[0];
  return shown ?? findSheet(workbook, "") ?? workbook.active;
}
