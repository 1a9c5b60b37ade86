import type { Language } from "./catalogue";
import { importing as english } from "./en/importing";
import { importing as french } from "./fr/importing";
import type { ImportWords } from "./fr/importing";
import { typesetAll } from "./fr/typography";

export type { ImportWords };

/** Apart from the catalogues: a list is imported once, the register read every day. */
export const importWords: { readonly [L in Language]: ImportWords } = { fr: typesetAll(french), en: english };
