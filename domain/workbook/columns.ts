import type { CivilDate } from "../dates/civilDate";
import type { Cents, VatRate } from "../money";
import type { Choice, ChoiceSet } from "./choices";

/** What a cell of each type becomes once read. */
type Values = {
  text: string;
  longText: string;
  postcode: string;
  phone: string;
  email: string;
  date: CivilDate;
  /** In the cell: euros with two decimals. */
  money: Cents;
  /** In the cell: a percentage (0.055). */
  vatRate: VatRate;
  integer: number;
  decimal: number;
  yesNo: boolean;
  /** Months of the year, 1 to 12. In the cell: "6" or "mai, octobre". */
  months: readonly number[];
};

export type PlainType = keyof Values;

/**
 * Who fills a column: Tacite gives keys, the user types inputs, Excel computes formulas,
 * and Tacite refreshes statuses, which nothing ever reads back.
 */
export type Role = "key" | "input" | "formula" | "status";

type Options = {
  /** Width in characters. */
  readonly width: number;
  readonly hidden?: true;
};

export type Column = Options & {
  readonly role: Role;
  readonly type: PlainType | "choice" | "reference";
  readonly choices?: ChoiceSet;
  readonly refersTo?: string;
  /** A row without it cannot be understood and is reported. */
  readonly required?: true;
  /** The least count that can be meant; 0 unless told. */
  readonly min?: number;
  /** The largest count that can be meant; forty years of months unless told. */
  readonly max?: number;
  /** What a blank cell means. */
  readonly fallback?: unknown;
};

export function key<const O extends Options>(options: O) {
  return { role: "key", type: "text", required: true, ...options } as const;
}

export function input<
  const T extends PlainType,
  const O extends Options & { required?: true; min?: number; max?: number; fallback?: Values[T] },
>(type: T, options: O) {
  return { role: "input", type, ...options } as const;
}

export function choice<const S extends ChoiceSet, const O extends Options & { required?: true; fallback?: Choice<S> }>(
  choices: S,
  options: O,
) {
  return { role: "input", type: "choice", choices, ...options } as const;
}

/** Names a row of another table by its key. */
export function reference<const T extends string, const O extends Options & { required?: true }>(
  refersTo: T,
  options: O,
) {
  return { role: "input", type: "reference", refersTo, ...options } as const;
}

export function formula<const T extends PlainType>(type: T, options: Options) {
  return { role: "formula", type, ...options } as const;
}

export function status<const T extends PlainType>(type: T, options: Options) {
  return { role: "status", type, ...options } as const;
}

type Filled<C> = C extends { type: "choice"; choices: infer S extends ChoiceSet }
  ? Choice<S>
  : C extends { type: "reference" }
    ? string
    : C extends { type: infer T extends PlainType }
      ? Values[T]
      : never;

/** The value of a column in a row: never null where it is required or where a blank has a meaning. */
export type ValueOf<C> = C extends { required: true } | { fallback: unknown } ? Filled<C> : Filled<C> | null;
