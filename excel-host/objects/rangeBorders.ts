import { type Area, lastColumnOf, lastRowOf } from "../model/area";
import { styleIndexAt } from "../model/cells";
import { Refused } from "../model/refused";
import { type Border, type Borders, styleAt } from "../model/style";
import type { Sheet } from "../model/workbook";
import { formatCells } from "../model/writeCells";
import { choice, keyOf } from "../protocol/argument";
import type { ExcelObject, Json, Property } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";
import { colorOf } from "./colour";

type Side = keyof Borders;

/** Which sides of which cells the lines of a range are. */
const edges: Readonly<Record<string, { readonly side: Side; readonly cells: (area: Area) => Area }>> = {
  EdgeTop: { side: "top", cells: (area) => ({ ...area, rows: 1 }) },
  EdgeBottom: { side: "bottom", cells: (area) => ({ ...area, row: lastRowOf(area), rows: 1 }) },
  EdgeLeft: { side: "left", cells: (area) => ({ ...area, columns: 1 }) },
  EdgeRight: { side: "right", cells: (area) => ({ ...area, column: lastColumnOf(area), columns: 1 }) },
  InsideVertical: { side: "right", cells: (area) => ({ ...area, columns: area.columns - 1 }) },
  InsideHorizontal: { side: "bottom", cells: (area) => ({ ...area, rows: area.rows - 1 }) },
};

const noBorders: Borders = { top: null, right: null, bottom: null, left: null };

/** RangeBorderCollection. The lines are thin. */
export function rangeBordersObject(session: Session, sheet: Sheet, area: Area): ExcelObject {
  return {
    type: "RangeBorderCollection",
    identity: {},
    properties: {},
    items: () => Object.keys(edges).map((edge) => borderObject(session, sheet, area, edge)),
    item: (key) => borderObject(session, sheet, area, keyOf(key)),
  };
}

function borderObject(session: Session, sheet: Sheet, area: Area, edge: string): ExcelObject {
  const found = edges[edge];
  if (found === undefined) throw new Refused("NotImplemented", `The emulated Excel has no border ${edge}.`);
  const { side } = found;
  const cells = found.cells(area);
  const border = (): Border => bordersAt(session, sheet, cells.row, cells.column)[side];
  const put = (next: Border): void => putBorder(session, sheet, cells, side, next);
  const style: Property = {
    get: () => (border() === null ? "None" : "Continuous"),
    set: (value) => put(choice(value, ["None", "Continuous"]) === "None" ? null : thin(border()?.color ?? null)),
  };
  const color: Property = { get: () => border()?.color ?? "#000000", set: (value: Json) => put(thin(colorOf(value))) };
  return {
    type: "RangeBorder",
    identity: {},
    properties: { SideIndex: { get: () => edge }, Style: style, Color: color },
  };
}

function thin(color: string | null): Border {
  return { kind: "thin", color };
}

function bordersAt({ workbook }: Session, sheet: Sheet, row: number, column: number): Borders {
  return styleAt(workbook.styles, styleIndexAt(sheet, row, column)).borders ?? noBorders;
}

function putBorder({ workbook, origin }: Session, sheet: Sheet, cells: Area, side: Side, border: Border): void {
  // A single row has no lines inside.
  if (cells.rows === 0 || cells.columns === 0) return;
  formatCells(workbook, origin, sheet, cells, ({ borders }) => ({
    borders: { ...(borders ?? noBorders), [side]: border },
  }));
}
