import type { Area } from "../model/area";
import { parseAddress } from "../model/address";
import type { ConditionalFormat, Sheet, Validation } from "../model/workbook";
import { readPage } from "./pageElements";
import { colorOf, type Difference, isOn } from "./readStyles";
import { type Attributes, childElements, element, type Element } from "./xml";

/** The XML that a rule of the original file was written with, so that what is not known here is kept. */
export type Originals = WeakMap<object, string>;

/** Reads everything of a sheet's part but its cells. `children` are the elements of the sheet. */
export function readLayout(
  sheet: Sheet,
  children: readonly Element[],
  differences: readonly Difference[],
  originals: Originals,
): void {
  const named = (name: string): readonly Element[] => children.filter((child) => child.name === name);
  const tabColor = named("sheetPr").map(({ inner }) => colorOf(element(inner, "tabColor")))[0];
  sheet.tabColor = tabColor ?? null;
  for (const view of named("sheetViews")) readView(sheet, view);
  sheet.page = readPage(named);
  for (const { inner } of named("cols"))
    for (const { attributes } of childElements(inner)) readColumns(sheet, attributes);
  sheet.merges = named("mergeCells").flatMap(({ inner }) =>
    childElements(inner).flatMap(({ attributes }) => areasOf(attributes.ref)),
  );
  for (const { attributes } of named("sheetProtection")) readProtection(sheet, attributes);
  for (const format of named("conditionalFormatting")) readFormats(sheet, format, differences, originals);
  for (const { inner } of named("dataValidations")) {
    for (const rule of childElements(inner)) sheet.validations.push(validationOf(rule, originals));
  }
}

function readView(sheet: Sheet, { inner }: Element): void {
  sheet.gridlines = element(inner, "sheetView")?.attributes.showGridLines !== "0";
  const pane = element(inner, "pane")?.attributes;
  if (pane?.state === "frozen") sheet.frozen = { rows: Number(pane.ySplit ?? 0), columns: Number(pane.xSplit ?? 0) };
  const active = parseAddress(element(inner, "selection")?.attributes.sqref?.split(" ")[0] ?? "A1");
  if (active !== null) sheet.selection = active;
}

function readColumns(sheet: Sheet, { min, max, width, hidden, style }: Attributes): void {
  for (let column = Number(min) - 1; column < Number(max); column++) {
    if (width !== undefined) sheet.columnWidths.set(column, Number(width));
    if (isOn(hidden)) sheet.hiddenColumns.add(column);
    if (style !== undefined && style !== "0") sheet.columnStyles.set(column, Number(style));
  }
}

/** What a protected sheet still allows, as Office.js and the file name it. */
export const permissions = [
  ["allowAutoFilter", "autoFilter"],
  ["allowDeleteColumns", "deleteColumns"],
  ["allowDeleteRows", "deleteRows"],
  ["allowEditObjects", "objects"],
  ["allowEditScenarios", "scenarios"],
  ["allowFormatCells", "formatCells"],
  ["allowFormatColumns", "formatColumns"],
  ["allowFormatRows", "formatRows"],
  ["allowInsertColumns", "insertColumns"],
  ["allowInsertHyperlinks", "insertHyperlinks"],
  ["allowInsertRows", "insertRows"],
  ["allowPivotTables", "pivotTables"],
  ["allowSort", "sort"],
] as const;

function readProtection(sheet: Sheet, attributes: Attributes): void {
  if (!isOn(attributes.sheet)) return;
  const options = permissions.map(([option, name]) => {
    const refused = attributes[name];
    return [option, refused === undefined ? name === "objects" || name === "scenarios" : !isOn(refused)] as const;
  });
  // Only a hash of the password is in the file: nothing typed will be equal to it.
  const password = attributes.hashValue ?? attributes.password ?? null;
  sheet.protection = { password, options: Object.fromEntries(options) };
}

function areasOf(sqref: string | undefined): readonly Area[] {
  return (sqref ?? "").split(" ").flatMap((address) => parseAddress(address) ?? []);
}

function readFormats(
  sheet: Sheet,
  { attributes: { sqref }, inner }: Element,
  differences: readonly Difference[],
  originals: Originals,
): void {
  for (const rule of childElements(inner).filter(({ name }) => name === "cfRule")) {
    const { type = "", priority, stopIfTrue, dxfId } = rule.attributes;
    const difference = differences[Number(dxfId)];
    const format: ConditionalFormat = {
      id: `{${sheet.id.slice(1, -1)}-${sheet.conditionalFormats.length + 1}}`,
      areas: areasOf(sqref),
      type,
      priority: Number(priority ?? 0),
      stopIfTrue: isOn(stopIfTrue),
      formula: childElements(rule.inner).find(({ name }) => name === "formula")?.inner ?? "",
      fill: difference?.fill ?? null,
      color: difference?.color ?? null,
      bold: difference?.bold ?? false,
      strikethrough: difference?.strikethrough ?? false,
      line: difference?.line ?? null,
    };
    originals.set(format, rule.xml);
    sheet.conditionalFormats.push(format);
  }
}

function validationOf({ attributes, inner, xml }: Element, originals: Originals): Validation {
  const formulas = childElements(inner);
  const formula = (name: string): string | null => formulas.find((child) => child.name === name)?.inner ?? null;
  const validation: Validation = {
    areas: areasOf(attributes.sqref),
    rule: {
      type: attributes.type ?? "none",
      operator: attributes.operator ?? null,
      formula1: formula("formula1"),
      formula2: formula("formula2"),
      ignoreBlanks: isOn(attributes.allowBlank),
      inCellDropDown: !isOn(attributes.showDropDown),
      alert: {
        show: isOn(attributes.showErrorMessage),
        style: attributes.errorStyle ?? "stop",
        title: attributes.errorTitle ?? "",
        message: attributes.error ?? "",
      },
      prompt: {
        show: isOn(attributes.showInputMessage),
        title: attributes.promptTitle ?? "",
        message: attributes.prompt ?? "",
      },
    },
  };
  originals.set(validation.rule, xml);
  return validation;
}
