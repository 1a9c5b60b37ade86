import type { SectionId } from "../../domain/digest/digestModel";
import type { Language } from "../../domain/i18n";
import { englishDigest } from "./englishDigest";
import { frenchDigest } from "./frenchDigest";
import type { DigestWords } from "./frenchDigest";

export type { DigestWords };

/** The words of the mail in every language. */
export const digestWords: { readonly [L in Language]: DigestWords } = { fr: frenchDigest, en: englishDigest };

/** What a tile counts. */
export function tileLabel(id: SectionId, count: number, { sections, isOne }: DigestWords): string {
  const [one, many] = sections[id].tile;
  return isOne(count) ? one : many;
}
