import * as z from "zod/mini";
import { isCivilDate } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { choiceSets } from "./choices";
import type { Column, PlainType } from "./columns";
import { columnsOf } from "./schema";
import type { Row, TableName } from "./schema";

const schemas = new Map<TableName, z.ZodMiniObject>();

/** The cells of a row, or of a part of it, when each holds what its column allows; else null. Unknown columns are dropped. */
export function parseCells<T extends TableName>(table: T, cells: unknown): Partial<Row<T>> | null {
  const known = schemas.get(table) ?? schemaOf(table);
  schemas.set(table, known);
  const parsed = known.safeParse(cells);
  return parsed.success ? (parsed.data as Partial<Row<T>>) : null;
}

function schemaOf(table: TableName) {
  const columns = columnsOf(table).filter(([, { role }]) => role === "key" || role === "input");
  return z.partial(z.object(Object.fromEntries(columns.map(([name, column]) => [name, cellSchema(column)]))));
}

function cellSchema(column: Column): z.ZodMiniType {
  const filled = filledSchema(column);
  return column.required === true || column.fallback !== undefined ? filled : z.nullable(filled);
}

function filledSchema({ type, choices }: Column): z.ZodMiniType {
  if (type === "choice") return z.enum(choices === undefined ? [] : choiceSets[choices]);
  return type === "reference" ? z.string() : plainSchemas[type];
}

const whole = z.int();

const plainSchemas = {
  text: z.string(),
  longText: z.string(),
  postcode: z.string(),
  phone: z.string(),
  email: z.string(),
  date: z.custom<CivilDate>((value) => typeof value === "string" && isCivilDate(value)),
  money: whole,
  vatRate: whole,
  integer: whole,
  decimal: z.number(),
  yesNo: z.boolean(),
  months: z.array(z.int().check(z.minimum(1), z.maximum(12))),
} satisfies Record<PlainType, z.ZodMiniType>;
