import type { CivilDate } from "../dates/civilDate";
import { refusal } from "./decision";
import type { FieldName, Refusal, Refused } from "./decision";

/** The reasons among the checks, or null when every one of them passes. */
export function firstRefused(...checks: readonly (Refusal | null)[]): Refused | null {
  const refusals = checks.filter((check) => check !== null);
  return refusals.length === 0 ? null : { refusals };
}

/** What is said to have happened cannot lie in the future. */
export function notInFuture(date: CivilDate | null | undefined, today: CivilDate, at?: FieldName): Refusal | null {
  return date === null || date === undefined || date <= today ? null : refusal("dateInFuture", { date }, at);
}

/** The date cannot lie before the other one, where both are known. */
export function notBefore(
  date: CivilDate | null | undefined,
  earliest: CivilDate | null,
  at?: FieldName,
): Refusal | null {
  if (date === null || date === undefined || earliest === null || date >= earliest) return null;
  return refusal("dateBefore", { date, earliest }, at);
}

/** A number that a form asks for: whole (money is in cents) and not below the least. */
export function wholeNumber(value: number | null | undefined, least: number, at: FieldName): Refusal | null {
  if (value === null || value === undefined) return null;
  return Number.isSafeInteger(value) && value >= least ? null : refusal("notANumber", at, at);
}

/** A value that the action cannot do without. */
export function present(value: unknown, at: FieldName): Refusal | null {
  const blank = value === null || value === undefined || (typeof value === "string" && value.trim() === "");
  return blank ? refusal("missing", at, at) : null;
}
