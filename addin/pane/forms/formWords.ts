import type { Language } from "../../../domain/i18n";
import { formTexts as english } from "../../../domain/i18n/en/formTexts";
import { formTexts as french } from "../../../domain/i18n/fr/formTexts";
import type { FormTexts } from "../../../domain/i18n/fr/formTexts";
import { typesetAll } from "../../../domain/i18n/fr/typography";

/** Fetched with the first form, and not with the pane. */
export const formWords: Readonly<Record<Language, FormTexts>> = { fr: typesetAll(french), en: english };
