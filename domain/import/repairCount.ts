import { numberIn, plain } from "./sourceText";
import type { SourceCell } from "./sourceSheet";

const numberWords: Readonly<Record<string, number>> = {
  un: 1,
  une: 1,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  six: 6,
  dix: 10,
  douze: 12,
};

const lengthWords: Readonly<Record<string, number>> = {
  annuel: 12,
  annuelle: 12,
  semestriel: 6,
  semestrielle: 6,
  trimestriel: 3,
  trimestrielle: 3,
  mensuel: 1,
  mensuelle: 1,
  biannuel: 24,
  biennal: 24,
  triennal: 36,
};

/** Forty years. */
const MOST_MONTHS = 480;

/** « 1 an », « 12 mois », « 60 j », « 24 »: months. Days count thirty for one. */
export function monthsCountIn(cell: SourceCell | undefined): number | null {
  const number = numberIn(cell);
  if (number !== null) return inRange(number);
  if (typeof cell !== "string" || cell.length > 60) return null;
  const text = plain(cell);
  const word = lengthWords[text];
  if (word !== undefined) return word;
  const [, count = "", unit = ""] =
    /^(?:lrar |duree |preavis |de )*(\d+(?:[.,]\d+)?|[a-z]+)\s*(ans?|annees?|mois|m|semaines?|sem|jours?|j|trimestres?|semestres?)\b/.exec(
      text,
    ) ?? [];
  const told = numberWords[count] ?? numberIn(count);
  if (told === null || unit === "") return null;
  if (unit.startsWith("an")) return inRange(told * 12);
  if (unit.startsWith("m")) return inRange(told);
  if (unit.startsWith("j")) return inRange(told / 30);
  if (unit.startsWith("t")) return inRange(told * 3);
  return inRange(unit.startsWith("seme") && unit !== "sem" && unit.startsWith("semes") ? told * 6 : (told * 7) / 30);
}

function inRange(months: number): number | null {
  return months >= 0 && months <= MOST_MONTHS ? Math.round(months * 100) / 100 : null;
}

/** « 24 kW », « 24,5 », « 35000 W »: kilowatts. */
export function powerIn(cell: SourceCell | undefined): number | null {
  const number = numberIn(cell);
  if (number !== null) return number > 0 && number <= 5_000 ? number : null;
  if (typeof cell !== "string" || cell.length > 40) return null;
  const [, value = "", unit = ""] =
    /^(?:p\s*=?\s*|env\.?\s*)?(\d[\d\s]*(?:[.,]\d+)?)\s*(kw|w|kva)\.?(?:\s*th)?$/.exec(plain(cell)) ?? [];
  const told = numberIn(value);
  if (told === null) return null;
  const kilowatts = unit === "w" ? told / 1000 : told;
  return kilowatts > 0 && kilowatts <= 5_000 ? kilowatts : null;
}
