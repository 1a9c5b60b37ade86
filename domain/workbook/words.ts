import * as english from "../i18n/en/lists";
import { workbook as french } from "../i18n/fr/workbook";
import { choiceSets } from "./choices";
import type { ChoiceSet } from "./choices";

/** The register is written in French and read in every language we have. */
const languages = [french, english];

/**
 * A word as it is compared: without case, accents or punctuation, and with œ and æ as two letters, as on keyboards
 * that lack them: "Main-d’œuvre" is "main d oeuvre". A plural stays another word.
 */
export function normalized(text: string): string {
  return text
    .normalize("NFD")
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/œ/g, "oe")
    .replace(/æ/g, "ae")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/** By list, the code of each word; as written too, which spares the comparison of nearly every cell. */
const choicesByWord = new Map<ChoiceSet, ReadonlyMap<string, string>>(
  (Object.keys(choiceSets) as ChoiceSet[]).map((set) => [
    set,
    new Map(
      languages.flatMap((words) =>
        Object.entries<string>(words.choices[set]).flatMap(([code, word]): [string, string][] => [
          [word, code],
          [normalized(word), code],
        ]),
      ),
    ),
  ]),
);

/** The code of a word of a list, or null when the list does not have it. */
export function choiceNamed(set: ChoiceSet, text: string): string | null {
  const words = choicesByWord.get(set);
  return words?.get(text) ?? words?.get(normalized(text)) ?? null;
}

const monthsByWord = new Map<string, number>(
  languages.flatMap(({ months }) =>
    months.flatMap((month, i): [string, number][] => {
      const word = normalized(month);
      // "juin" and "juillet" share their first three letters.
      return [
        [word, i + 1],
        [word.slice(0, 4), i + 1],
        ...(word.startsWith("jui") ? [] : ([[word.slice(0, 3), i + 1]] as [string, number][])),
      ];
    }),
  ),
);

/** 1 to 12 for a month written in words or digits, or null. */
export function monthNamed(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : null;
  return monthsByWord.get(normalized(text)) ?? null;
}

/** What people type where a box is ticked counts too. */
const yesWords = new Set(["oui", "o", "yes", "y", "vrai", "true", "x", "ok", "1"]);
const noWords = new Set(["non", "n", "no", "faux", "false", "0"]);

export function yesNoNamed(text: string): boolean | null {
  const word = normalized(text);
  return yesWords.has(word) ? true : noWords.has(word) ? false : null;
}
