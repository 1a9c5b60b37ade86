import type { FieldName } from "../../../domain/actions/decision";
import { decodeCell } from "../../../domain/workbook/cells";
import { choiceSets } from "../../../domain/workbook/choices";
import type { Column } from "../../../domain/workbook/columns";
import type { Catalogue } from "../../../domain/i18n";
import { columnHeader } from "../../../domain/i18n/columnHeader";
import { tables } from "../../../domain/workbook/schema";
import type { ColumnName, Row, TableName } from "../../../domain/workbook/schema";

/** What stands in a box: its text, or the choices that are ticked. */
export type Typed = string | readonly string[];

/** What all boxes of a form hold, by the names of the fields. */
export type TypedForm = Readonly<Record<string, Typed>>;

export type Option = readonly [value: string, label: string];

/** The value that was typed, or the sentence that says why there is none. */
export type Reading<V> = { readonly value: V } | { readonly wrong: string };

export type FieldControlKind =
  "date" | "text" | "longText" | "number" | "tel" | "email" | "select" | "check" | "several" | "client";

/** A box of a form, and how to read what is typed in it. */
export type Field<V = unknown> = {
  readonly label: string;
  readonly control: FieldControlKind;
  readonly initial: Typed;
  readonly read: (typed: Typed) => Reading<V>;
  /** The column whose refusals are shown beside the box. */
  readonly at: FieldName | null;
  readonly required: boolean;
  readonly options: readonly Option[];
  /** Words that are often typed in it. */
  readonly suggestions: readonly string[];
  readonly hint: string | null;
  /** Short ones stand two in a row. */
  readonly half: boolean;
  /** What a blank box stands for, told inside it. */
  readonly placeholder: string | null;
  /** Whether the box is there, given what the others hold. */
  readonly shown: (form: TypedForm) => boolean;
};

export type FieldOptions = Partial<
  Pick<Field, "label" | "half" | "suggestions" | "hint" | "placeholder" | "shown" | "options" | "required">
>;

export const YES = "yes";

const VAT_RATES: readonly Option[] = [
  ["550", "5,5\u00a0%"],
  ["1000", "10\u00a0%"],
  ["2000", "20\u00a0%"],
];

/** Builders of fields whose labels, choices and reading come from the columns of the workbook. */
export function fieldsIn(words: Catalogue) {
  function field<T extends TableName, C extends ColumnName<T> & keyof Row<T>>(
    table: T,
    column: C,
    initial: Row<T>[C] | null,
    options: FieldOptions = {},
  ): Field<Row<T>[C]> {
    const columns: Readonly<Record<string, Column>> = tables[table].columns;
    const spec = columns[column] ?? plain;
    return {
      ...blankField,
      label: columnHeader(words.workbook, table, column),
      control: controlOf(spec),
      options: optionsOf(spec, words),
      at: { table, column } as unknown as FieldName,
      initial: typedFrom(spec, initial),
      ...options,
      read: (typed) => readTyped(spec, typed, words) as Reading<Row<T>[C]>,
    };
  }

  /** A field that must be filled in; its value is never null. */
  function requiredField<T extends TableName, C extends ColumnName<T> & keyof Row<T>>(
    table: T,
    column: C,
    initial: Row<T>[C] | null,
    options: FieldOptions = {},
  ): Field<NonNullable<Row<T>[C]>> {
    const optional = field(table, column, initial, options);
    const missing = words.actions.refusals.missing({ table, column } as unknown as FieldName);
    return {
      ...optional,
      required: true,
      read(typed) {
        const reading = optional.read(typed);
        if ("wrong" in reading) return reading;
        const { value } = reading;
        return value === null ? { wrong: missing } : { value };
      },
    };
  }

  return { field, requiredField };
}

/** A list from which one is chosen, that is no column of the workbook. */
export function pick<const V extends string>(
  label: string,
  choices: Readonly<Record<V, string>>,
  initial: NoInfer<V>,
  options: FieldOptions = {},
): Field<V> {
  return {
    ...blankField,
    label,
    control: "select",
    required: true,
    initial,
    ...options,
    options: Object.entries<string>(choices),
    read: (typed) => ({ value: isOneOf(choices, typed) ? typed : initial }),
  };
}

function isOneOf<V extends string>(choices: Readonly<Record<V, string>>, typed: Typed): typed is V {
  return typeof typed === "string" && Object.hasOwn(choices, typed);
}

/** A box to tick, that is no column of the workbook. */
export function check(label: string, options: FieldOptions = {}): Field<boolean> {
  return {
    ...blankField,
    label,
    control: "check",
    initial: "",
    ...options,
    read: (typed) => ({ value: typed === YES }),
  };
}

/** A list of which several are ticked. */
export function several(
  label: string,
  options: readonly Option[],
  initial: readonly string[],
): Field<readonly string[]> {
  return {
    ...blankField,
    label,
    control: "several",
    initial,
    options,
    read: (typed) => ({ value: typeof typed === "string" ? [] : typed }),
  };
}

/** One of the register's clients, found by a search; null until one is chosen. */
export function clientField(label: string, missing: string, options: FieldOptions = {}): Field<string> {
  return {
    ...blankField,
    label,
    control: "client",
    required: true,
    initial: "",
    ...options,
    read: (typed) => (typed === "" || typeof typed !== "string" ? { wrong: missing } : { value: typed }),
  };
}

/** A number that is no column of the workbook, such as a percentage; it must be filled in. */
export function numberField(
  label: string,
  missing: string,
  words: Catalogue,
  options: FieldOptions = {},
): Field<number> {
  return {
    ...blankField,
    label,
    control: "number",
    required: true,
    initial: "",
    ...options,
    read(typed) {
      const text = String(typed).replace(/[\s%]/g, "").replace(",", ".").replace("\u2212", "-");
      if (text === "") return { wrong: missing };
      return /^-?\d+(\.\d+)?$/.test(text)
        ? { value: Number(text) }
        : { wrong: words.problems.unreadableNumber({ text: String(typed) }) };
    },
  };
}

const plain: Column = { role: "input", type: "text", width: 0 };

const blankField = {
  at: null,
  required: false,
  options: [],
  suggestions: [],
  hint: null,
  half: false,
  placeholder: null,
  shown: () => true,
} satisfies Partial<Field>;

function controlOf({ type }: Column): FieldControlKind {
  switch (type) {
    case "date":
    case "longText":
    case "email":
      return type;
    case "phone":
      return "tel";
    case "yesNo":
      return "check";
    case "choice":
    case "vatRate":
    case "reference":
      return "select";
    case "money":
    case "integer":
    case "decimal":
      return "number";
    case "text":
    case "postcode":
    case "months":
      return "text";
  }
}

/** A blank choice is offered only where it means something of its own. */
function optionsOf({ type, choices, fallback }: Column, words: Catalogue): readonly Option[] {
  const unknown: readonly Option[] = [["", "—"]];
  if (type === "vatRate") return [...unknown, ...VAT_RATES];
  if (choices === undefined) return [];
  const named: Readonly<Record<string, string>> = words.workbook.choices[choices];
  const options = choiceSets[choices].map((code): Option => [code, named[code] ?? code]);
  return fallback === undefined ? [...unknown, ...options] : options;
}

function typedFrom({ type, fallback }: Column, initial: unknown): Typed {
  const value = initial ?? fallback ?? null;
  if (value === null) return "";
  if (type === "money" && typeof value === "number") return (value / 100).toFixed(2).replace(".", ",");
  if (typeof value === "boolean") return value ? YES : "";
  if (typeof value === "number") return String(value).replace(".", type === "vatRate" ? "." : ",");
  return typeof value === "string" ? value : "";
}

function readTyped(column: Column, typed: Typed, words: Catalogue): Reading<unknown> {
  const text = typeof typed === "string" ? typed.trim() : "";
  const { type, fallback } = column;
  if (type === "yesNo") return { value: text === YES };
  if (text === "") return { value: fallback ?? null };
  if (type === "vatRate") return { value: Number(text) };
  if (type === "choice" || type === "reference") return { value: text };
  const { value, problem } = decodeCell(column, text);
  if (value !== null || problem === undefined) return { value };
  const { code, facts } = problem;
  const write = words.problems[code] as (about: typeof facts) => string;
  return { wrong: write(facts) };
}
