import { type Area, areaBetween, lastColumnOf, lastRowOf, sameArea } from "./area";
import { isBlank } from "./cell";
import { cellAt, putContent, putStyle, styleIndexAt } from "./cells";
import { tell, touch } from "./edit";
import { shiftedFormula } from "./formulaTokens";
import type { Table, Workbook } from "./workbook";

/** Makes a table longer over the rows below it: formats, validations and calculated columns go on. Inside an edit. */
export function extendTable(workbook: Workbook, table: Table, rows: number): void {
  const { sheet } = table;
  const model = lastRowOf(table.area);
  const hasBody = table.area.rows > (table.hasHeaders ? 1 : 0);
  table.area = { ...table.area, rows: table.area.rows + rows };
  for (let row = model + 1; row <= model + rows; row++) continueRow(table, hasBody ? model : null, row);
  stretchRules(table, model, rows);
  touch(workbook, sheet, areaBetween(model + 1, table.area.column, model + rows, lastColumnOf(table.area)));
  tell(workbook, { kind: "tableChanged", table });
}

function continueRow(table: Table, model: number | null, row: number): void {
  const { sheet, area } = table;
  table.columns.forEach(({ formula }, at) => {
    const column = area.column + at;
    const untouched = sheet.rows.get(row)?.styles?.[column] === undefined;
    if (model !== null && untouched) putStyle(sheet, row, column, styleIndexAt(sheet, model, column));
    if (formula !== null && isBlank(cellAt(sheet, row, column))) {
      putContent(sheet, row, column, 0, rowFormula(table, column, formula, row));
    }
  });
}

/** A column's formula may be kept for another row: where the row above has one, it says how addresses move. */
function rowFormula({ sheet }: Table, column: number, formula: string, row: number): string {
  const above = cellAt(sheet, row - 1, column).formula;
  return above === null ? formula : shiftedFormula(above, 1, 0);
}

/** Validations and conditional formats that covered the table's last row follow it. */
function stretchRules({ sheet, area: { column, columns } }: Table, last: number, rows: number): void {
  const stretched = (area: Area): Area => {
    const ends = lastRowOf(area) === last && area.column >= column && lastColumnOf(area) < column + columns;
    return ends ? { ...area, rows: area.rows + rows } : area;
  };
  for (const rule of [...sheet.validations, ...sheet.conditionalFormats]) {
    const areas = rule.areas.map(stretched);
    if (areas.every((area, at) => sameArea(area, rule.areas[at] ?? area))) continue;
    rule.areas = areas;
  }
}
