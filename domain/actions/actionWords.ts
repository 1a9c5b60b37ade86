import type { ActionName, RefusalCode, RefusalFacts, SummaryFacts } from "./decision";

/** What a language has to say about the actions. A missing sentence does not compile. */
export type ActionWords = {
  /** The action as the Journal and the undo button name it. */
  readonly names: { readonly [A in ActionName]: string };
  /** One sentence: what was done. */
  readonly summaries: { readonly [A in ActionName]: (facts: SummaryFacts[A]) => string };
  /** What stands in the way, then what to do next. */
  readonly refusals: { readonly [C in RefusalCode]: (facts: RefusalFacts[C]) => string };
};
