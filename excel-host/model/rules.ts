import { type Area, areaBetween, intersection, lastColumnOf, lastRowOf, sameArea } from "./area";
import { edit, tell } from "./edit";
import { refuseProtected } from "./protection";
import type { ConditionalFormat, Sheet, Validation, ValidationRule, Workbook } from "./workbook";

/** The rule of the first cell, and whether the whole area has it. */
export function validationAt(
  sheet: Sheet,
  area: Area,
): { readonly rule: ValidationRule; readonly whole: boolean } | null {
  const corner = { ...area, rows: 1, columns: 1 };
  const found = sheet.validations.find(({ areas }) => areas.some((covered) => intersection(covered, corner) !== null));
  if (found === undefined) return null;
  return { rule: found.rule, whole: found.areas.some((covered) => isInside(area, covered)) };
}

/** Gives cells a rule, or none (null); what they had before goes. */
export function setValidation(
  workbook: Workbook,
  origin: string,
  sheet: Sheet,
  area: Area,
  rule: ValidationRule | null,
): void {
  refuseProtected(sheet);
  edit(workbook, origin, () => {
    const kept: Validation[] = sheet.validations.flatMap((validation) => {
      const areas = validation.areas.flatMap((covered) => without(covered, area));
      return areas.length === 0 ? [] : [{ rule: validation.rule, areas }];
    });
    sheet.validations = rule === null ? kept : [...kept, { rule, areas: [area] }];
    tell(workbook, { kind: "layout", sheet });
  });
}

/** A new conditional format goes before those that are there, as in Excel. */
export function addConditionalFormat(workbook: Workbook, origin: string, sheet: Sheet, area: Area): ConditionalFormat {
  refuseProtected(sheet);
  workbook.lastId += 1;
  const format: ConditionalFormat = {
    id: `{${workbook.lastId.toString(16).toUpperCase().padStart(8, "0")}}`,
    areas: [area],
    type: "expression",
    priority: 1,
    stopIfTrue: false,
    formula: "TRUE",
    fill: null,
    color: null,
    bold: false,
    strikethrough: false,
    line: null,
  };
  edit(workbook, origin, () => {
    for (const other of sheet.conditionalFormats) other.priority += 1;
    sheet.conditionalFormats.unshift(format);
    tell(workbook, { kind: "layout", sheet });
  });
  return format;
}

export function changeConditionalFormat(
  workbook: Workbook,
  origin: string,
  sheet: Sheet,
  format: ConditionalFormat,
  changes: Partial<Omit<ConditionalFormat, "id" | "type">>,
): void {
  refuseProtected(sheet);
  edit(workbook, origin, () => {
    Object.assign(format, changes);
    tell(workbook, { kind: "layout", sheet });
  });
}

/** Takes the formats off an area; those that reach further stay outside of it. */
export function clearConditionalFormats(workbook: Workbook, origin: string, sheet: Sheet, area: Area): void {
  refuseProtected(sheet);
  edit(workbook, origin, () => {
    sheet.conditionalFormats = sheet.conditionalFormats.filter((format) => {
      format.areas = format.areas.flatMap((covered) => without(covered, area));
      return format.areas.length > 0;
    });
    tell(workbook, { kind: "layout", sheet });
  });
}

export function removeConditionalFormat(
  workbook: Workbook,
  origin: string,
  sheet: Sheet,
  format: ConditionalFormat,
): void {
  refuseProtected(sheet);
  edit(workbook, origin, () => {
    sheet.conditionalFormats = sheet.conditionalFormats.filter((other) => other !== format);
    tell(workbook, { kind: "layout", sheet });
  });
}

function isInside(area: Area, around: Area): boolean {
  const common = intersection(area, around);
  return common !== null && sameArea(common, area);
}

/** What is left of an area: at most four rectangles. */
function without(area: Area, removed: Area): readonly Area[] {
  const common = intersection(area, removed);
  if (common === null) return [area];
  const pieces = [
    areaBetween(area.row, area.column, common.row - 1, lastColumnOf(area)),
    areaBetween(lastRowOf(common) + 1, area.column, lastRowOf(area), lastColumnOf(area)),
    areaBetween(common.row, area.column, lastRowOf(common), common.column - 1),
    areaBetween(common.row, lastColumnOf(common) + 1, lastRowOf(common), lastColumnOf(area)),
  ];
  return pieces.filter(({ rows, columns }) => rows > 0 && columns > 0);
}
