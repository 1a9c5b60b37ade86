import { isDateFormat, parseValue } from "numfmt";
import type { CellValue } from "./cell";

/** What becomes of a cell when something is typed or written in it. */
export type ParsedInput = {
  readonly value: CellValue;
  readonly formula: string | null;
  /** The format that the text brings along ("dd/mm/yyyy" with a date), null where it keeps the cell's. */
  readonly numberFormat: string | null;
};

const errors = new Set(["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"]);

/**
 * Reads a text as Excel does: "=…" is a formula, also after + or -; "'…" stays text; what looks like a number, a date, a
 * percentage or a truth value becomes one, in the way of `locale`. In a cell whose format is "@" everything stays text.
 */
export function parseInput(input: string | number | boolean, numberFormat: string, locale: string): ParsedInput {
  if (typeof input !== "string") return { value: input, formula: null, numberFormat: null };
  if (input === "") return { value: null, formula: null, numberFormat: null };
  if (input.startsWith("'")) return { value: input.slice(1), formula: null, numberFormat: null };
  if (numberFormat === "@") return { value: input, formula: null, numberFormat: null };
  const formula = formulaOf(input, locale);
  if (formula !== null) return { value: null, formula, numberFormat: null };
  if (errors.has(input.toUpperCase()))
    return { value: { error: input.toUpperCase() }, formula: null, numberFormat: null };
  return parsedConstant(input, numberFormat, locale);
}

function formulaOf(input: string, locale: string): string | null {
  if (input.length > 1 && input.startsWith("=")) return input.slice(1);
  if (!/^[+\-@]./.test(input) || parseValue(withThinSpaces(input), { locale }) !== null) return null;
  return input.startsWith("-") ? input : input.slice(1);
}

function parsedConstant(input: string, numberFormat: string, locale: string): ParsedInput {
  const parsed = parseValue(withThinSpaces(input), { locale });
  const value = parsed?.v;
  if (typeof value !== "number" && typeof value !== "boolean")
    return { value: input, formula: null, numberFormat: null };
  const suggested = parsed?.z;
  const keeps = numberFormat !== "General" || suggested === undefined || suggested === "General";
  return { value, formula: null, numberFormat: keeps ? null : usual(suggested, locale) };
}

/** A day is shown in the usual way of the language, however it was typed. */
function usual(suggested: string, locale: string): string {
  return isDateFormat(suggested) && locale.startsWith("fr") && !/[hs]/.test(suggested) ? "dd/mm/yyyy" : suggested;
}

/** A French keyboard gives plain spaces between thousands; the parser knows the narrow one that is printed. */
function withThinSpaces(input: string): string {
  return input.trim().replace(/(?<=\d)[\u0020\u00a0](?=\d{3}(?:\D|$))/g, "\u202f");
}
