import { edit, tell } from "../model/edit";
import type { Sheet, Table, Workbook } from "../model/workbook";
import { removeCharts, saveCharts } from "./chartParts";
import { description, describeWorkbook, tableKey } from "./describeWorkbook";
import {
  addPart,
  addRelationship,
  freePath,
  pack,
  type Package,
  readPart,
  relationshipsOf,
  removePart,
  removeRelationship,
  writePart,
} from "./package";
import { isFitted, pageElements } from "./pageElements";
import { writeSettings } from "./settingsPart";
import { formatsXml, sheetElements, validationsXml, viewsXml } from "./sheetElements";
import { assembledSheet, sheetPieces } from "./sheetParts";
import { stringTable, type StringTable } from "./stringTable";
import type { WorkbookFile } from "./workbookFile";
import { patchedRows } from "./writeRows";
import { styleSheet, type StyleSheet } from "./writeStyles";
import { tableXml } from "./writeTable";
import { attributesOf, attributeText, type childElements, element, elements, escaped } from "./xml";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/**
 * The workbook as an .xlsx. Only what changed since it was loaded or last saved is written; every other part of the file
 * keeps its bytes. The workbook is clean afterwards.
 */
export function saveWorkbook(workbook: Workbook, file: WorkbookFile): Uint8Array {
  const writer = writerOf(workbook, file);
  const before = new Map(file.written);
  removeLostSheets(writer);
  for (const sheet of workbook.sheets) writer.paths.set(sheet.id, sheetPath(writer, sheet));
  for (const sheet of workbook.sheets) saveSheet(writer, sheet, before);
  saveShared(writer);
  if (writer.isStale("sheets") || writer.isStale("names") || writer.isStale("active")) saveOutline(writer);
  if (writer.isStale("settings")) writeSettings(file.parts, workbook.settings);
  describeWorkbook(workbook, file);
  for (const sheet of workbook.sheets) sheet.changed = { rows: new Set(), rowsFrom: Infinity };
  edit(workbook, "host", () => {
    workbook.dirty = false;
    tell(workbook, { kind: "saved" });
  });
  return pack(file.parts);
}

type Writer = {
  readonly workbook: Workbook;
  readonly file: WorkbookFile;
  readonly parts: Package;
  readonly paths: Map<string, string>;
  readonly strings: StringTable;
  readonly styles: StyleSheet;
  readonly isStale: (piece: string) => boolean;
  /** Whether a row of formulas was written: the list of formulas that Excel keeps is then out of date. */
  rowsWritten: boolean;
};

function writerOf(workbook: Workbook, file: WorkbookFile): Writer {
  const now = description(workbook, file);
  const shared = (type: string): string => readPart(file.parts, relatedPart(file, type) ?? "");
  return {
    workbook,
    file,
    parts: file.parts,
    paths: new Map(),
    strings: stringTable(shared("sharedStrings")),
    styles: styleSheet(shared("styles"), workbook.styles),
    isStale: (piece) => now.get(piece) !== file.written.get(piece),
    rowsWritten: false,
  };
}

function relatedPart({ parts, workbookPart }: WorkbookFile, type: string): string | null {
  return relationshipsOf(parts, workbookPart).find((relation) => relation.type === type)?.target ?? null;
}

/** A sheet added since gets its part; its path is remembered in the name of the file. */
function sheetPath({ file, parts }: Writer, sheet: Sheet): string {
  const known = file.sheetParts.get(sheet.id) ?? sheet.part;
  if (known !== null) return known;
  const path = freePath(parts, "xl/worksheets/sheet", ".xml");
  addPart(
    parts,
    path,
    `${spreadsheet}.worksheet+xml`,
    `${declaration}<worksheet xmlns="${main}" xmlns:r="${office}"><sheetFormatPr defaultRowHeight="15"/><sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`,
  );
  addRelationship(parts, file.workbookPart, `${office}/worksheet`, path);
  file.sheetParts.set(sheet.id, path);
  return path;
}

function removeLostSheets({ workbook, file, parts }: Writer): void {
  const kept = new Set(workbook.sheets.flatMap(({ id, part }) => [file.sheetParts.get(id) ?? part]));
  for (const { id, type, target } of relationshipsOf(parts, file.workbookPart)) {
    if (type !== "worksheet" || kept.has(target)) continue;
    for (const table of relationshipsOf(parts, target)) if (table.type === "table") removePart(parts, table.target);
    removeCharts(parts, target);
    removePart(parts, target);
    removeRelationship(parts, file.workbookPart, id);
  }
}

const patched = [
  "cols",
  "sheetProtection",
  "mergeCells",
  "sheetViews",
  "sheetPr",
  "dataValidations",
  "conditionalFormatting",
  "pageMargins",
  "pageSetup",
  "headerFooter",
] as const;

function saveSheet(writer: Writer, sheet: Sheet, before: ReadonlyMap<string, string>): void {
  const path = writer.paths.get(sheet.id) ?? "";
  const pieces = sheetPieces(readPart(writer.parts, path));
  const replaced = new Map<string, string>();
  for (const name of patched) {
    if (writer.isStale(`${sheet.id} ${name}`)) replaced.set(name, elementXml(writer, sheet, name, pieces.children));
  }
  if (activeChanged(writer, sheet, before)) {
    replaced.set("sheetViews", elementXml(writer, sheet, "sheetViews", pieces.children));
  }
  const tables = saveTables(writer, sheet, path);
  if (tables !== null) replaced.set("tableParts", tables);
  const drawing = writer.isStale(`${sheet.id} charts`)
    ? saveCharts(writer.parts, path, sheet, writer.file.chartParts)
    : null;
  if (drawing !== null) replaced.set("drawing", drawing);
  const rowsChanged = sheet.changed.rows.size > 0 || sheet.changed.rowsFrom < Infinity;
  if (rowsChanged) replaced.set("dimension", sheetElements.dimension(sheet));
  if (replaced.size === 0 && !rowsChanged) return;
  writer.rowsWritten ||= rowsChanged;
  const rows = rowsChanged ? patchedRows(sheet, pieces.rows, writer.strings) : pieces.rows;
  writePart(writer.parts, path, assembledSheet({ ...pieces, rows }, replaced));
}

/** Each sheet says whether its tab is the selected one. */
function activeChanged({ workbook, isStale }: Writer, sheet: Sheet, before: ReadonlyMap<string, string>): boolean {
  return isStale("active") && (workbook.active === sheet || before.get("active") === sheet.id);
}

function elementXml(
  { workbook, file, styles }: Writer,
  sheet: Sheet,
  name: (typeof patched)[number],
  children: ReturnType<typeof childElements>,
): string {
  const original = children.find((child) => child.name === name);
  switch (name) {
    case "cols":
      return sheetElements.cols(sheet);
    case "sheetProtection":
    case "mergeCells":
      return sheetElements[name](sheet);
    case "pageMargins":
    case "pageSetup":
    case "headerFooter":
      return pageElements[name](sheet.page);
    case "sheetViews":
      return viewsXml(sheet, workbook.active === sheet, original?.xml ?? "");
    case "sheetPr":
      return propertiesXml(sheet, original?.xml ?? "");
    case "dataValidations":
      return validationsXml(sheet, file.originals);
    case "conditionalFormatting":
      return formatsXml(sheet, file.originals, styles.lookOf);
  }
}

function propertiesXml({ tabColor, page }: Sheet, original: string): string {
  const root = element(original, "sheetPr");
  const rest = (root?.inner ?? "").replace(/<(?:tabColor|pageSetUpPr)\b[^>]*\/>/g, "");
  const fitted = isFitted(page) ? '<pageSetUpPr fitToPage="1"/>' : "";
  const color = tabColor === null ? "" : `<tabColor rgb="FF${tabColor.slice(1)}"/>`;
  return `<sheetPr${attributeText(root?.attributes ?? {})}>${color}${rest}${fitted}</sheetPr>`;
}

/** Writes the parts of a sheet's tables; gives the element that lists them when the list changed. */
function saveTables({ parts, file, isStale }: Writer, sheet: Sheet, path: string): string | null {
  const paths = new Map(
    sheet.tables.map((table) => [table, file.tableParts.get(tableKey(table)) ?? table.part] as const),
  );
  for (const { id, type, target } of relationshipsOf(parts, path)) {
    if (type !== "table" || [...paths.values()].includes(target)) continue;
    removePart(parts, target);
    removeRelationship(parts, path, id);
  }
  for (const [table, part] of paths) {
    if (part === null) file.tableParts.set(tableKey(table), addTablePart(parts, path, table));
    else if (isStale(tableKey(table))) writePart(parts, part, tableXml(table, readPart(parts, part)));
  }
  if (!isStale(`${sheet.id} tableParts`)) return null;
  const listed = relationshipsOf(parts, path).filter(({ type }) => type === "table");
  const tags = listed.map(({ id }) => `<tablePart r:id="${id}"/>`).join("");
  return tags === "" ? "" : `<tableParts count="${listed.length}">${tags}</tableParts>`;
}

function addTablePart(parts: Package, sheetPart: string, table: Table): string {
  const part = freePath(parts, "xl/tables/table", ".xml");
  addPart(parts, part, `${spreadsheet}.table+xml`, tableXml(table, ""));
  addRelationship(parts, sheetPart, `${office}/table`, part);
  return part;
}

function saveShared(writer: Writer): void {
  const { parts, file, strings, styles } = writer;
  const texts = strings.xml();
  const stringsPart = relatedPart(file, "sharedStrings");
  if (texts !== null && stringsPart !== null) writePart(parts, stringsPart, texts);
  if (texts !== null && stringsPart === null) {
    addPart(parts, "xl/sharedStrings.xml", `${spreadsheet}.sharedStrings+xml`, texts);
    addRelationship(parts, file.workbookPart, `${office}/sharedStrings`, "xl/sharedStrings.xml");
  }
  const stylesPart = relatedPart(file, "styles");
  if (stylesPart !== null) writePart(parts, stylesPart, styles.xml());
  if (writer.rowsWritten) removeFormulaList(writer);
}

function removeFormulaList({ parts, file }: Writer): void {
  const chain = relationshipsOf(parts, file.workbookPart).find(({ type }) => type === "calcChain");
  if (chain === undefined) return;
  removePart(parts, chain.target);
  removeRelationship(parts, file.workbookPart, chain.id);
}

function saveOutline(writer: Writer): void {
  const { parts, file } = writer;
  const xml = readPart(parts, file.workbookPart);
  const sheets = `<sheets>${sheetTags(writer, xml)}</sheets>`;
  const written = xml.replace(/<sheets\b[^>]*>.*?<\/sheets>/s, () => sheets);
  writePart(parts, file.workbookPart, withActiveTab(withNames(written, writer), writer));
}

function sheetTags({ workbook, parts, file, paths }: Writer, xml: string): string {
  const relations = relationshipsOf(parts, file.workbookPart);
  const before = elements(element(xml, "sheets")?.inner ?? "", "sheet").map(({ attributes }) => attributes);
  let highest = before.reduce((id, { sheetId }) => Math.max(id, Number(sheetId)), 0);
  return workbook.sheets
    .map((sheet) => {
      const id = relations.find(({ target }) => target === paths.get(sheet.id))?.id;
      const known = before.find((attributes) => attributes["r:id"] === id);
      const sheetId = known?.sheetId ?? ++highest;
      const state = sheet.visibility === "visible" ? null : sheet.visibility;
      return `<sheet${attributeText({ name: sheet.name, sheetId, state, "r:id": id })}/>`;
    })
    .join("");
}

function withNames(xml: string, { workbook }: Writer): string {
  const before = elements(element(xml, "definedNames")?.inner ?? "", "definedName");
  const tags = workbook.names.map(({ name, formula, visible, sheet }) => {
    const kept = before.find(({ attributes }) => attributes.name === name)?.attributes ?? {};
    const { localSheetId: _local, hidden: _hidden, ...rest } = kept;
    const localSheetId = sheet === null ? null : workbook.sheets.indexOf(sheet);
    const attributes = attributeText({ ...rest, name, localSheetId, hidden: visible ? null : 1 });
    return `<definedName${attributes}>${escaped(formula)}</definedName>`;
  });
  const list = tags.length === 0 ? "" : `<definedNames>${tags.join("")}</definedNames>`;
  const rest = xml.replace(/<definedNames\b[^>]*?(?:\/>|>.*?<\/definedNames>)/s, "");
  return rest.replace(
    /<\/sheets>(?:<functionGroups\b.*?<\/functionGroups>)?(?:<externalReferences\b.*?<\/externalReferences>)?/s,
    (end) => end + list,
  );
}

function withActiveTab(xml: string, { workbook }: Writer): string {
  const tab = workbook.sheets.indexOf(workbook.active);
  return xml.replace(/<workbookView\b([^>]*?)\/>/, (_, attributes: string) => {
    const { activeTab: _tab, firstSheet: _first, ...kept } = attributesOf(attributes);
    return `<workbookView${attributeText({ ...kept, activeTab: tab })}/>`;
  });
}
