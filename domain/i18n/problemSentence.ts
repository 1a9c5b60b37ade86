import type { Problem } from "../problem";
import type { Catalogue } from "./index";

/** The problem in the language of its reader. */
export function problemSentence(problem: Problem, words: Catalogue): string {
  const write = words.problems[problem.code] as (facts: Problem["facts"]) => string;
  return write(problem.facts);
}
