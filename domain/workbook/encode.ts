import type { CivilDate } from "../dates/civilDate";
import { toSerial } from "../dates/excelSerial";
import { workbook } from "../i18n/fr/workbook";
import { centsToEuros } from "../money";
import type { ChoiceSet } from "./choices";
import type { Column } from "./columns";
import type { RawCell } from "./rawCell";
import { columnsOf, type Row, type TableName } from "./schema";

/** The value of any column of the register. */
export type CellValue = string | number | boolean | readonly number[] | null;

/** What a cell holds for a value of its column: the inverse of reading it. Words are French. */
export function encodeCell(column: Column, value: CellValue): RawCell {
  if (typeof value === "boolean") return value ? workbook.yes : workbook.no;
  if (typeof value === "number") return encodeNumber(column, value);
  if (typeof value === "string") return encodeText(column, value);
  return value === null || value.length === 0 ? null : value.map((month) => workbook.months[month - 1]).join(", ");
}

/** The cells of a row by column: keys and inputs, for formulas and statuses are not facts of the row. */
export function encodeRow<T extends TableName>(table: T, row: Row<T>): Readonly<Record<string, RawCell>> {
  const values: Readonly<Record<string, CellValue>> = row;
  const facts = columnsOf(table).filter(([, { role }]) => role === "key" || role === "input");
  return Object.fromEntries(facts.map(([name, column]) => [name, encodeCell(column, values[name] ?? null)]));
}

function encodeNumber(column: Column, value: number): number {
  if (column.type === "money") return centsToEuros(value);
  return column.type === "vatRate" ? value / 10_000 : value;
}

function encodeText(column: Column, value: string): RawCell {
  if (column.type === "date") return toSerial(value as CivilDate);
  return column.choices === undefined ? value : word(column.choices, value);
}

function word(set: ChoiceSet, code: string): string {
  const words: Readonly<Record<string, string>> = workbook.choices[set];
  return words[code] ?? code;
}
