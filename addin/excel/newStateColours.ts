import { columnLetters } from "../../domain/workbook/columnLetters";
import { rowLineColour, rowLineFormula, stateTones, toneFormula } from "../../domain/workbook/look/stateTones";
import { FIRST_ROW } from "../../domain/workbook/look/tableSheetLook";
import type { ColumnLayout } from "../../domain/workbook/look/tableSheetLook";

/** The colours of the columns of states, and a fine line under every row that has a key. */
export function colourStates(sheet: Excel.Worksheet, columns: readonly ColumnLayout[], lastRow: number): void {
  const height = lastRow - FIRST_ROW + 1;
  const key = columns.findIndex(({ column }) => column.role === "key");
  const lined = sheet.getRangeByIndexes(FIRST_ROW - 1, 0, height, columns.length);
  const lineRule = lined.conditionalFormats.add("Custom").custom;
  lineRule.rule.formula = `=${rowLineFormula(`$${columnLetters(key + 1)}${String(FIRST_ROW)}`)}`;
  underline(lineRule.format);

  const first = columns.findIndex(({ isState }) => isState);
  if (first === -1) return;
  const count = columns.filter(({ isState }) => isState).length;
  const states = sheet.getRangeByIndexes(FIRST_ROW - 1, first, height, count);
  // Excel puts a new format before those that are there: the last one is added first.
  for (const tone of [...stateTones].reverse()) {
    const { rule, format } = states.conditionalFormats.add("Custom").custom;
    rule.formula = `=${toneFormula(tone, `${columnLetters(first + 1)}${String(FIRST_ROW)}`)}`;
    format.font.color = tone.ink;
    if (tone.bold) format.font.bold = true;
    format.fill.color = tone.ground;
    underline(format);
  }
}

function underline({ borders }: Excel.ConditionalRangeFormat): void {
  const line = borders.getItem("EdgeBottom");
  line.style = "Continuous";
  line.color = rowLineColour;
}
