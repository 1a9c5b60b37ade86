import { columnLetters } from "../../model/address";
import { type Area, contains, lastColumnOf, lastRowOf } from "../../model/area";
import { mergeAround } from "../../model/cells";
import type { Border } from "../../model/style";
import type { Sheet, Workbook } from "../../model/workbook";
import { element } from "../element";
import { type CellLook, cellLook } from "./cellLook";
import type { ConditionalLook } from "./conditionalLook";
import { type Geometry, gutterWidth, headerHeight, rowHeight } from "./geometry";

/** What is in sight: the window on the sheet, in pixels of the sheet without its headers. */
export type Sight = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Drawing = {
  readonly workbook: Workbook;
  readonly sheet: Sheet;
  readonly geometry: Geometry;
  readonly sight: Sight;
  readonly conditional: ConditionalLook;
  readonly selection: Area;
  readonly active: { readonly row: number; readonly column: number };
};

/** The rows in sight, headers first, for a grid that is told of all its rows and columns. */
export function drawCells(drawing: Drawing): readonly HTMLElement[] {
  const columns = columnsInSight(drawing);
  return [headerRow(drawing, columns), ...slotsInSight(drawing).map((slot) => rowOf(drawing, slot, columns))];
}

/** Where a cell is drawn, from the corner of the grid. */
export function placeOf({ geometry, sight }: Drawing, slot: number, column: number) {
  const frozenRow = slot < geometry.frozenSlots;
  const frozenColumn = column < geometry.frozenColumns;
  return {
    left: gutterWidth + geometry.left(column) - (frozenColumn ? 0 : sight.x),
    top: headerHeight + slot * rowHeight - (frozenRow ? 0 : sight.y),
    width: geometry.width(column),
  };
}

function slotsInSight({ geometry, sight }: Drawing): readonly number[] {
  const frozen = Array.from({ length: geometry.frozenSlots }, (_, slot) => slot);
  const first = geometry.frozenSlots + Math.floor(sight.y / rowHeight);
  const last = Math.min(geometry.slots - 1, Math.floor((sight.y + sight.height) / rowHeight));
  return [...frozen, ...Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)];
}

function columnsInSight({ geometry, sight }: Drawing): readonly number[] {
  const columns: number[] = [];
  for (let column = 0; column < geometry.columns; column++) {
    if (geometry.width(column) === 0) continue;
    const left = geometry.left(column) - sight.x;
    const seen = left + geometry.width(column) > geometry.frozenWidth && left < sight.width;
    if (column < geometry.frozenColumns || seen) columns.push(column);
  }
  return columns;
}

function headerRow(drawing: Drawing, columns: readonly number[]): HTMLElement {
  const { geometry, selection } = drawing;
  const row = element("div", { role: "row", "aria-rowindex": 1, class: "row headers" });
  const corner = element("div", { role: "columnheader", "aria-colindex": 1, class: "corner", "data-corner": true });
  corner.append(element("span", { class: "unseen" }, "Lignes"));
  row.append(corner);
  for (const column of columns) {
    const inside = column >= selection.column && column <= lastColumnOf(selection);
    const { left, width } = placeOf(drawing, 0, column);
    const frozen = column < geometry.frozenColumns ? " frozen" : "";
    const header = element(
      "div",
      {
        role: "columnheader",
        "aria-colindex": column + 2,
        "data-column": column,
        class: `head${frozen}${inside ? " within" : ""}`,
      },
      columnLetters(column),
    );
    header.append(element("span", { class: "edge", "data-edge": column }));
    header.style.left = `${left}px`;
    header.style.width = `${width}px`;
    row.append(header);
  }
  return row;
}

function rowOf(drawing: Drawing, slot: number, columns: readonly number[]): HTMLElement {
  const { geometry, sheet, selection, sight } = drawing;
  const row = geometry.rowOf(slot);
  const frozen = slot < geometry.frozenSlots;
  const line = element("div", { role: "row", "aria-rowindex": row + 2, class: frozen ? "row frozen" : "row" });
  line.style.top = `${headerHeight + slot * rowHeight - (frozen ? 0 : sight.y)}px`;
  const inside = row >= selection.row && row <= lastRowOf(selection);
  const skips = slot > 0 && geometry.rowOf(slot - 1) !== row - 1;
  const header = element(
    "div",
    {
      role: "rowheader",
      "aria-colindex": 1,
      "data-row": row,
      class: `gutter${inside ? " within" : ""}${skips || sheet.hiddenRows.size > 0 ? " filtered" : ""}`,
    },
    String(row + 1),
  );
  line.append(header);
  const looks = columns.map((column) => cellLook(drawing.workbook, sheet, row, column, drawing.conditional));
  columns.forEach((column, at) => {
    const look = looks[at];
    if (look === undefined) return;
    const merge = mergeAround(sheet, row, column);
    if (merge === null) line.append(cellOf(drawing, slot, row, column, look, spill(drawing, columns, looks, at)));
    else if (isFirstSeen(drawing, merge, slot, column, columns[at - 1])) line.append(mergedCell(drawing, merge, slot));
  });
  return line;
}

function cellOf(
  drawing: Drawing,
  slot: number,
  row: number,
  column: number,
  look: CellLook,
  spilled: number,
): HTMLElement {
  const { geometry, selection, active } = drawing;
  const isActive = active.row === row && active.column === column;
  const selected = contains(selection, row, column);
  const classes = [
    "cell",
    look.align === "left" ? "" : look.align,
    column < geometry.frozenColumns ? "frozen" : "",
    isActive ? "active" : selected ? "selected" : "",
    spilled > 0 ? "spilled" : "",
  ];
  const cell = element("div", {
    role: "gridcell",
    "aria-colindex": column + 2,
    "aria-selected": selected ? "true" : "false",
    id: isActive ? "active-cell" : null,
    class: classes.filter((name) => name !== "").join(" "),
  });
  const { left, width } = placeOf(drawing, slot, column);
  cell.style.left = `${left}px`;
  cell.style.width = `${width + spilled}px`;
  paint(cell, look);
  cell.append(element("span", { class: "text" }, look.isNumber && isTooWide(look, width) ? "####" : look.text));
  if (look.filter !== null) {
    const label = look.filter.active ? "filtré" : "filtrer";
    cell.append(
      element("span", { class: look.filter.active ? "funnel on" : "funnel", "data-filter": column, title: label }),
    );
  }
  return cell;
}

/** Cells shown as one are drawn where the first of them is in sight, with what the corner holds. */
function isFirstSeen(
  { geometry, sight, sheet }: Drawing,
  merge: Area,
  slot: number,
  column: number,
  before: number | undefined,
): boolean {
  const firstSlot = sheet.frozen.rows > merge.row ? 0 : geometry.frozenSlots + Math.floor(sight.y / rowHeight);
  const isFirstRow = slot === Math.max(firstSlot, geometry.slotOf(merge.row));
  return isFirstRow && (column === merge.column || before === undefined || before < merge.column);
}

function mergedCell(drawing: Drawing, merge: Area, seen: number): HTMLElement {
  const { workbook, sheet, geometry, conditional } = drawing;
  const look = cellLook(workbook, sheet, merge.row, merge.column, conditional);
  const slot = geometry.slotOf(merge.row);
  const cell = cellOf(drawing, slot, merge.row, merge.column, look, 0);
  const rows = Math.max(1, geometry.slotOf(lastRowOf(merge) + 1) - slot);
  cell.classList.add("merged");
  cell.style.top = `${(slot - seen) * rowHeight}px`;
  cell.style.width = `${geometry.left(lastColumnOf(merge) + 1) - geometry.left(merge.column)}px`;
  cell.style.height = cell.style.lineHeight = `${rows * rowHeight}px`;
  cell.setAttribute("aria-colspan", String(merge.columns));
  cell.setAttribute("aria-rowspan", String(merge.rows));
  return cell;
}

function paint({ style }: HTMLElement, look: CellLook): void {
  for (const [side, border] of Object.entries(look.borders ?? {})) {
    if (border !== null) style.setProperty(`border-${side}`, lineOf(border));
  }
  if (look.fill !== null) style.setProperty("--fill", look.fill);
  if (look.color !== null) style.color = look.color;
  if (look.bold) style.fontWeight = "600";
  if (look.italic) style.fontStyle = "italic";
  const line = [look.underline ? "underline" : "", look.strikethrough ? "line-through" : ""].join(" ").trim();
  if (line !== "") style.textDecoration = line;
  if (look.size !== null) style.fontSize = `${Math.min(look.size, 14) * 1.18}px`;
}

const lines: Readonly<Record<string, string>> = {
  medium: "2px solid",
  thick: "3px solid",
  double: "3px double",
  dotted: "1px dotted",
  hair: "1px dotted",
  dashed: "1px dashed",
  mediumDashed: "2px dashed",
};

function lineOf({ kind, color }: NonNullable<Border>): string {
  return `${lines[kind] ?? "1px solid"} ${color ?? "#000"}`;
}

const widths = new Map<string, number>();
const ruler = document.createElement("canvas").getContext("2d");

/** Excel shows signs rather than part of a number, which would be another number. */
function isTooWide({ text, bold }: CellLook, room: number): boolean {
  if (text.length * 5 < room - 7) return false;
  const font = `${bold ? "600 " : ""}13px "Segoe UI", system-ui, Carlito, sans-serif`;
  const key = font + text;
  let width = widths.get(key);
  if (width === undefined && ruler !== null) {
    ruler.font = font;
    width = ruler.measureText(text).width;
    if (widths.size > MOST_WIDTHS) widths.clear();
    widths.set(key, width);
  }
  return (width ?? 0) > room - 2;
}

const MOST_WIDTHS = 20_000;
const LONGEST_SPILL = 8;

/** A text longer than its cell runs over the blank cells after it. @returns by how many pixels */
function spill({ geometry }: Drawing, columns: readonly number[], looks: readonly CellLook[], at: number): number {
  const look = looks[at];
  const column = columns[at] ?? 0;
  if (look === undefined || look.text.length * 6 < geometry.width(column) || look.align !== "left") return 0;
  if (column < geometry.frozenColumns && columns[at + 1] !== column + 1) return 0;
  let wider = 0;
  for (let next = at + 1; next < looks.length && next <= at + LONGEST_SPILL; next++) {
    if (looks[next]?.text !== "" || looks[next]?.fill !== null) break;
    wider += geometry.width(columns[next] ?? 0);
  }
  return wider;
}
