import { contains } from "../../model/area";
import { shiftedFormula } from "../../model/formulaTokens";
import type { ConditionalFormat, Sheet, Workbook } from "../../model/workbook";
import { valueAt } from "../../model/cells";
import type { Engine } from "../../formulas/engine";
import { parsedFormula } from "../../formulas/parsedFormula";
import { slotValues } from "../../formulas/slotValues";
import { unescapedText } from "../../xlsx/xml";

type Look = Pick<ConditionalFormat, "fill" | "color" | "bold" | "strikethrough">;

/** What the conditional formats by formula make of a cell; null where none applies. */
export type ConditionalLook = (sheet: Sheet, row: number, column: number) => Look | null;

/** Cells that look alike give the same answer: a state's colour is asked of the engine once for each text. */
const MOST_ANSWERS = 20_000;

/** @param now the moment as a serial number */
export function conditionalLooks(workbook: Workbook, engine: Engine, now: () => number): ConditionalLook {
  const answers = new Map<string, boolean>();
  const applies = (format: ConditionalFormat, sheet: Sheet, row: number, column: number): boolean => {
    const corner = format.areas[0];
    if (format.type !== "expression" || corner === undefined) return false;
    if (!format.areas.some((area) => contains(area, row, column))) return false;
    const formula = shiftedFormula(unescapedText(format.formula), row - corner.row, column - corner.column);
    const { text, slots } = parsedFormula(formula);
    const values = slots.map((slot) => slotValues(slot, { workbook, sheet, row, valueAt, now }));
    const key = `${text}\n${JSON.stringify(values)}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size > MOST_ANSWERS) answers.clear();
    const value = engine.compute(text, values);
    const answer = value === true || (typeof value === "number" && value !== 0);
    answers.set(key, answer);
    return answer;
  };
  return (sheet, row, column) => {
    let look: Look | null = null;
    for (const format of sheet.conditionalFormats.toSorted((a, b) => a.priority - b.priority)) {
      if (!applies(format, sheet, row, column)) continue;
      look = look === null ? format : both(look, format);
      if (format.stopIfTrue) break;
    }
    return look;
  };
}

/** The format that comes first wins where both say something. */
function both(first: Look, second: Look): Look {
  return {
    fill: first.fill ?? second.fill,
    color: first.color ?? second.color,
    bold: first.bold || second.bold,
    strikethrough: first.strikethrough || second.strikethrough,
  };
}
