import {
  addMonths,
  civilDate,
  daysInMonth,
  isCivilDate,
  lastOfMonth,
  monthOf,
  parts,
  yearOf,
} from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { fromSerial } from "../dates/excelSerial";
import { monthNamed } from "../workbook/words";
import { plain } from "./sourceText";
import type { SourceCell } from "./sourceSheet";

/** A day as it was told: whole, as a month, or as a year. `date` is the first day of what was told. */
export type ToldDate = { readonly date: CivilDate; readonly told: "day" | "month" | "year" };

/** Where a year is not told, or told with two digits. */
export type DateLean = {
  readonly today: CivilDate;
  /** « 15/03 » is the last one or the next one. */
  readonly lean: "past" | "future";
  /** The year of a column of visits. */
  readonly year?: number;
};

/** What stands before a date and says nothing more. */
const leadIn =
  /^(?:(?:le|du|au|depuis|fait|faite|fin|debut|courant|mi|vers|env|environ|avant|apres|pour|prevu|prevue|ok|vu|passe|paye|regle|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mar(?=\s\d)|mer|jeu|ven|sam|dim|en|a|signe|chq|cheque|vir|virement|cb|envoye|envoyee|rdv|~|:|\.|-|,)[\s.:,-]+)+/;

const separator = "[\\s./,-]+";
const dayMonthYear = new RegExp(`^(\\d{1,2})(?:er)?${separator}(\\d{1,2})${separator}'?(\\d{2}|\\d{4})$`);
const dayNameYear = new RegExp(
  `^(\\d{1,2})(?:er)?(?:${separator})?([a-z]{3,10})\\.?(?:${separator})?'?(\\d{2}|\\d{4})$`,
);
const yearMonthDay = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:t.*)?$/;
const dayMonth = new RegExp(`^(\\d{1,2})(?:er)?\\s?[/.-]\\s?(\\d{1,2})$`);
const dayName = new RegExp(`^(\\d{1,2})(?:er)?${separator}([a-z]{3,10})\\.?$`);
const monthYear = /^(\d{1,2})\s?[/.-]\s?(\d{4})$/;
const yearMonth = /^(\d{4})\s?[/-]\s?(\d{1,2})$/;
const nameYear = new RegExp(`^([a-z]{3,10})\\.?(?:${separator})?'?(\\d{2}|\\d{4})$`);

/** The serial numbers of 1950 to 2100: a date that lost its format. */
const FIRST_SERIAL = 18264;
const LAST_SERIAL = 73415;

/** The date that a cell tells, in any of the forms in which French lists are written; null where it tells none. */
export function dateIn(cell: SourceCell | undefined, lean: DateLean): ToldDate | null {
  if (typeof cell === "number") return dateOfNumber(cell);
  if (typeof cell === "object" && cell !== null) return "date" in cell ? { date: cell.date, told: "day" } : null;
  return typeof cell === "string" && cell.length <= 60 ? dateOfText(cell, lean) : null;
}

function dateOfNumber(number: number): ToldDate | null {
  if (Number.isInteger(number) && number >= 1950 && number <= 2100) {
    return { date: civilDate(number, 1, 1), told: "year" };
  }
  if (number < FIRST_SERIAL || number > LAST_SERIAL) return null;
  const date = fromSerial(number);
  return date === null ? null : { date, told: "day" };
}

function dateOfText(raw: string, { today, lean, year: assumed }: DateLean): ToldDate | null {
  const text = plain(raw)
    .replace(/[\s,]+(?:a )?\d{1,2}\s?[:h]\s?\d{0,2}(:\d{2})?$/, "")
    .replace(leadIn, "")
    .replace(/\s?([/.-])\s?/g, "$1")
    .replace(/[\s.]+$/, "");
  const at = (year: number, month: number | null, day: number): ToldDate | null =>
    month === null || !isReal(year, month, day) ? null : { date: civilDate(year, month, day), told: "day" };
  const inMonth = (year: number, month: number | null): ToldDate | null =>
    month === null || !isReal(year, month, 1) ? null : { date: civilDate(year, month, 1), told: "month" };

  let found = dayMonthYear.exec(text);
  if (found !== null) {
    const [, day = "", month = "", year = ""] = found;
    const told = at(fullYear(year, today), Number(month), Number(day));
    // A date that an American program wrote, where only that reading is possible.
    return told ?? (Number(month) > 12 ? at(fullYear(year, today), Number(day), Number(month)) : null);
  }
  found = yearMonthDay.exec(text);
  if (found !== null) return at(Number(found[1]), Number(found[2]), Number(found[3]));
  found = dayNameYear.exec(text);
  if (found !== null) return at(fullYear(found[3] ?? "", today), monthWord(found[2] ?? ""), Number(found[1]));
  found = monthYear.exec(text);
  if (found !== null) return inMonth(Number(found[2]), Number(found[1]));
  found = yearMonth.exec(text);
  if (found !== null) return inMonth(Number(found[1]), Number(found[2]));
  found = nameYear.exec(text);
  if (found !== null) return inMonth(fullYear(found[2] ?? "", today), monthWord(found[1] ?? ""));
  found = dayMonth.exec(text) ?? dayName.exec(text);
  if (found !== null) {
    const day = found[1] ?? "";
    const month = /^\d+$/.test(found[2] ?? "") ? Number(found[2]) : monthWord(found[2] ?? "");
    return nearest((year) => at(year, month, Number(day)), {
      today,
      lean,
      ...(assumed === undefined ? {} : { year: assumed }),
    });
  }
  if (/^(19[5-9]\d|20\d\d|2100)$/.test(text)) return { date: civilDate(Number(text), 1, 1), told: "year" };
  if (/^\d{5}([.,]\d+)?$/.test(text)) return dateOfNumber(Number(text.replace(",", ".")));
  if (/^\d{8}$/.test(text)) {
    const french = `${text.slice(4)}-${text.slice(2, 4)}-${text.slice(0, 2)}`;
    const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
    const date = [french, iso].find((one): one is CivilDate => isCivilDate(one) && one > "1950" && one < "2100");
    return date === undefined ? null : { date, told: "day" };
  }
  return null;
}

/** In the year that is assumed, or in the nearest one on the side that is meant. */
function nearest(inYear: (year: number) => ToldDate | null, { today, lean, year }: DateLean): ToldDate | null {
  if (year !== undefined) return inYear(year);
  const now = inYear(yearOf(today));
  if (now === null) return null;
  if (lean === "past") return now.date <= today ? now : inYear(yearOf(today) - 1);
  return now.date >= today ? now : inYear(yearOf(today) + 1);
}

function isReal(year: number, month: number, day: number): boolean {
  return year >= 1900 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Two digits are of the century that makes the year the nearest: up to twenty years ahead. */
function fullYear(text: string, today: CivilDate): number {
  if (text.length === 4) return Number(text);
  const century = Math.floor(yearOf(today) / 100) * 100;
  const year = century + Number(text);
  return year > yearOf(today) + 20 ? year - 100 : year;
}

/** « sept », « sept. », « févr », « aout »: 1 to 12. */
function monthWord(text: string): number | null {
  const word = plain(text).replace(/\.$/, "");
  if (!/^[a-z]{3,10}$/.test(word)) return null;
  if (/^(jui|juil|jul)/.test(word))
    return /^(juin|jun)$/.test(word) ? 6 : /^(juil(l|let)?|juill?e?t?|jul)$/.test(word) ? 7 : null;
  return monthNamed(word) ?? (word.length >= 4 ? monthNamed(word.slice(0, 4)) : null);
}

/** The first or the last day of what was told. */
export function dayTold({ date, told }: ToldDate, end: boolean): CivilDate {
  if (!end || told === "day") return date;
  return told === "month" ? lastOfMonth(date) : lastOfMonth(addMonths(date, 12 - monthOf(date)));
}

/** "2026-09": the month of a day. */
export function monthText(date: CivilDate): string {
  const { year, month } = parts(date);
  return `${String(year)}-${String(month).padStart(2, "0")}`;
}

/** The months of the year that a cell tells without a year: « mars », « mars/sept », « mars et septembre ». */
export function monthsIn(text: string): readonly number[] | null {
  const words = plain(text)
    .replace(/^(?:debut|fin|mi|courant|en|vers)[\s-]+/, "")
    .split(/\s*(?:[,;/+&-]|\bet\b|\bou\b|\s)\s*/)
    .filter((word) => word !== "");
  if (words.length === 0 || words.length > 12) return null;
  const months = words.map(monthWord).filter((month) => month !== null);
  return months.length === words.length ? [...new Set(months)].sort((a, b) => a - b) : null;
}
