import type { DigestItem, DigestSection } from "../../domain/digest/digestModel";
import { catalogues } from "../../domain/i18n";
import type { Language } from "../../domain/i18n";
import { digestWords } from "../digest/digestWords";
import { words } from "./words";

/** A terminal is no place to read hundreds of lines: the digest has them all. */
const MOST_LINES = 10;

/** What is to be done, as lines for the terminal; empty sections are left out. */
export function taskLines(sections: readonly DigestSection[], language: Language): readonly string[] {
  const filled = sections.filter(({ items }) => items.length > 0);
  if (filled.length === 0) return [words[language].nothingToDo];
  return filled.flatMap(({ id, items }) => [
    `${digestWords[language].sections[id].title} (${String(items.length)})`,
    ...items
      .slice(0, MOST_LINES)
      .flatMap((item) => [`  ${taskLine(item, language)}`, ...item.reasons.map((reason) => `    ${reason}`)]),
    ...(items.length > MOST_LINES ? [`  ${words[language].others(items.length - MOST_LINES)}`] : []),
  ]);
}

function taskLine({ contract, clientName, city, what, where }: DigestItem, language: Language): string {
  const { headed } = catalogues[language].formats;
  const who = [contract, clientName, city].filter((part) => part !== null).join(", ");
  return [where ?? "", who, what].filter((part) => part !== "").reduce((head, text) => headed(head, text));
}
