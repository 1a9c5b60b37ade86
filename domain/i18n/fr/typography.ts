/** The no-break spaces that French wants, which nobody types: inside « » and before : ; ! ? and €. */
export function typeset(text: string): string {
  return text.replace(/« /g, "«\u00a0").replace(/ (?=[»:;!?€%])/g, "\u00a0");
}

type Words = string | ((...facts: never[]) => string) | { readonly [name: string]: Words };

/** A catalogue whose every sentence is typeset, those that are written from facts too. */
export function typesetAll<W extends object>(words: W): W {
  const set = (word: Words): Words => {
    if (typeof word === "string") return typeset(word);
    if (typeof word === "function") return (...facts: never[]) => typeset(word(...facts));
    return typesetAll(word);
  };
  return Object.fromEntries(
    Object.entries(words as Readonly<Record<string, Words>>).map(([name, word]) => [name, set(word)]),
  ) as W;
}
