import { type Area, maxColumns, maxRows } from "../model/area";
import { isCellError } from "../model/cell";
import { cellAt, mapArea } from "../model/cells";
import { Refused } from "../model/refused";
import { typedFormula } from "../model/structuredFormula";
import type { Sheet } from "../model/workbook";
import { type Input, tableAround } from "../model/writeCells";
import type { Json } from "../protocol/excelObject";
import { isList } from "../protocol/argument";

/** Excel gives null for the cells of whole rows and columns rather than a million of them. */
export function isUnbounded({ rows, columns }: Area): boolean {
  return rows === maxRows || columns === maxColumns;
}

export function valuesJson(sheet: Sheet, area: Area): Json {
  if (isUnbounded(area)) return null;
  return mapArea(area, (row, column) => {
    const { value } = cellAt(sheet, row, column);
    return isCellError(value) ? value.error : (value ?? "");
  });
}

export function valueTypesJson(sheet: Sheet, area: Area): Json {
  if (isUnbounded(area)) return null;
  return mapArea(area, (row, column) => {
    const { value } = cellAt(sheet, row, column);
    if (value === null) return "Empty";
    if (isCellError(value)) return "Error";
    return { string: "String", number: "Double", boolean: "Boolean" }[typeof value as "string" | "number" | "boolean"];
  });
}

/** Formulas as they are typed, "=[@Prix]*2"; other cells give their value. */
export function formulasJson(sheet: Sheet, area: Area): Json {
  if (isUnbounded(area)) return null;
  return mapArea(area, (row, column) => {
    const { value, formula } = cellAt(sheet, row, column);
    if (formula !== null) return `=${typedFormula(formula, tableAround(sheet, row, column))}`;
    return isCellError(value) ? value.error : (value ?? "");
  });
}

/** Cells to write over an area: a list of rows of its shape, or one value for all; null leaves a cell alone. */
export function inputsOf(value: Json, area: Area): readonly (readonly Input[])[] {
  return shaped(value, area).map((row) => row.map(inputOf));
}

/** The same for formats. */
export function shaped(value: Json, area: Area): readonly (readonly Json[])[] {
  if (isUnbounded(area)) throw new Refused("InvalidArgument", "Cells cannot be written over whole rows or columns.");
  if (!isList(value)) return Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => value));
  const rows = value.map((row) => (isList(row) ? row : refuseShape(area)));
  if (rows.length !== area.rows || rows.some((row) => row.length !== area.columns)) refuseShape(area);
  return rows;
}

function refuseShape({ rows, columns }: Area): never {
  throw new Refused("InvalidArgument", `The number of rows or columns does not match the range, ${rows} × ${columns}.`);
}

export function inputOf(value: Json): Input {
  if (value === null) return undefined;
  if (typeof value === "object")
    throw new Refused("InvalidArgument", "A cell takes a text, a number or a truth value.");
  if (typeof value === "string" && value.length > 32_767) {
    throw new Refused("InvalidArgument", "A cell holds at most 32,767 characters.");
  }
  return value;
}
