import type { Language } from "../../../domain/i18n";
import { search as english } from "../../../domain/i18n/en/search";
import { search as french } from "../../../domain/i18n/fr/search";
import type { SearchWords } from "../../../domain/i18n/fr/search";
import { typesetAll } from "../../../domain/i18n/fr/typography";

/** Fetched with the screen of all contracts, and not with the pane. */
export const searchWords: Readonly<Record<Language, SearchWords>> = { fr: typesetAll(french), en: english };
