import { type Area, areaBetween, intersection, lastColumnOf, lastRowOf } from "../model/area";
import type { CellValue } from "../model/cell";
import { usedArea } from "../model/cells";
import { referenceOf } from "../model/formulaTokens";
import { findName, namedArea } from "../model/names";
import { findSheet, findTable, sameName, type Sheet, type Table, type Workbook } from "../model/workbook";
import { bodyArea } from "../model/writeCells";
import type { Slot } from "./parsedFormula";

/** Where a formula stands, and how it sees other cells. */
export type Viewpoint = {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly row: number;
  readonly valueAt: (sheet: Sheet, row: number, column: number) => CellValue;
  /** The moment as a serial number. */
  readonly now: () => number;
};

/** What a slot holds, row by row; an unknown name or place gives its error. */
export function slotValues(slot: Slot, view: Viewpoint): readonly (readonly CellValue[])[] {
  if (slot.kind === "now") return [[view.now()]];
  if (slot.kind === "today") return [[Math.floor(view.now())]];
  const place = placeOf(slot, view);
  if (place === null) return [[{ error: slot.kind === "name" ? "#NAME?" : "#REF!" }]];
  return valuesOf(place.sheet, place.area, view);
}

type PlaceSlot = Exclude<Slot, { readonly kind: "now" | "today" }>;

type Place = { readonly sheet: Sheet; readonly area: Area };

function placeOf(slot: PlaceSlot, view: Viewpoint): Place | null {
  switch (slot.kind) {
    case "reference":
      return referencePlace(slot.text, view);
    case "name": {
      const name = findName(view.workbook, slot.text, view.sheet);
      return name === null ? null : namedArea(view.workbook, name);
    }
    case "thisRow":
    case "tablePart":
      return tablePlace(slot, view);
  }
}

function referencePlace(text: string, { workbook, sheet }: Viewpoint): Place | null {
  const reference = referenceOf(text);
  if (reference === null) return null;
  const target = reference.sheet === null ? sheet : findSheet(workbook, reference.sheet);
  return target === null ? null : { sheet: target, area: reference.area };
}

function tablePlace(slot: Extract<Slot, { readonly kind: "thisRow" | "tablePart" }>, view: Viewpoint): Place | null {
  const table = findTable(view.workbook, slot.table);
  if (table === null) return null;
  const columns = columnsArea(table, slot.columns);
  const rows = slot.kind === "thisRow" ? thisRow(table, view.row) : rowsOf(table, slot.part);
  const area = columns === null || rows === null ? null : intersection(columns, rows);
  return area === null ? null : { sheet: table.sheet, area };
}

function columnsArea({ area, columns }: Table, names: readonly string[]): Area | null {
  if (names.length === 0) return area;
  const places = names.map((name) => columns.findIndex((column) => sameName(column.name, name)));
  if (places.includes(-1)) return null;
  const first = area.column + Math.min(...places);
  return areaBetween(area.row, first, lastRowOf(area), area.column + Math.max(...places));
}

function thisRow({ area }: Table, row: number): Area | null {
  return row < area.row || row > lastRowOf(area) ? null : areaBetween(row, area.column, row, lastColumnOf(area));
}

function rowsOf(table: Table, part: string): Area | null {
  switch (part) {
    case "#all":
      return table.area;
    case "#headers":
      return { ...table.area, rows: 1 };
    case "#totals":
      return table.hasTotals ? { ...table.area, row: lastRowOf(table.area), rows: 1 } : null;
    default:
      return bodyArea(table);
  }
}

/** Whole columns are cut where the sheet ends: what lies beyond is blank. */
function valuesOf(sheet: Sheet, area: Area, view: Viewpoint): readonly (readonly CellValue[])[] {
  const used = area.rows * area.columns > 10_000 ? usedArea(sheet) : area;
  const seen = used === null ? null : intersection(area, used);
  if (seen === null) return [[null]];
  return Array.from({ length: seen.rows }, (_, down) =>
    Array.from({ length: seen.columns }, (_, along) => view.valueAt(sheet, seen.row + down, seen.column + along)),
  );
}
