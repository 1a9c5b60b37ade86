import type { Digest, DigestItem, DigestLetter } from "../../domain/digest/digestModel";
import { cleanText, isolated } from "./cleanText";
import { countsInOrder, cutLong, filledSections, isStale, type SectionView } from "./digestView";
import { digestWords, tileLabel, type DigestWords } from "./digestWords";
import { isLeftBehind, lettersAdvice, refusalSentence } from "./letterWords";
import { savedAge } from "./savedAge";
import { shortDate } from "./shortDate";
import { wrapped } from "./wrapped";

const columns = 72;
const rule = "-".repeat(columns);

/** The mail for who reads without HTML: the same facts in the same order, written for 72 columns. */
export function digestText(digest: Digest, attachedFiles: ReadonlySet<string> | null): string {
  const words = digestWords[digest.language];
  const sections = filledSections(digest);
  const blocks = [
    heading(digest, words),
    ...warnings(digest, words),
    ...(sections.length === 0 ? [[words.nothing, ...wrapped(words.nothingMore, columns)]] : []),
    counts(digest, words),
    ...sections.map((section) => sectionLines(section, words)),
    ...(digest.letters.length === 0 ? [] : [letterLines(digest.letters, attachedFiles, words)]),
    footer(digest, words),
  ];
  return `${blocks.map((lines) => lines.join("\n").trimEnd()).join("\n\n")}\n`;
}

function heading(digest: Digest, words: DigestWords): readonly string[] {
  const firm = cleanText(digest.firmName) ?? words.unnamedFirm;
  const register = `${words.register} ${value(digest.registerFile)}, ${savedAge(digest)}`;
  return [isolated(firm), `${words.title}, ${shortDate(digest.today, words)}`, "", ...wrapped(register, columns)];
}

function warnings(digest: Digest, words: DigestWords): readonly (readonly string[])[] {
  const problem = cleanText(digest.schemaProblem);
  return [
    ...(problem === null ? [] : [warning(words.problemTitle, problem)]),
    ...digest.fileWarnings.flatMap((text) => cleanText(text) ?? []).map((text) => warning(words.fileTitle, text)),
    ...(isStale(digest) ? [warning(words.staleTitle, words.stale(digest.savedAgoDays ?? 0))] : []),
  ];
}

function warning(title: string, text: string): readonly string[] {
  return [`!! ${title}`, ...wrapped(text, columns, "   ")];
}

function counts(digest: Digest, words: DigestWords): readonly string[] {
  const lines = countsInOrder(digest).map(
    ({ id, count }) => `${String(count).padStart(6)}  ${tileLabel(id, count, words)}`,
  );
  return [words.inShort, ...lines];
}

function sectionLines(section: SectionView, words: DigestWords): readonly string[] {
  const { title, advice } = words.sections[section.id];
  return [
    ...titleLines(`${title} (${section.total})`, advice),
    ...section.shown.flatMap((item) => itemLines(item, words)),
    ...othersLine(section.hidden, words),
  ];
}

function titleLines(title: string, advice: string): readonly string[] {
  return [rule, title, ...wrapped(advice, columns), rule];
}

function itemLines(item: DigestItem, words: DigestWords): readonly string[] {
  const who = joined([item.clientName, item.city], ", ");
  const when = item.dueOn === null ? null : shortDate(item.dueOn, words);
  const facts = joined(
    [when, item.overdue ? words.overdue.toUpperCase() : null, item.contract, item.phone, item.where],
    " · ",
  );
  return bullet([who, ...[item.what, ...item.reasons].map(cleanText), facts]);
}

function letterLines(
  letters: readonly DigestLetter[],
  attachedFiles: ReadonlySet<string> | null,
  words: DigestWords,
): readonly string[] {
  const { shown, hidden } = cutLong(letters);
  const lines = shown.flatMap((letter) => {
    const file = isLeftBehind(letter, attachedFiles)
      ? `${value(letter.file)} (${words.notAttached})`
      : value(letter.file);
    const late = letter.late ? words.lateLetter.toUpperCase() : null;
    return bullet([
      joined([letter.clientName, letter.contract], ", "),
      file,
      joined([refusalSentence(letter, words), late], " · "),
    ]);
  });
  return [
    ...titleLines(`${words.letters} (${letters.length})`, lettersAdvice(letters, attachedFiles, words)),
    ...lines,
    ...othersLine(hidden, words),
  ];
}

function footer(digest: Digest, words: DigestWords): readonly string[] {
  const ledger = words.ledger(digest.ledger.count, digest.ledger.hash?.slice(0, 12) ?? null);
  return [rule, ...wrapped(ledger, columns), ...wrapped(words.limits, columns)];
}

/** One thing with its facts below, then an empty line: a long list stays readable. */
function bullet(facts: readonly (string | null)[]): readonly string[] {
  const lines = facts
    .filter((fact) => fact !== null && fact !== "")
    .flatMap((fact) => wrapped(fact ?? "", columns, "  "));
  return [...lines.map((line, index) => (index === 0 ? `* ${line.slice(2)}` : line)), ""];
}

function othersLine(hidden: number, words: DigestWords): readonly string[] {
  return hidden === 0 ? [] : [`  ${words.others(hidden)}`];
}

function joined(values: readonly (string | null)[], separator: string): string {
  return values
    .map(cleanText)
    .filter((text) => text !== null)
    .map(isolated)
    .join(separator);
}

function value(text: string): string {
  return isolated(cleanText(text) ?? "");
}
