import { normalized } from "../workbook/words";
import { excluded, patterns, phrasesOf, unsurprising } from "./headerWords";
import type { HeaderPattern, Meaning } from "./headerWords";

/** What a header says, word by word. */
export type HeaderReading = {
  /** One set for each way to understand its words. */
  readonly readings: readonly (readonly Meaning[])[];
  /** Words that nobody knows. */
  readonly unknown: number;
  /** The year that it names, as in « Entretien 2025 ». */
  readonly year: number | null;
  /** The number that tells two like columns apart, as in « Tél 2 ». */
  readonly index: number | null;
  /** Below 1 where a word was only guessed: an abbreviation, a typing error. */
  readonly likeness: number;
};

/** Longer texts are no header. */
const LONGEST_HEADER = 120;
const LONGEST_PHRASE = 4;
const UNKNOWN_WORD = 0.22;
const SURPRISING_MEANING = 0.3;
const UNSURPRISING_MEANING = 0.02;
const FOREIGN_MEANING = 0.75;

/** Words that carry nothing by themselves. */
const smallWords = new Set(
  "d l de du des la le les et ou en a au aux par pour sur un une son sa ce votre vos vous notre nos nous quel quelle quels quelles est of the chez dans avec si il y".split(
    " ",
  ),
);

/** The one word of a header that is small everywhere else: « Du », « Au », « Le ». */
const aloneWords: Readonly<Record<string, Meaning>> = { du: "start", au: "end", le: "date" };

/** What the same words say at the end of a header: « Facturé le », « Facture du », « Contrat au ». */
const endings: Readonly<Record<string, readonly Meaning[]>> = { le: ["date"], du: ["date", "start"], au: ["end"] };

/** A header as the words that are compared: without accents, plurals, punctuation and small words. */
function headerTokens(text: string): readonly string[] {
  return wordsIn(text).map(singular);
}

function wordsIn(text: string): readonly string[] {
  return rawTokens(text).filter((token) => !smallWords.has(token));
}

function rawTokens(text: string): readonly string[] {
  const spaced = text
    .slice(0, LONGEST_HEADER)
    .replace(/(?<=\p{Ll}{2})(?=\p{Lu})|(?<=\p{L}{2})(?=\p{Lu}\p{Ll})/gu, " ")
    .replace(/(^|[^\p{L}])n\s*[°º]/giu, "$1 num ")
    .replace(/[№#]/gu, " num ")
    .replaceAll("€", " euro ")
    .replaceAll("%", " pourcent ")
    .replace(/\be[-\s]?mails?\b/giu, "email")
    .replace(/(^|\s)@(?=\s|$)/gu, " email ");
  const words = normalized(spaced).split(" ");
  return joinedLetters(words.flatMap((word) => word.replace(/([a-z]{2,})(\d)/g, "$1 $2").split(" ")));
}

/** « C.P. » and « T.V.A. » are one word. */
function joinedLetters(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let run = "";
  for (const word of [...words, ""]) {
    const isLetter = /^[a-z]$/.test(word) && !(run === "" && (word === "d" || word === "l"));
    if (isLetter) run += word;
    else {
      if (run !== "") joined.push(run);
      run = "";
      if (word !== "") joined.push(word);
    }
  }
  return joined;
}

function singular(word: string): string {
  return word.length > 3 && /[^s][sx]$/.test(word) ? word.slice(0, -1) : word;
}

const phrases = phrasesOf(headerTokens);
/** Words that a typing error or an abbreviation may stand for. */
const longWords = [...phrases]
  .filter(([phrase, meanings]) => !phrase.includes(" ") && phrase.length >= 5 && !meanings.includes("foreign"))
  .map(([phrase]) => phrase);

const read = new Map<string, HeaderReading>();
/** Headers repeat from sheet to sheet; a hostile workbook is not to fill the memory. */
const MOST_KEPT = 5_000;

/** What the words of a header mean. */
export function readHeader(text: string): HeaderReading {
  const known = read.get(text);
  if (known !== undefined) return known;
  if (read.size >= MOST_KEPT) read.clear();
  const found = understand(text);
  read.set(text, found);
  return found;
}

function understand(text: string): HeaderReading {
  const raw = rawTokens(text);
  const tokens = wordsIn(text).flatMap(apart).map(singular);
  if (tokens.length === 0) {
    const [alone] = raw;
    const meaning = alone === undefined ? undefined : aloneWords[alone];
    return { readings: meaning === undefined ? [] : [[meaning]], unknown: 0, year: null, index: null, likeness: 1 };
  }
  const choices: (readonly Meaning[])[] = [];
  let unknown = 0;
  let likeness = 1;
  let year: number | null = null;
  let index: number | null = null;
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at] ?? "";
    if (/^\d+$/.test(token)) {
      if (/^20\d\d$/.test(token)) year = Number(token);
      else if (/^\d{2}$/.test(token) && tokens.length > 1) year = 2000 + Number(token);
      else if (/^[1-9]$/.test(token)) index = Number(token);
      else unknown += 1;
      at += 1;
      continue;
    }
    const { length, meanings, like } = phraseAt(tokens, at);
    const deed = meanings.length === 0 ? deedOf(token, raw) : null;
    if (deed !== null) choices.push([deed]);
    else if (meanings.length > 0) choices.push(meanings);
    // Programs write a letter or two before each header: « CT_Ville ».
    else if (token.length > 2) unknown += 1;
    likeness = Math.min(likeness, like);
    at += length;
  }
  const ending = endings[raw.at(-1) ?? ""];
  if (ending !== undefined && choices.length > 0) choices.push(ending);
  return { readings: combined(choices), unknown, year, index, likeness };
}

/** « NUMCONTRAT », « datedebut », « DTDERNVISITE »: known words written as one. */
function apart(token: string): readonly string[] {
  return phrases.has(singular(token)) ? [token] : (knownParts(token, MOST_PARTS) ?? [token]);
}

const MOST_PARTS = 3;

function isOwnWord(word: string): boolean {
  return phrases.get(singular(word))?.includes("foreign") === false;
}

function knownParts(token: string, most: number): readonly string[] | null {
  if (isOwnWord(token)) return [token];
  // The last one is often cut off: « DATVISIT ».
  if (most < MOST_PARTS && token.length >= 4 && longWords.some((word) => word.startsWith(token))) return [token];
  if (most === 1) return null;
  for (let at = token.length - 2; at >= 2; at -= 1) {
    const rest = isOwnWord(token.slice(0, at)) ? knownParts(token.slice(at), most - 1) : null;
    if (rest !== null) return [token.slice(0, at), ...rest];
  }
  return null;
}

/** A verb that nobody knows: « … le » says that it was done, « à … » that it is to be done. */
function deedOf(token: string, raw: readonly string[]): Meaning | null {
  if (raw.at(-1) === "le" && raw.at(-2) === token && /..(e|ee|i|ie|u|ue)$/.test(token)) return "serviced";
  return raw[0] === "a" && raw[1] === token && /..(er|ir|re)$/.test(token) ? "next" : null;
}

function phraseAt(
  tokens: readonly string[],
  at: number,
): { readonly length: number; readonly meanings: readonly Meaning[]; readonly like: number } {
  for (let length = Math.min(LONGEST_PHRASE, tokens.length - at); length > 0; length -= 1) {
    const meanings = phrases.get(tokens.slice(at, at + length).join(" "));
    if (meanings !== undefined) return { length, meanings, like: 1 };
    const mended =
      length > 1
        ? phrases.get(
            tokens
              .slice(at, at + length)
              .map(mendedWord)
              .join(" "),
          )
        : undefined;
    if (mended !== undefined) return { length, meanings: mended, like: 0.93 };
  }
  const near = nearMeanings(tokens[at] ?? "");
  return { length: 1, meanings: near?.meanings ?? [], like: near?.like ?? 1 };
}

/** Words that mean something only together with others: « mise » of « mise en service ». */
const wordsOfPhrases = [...new Set([...phrases.keys()].flatMap((phrase) => phrase.split(" ")))];

/** The word without its typing error. */
function mendedWord(token: string): string {
  if (token.length < 5 || wordsOfPhrases.includes(token)) return token;
  return wordsOfPhrases.find((word) => distance(token, word, 1) === 1) ?? token;
}

/** The meanings of the word that an abbreviation or a typing error stands for. */
function nearMeanings(token: string): { readonly meanings: readonly Meaning[]; readonly like: number } | null {
  if (token.length < 3) return null;
  const begun = longWords.filter((word) => word.startsWith(token));
  if (begun.length > 0) return { meanings: meaningsOf(begun), like: 0.93 };
  if (token.length < 5) return null;
  const most = token.length >= 8 ? 2 : 1;
  const near = longWords
    .map((word) => ({ word, distance: distance(token, word, most) }))
    .filter((one) => one.distance <= most)
    .sort((a, b) => a.distance - b.distance);
  const least = near[0]?.distance;
  const closest = near.filter((one) => one.distance === least).map(({ word }) => word);
  return closest.length === 0 ? null : { meanings: meaningsOf(closest), like: least === 1 ? 0.93 : 0.88 };
}

function meaningsOf(words: readonly string[]): readonly Meaning[] {
  return [...new Set(words.flatMap((word) => phrases.get(word) ?? []))];
}

/** Letters to add, drop, change or swap to make one word of the other, or more than `most`. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      }
      next.push(best);
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? most + 1;
}

const MOST_READINGS = 12;

/** One set for each choice of meanings. */
function combined(choices: readonly (readonly Meaning[])[]): readonly (readonly Meaning[])[] {
  return choices
    .reduce<Meaning[][]>(
      (sets, meanings) =>
        sets
          .flatMap((set) => meanings.map((meaning) => (set.includes(meaning) ? set : [...set, meaning])))
          .slice(0, MOST_READINGS),
      [[]],
    )
    .filter((set) => set.length > 0);
}

export type HeaderScores = ReadonlyMap<HeaderPattern["field"], number>;

const scored = new Map<string, HeaderScores>();

/** How surely the header tells each field, from 0 to 1. */
export function headerScores(text: string): HeaderScores {
  const known = scored.get(text);
  if (known !== undefined) return known;
  if (scored.size >= MOST_KEPT) scored.clear();
  const found = scoresOf(readHeader(text));
  scored.set(text, found);
  return found;
}

function scoresOf({ readings, unknown, index, likeness }: HeaderReading): HeaderScores {
  const best = new Map<HeaderPattern["field"], number>();
  for (const reading of readings.filter((one) => !isClientNumber(one))) {
    for (const { field, strength, meanings } of patterns) {
      if (!meanings.every((meaning) => reading.includes(meaning))) continue;
      // « Prix HT / TTC » says both.
      const saysOwn = meanings.includes("gross") || meanings.includes("net");
      if (!saysOwn && excluded[field]?.some((meaning) => reading.includes(meaning)) === true) continue;
      const allowed = unsurprising[field] ?? [];
      const lost = reading
        .filter((meaning) => !meanings.includes(meaning))
        .reduce((sum, meaning) => sum + surprise(meaning, allowed), UNKNOWN_WORD * Math.min(unknown, 3));
      // Of « CP Ville » and « Marque modèle », the first one said names the column.
      const first = reading[0] !== undefined && meanings.includes(reading[0]) ? 0 : 0.04;
      const score = strength * likeness - lost - first;
      if (score > (best.get(field) ?? 0)) best.set(field, score);
    }
  }
  const phone = best.get("phone");
  if (index === 2 && phone !== undefined) {
    best.set("phone2", phone);
    best.set("phone", phone - 0.2);
  }
  return best;
}

/** « Code client », « N° client »: the register numbers its clients itself. */
function isClientNumber(reading: readonly Meaning[]): boolean {
  const has = (meaning: Meaning) => reading.includes(meaning);
  return (
    has("client") &&
    (has("num") || has("id") || has("ref")) &&
    !has("contract") &&
    !has("name") &&
    !has("phone") &&
    !has("mobile")
  );
}

function surprise(meaning: Meaning, allowed: readonly Meaning[]): number {
  if (meaning === "foreign") return FOREIGN_MEANING;
  return allowed.includes(meaning) ? UNSURPRISING_MEANING : SURPRISING_MEANING;
}

/** The field that the header alone tells best, and how surely. */
export function bestHeaderScore(text: string): number {
  return Math.max(0, ...headerScores(text).values());
}
