import { type Area, areaBetween, lastColumnOf, lastRowOf, maxColumns, maxRows } from "./area";
import { columnLetters, parseAddress, quotedSheet, splitSheet } from "./address";
import { ownRow } from "./cells";
import { mapReferences } from "./formulaTokens";
import { sameName, type Sheet, type Workbook } from "./workbook";

/** Where cells of a sheet went: null when they are gone. */
export type Moved = (area: Area) => Area | null;

/** Makes formulas, names, validations and formats look at the same cells as before these moved. */
export function adjustReferences(workbook: Workbook, moved: Sheet, where: Moved): void {
  for (const sheet of workbook.sheets) {
    forEachFormula(sheet, (formula) => adjusted(formula, sheet === moved, moved, where));
  }
  for (const name of workbook.names) name.formula = adjusted(name.formula, false, moved, where);
  mapCharts(workbook, (formula) => adjusted(formula, false, moved, where));
  moved.charts = moved.charts.map((chart) => ({ ...chart, area: where(chart.area) ?? chart.area }));
  for (const range of workbook.heldRanges) {
    if (range.sheet === moved && range.area !== null) range.area = where(range.area);
  }
  moved.merges = moved.merges.flatMap((area) => where(area) ?? []);
  moved.validations = moved.validations.flatMap((rule) => movedRule(rule, where));
  moved.conditionalFormats = moved.conditionalFormats.flatMap((rule) => movedRule(rule, where));
}

/** A sheet's new name, wherever formulas and names say the old one. */
export function renameInReferences(workbook: Workbook, before: string, after: string): void {
  const renamed = (formula: string): string =>
    formula.includes("!")
      ? mapReferences(formula, (text) => {
          const { sheet, address } = splitSheet(text);
          return sheet !== null && sameName(sheet, before) ? `${quotedSheet(after)}!${address}` : text;
        })
      : formula;
  for (const sheet of workbook.sheets) forEachFormula(sheet, renamed);
  for (const name of workbook.names) name.formula = renamed(name.formula);
  mapCharts(workbook, renamed);
}

function mapCharts(workbook: Workbook, change: (formula: string) => string): void {
  const changed = (formula: string | null): string | null => (formula === null ? null : change(formula));
  for (const sheet of workbook.sheets) {
    sheet.charts = sheet.charts.map((chart) => ({
      ...chart,
      series: chart.series.map((one) => ({
        ...one,
        name: changed(one.name),
        categories: changed(one.categories),
        values: change(one.values),
      })),
    }));
  }
}

function forEachFormula(sheet: Sheet, change: (formula: string) => string): void {
  for (const [row, { formulas }] of [...sheet.rows]) {
    formulas?.forEach((formula, column) => {
      if (formula === null || formula === undefined) return;
      const after = change(formula);
      if (after === formula) return;
      const own = ownRow(sheet, row)?.formulas;
      if (own !== null && own !== undefined) own[column] = after;
      sheet.changed.rows.add(row);
    });
  }
}

function adjusted(formula: string, onMovedSheet: boolean, moved: Sheet, where: Moved): string {
  return mapReferences(formula, (text) => {
    const { sheet, address } = splitSheet(text);
    if (sheet === null ? !onMovedSheet : !sameName(sheet, moved.name)) return text;
    const before = parseAddress(address);
    if (before === null) return text;
    const after = where(before);
    return after === null ? null : text.slice(0, text.length - address.length) + rewritten(address, after);
  });
}

/** The new place with the $ of the old text. */
function rewritten(address: string, area: Area): string {
  const corners = address.split(":");
  const [first = "", last = first] = corners;
  const start = corner(first, area.row, area.column);
  return corners.length === 1 ? start : `${start}:${corner(last, lastRowOf(area), lastColumnOf(area))}`;
}

function corner(text: string, row: number, column: number): string {
  const [, fixedColumn = "", letters = "", fixedRow = "", digits = ""] = /^(\$?)([A-Z]*)(\$?)(\d*)$/i.exec(text) ?? [];
  return fixedColumn + (letters === "" ? "" : columnLetters(column)) + fixedRow + (digits === "" ? "" : row + 1);
}

function movedRule<R extends { areas: readonly Area[] }>(rule: R, where: Moved): R[] {
  rule.areas = rule.areas.flatMap((area) => where(area) ?? []);
  return rule.areas.length === 0 ? [] : [rule];
}

/** Lines inserted (count > 0) or removed (count < 0) before `at`, for whatever lies within `across`. */
export function afterShift(
  axis: "rows" | "columns",
  at: number,
  count: number,
  across: { readonly first: number; readonly last: number },
): Moved {
  return (area) => {
    const byRows = axis === "rows";
    const [low, high] = byRows ? [area.column, lastColumnOf(area)] : [area.row, lastRowOf(area)];
    if (low < across.first || high > across.last) return area;
    const [start, end] = byRows ? [area.row, lastRowOf(area)] : [area.column, lastColumnOf(area)];
    if ((byRows ? area.rows === maxRows : area.columns === maxColumns) || end < at) return area;
    const span = count > 0 ? inserted(start, end, at, count) : removed(start, end, at, -count);
    if (span === null) return null;
    return byRows
      ? areaBetween(span[0], area.column, span[1], lastColumnOf(area))
      : areaBetween(area.row, span[0], lastRowOf(area), span[1]);
  };
}

function inserted(start: number, end: number, at: number, count: number): readonly [number, number] {
  return [start >= at ? start + count : start, end + count];
}

function removed(start: number, end: number, at: number, count: number): readonly [number, number] | null {
  const from = start < at ? start : Math.max(at, start - count);
  const to = end < at + count ? at - 1 : end - count;
  return to < from ? null : [from, to];
}
