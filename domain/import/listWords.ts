import type { ListProblem, ListProblemCode, ListProblemFacts } from "./listProblem";
import type { RecognitionReason } from "./list";

/** What a language has to say about a list. A missing sentence does not compile. */
export type ListWords = {
  /** What is wrong, then how to mend it. Sheet and cell are told beside the sentence. */
  readonly problems: { readonly [C in ListProblemCode]: (facts: ListProblemFacts[C]) => string };
  /** Why a column was taken for what it is. */
  readonly reasons: { readonly [R in RecognitionReason]: string };
};

/** The problem in the language of its reader. */
export function listProblemSentence(problem: ListProblem, words: ListWords): string {
  const write = words.problems[problem.code] as (facts: ListProblem["facts"]) => string;
  return write(problem.facts);
}
