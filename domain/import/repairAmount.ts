import { eurosToCents } from "../money";
import type { Cents, PriceBasis, VatRate } from "../money";
import { numberIn, numberOfText, plain } from "./sourceText";
import type { SourceCell } from "./sourceSheet";

export type ToldAmount = {
  readonly cents: Cents;
  /** Where the cell says it. */
  readonly basis: PriceBasis | null;
};

/** Ten million euros. */
const LARGEST = 1_000_000_000;

const basisWords: readonly (readonly [PriceBasis, RegExp])[] = [
  ["TTC", /\bt\.?\s?t\.?\s?c\b\.?/],
  ["HT", /\bh\.?\s?t\b\.?|\bhors taxes?\b/],
];

/** « 120 € TTC », « 1 234,50 », « 120€50 », « 95.- »: cents, and the basis that the cell tells. */
export function amountIn(cell: SourceCell | undefined): ToldAmount | null {
  if (typeof cell === "number") return amount(cell, null);
  if (typeof cell !== "string" || cell.length > 60) return null;
  const text = plain(cell);
  if (/^(gratuit|gratuite|offert|offerte|inclus|incluse)$/.test(text)) return { cents: 0, basis: null };
  const basis = basisWords.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  const bare = basisWords
    .reduce((rest, [, pattern]) => rest.replace(pattern, " "), text)
    .replace(/(\d)\s*(?:€|eur(?:os?)?)\s*(\d{2})(?!\d)/, "$1,$2")
    .replace(/€|\beur(?:os?)?\b|(?<=\d\s?)e\b/g, " ")
    .replace(/[/\s]*(?:\bpar\b|\/)?\s*\b(?:an|ans|annee|annuel|annuelle)\b\.?$/, " ")
    .replace(/[,.]-+\s*$/, " ")
    .trim();
  const number = numberOfText(bare);
  return number === null ? null : amount(number, basis);
}

function amount(euros: number, basis: PriceBasis | null): ToldAmount | null {
  if (!Number.isFinite(euros) || euros < 0) return null;
  const cents = eurosToCents(euros) ?? eurosToCents(Math.round(euros * 100) / 100);
  return cents === null || cents > LARGEST ? null : { cents, basis };
}

/** « 20 », 0.2, « TVA 10 % », « exonéré »: hundredths of a percent. */
export function vatRateIn(cell: SourceCell | undefined): VatRate | null {
  if (typeof cell === "string" && /^(exo|exonere|exoneree|franchise|sans|non soumis|non assujetti)/.test(plain(cell))) {
    return 0;
  }
  const text = typeof cell === "string" ? plain(cell).replace(/\btva\b|\btaux\b|[aà:]/g, " ") : "";
  const isPercent = text.includes("%");
  const number = typeof cell === "number" ? cell : numberIn(text.replace("%", " ").trim());
  if (number === null || number < 0) return null;
  const points = Math.round((number < 1 && !isPercent ? number * 100 : number) * 100);
  return points <= 3_000 ? points : null;
}
