import type { Digest } from "../../domain/digest/digestModel";
import { digestWords } from "./digestWords";
import { countTotals, isStale } from "./digestView";
import { shortDate } from "./shortDate";

/** The subject of the mail: what waits, or the reason why an empty digest cannot be trusted. */
export function digestSubject(digest: Digest): string {
  const words = digestWords[digest.language];
  return words.subject(digestSummary(digest), shortDate(digest.today, words));
}

export function digestSummary(digest: Digest): string {
  const words = digestWords[digest.language];
  const { urgent, other } = countTotals(digest);
  const waiting = [urgent > 0 ? words.urgent(urgent) : null, other > 0 ? words.toDo(other) : null].filter(
    (part) => part !== null,
  );
  if (digest.schemaProblem !== null) return [words.subjectProblem, ...waiting].join(", ");
  if (waiting.length > 0) return waiting.join(", ");
  return isStale(digest) ? words.subjectStale : words.subjectNothing;
}
