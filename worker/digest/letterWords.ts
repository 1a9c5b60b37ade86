import type { DigestLetter } from "../../domain/digest/digestModel";
import type { DigestWords } from "./digestWords";
import { shortDate } from "./shortDate";

/** Where the reader finds the letters: in the mail, in the folder, or some in each. */
export function lettersAdvice(
  letters: readonly DigestLetter[],
  attachedFiles: ReadonlySet<string> | null,
  words: DigestWords,
): string {
  const attached = letters.filter(({ file }) => attachedFiles?.has(file) ?? false).length;
  if (attached === 0) return words.lettersAdvice;
  return attached === letters.length ? words.lettersAttached : words.lettersPartlyAttached;
}

export function refusalSentence({ deadline }: DigestLetter, words: DigestWords): string {
  return words.refusalDeadline(shortDate(deadline, words));
}

/** Marks a letter that stayed in the folder, once others travel with the mail. */
export function isLeftBehind({ file }: DigestLetter, attachedFiles: ReadonlySet<string> | null): boolean {
  return attachedFiles !== null && attachedFiles.size > 0 && !attachedFiles.has(file);
}
