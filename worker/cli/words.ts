import type { Language } from "../../domain/i18n";
import { englishWords } from "./englishWords";
import { frenchWords } from "./frenchWords";
import type { WorkerWords } from "./frenchWords";

export type { WorkerWords };

/** What the worker says on the terminal. The help and the faults of a command line are in French alone. */
export const words: { readonly [L in Language]: WorkerWords } = { fr: frenchWords, en: englishWords };
