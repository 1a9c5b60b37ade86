import { isCivilDate } from "../../domain/dates/civilDate";
import type { Digest } from "../../domain/digest/digestModel";
import { digestWords } from "./digestWords";
import { shortDate } from "./shortDate";

/** « enregistré le ven. 27 févr. 2026 à 18:12 (il y a 3 jours) », as far as it is known. */
export function savedAge({ savedAt, savedAgoDays, language }: Digest): string {
  const words = digestWords[language];
  if (savedAt === null || savedAgoDays === null) return words.savedUnknown;
  const date = savedAt.slice(0, 10);
  if (!isCivilDate(date)) return words.savedUnknown;
  const time = /^T(\d\d:\d\d)/.exec(savedAt.slice(10))?.[1];
  const day = shortDate(date, words);
  const when = time === undefined ? day : `${day} ${words.atTime(time)}`;
  return words.savedOn(when, words.daysAgo(savedAgoDays));
}
