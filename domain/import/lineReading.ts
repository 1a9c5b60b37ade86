import type { PriceBasis } from "../money";
import type { ImportField, ListValue } from "./list";
import { listProblem } from "./listProblem";
import type { ListProblem, ListProblemCode, ListProblemFacts } from "./listProblem";

/** A cell holds no more characters. */
export const LONGEST_CELL = 32_767;
/** So much is left for the notes. */
export const LONGEST_NOTES = 32_000;

/** One line while it is read. */
export type LineReading = {
  /** The value of a field, unless an earlier cell gave one; then it goes to the notes. */
  readonly put: (field: ImportField, value: ListValue, raw: string) => void;
  /** One more piece of a field that several cells may tell. */
  readonly add: (field: ImportField, text: string, separator: string) => void;
  /** A value that counts only where no cell of its own tells one; otherwise it goes to the notes. */
  readonly suggest: (field: ImportField, value: ListValue) => void;
  readonly has: (field: ImportField) => boolean;
  readonly note: (text: string) => void;
  readonly report: <C extends ListProblemCode>(code: C, column: string | null, facts: ListProblemFacts[C]) => void;
  /** The price says itself whether it is HT or TTC. */
  readonly tellBasis: (basis: PriceBasis) => void;
  readonly finished: () => {
    readonly basis: PriceBasis | null;
    readonly values: Readonly<Partial<Record<ImportField, ListValue>>>;
    readonly found: readonly ListProblem[];
  };
};

/** A line of which nothing is read yet. */
export function newLine(sheet: string, row: number): LineReading {
  const values: Partial<Record<ImportField, ListValue>> = {};
  const suggested: [ImportField, ListValue][] = [];
  const notes: string[] = [];
  let length = 0;
  const note = (text: string) => {
    // What does not fit is counted, not kept.
    if (length <= LONGEST_CELL) notes.push(text.length > LONGEST_CELL ? text.slice(0, LONGEST_CELL) : text);
    length += text.length + 1;
  };
  const found: ListProblem[] = [];
  let basis: PriceBasis | null = null;
  const report: LineReading["report"] = (code, column, facts) => {
    found.push(listProblem(code, { sheet, row, column }, facts));
  };
  return {
    put(field, value, raw) {
      if (values[field] === undefined) values[field] = value;
      else if (values[field] !== value) note(raw);
    },
    add(field, text, separator) {
      const before = values[field];
      values[field] = typeof before === "string" ? `${before}${separator}${text}` : text;
    },
    suggest(field, value) {
      suggested.push([field, value]);
    },
    has: (field) => values[field] !== undefined,
    note,
    report,
    tellBasis(told) {
      basis ??= told;
    },
    finished() {
      for (const [field, value] of suggested) {
        if (values[field] === undefined) values[field] = value;
        else if (values[field] !== value) note(String(value));
      }
      const text = notes.join("\n");
      const isCut = length - 1 > LONGEST_CELL;
      if (isCut) report("textCut", null, { length: length - 1 });
      if (text !== "") values.notes = isCut ? `${text.slice(0, LONGEST_NOTES)}…` : text;
      return { basis, values, found };
    },
  };
}
