import { Refused } from "../model/refused";
import { type Argument, type ExcelObject, isExcelObject, type Json } from "./excelObject";

/** A text argument. @throws Refused InvalidArgument for anything else. */
export function textArgument(args: readonly Argument[], at: number): string {
  const value = args[at];
  if (typeof value !== "string") throw wrong(at, "a text");
  return value;
}

export function optionalText(args: readonly Argument[], at: number): string | null {
  return isAbsent(args[at]) ? null : textArgument(args, at);
}

export function numberArgument(args: readonly Argument[], at: number, usual?: number): number {
  const value = args[at];
  if (isAbsent(value) && usual !== undefined) return usual;
  if (typeof value !== "number" || !Number.isInteger(value)) throw wrong(at, "a whole number");
  return value;
}

export function booleanArgument(args: readonly Argument[], at: number, usual?: boolean): boolean {
  const value = args[at];
  if (isAbsent(value) && usual !== undefined) return usual;
  if (typeof value !== "boolean") throw wrong(at, "true or false");
  return value;
}

/** Fields of an argument that is a plain object; {} where it is left out. */
export function recordArgument(args: readonly Argument[], at: number): { readonly [name: string]: Json | undefined } {
  const value = args[at];
  if (isAbsent(value)) return {};
  if (isExcelObject(value)) throw wrong(at, "plain values");
  return recordOf(value ?? null) ?? refuse(wrong(at, "plain values"));
}

export function objectArgument(args: readonly Argument[], at: number, type: string): ExcelObject {
  const value = args[at];
  if (!isExcelObject(value) || value.type !== type) throw wrong(at, `a ${type}`);
  return value;
}

/** The fields of a plain object, whatever the capital of their first letter; null for another value. */
export function recordOf(value: Json): { readonly [name: string]: Json | undefined } | null {
  if (typeof value !== "object" || value === null || isList(value)) return null;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name.charAt(0).toLowerCase() + name.slice(1), field]),
  );
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A text among those that Excel knows. @throws Refused InvalidArgument for another. */
export function choice<T extends string>(value: Argument | undefined, choices: readonly T[]): T {
  const found = choices.find((known) => known === value);
  if (found === undefined)
    throw new Refused("InvalidArgument", `"${JSON.stringify(value)}" is none of ${choices.join(", ")}.`);
  return found;
}

/** A name, or an id that may travel as a number. */
export function keyOf(value: Json): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  throw new Refused("InvalidArgument", "An item is named by a text or a number.");
}

export function textOf(value: Json): string {
  if (typeof value !== "string") throw new Refused("InvalidArgument", "The value must be a text.");
  return value;
}

export function booleanOf(value: Json): boolean {
  if (typeof value !== "boolean") throw new Refused("InvalidArgument", "The value must be true or false.");
  return value;
}

export function numberOf(value: Json): number {
  if (typeof value !== "number") throw new Refused("InvalidArgument", "The value must be a number.");
  return value;
}

function isAbsent(value: Argument | undefined): boolean {
  return value === undefined || value === null;
}

function wrong(at: number, expected: string): Refused {
  return new Refused("InvalidArgument", `Argument ${at + 1} must be ${expected}.`);
}

function refuse(reason: Refused): never {
  throw reason;
}
