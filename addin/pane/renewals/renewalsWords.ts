import type { Language } from "../../../domain/i18n";
import { renewals as english } from "../../../domain/i18n/en/renewals";
import { renewals as french } from "../../../domain/i18n/fr/renewals";
import type { RenewalsWords } from "../../../domain/i18n/fr/renewals";
import { typesetAll } from "../../../domain/i18n/fr/typography";

/** Fetched with the screen of renewals, and not with the pane. */
export const renewalsWords: Readonly<Record<Language, RenewalsWords>> = { fr: typesetAll(french), en: english };
