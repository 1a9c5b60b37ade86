import type { Border, Style } from "exceljs";
import { lineColour } from "../../domain/workbook/look/cellLook";
import type { CellLook } from "../../domain/workbook/look/cellLook";

/** exceljs recognises a style by its object: cells that look alike share one. */
const known = new Map<string, Partial<Style>>();

/** The style of a cell of this look. */
export function cellStyle(look: CellLook): Partial<Style> {
  const key = JSON.stringify(look);
  const style = known.get(key) ?? styleOf(look);
  known.set(key, style);
  return style;
}

function styleOf({ numberFormat, ink, fill, bold, size = 11, horizontal, vertical, wrap, indent, lines }: CellLook) {
  const line: Border = { style: "thin", color: { argb: argb(lineColour) } };
  const sides = lines === "box" ? (["top", "right", "bottom", "left"] as const) : (["right"] as const);
  return {
    ...(numberFormat !== undefined && { numFmt: numberFormat }),
    ...(ink !== undefined && {
      font: { name: "Calibri", family: 2, size, color: { argb: argb(ink) }, ...(bold && { bold }) },
    }),
    ...(fill !== undefined && { fill: { type: "pattern", pattern: "solid", fgColor: { argb: argb(fill) } } }),
    alignment: {
      ...(vertical !== undefined && { vertical: vertical === "center" ? "middle" : vertical }),
      ...(horizontal !== undefined && { horizontal }),
      ...(wrap && { wrapText: true }),
      ...(indent !== undefined && { indent }),
    },
    ...(lines !== undefined && { border: Object.fromEntries(sides.map((side) => [side, line])) }),
  } satisfies Partial<Style>;
}

/** "FF1F2D3A" for "#1F2D3A". */
export function argb(colour: string): string {
  return `FF${colour.slice(1)}`;
}
