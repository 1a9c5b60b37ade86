import type { Language } from "../../../domain/i18n";
import { round as english } from "../../../domain/i18n/en/round";
import { round as french } from "../../../domain/i18n/fr/round";
import type { RoundWords } from "../../../domain/i18n/fr/round";
import { typesetAll } from "../../../domain/i18n/fr/typography";

/** Fetched with the screen of the round, and not with the pane. */
export const roundWords: Readonly<Record<Language, RoundWords>> = { fr: typesetAll(french), en: english };
