import { describe, expect, it } from "@jest/globals";
import { normalized } from "../workbook/words";
import { formats as englishFormats } from "./en/formats";
import type { WorkbookHelp } from "./catalogue";
import { problems as englishProblems } from "./en/problems";
import { workbook as english } from "./en/workbook";
import { formats as frenchFormats } from "./fr/formats";
import { problems as frenchProblems } from "./fr/problems";
import { workbook as french } from "./fr/workbook";
import { workbookHelp } from "./fr/workbookHelp";

type Words = Readonly<Record<string, string>>;

const languages = [french, english];
const textsOf = ({ columns, settings }: WorkbookHelp): Words[] => [...Object.values<Words>(columns), settings];
const labels = languages.flatMap(textsOf);

describe("the words of lists", () => {
  const choicesOf = (language: (typeof languages)[number]): [string, Words][] =>
    Object.entries<Words>(language.choices);

  it.each(choicesOf(french))("a word of %s names one code, in French and English together", (set, words) => {
    const twin = choicesOf(english).find(([name]) => name === set)?.[1] ?? {};
    expect(Object.keys(twin)).toEqual(Object.keys(words));
    expect(ambiguous([words, twin])).toEqual([]);
  });

  it("a month, by its first four letters, is one month in both languages", () => {
    const prefixes = languages.map(({ months }): Words =>
      Object.fromEntries(months.map((month, i) => [String(i + 1), normalized(month).slice(0, 4)])),
    );
    expect(ambiguous(prefixes)).toEqual([]);
    expect(languages.map(({ months }) => months.length)).toEqual([12, 12]);
  });
});

describe("the headers", () => {
  const groups = [...Object.entries<Words>(french.columns), ["settings", french.settings] as [string, Words]];

  it.each(groups)("a header of %s names one column, in French and English together", (table, headers) => {
    const twins: Readonly<Record<string, Words>> = { ...english.columns, settings: english.settings };
    expect(ambiguous([headers, twins[table] ?? {}])).toEqual([]);
  });

  it("none holds a character that a formula would have to escape", () => {
    const headers = labels.flatMap((group) => Object.values(group));
    expect(headers.filter((header) => /['[\]#@]/.test(header))).toEqual([]);
  });

  it("none is empty, and each has its help", () => {
    const texts = [...labels, ...textsOf(workbookHelp)].flatMap((group) => Object.values(group));
    expect(texts.filter((text) => text.trim() === "")).toEqual([]);
  });

  it("no two sheets bear the same name", () => {
    for (const { sheets } of languages) expect(ambiguous([sheets])).toEqual([]);
  });
});

describe("how values are written", () => {
  it("writes dates in French and English", () => {
    expect(frenchFormats.shortDate("2026-03-01")).toBe("01/03/2026");
    expect(frenchFormats.longDate("2026-03-01")).toBe("1er\u00a0mars\u00a02026");
    expect(englishFormats.shortDate("2026-03-01")).toBe("01/03/2026");
    expect(englishFormats.longDate("2026-03-01")).toBe("1\u00a0March\u00a02026");
  });

  it.each([
    [0, "0,00\u00a0€", "€0.00"],
    [5, "0,05\u00a0€", "€0.05"],
    [123450, "1\u202f234,50\u00a0€", "€1,234.50"],
    [123456789, "1\u202f234\u202f567,89\u00a0€", "€1,234,567.89"],
    [-11550, "−115,50\u00a0€", "−€115.50"],
  ])("writes %i cents as money", (cents, inFrench, inEnglish) => {
    expect(frenchFormats.money(cents)).toBe(inFrench);
    expect(englishFormats.money(cents)).toBe(inEnglish);
  });
});

describe("the sentences of problems", () => {
  it("exist for the same codes in both languages", () => {
    expect(Object.keys(englishProblems)).toEqual(Object.keys(frenchProblems));
  });

  it("name the sheets and lists of the file, which are French", () => {
    expect(englishProblems.unknownReference({ key: "CL-9", table: "periods", nearest: null })).toBe(
      "“CL-9” does not exist in the sheet Périodes. Correct the number or add the missing row.",
    );
    expect(englishProblems.unknownChoice({ text: "Net", choices: "noticeUnit" })).toBe(
      "“Net” is not in the list. Choose: Mois, Semaines, Jours.",
    );
  });
});

/** The normalised words that name more than one code, with these codes. */
function ambiguous(lists: readonly Words[]): string[] {
  const codesByWord = new Map<string, Set<string>>();
  for (const [code, word] of lists.flatMap((list) => Object.entries(list))) {
    const key = normalized(word);
    codesByWord.set(key, (codesByWord.get(key) ?? new Set()).add(code));
  }
  return [...codesByWord].filter(([, codes]) => codes.size > 1).map(([word, codes]) => [word, ...codes].join(" = "));
}
