import { type Area, areaBetween, contains, lastColumnOf, lastRowOf } from "../../model/area";
import { mergeAround, usedArea, valueAt } from "../../model/cells";
import type { Sheet } from "../../model/workbook";
import { bodyArea } from "../../model/writeCells";
import type { Geometry } from "./geometry";

export type Spot = { readonly row: number; readonly column: number };

type Keys = { readonly key: string; readonly ctrlKey: boolean; readonly altKey: boolean; readonly metaKey: boolean };

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** Where a key takes the selection from a cell, or null for a key that moves nothing. `page` is in rows. */
export function moved(sheet: Sheet, geometry: Geometry, from: Spot, keys: Keys, page: number): Spot | null {
  if (keys.altKey) return null;
  const far = keys.ctrlKey || keys.metaKey;
  const step = steps[keys.key];
  if (step !== undefined) {
    return far ? toEdge(sheet, geometry, from, step) : stepped(geometry, edgeOf(sheet, from, step), step[0], step[1]);
  }
  const used = usedArea(sheet);
  switch (keys.key) {
    case "PageDown":
      return far ? null : stepped(geometry, from, page, 0);
    case "PageUp":
      return far ? null : stepped(geometry, from, -page, 0);
    case "Home":
      return far ? { row: sheet.frozen.rows, column: sheet.frozen.columns } : { row: from.row, column: 0 };
    case "End":
      return far && used !== null ? { row: lastRowOf(used), column: lastColumnOf(used) } : null;
    default:
      return null;
  }
}

/** From cells shown as one the next step leads out of all of them. */
function edgeOf(sheet: Sheet, from: Spot, [down, along]: readonly [number, number]): Spot {
  const merge = mergeAround(sheet, from.row, from.column);
  if (merge === null) return from;
  return { row: down > 0 ? lastRowOf(merge) : from.row, column: along > 0 ? lastColumnOf(merge) : from.column };
}

/** Some rows and columns further, over those that are hidden. */
export function stepped(geometry: Geometry, { row, column }: Spot, down: number, along: number): Spot {
  const slot = Math.max(0, Math.min(geometry.slots - 1, geometry.slotOf(row) + down));
  let next = column;
  const direction = Math.sign(along);
  for (let left = Math.abs(along); left > 0; left--) {
    let candidate = next + direction;
    while (candidate >= 0 && candidate < geometry.columns && geometry.width(candidate) === 0) candidate += direction;
    if (candidate < 0 || candidate >= geometry.columns) break;
    next = candidate;
  }
  return { row: down === 0 ? row : geometry.rowOf(slot), column: next };
}

/** To the end of what is filled, or over a gap to the next filled cell, as Ctrl+arrow does. */
function toEdge(sheet: Sheet, geometry: Geometry, from: Spot, [down, along]: readonly [number, number]): Spot {
  const filled = ({ row, column }: Spot): boolean => valueAt(sheet, row, column) !== null;
  const step = (spot: Spot): Spot => stepped(geometry, spot, down, along);
  const stays = (spot: Spot, next: Spot): boolean => next.row === spot.row && next.column === spot.column;
  let spot = step(from);
  const run = filled(from) && filled(spot);
  for (let next = step(spot); !stays(spot, next); next = step(spot)) {
    if (run ? !filled(next) : filled(spot)) break;
    spot = next;
  }
  return spot;
}

/** The rectangle between two cells, whichever comes first. */
export function between(a: Spot, b: Spot): Area {
  return areaBetween(
    Math.min(a.row, b.row),
    Math.min(a.column, b.column),
    Math.max(a.row, b.row),
    Math.max(a.column, b.column),
  );
}

/** What Ctrl+A takes: the rows of the table around the cell, else all that is filled. */
export function allAround(sheet: Sheet, { row, column }: Spot): Area {
  const table = sheet.tables.find(({ area }) => contains(area, row, column));
  const body = table === undefined ? null : bodyArea(table);
  return body ?? usedArea(sheet) ?? areaBetween(row, column, row, column);
}
