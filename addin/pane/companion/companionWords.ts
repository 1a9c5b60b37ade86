import type { Language } from "../../../domain/i18n";
import { companion as english } from "../../../domain/i18n/en/companion";
import { companion as french } from "../../../domain/i18n/fr/companion";
import type { CompanionWords } from "../../../domain/i18n/fr/companion";
import { typesetAll } from "../../../domain/i18n/fr/typography";

/** Fetched with the screen of the companion, and not with the pane. */
export const companionWords: Readonly<Record<Language, CompanionWords>> = { fr: typesetAll(french), en: english };
