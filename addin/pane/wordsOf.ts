import type { Catalogue, Language } from "../../domain/i18n";
import { french as catalogue } from "../../domain/i18n/french";
import { pane as french } from "../../domain/i18n/fr/pane";
import type { PaneWords } from "../../domain/i18n/fr/pane";
import { typesetAll } from "../../domain/i18n/fr/typography";

/** All the words that the pane needs in a language. French is at hand; the few who read English wait a moment longer. */
export async function wordsOf(language: Language): Promise<{ readonly words: Catalogue; readonly texts: PaneWords }> {
  if (language === "fr") return { words: catalogue, texts: typesetAll(french) };
  const [{ english }, { pane }] = await Promise.all([
    import("../../domain/i18n/english"),
    import("../../domain/i18n/en/pane"),
  ]);
  return { words: english, texts: pane };
}
