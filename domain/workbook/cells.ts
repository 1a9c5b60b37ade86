import { isCivilDate } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { fromSerial } from "../dates/excelSerial";
import { eurosToCents } from "../money";
import type { ProblemCode, ProblemFacts } from "../problem";
import type { ChoiceSet } from "./choices";
import type { Column } from "./columns";
import { choiceNamed, monthNamed, yesNoNamed } from "./words";
import type { RawCell } from "./rawCell";

/** What is wrong with a cell. */
export type CellProblem = {
  readonly [C in ProblemCode]: { readonly code: C; readonly facts: ProblemFacts[C] };
}[ProblemCode];

/** The value of a cell, null where it is blank or unreadable, and what is wrong with it, if anything. */
export type Decoded = { readonly value: unknown; readonly problem?: CellProblem };

/** Beyond these a date is a slip of the hand, and arithmetic on it would leave the calendar. */
const FIRST_DAY: CivilDate = "1950-01-01";
const LAST_DAY: CivilDate = "2150-12-31";
/** Forty years in months: no length, delay or number of a period that people type is larger. */
const LARGEST_COUNT = 480;
/** Ten million euros. */
const LARGEST_AMOUNT = 1_000_000_000;

const blank: Decoded = { value: null };

/**
 * Reads a cell as its column asks. Never throws: bad input is normal input. Dates and amounts typed as text are read
 * where only one reading is possible, and reported all the same, because Excel cannot compute with them.
 */
export function decodeCell(column: Column, cell: RawCell): Decoded {
  if (cell === null || cell === "") return blank;
  if (typeof cell === "object") return bad("cellError", { error: cell.error });
  if (typeof cell === "string" && cell.trim() === "") return blank;
  switch (column.type) {
    case "text":
    case "longText":
    case "reference":
      return { value: textOf(cell) };
    case "postcode":
      return { value: withLeadingZero(cell, 5) };
    case "phone":
      return { value: withLeadingZero(cell, 10) };
    case "email":
      return decodeEmail(textOf(cell));
    case "date":
      return decodeDate(cell);
    case "money":
      return decodeMoney(cell);
    case "vatRate":
      return decodeVatRate(cell);
    case "integer":
      return decodeCount(cell, column.min ?? 0, column.max ?? LARGEST_COUNT);
    case "decimal":
      return decodeDecimal(cell);
    case "yesNo":
      return decodeYesNo(cell);
    case "months":
      return decodeMonths(cell);
    case "choice":
      return decodeChoice(column.choices, textOf(cell));
  }
}

function bad<C extends ProblemCode>(code: C, facts: ProblemFacts[C], value: unknown = null): Decoded {
  return { value, problem: { code, facts } as CellProblem };
}

function textOf(cell: string | number | boolean): string {
  if (typeof cell !== "string") return String(cell);
  const text = cell.trim();
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** A French postcode or phone number typed as a number has lost its leading zero. Typed as text it stays as it is. */
function withLeadingZero(cell: string | number | boolean, length: number): string {
  const text = textOf(cell);
  return typeof cell === "number" && text.length === length - 1 ? `0${text}` : text;
}

function decodeEmail(text: string): Decoded {
  // One address and nothing that a mail header could take for more.
  return /^[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\].]{2,}$/u.test(text)
    ? { value: text }
    : bad("invalidEmail", { text });
}

function decodeDate(cell: string | number | boolean): Decoded {
  const text = textOf(cell);
  if (typeof cell === "number") {
    const date = dayOf(cell);
    return date === null ? bad("unreadableDate", { text }) : inCalendar(date, text);
  }
  const date = dateInText(text);
  if (date === null) return bad("unreadableDate", { text });
  const { value, problem } = inCalendar(date, text);
  return problem === undefined ? bad("dateIsText", { text, date }, value) : bad("outOfRange", { text });
}

/** A register names few days many times, and working one out costs more than looking it up. */
const knownDays = new Map<number, CivilDate | null>();
/** Serial numbers up to the year 2173; the others are slips of the hand and not worth keeping. */
const LARGEST_KNOWN = 100_000;

function dayOf(serial: number): CivilDate | null {
  const known = knownDays.get(serial);
  if (known !== undefined) return known;
  const day = fromSerial(serial);
  if (Number.isInteger(serial) && serial > 0 && serial < LARGEST_KNOWN) knownDays.set(serial, day);
  return day;
}

function inCalendar(date: CivilDate, text: string): Decoded {
  return date < FIRST_DAY || date > LAST_DAY ? bad("outOfRange", { text }) : { value: date };
}

/**
 * A day written in full: "15/03/2026", "15 mars 2026", "dimanche 1er mars 2026" or "2026-03-15". Two-digit years are
 * refused, for they may be of either century, and so is a month alone.
 */
function dateInText(text: string): CivilDate | null {
  const [, day, month, year] =
    /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text) ??
    /^(?:[^\d\s]+ )?(\d{1,2})(?:er)?\s+([^\d\s]+)\s+(\d{4})$/i.exec(text) ??
    [];
  if (day === undefined || month === undefined || year === undefined) return isCivilDate(text) ? text : null;
  const number = monthNamed(month);
  const written = `${year}-${String(number ?? 0).padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCivilDate(written) ? written : null;
}

function decodeMoney(cell: string | number | boolean): Decoded {
  const text = textOf(cell);
  // "120 € HT" is not read: the basis is another column, and whoever typed it here may have left that one as it was.
  const euros = typeof cell === "number" ? cell : numberInText(text.replace(/€|euros?|eur/i, ""));
  if (euros === null) return bad("unreadableAmount", { text });
  const cents = eurosToCents(euros) ?? eurosToCents(Math.round(euros * 100) / 100);
  if (cents === null || Math.abs(cents) > LARGEST_AMOUNT) return bad("outOfRange", { text });
  return typeof cell === "number" ? { value: cents } : bad("amountIsText", { text }, cents);
}

/** 0.055 and "5,5 %" are what Excel shows as 5.5 %; 5.5 typed as a plain number means the same. */
function decodeVatRate(cell: string | number | boolean): Decoded {
  const text = textOf(cell);
  const number = typeof cell === "number" ? cell : numberInText(text.replace("%", ""));
  if (number === null || !Number.isFinite(number)) return bad("unreadableVatRate", { text });
  const percent = number < 1 && !text.includes("%") ? number * 100 : number;
  const points = Math.round(percent * 100);
  return points < 0 || points > 10_000 ? bad("unreadableVatRate", { text }) : { value: points };
}

function decodeCount(cell: string | number | boolean, least: number, largest: number): Decoded {
  const text = textOf(cell);
  const number = typeof cell === "number" ? cell : numberInText(text);
  if (number === null || !Number.isInteger(number)) return bad("unreadableNumber", { text });
  const between = [least, largest] as const;
  return number < least || number > largest ? bad("outOfRange", { text, between }) : { value: number };
}

/** "15 %" is what Excel makes of it: 0.15. */
function decodeDecimal(cell: string | number | boolean): Decoded {
  const text = textOf(cell);
  const [, percent] = /^(.+)%$/.exec(text.trim()) ?? [];
  const parsed = numberInText(percent ?? text);
  const number = typeof cell === "number" ? cell : percent === undefined || parsed === null ? parsed : parsed / 100;
  if (number === null || !Number.isFinite(number)) return bad("unreadableNumber", { text });
  return number < 0 ? bad("outOfRange", { text }) : { value: number };
}

/** "1 234,56", "1234.56" or "1.234,56"; null where the separators leave a doubt: "1.234" may be a thousand or one. */
function numberInText(text: string): number | null {
  const compact = text.replace(/\s/g, "").replace("\u2212", "-");
  if (/^-?\d{1,3}(\.\d{3})+,\d{1,2}$/.test(compact)) return Number(compact.replaceAll(".", "").replace(",", "."));
  return /^-?\d+([.,]\d{1,2})?$/.test(compact) ? Number(compact.replace(",", ".")) : null;
}

function decodeYesNo(cell: string | number | boolean): Decoded {
  if (typeof cell === "boolean") return { value: cell };
  const text = textOf(cell);
  const value = yesNoNamed(text);
  return value === null ? bad("unreadableYesNo", { text }) : { value };
}

/** "6", "mai, octobre" or "mai et octobre". A range ("mai à août") is not a list and is refused. */
function decodeMonths(cell: string | number | boolean): Decoded {
  const text = textOf(cell);
  const months = text
    .split(/[,;/+&]|\bet\b|\s+/u)
    .filter((part) => part !== "")
    .map(monthNamed);
  const named = months.filter((month) => month !== null);
  if (named.length === 0 || named.length < months.length) return bad("unreadableMonths", { text });
  return { value: [...new Set(named)].sort((a, b) => a - b) };
}

function decodeChoice(choices: ChoiceSet | undefined, text: string): Decoded {
  if (choices === undefined) return { value: text };
  const value = choiceNamed(choices, text);
  return value === null ? bad("unknownChoice", { text, choices }) : { value };
}
