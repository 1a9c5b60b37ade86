import { isCivilDate } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { fromSerial } from "../dates/excelSerial";
import { eurosToCents } from "../money";
import type { ProblemCode, ProblemFacts } from "../problem";
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
/** No count of the register (months, days, rows) is larger. */
const LARGEST_COUNT = 1_200;
/** Ten million euros. */
const LARGEST_AMOUNT = 1_000_000_000;

const blank: Decoded = { value: null };

/** Reads a cell as its column asks. Never throws: bad input is normal input. */
export function decodeCell(column: Column, cell: RawCell): Decoded {
  if (cell === null || cell === "") return blank;
  if (typeof cell === "object") return bad("cellError", { error: cell.error });
  if (typeof cell === "string" && cell.trim() === "") return blank;
  switch (column.type) {
    case "text":
    case "longText":
    case "phone":
    case "reference":
      return { value: textOf(cell) };
    case "postcode":
      // A postcode typed as a number has lost its leading zero.
      return { value: typeof cell === "number" ? String(cell).padStart(5, "0") : textOf(cell) };
    case "email":
      return decodeEmail(textOf(cell));
    case "date":
      return decodeDate(cell);
    case "money":
      return decodeMoney(cell);
    case "vatRate":
      return decodeVatRate(cell);
    case "integer":
      return decodeCount(cell);
    case "decimal":
      return decodeDecimal(cell);
    case "yesNo":
      return decodeYesNo(cell);
    case "months":
      return decodeMonths(cell);
    case "choice":
      return decodeChoice(column, textOf(cell));
  }
}

function bad<C extends ProblemCode>(code: C, facts: ProblemFacts[C], value: unknown = null): Decoded {
  return { value, problem: { code, facts } as CellProblem };
}

function textOf(cell: string | number | boolean): string {
  return String(cell).trim();
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
    const date = fromSerial(cell);
    return date === null ? bad("unreadableDate", { text }) : inCalendar(date, text);
  }
  const date = dateInText(text);
  if (date === null) return bad("unreadableDate", { text });
  const { value, problem } = inCalendar(date, text);
  return problem === undefined ? bad("dateIsText", { text, date }, value) : bad("outOfRange", { text });
}

function inCalendar(date: CivilDate, text: string): Decoded {
  return date < FIRST_DAY || date > LAST_DAY ? bad("outOfRange", { text }) : { value: date };
}

/** A day written in full, the French way or the international one. Two-digit years are refused: they may be either century. */
function dateInText(text: string): CivilDate | null {
  const french = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text);
  const written = french === null ? text : `${french[3] ?? ""}-${pad(french[2])}-${pad(french[1])}`;
  return isCivilDate(written) ? written : null;
}

function pad(digits: string | undefined): string {
  return (digits ?? "").padStart(2, "0");
}

function decodeMoney(cell: string | number | boolean): Decoded {
  const text = textOf(cell);
  const euros = typeof cell === "number" ? cell : numberInText(text.replace(/€|euros?|ttc|ht/gi, ""));
  if (euros === null) return bad("unreadableAmount", { text });
  const cents = eurosToCents(euros) ?? eurosToCents(Math.round(euros * 100) / 100);
  if (cents === null || Math.abs(cents) > LARGEST_AMOUNT) return bad("outOfRange", { text });
  return typeof cell === "number" ? { value: cents } : bad("amountIsText", { text }, cents);
}

function decodeVatRate(cell: string | number | boolean): Decoded {
  const text = textOf(cell);
  const number = typeof cell === "number" ? cell : numberInText(text.replace("%", ""));
  if (number === null) return bad("unreadableVatRate", { text });
  // 5.5 typed as a plain number means the same as 5.5 %.
  const points = Math.round((typeof cell === "string" || number >= 1 ? number : number * 100) * 100);
  return points < 0 || points > 10_000 ? bad("unreadableVatRate", { text }) : { value: points };
}

function decodeCount(cell: string | number | boolean): Decoded {
  const text = textOf(cell);
  const number = typeof cell === "number" ? cell : numberInText(text);
  if (number === null || !Number.isInteger(number)) return bad("unreadableNumber", { text });
  return number < 0 || number > LARGEST_COUNT ? bad("outOfRange", { text }) : { value: number };
}

function decodeDecimal(cell: string | number | boolean): Decoded {
  const text = textOf(cell);
  const number = typeof cell === "number" ? cell : numberInText(text);
  if (number === null || !Number.isFinite(number)) return bad("unreadableNumber", { text });
  return number < 0 ? bad("outOfRange", { text }) : { value: number };
}

/** "1 234,56" or "1234.56"; null where the separators leave a doubt. */
function numberInText(text: string): number | null {
  const compact = text.replace(/[\s\u00a0\u202f]/g, "");
  return /^-?\d+([.,]\d{1,2})?$/.test(compact) ? Number(compact.replace(",", ".")) : null;
}

function decodeYesNo(cell: string | number | boolean): Decoded {
  if (typeof cell === "boolean") return { value: cell };
  const text = textOf(cell);
  const value = yesNoNamed(text);
  return value === null ? bad("unreadableYesNo", { text }) : { value };
}

function decodeMonths(cell: string | number | boolean): Decoded {
  const text = textOf(cell);
  const months = text
    .split(/[,;/+]|\bet\b|\s+/u)
    .filter((part) => part !== "")
    .map(monthNamed);
  if (months.length === 0 || months.includes(null)) return bad("unreadableMonths", { text });
  return { value: [...new Set(months)].sort((a, b) => (a ?? 0) - (b ?? 0)) };
}

function decodeChoice(column: Column, text: string): Decoded {
  const choices = column.choices!;
  const value = choiceNamed(choices, text);
  return value === null ? bad("unknownChoice", { text, choices }) : { value };
}
