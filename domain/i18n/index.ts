import type { Catalogue, Language } from "./catalogue";
import { english } from "./english";
import { french } from "./french";

export type { Catalogue, Language };

/** The words of every language. Where size counts, take `french` alone and the other when it is asked for. */
export const catalogues: { readonly [L in Language]: Catalogue } = { fr: french, en: english };
