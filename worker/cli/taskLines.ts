import type { DigestItem, DigestSection } from "../../domain/digest/digestModel";
import { digestWords } from "../digest/digestWords";

/** A terminal is no place to read hundreds of lines: the digest has them all. */
const MOST_LINES = 10;

/** What is to be done, as lines for the terminal; empty sections are left out. */
export function taskLines(sections: readonly DigestSection[]): readonly string[] {
  const filled = sections.filter(({ items }) => items.length > 0);
  if (filled.length === 0) return ["Rien à signaler."];
  return filled.flatMap(({ id, items }) => [
    `${digestWords.sections[id].title} (${String(items.length)})`,
    ...items
      .slice(0, MOST_LINES)
      .flatMap((item) => [`  ${taskLine(item)}`, ...item.reasons.map((reason) => `    ${reason}`)]),
    ...(items.length > MOST_LINES ? [`  … et ${String(items.length - MOST_LINES)} autres`] : []),
  ]);
}

function taskLine({ contract, clientName, city, what, where }: DigestItem): string {
  const who = [contract, clientName, city].filter((part) => part !== null).join(", ");
  return [where, who, what].filter((part) => part !== null && part !== "").join("\u00a0: ");
}
