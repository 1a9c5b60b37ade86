import { contains } from "../../model/area";
import { isCellError } from "../../model/cell";
import { cellAt } from "../../model/cells";
import { displayText } from "../../model/displayText";
import { type Borders, styleAt } from "../../model/style";
import type { Sheet, Table, Workbook } from "../../model/workbook";
import type { ConditionalLook } from "./conditionalLook";

/** How a cell is drawn. */
export type CellLook = {
  readonly text: string;
  readonly isNumber: boolean;
  readonly fill: string | null;
  readonly color: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strikethrough: boolean;
  readonly align: "left" | "center" | "right";
  /** In points, null for the usual size. */
  readonly size: number | null;
  readonly borders: Borders | null;
  /** A header cell whose column can be filtered from here: whether it is. */
  readonly filter: { readonly table: Table; readonly active: boolean } | null;
};

export function cellLook(
  workbook: Workbook,
  sheet: Sheet,
  row: number,
  column: number,
  conditional: ConditionalLook,
): CellLook {
  const cell = cellAt(sheet, row, column);
  const style = styleAt(workbook.styles, cell.style);
  const table = sheet.tables.find(({ area }) => contains(area, row, column)) ?? null;
  const isHeader = table?.hasHeaders === true && row === table.area.row;
  const painted = table === null ? null : tablePaint(table, row, isHeader);
  // A table's colour gives way to one chosen for the cell, not to the usual one.
  const own = style.color === styleAt(workbook.styles, 0).color ? null : style.color;
  const state = conditional(sheet, row, column);
  const filtered = table === null ? undefined : table.columns[column - table.area.column];
  return {
    text: displayText(workbook, cell),
    isNumber: typeof cell.value === "number",
    fill: state?.fill ?? style.fill ?? painted?.fill ?? null,
    color: state?.color ?? own ?? painted?.color ?? style.color,
    bold: style.bold || (state?.bold ?? false) || (painted?.bold ?? false),
    italic: style.italic,
    underline: style.underline,
    strikethrough: state?.strikethrough ?? false,
    align: alignOf(cell.value, style.horizontal),
    size: style.size === null || style.size === 11 ? null : style.size,
    borders: style.borders,
    filter:
      isHeader && table.filterButtons && filtered !== undefined
        ? { table, active: table.filters.has(filtered.id) }
        : null,
  };
}

function alignOf(value: ReturnType<typeof cellAt>["value"], horizontal: string | null): CellLook["align"] {
  const wanted = horizontal?.toLowerCase();
  if (wanted === "left" || wanted === "center" || wanted === "right") return wanted;
  if (typeof value === "number") return "right";
  return typeof value === "boolean" || (value !== null && isCellError(value)) ? "center" : "left";
}

type Paint = { readonly fill: string | null; readonly color: string | null; readonly bold: boolean };

/** The dark and the light colour of the six accents of Excel's usual theme. */
const accents = [
  ["#4472C4", "#D9E1F2"],
  ["#ED7D31", "#FCE4D6"],
  ["#A5A5A5", "#EDEDED"],
  ["#FFC000", "#FFF2CC"],
  ["#5B9BD5", "#DDEBF7"],
  ["#70AD47", "#E2EFDA"],
] as const;

/** Excel's medium table styles: a dark header and every other row tinted. The light ones leave the cells as they are. */
function tablePaint({ style, area }: Table, row: number, isHeader: boolean): Paint | null {
  const number = Number(/^TableStyleMedium(\d+)$/.exec(style ?? "")?.[1] ?? NaN);
  const accent = accents[(number + 5) % 7 === 6 ? 0 : (number + 5) % 7];
  if (accent === undefined) return isHeader ? { fill: null, color: null, bold: true } : null;
  if (isHeader) return { fill: accent[0], color: "#FFFFFF", bold: true };
  return (row - area.row) % 2 === 1 ? { fill: accent[1], color: null, bold: false } : null;
}
