import { type Area, areaBetween, lastColumnOf, lastRowOf, maxColumns, maxRows } from "./area";

/** 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return letters;
}

/** The inverse of columnLetters, capitals or not. */
function columnIndex(letters: string): number {
  let number = 0;
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}

/** "B3", or "B3:C9" for more than a cell; whole rows "3:9" and whole columns "B:C" as Excel writes them. */
export function addressOf(area: Area): string {
  if (area.columns === maxColumns) return `${area.row + 1}:${lastRowOf(area) + 1}`;
  if (area.rows === maxRows) return `${columnLetters(area.column)}:${columnLetters(lastColumnOf(area))}`;
  const first = columnLetters(area.column) + (area.row + 1);
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${columnLetters(lastColumnOf(area))}${lastRowOf(area) + 1}`;
}

/** A sheet's name as it stands before "!", in quotes where Excel needs them. */
export function quotedSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

const corner = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/i;

/** The rectangle that an address names, or null when it names none. Takes no sheet: see splitSheet. */
export function parseAddress(address: string): Area | null {
  const [first = "", last = first, more] = address.trim().split(":");
  if (more !== undefined) return null;
  const from = corner.exec(first);
  const to = corner.exec(last);
  if (from !== null && to !== null) return ordered(cornerOf(from), cornerOf(to));
  if (!address.includes(":")) return null;
  const columns = [/^\$?([A-Z]{1,3})$/i.exec(first)?.[1], /^\$?([A-Z]{1,3})$/i.exec(last)?.[1]];
  if (columns[0] !== undefined && columns[1] !== undefined) {
    return ordered([0, columnIndex(columns[0])], [maxRows - 1, columnIndex(columns[1])]);
  }
  const rows = [/^\$?(\d{1,7})$/.exec(first)?.[1], /^\$?(\d{1,7})$/.exec(last)?.[1]];
  if (rows[0] === undefined || rows[1] === undefined) return null;
  return ordered([Number(rows[0]) - 1, 0], [Number(rows[1]) - 1, maxColumns - 1]);
}

/** "'Mes contrats'!B3" gives the sheet's name and the rest; without a sheet the name is null. */
export function splitSheet(reference: string): { readonly sheet: string | null; readonly address: string } {
  const parts = /^(?:'((?:[^']|'')+)'|([^'!]+))!(.*)$/s.exec(reference);
  if (parts === null) return { sheet: null, address: reference };
  return { sheet: parts[1]?.replaceAll("''", "'") ?? parts[2] ?? "", address: parts[3] ?? "" };
}

function cornerOf([, letters = "", digits = ""]: RegExpExecArray): readonly [number, number] {
  return [Number(digits) - 1, columnIndex(letters)];
}

function ordered(a: readonly [number, number], b: readonly [number, number]): Area | null {
  const area = areaBetween(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]));
  const inside = area.row >= 0 && lastRowOf(area) < maxRows && lastColumnOf(area) < maxColumns;
  return inside ? area : null;
}
