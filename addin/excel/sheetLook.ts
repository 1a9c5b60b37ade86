import { lineColour } from "../../domain/workbook/look/cellLook";
import type { CellLook } from "../../domain/workbook/look/cellLook";

/** The width that Excel asks for, in points, of a column so many characters wide. */
export function columnWidth(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}

const boxed = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal"] as const;
const onTheRight = ["EdgeRight", "InsideVertical"] as const;
const places = { left: "Left", center: "Center", top: "Top" } as const;

/**
 * Gives cells their look, number format aside: that one is set with the values, before them. All of one column, or of
 * one row.
 */
export function applyLook({ format }: Excel.Range, look: CellLook): void {
  const { ink, fill, bold, size, horizontal, vertical, wrap, indent, lines } = look;
  if (fill !== undefined) format.fill.color = fill;
  if (ink !== undefined) format.font.color = ink;
  if (bold !== undefined) format.font.bold = bold;
  if (size !== undefined) format.font.size = size;
  if (horizontal !== undefined) format.horizontalAlignment = places[horizontal];
  if (vertical !== undefined) format.verticalAlignment = places[vertical];
  if (wrap !== undefined) format.wrapText = wrap;
  if (indent !== undefined) format.indentLevel = indent;
  if (lines === undefined) return;
  for (const edge of lines === "box" ? boxed : onTheRight) format.borders.getItem(edge).color = lineColour;
}

/** Neighbours that are alike, so that few ranges are named. */
export type Run<T> = { readonly first: number; readonly count: number; readonly value: T };

export function runsOfEqual<T>(values: readonly T[]): readonly Run<T>[] {
  const runs: { first: number; count: number; value: T; key: string }[] = [];
  values.forEach((value, index) => {
    const key = JSON.stringify(value);
    const last = runs.at(-1);
    if (last?.key === key) last.count += 1;
    else runs.push({ first: index, count: 1, value, key });
  });
  return runs;
}

/** Looks without their number formats, which are set with the values. */
export function runsOfLooks(looks: readonly CellLook[]): readonly Run<CellLook>[] {
  return runsOfEqual(looks.map(({ numberFormat: _, ...look }) => look));
}

/** Office.js takes one value for all cells of a range, though its types say otherwise: it weighs less and is quicker. */
export function inEveryCell<T extends string | number | boolean>(value: T): T[][] {
  return value as unknown as T[][];
}
