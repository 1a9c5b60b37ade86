import type { Borders, ConditionalFormattingOptions } from "exceljs";
import { rowLineColour, rowLineFormula, stateTones, toneFormula } from "../../domain/workbook/look/stateTones";
import { argb } from "./cellStyles";

const line: Partial<Borders> = { bottom: { style: "thin", color: { argb: argb(rowLineColour) } } };

/** A fine line under every row that has a key. */
export function rowLines(range: string, keyCell: string): ConditionalFormattingOptions {
  const formulae = [rowLineFormula(keyCell)];
  return {
    ref: range,
    rules: [{ type: "expression", priority: stateTones.length + 1, formulae, style: { border: line } }],
  };
}

/** The colours of the columns of states; `first` is the first cell of the range. */
export function stateColours(range: string, first: string): ConditionalFormattingOptions {
  return {
    ref: range,
    rules: stateTones.map((tone, index) => ({
      type: "expression",
      priority: index + 1,
      formulae: [toneFormula(tone, first)],
      style: {
        font: { color: { argb: argb(tone.ink) }, ...(tone.bold && { bold: true }) },
        fill: { type: "pattern", pattern: "solid", bgColor: { argb: argb(tone.ground) } },
        border: line,
      },
    })),
  };
}
