import type { SourceCell } from "./sourceSheet";

/** No rule looks farther into a text; the notes keep it whole. */
const LONGEST_TEXT = 1_000;

/** A cell as the text that it shows, up to a thousand characters: trimmed, runs of spaces and line breaks as one space. */
export function textOf(cell: SourceCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string") return oneLine(cell.length > LONGEST_TEXT ? cell.slice(0, LONGEST_TEXT) : cell);
  if (typeof cell !== "object") return String(cell);
  return "date" in cell ? cell.date : cell.error;
}

/** Marks that nobody sees: directions of writing, joiners, what a copy from elsewhere brings along. */
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

/** What is to be mended; most texts hold nothing of it. */
const unusual = /\s\s|[^\S ]|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u;

export function oneLine(text: string): string {
  if (!unusual.test(text)) return text.trim();
  return text.replace(invisible, "").replace(/\s+/gu, " ").trim();
}

/** What people write to say that there is nothing to write. */
const nothing = /^(?:[-–—_./?*\s]+|néant|neant|n\/a|nc|n\.c\.?|nr|#n\/a)$/iu;

/** Whether the cell says nothing: blank, a dash, « néant », « ? ». */
export function saysNothing(cell: SourceCell | undefined): boolean {
  if (cell === null || cell === undefined || cell === "") return true;
  return typeof cell === "string" && (cell.trim() === "" || (cell.length < 20 && nothing.test(cell.trim())));
}

/** Without accents, in small letters, runs of spaces as one: as words of cells are compared. */
export function plain(text: string): string {
  return oneLine(text)
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replace(/œ/g, "oe")
    .replace(/[’`´]/g, "'");
}

/** The number that a cell holds or that its text is, "1 234,56", "1234.56" or "1.234,56"; null where it is none. */
export function numberIn(cell: SourceCell | undefined): number | null {
  if (typeof cell === "number") return Number.isFinite(cell) ? cell : null;
  return typeof cell === "string" ? numberOfText(cell) : null;
}

export function numberOfText(text: string): number | null {
  if (text.length > 30) return null;
  const compact = text.replace(/[\s\u00a0\u202f']/gu, "").replace("\u2212", "-");
  if (/^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(compact)) return Number(compact.replaceAll(".", "").replace(",", "."));
  if (/^-?\d{1,3}(,\d{3})+\.\d+$/.test(compact)) return Number(compact.replaceAll(",", ""));
  return /^-?\d+([.,]\d+)?$/.test(compact) ? Number(compact.replace(",", ".")) : null;
}
