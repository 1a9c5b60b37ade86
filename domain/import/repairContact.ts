import { oneLine, plain } from "./sourceText";
import type { SourceCell } from "./sourceSheet";

/** What was found of a kind in a cell, and what else the cell says. */
export type Found = { readonly values: readonly string[]; readonly rest: string };

const phonePattern =
  /(?:\+|00)\s?\d{1,3}(?:\s?\(0\))?(?:[\s.\-/]?\d){6,12}|(?<!\d)0?[1-9](?:[\s.\-_/]*\d{2}){4}(?!\d|:\d)|(?<!\d)0[1-9]\d{2}[\s.]\d{3}[\s.]\d{3}(?!\d)/g;

/** The telephone numbers of a cell: ten digits, or "+" and those of another country. A zero that Excel dropped comes back. */
export function phonesIn(cell: SourceCell | undefined): Found {
  if (typeof cell === "number") {
    const phone = frenchPhone(String(cell));
    return phone === null ? none(String(cell)) : { values: [phone], rest: "" };
  }
  if (typeof cell !== "string" || cell.length > 200) return none(typeof cell === "string" ? oneLine(cell) : "");
  const values: string[] = [];
  const digitsOnly = cell.replace(/\D/g, "");
  // Two numbers without anything between them.
  if (/^0\d{9}0\d{9}$/.test(digitsOnly) && !cell.includes("+")) {
    return { values: [digitsOnly.slice(0, 10), digitsOnly.slice(10)], rest: "" };
  }
  const rest = cell.replace(phonePattern, (match) => {
    const phone = frenchPhone(match);
    if (phone === null) return match;
    if (!values.includes(phone)) values.push(phone);
    return " ";
  });
  return { values, rest: leftOver(rest) };
}

function frenchPhone(text: string): string | null {
  const isForeign = /^\s*(\+|00)/.test(text);
  const digits = text.replace("(0)", "").replace(/\D/g, "").replace(/^00/, "");
  if (isForeign) {
    if (!digits.startsWith("33")) return digits.length >= 8 && digits.length <= 15 ? `+${digits}` : null;
    const national = digits.slice(2).replace(/^0/, "");
    return national.length === 9 ? `0${national}` : null;
  }
  if (/^0[1-9]\d{8}$/.test(digits)) return digits;
  if (/^[1-9]\d{8}$/.test(digits)) return `0${digits}`;
  return /^33[1-9]\d{8}$/.test(digits) ? `0${digits.slice(2)}` : null;
}

const emailPattern = /[^\s@<>(),;:"\\[\]]+@[^\s@<>(),;:"\\[\]]+\.[^\s@<>(),;:"\\[\].]{2,}/gu;

/** The e-mail addresses of a cell, in small letters. */
export function emailsIn(cell: SourceCell | undefined): Found {
  if (typeof cell !== "string" || cell.length > 500) return none("");
  const values: string[] = [];
  const rest = cell.replace(/mailto:/gi, " ").replace(emailPattern, (match) => {
    const email = match.toLowerCase();
    if (!values.includes(email)) values.push(email);
    return " ";
  });
  return { values, rest: leftOver(rest.replace(/[<>]/g, " ")) };
}

/** What a cell of a name or an address tells beside: how its client is reached. Line breaks of the rest stay. */
export function withoutContacts(text: string): {
  readonly rest: string;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
} {
  const hasEmail = text.includes("@");
  if (!hasEmail && !nineDigits.test(text)) return { rest: text, phones: [], emails: [] };
  const emails = hasEmail ? emailsIn(text).values : [];
  const phones: string[] = [];
  const rest = text.replace(emailPattern, " ").replace(wholePhone, (match) => {
    const phone = frenchPhone(match);
    if (phone === null) return match;
    if (!phones.includes(phone)) phones.push(phone);
    return " ";
  });
  return phones.length + emails.length === 0
    ? { rest: text, phones, emails }
    : { rest: unlabelled(rest), phones, emails };
}

/** What most names and addresses lack. */
const nineDigits = /[1-9](?:[\s.\-_/]*\d{2}){4}/;

/** A telephone with its zero or its country; anything else beside a street may be a number of something else. */
const wholePhone =
  /(?:(?<!\p{L})(?:t[ée]l(?:[ée]phone)?|gsm|(?:port(?:able)?|mob(?:ile)?|fixe)(?=\s?[.:])))?[\s.:]*(?<!\d)(?:(?:\+|00)\s?33(?:\s?\(0\))?\s?|0)[1-9](?:[\s.\-_/]*\d{2}){4}(?!\d)/giu;

/** Without the signs that stood between, at the ends of each line. */
function unlabelled(text: string): string {
  return text.replace(/(?:[,;/|–-]|[^\S\n])+$|^(?:[,;/|–-]|[^\S\n])+/gmu, "").trim();
}

function none(rest: string): Found {
  return { values: [], rest };
}

/** Without the marks that only stood between. */
function leftOver(text: string): string {
  const rest = oneLine(text).replace(/^[\s,;/|&.:\-–()]+|[\s,;/|&.:\-–(]+$/g, "");
  return /^(et|ou|puis|tel|tél|port|mob)?\.?$/i.test(rest) ? "" : rest;
}

/** Five characters; the zero that Excel dropped comes back. */
export function postcodeIn(cell: SourceCell | undefined): string | null {
  if (typeof cell === "number") {
    return Number.isInteger(cell) && cell >= 1000 && cell <= 98_999 ? String(cell).padStart(5, "0") : null;
  }
  if (typeof cell !== "string" || cell.length > 20) return null;
  const text = plain(cell)
    .replace(/^f\s?-\s?/, "")
    .replace(/[\s.]/g, "")
    .replace(/,0+$/, "");
  if (/^\d{5}$/.test(text)) return Number(text) >= 1000 && Number(text) <= 98_999 ? text : null;
  return /^[1-9]\d{3}$/.test(text) ? `0${text}` : null;
}

export type PostcodeAndCity = { readonly postcode: string; readonly city: string; readonly before: string };

const beforeCity =
  /^(.*?)[\s,;–-]*\b(?:f-)?(\d{2}\s?\d{3})(?!\d)[\s,;–-]+(?:à\s+)?([\p{L}][\p{L}\s'’.\-/]*(?:\s+cedex(?:\s+\d+)?)?)[\s,;.]*$/iu;
const afterCity = /^([\p{L}][\p{L}\s'’.\-/]*?)[\s,;–-]*\(?\s*(\d{5})\s*\)?$/u;

/** « 44000 Nantes », « 12 rue Haute, 44000 Nantes », « Nantes (44000) »: the two, and what stands before. */
export function postcodeAndCityIn(text: string): PostcodeAndCity | null {
  if (text.length > 300) return null;
  const found = beforeCity.exec(text);
  if (found !== null) {
    const [, before = "", postcode = "", city = ""] = found;
    return { postcode: postcode.replace(/\s/g, ""), city: oneLine(city), before: trimmed(before) };
  }
  const reversed = afterCity.exec(text);
  if (reversed === null) return null;
  return { postcode: reversed[2] ?? "", city: trimmed(reversed[1] ?? ""), before: "" };
}

export function trimmed(text: string): string {
  return oneLine(text).replace(/^[\s,;–-]+|[\s,;–-]+$/g, "");
}
