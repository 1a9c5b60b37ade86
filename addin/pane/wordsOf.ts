import { catalogues } from "../../domain/i18n";
import type { Catalogue, Language } from "../../domain/i18n";
import { pane as french } from "../../domain/i18n/fr/pane";
import type { PaneWords } from "../../domain/i18n/fr/pane";
import { typesetAll } from "../../domain/i18n/fr/typography";

/** All the words that the pane needs in a language. French is at hand; the few who read English wait a moment longer. */
export async function wordsOf(language: Language): Promise<{ readonly words: Catalogue; readonly texts: PaneWords }> {
  const texts = language === "fr" ? typesetAll(french) : (await import("../../domain/i18n/en/pane")).pane;
  return { words: catalogues[language], texts };
}
