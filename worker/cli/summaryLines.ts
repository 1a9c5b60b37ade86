import { isAbsolute, join, relative } from "node:path";
import type { DigestSection } from "../../domain/digest/digestModel";
import type { Language } from "../../domain/i18n";
import { digestWords } from "../digest/digestWords";
import { LEDGER_FILE } from "../ledger/ledger";
import type { RunResult } from "../run/run";
import { words } from "./words";

type Place = { readonly register: string; readonly out: string; readonly language: Language };

/** The width of the labels, with a gap behind the longest. */
const LABEL = 15;

/** What a run did and where it lies. */
export function summaryLines(
  { plan, written, refused, digest }: RunResult,
  sections: readonly DigestSection[],
  { register, out, language }: Place,
): readonly string[] {
  const { summary: says } = words[language];
  const [page = ""] = digest.files;
  const inOut = (name: string) => shown(join(out, name));
  const line = (label: string, text: string) => `${label.padEnd(LABEL)}${text}`;
  return [
    "",
    line(says.register, `${shown(register)} (${says.contracts(plan.contracts.length)})`),
    line(says.letters, says.newLetters(written.length, inOut("Lettres"))),
    ...(refused.length === 0 ? [] : [line("", says.lettersLeft(refused.length))]),
    line(says.digest, `${inOut(page)}${digest.isNew ? "" : ` (${says.unchanged})`}`),
    line(says.ledger, inOut(LEDGER_FILE)),
    "",
    ...counts(sections, language),
  ];
}

function counts(sections: readonly DigestSection[], language: Language): readonly string[] {
  const { nothingToDo, toDo } = words[language];
  const filled = sections.filter(({ items }) => items.length > 0);
  if (filled.length === 0) return [nothingToDo];
  return [
    toDo,
    ...filled.map(
      ({ id, items }) => `${String(items.length).padStart(5)}  ${digestWords[language].sections[id].title}`,
    ),
  ];
}

/** As short as it can be typed here; a file elsewhere keeps its full path. */
function shown(path: string): string {
  const short = relative(".", path);
  return short.startsWith("..") || isAbsolute(short) ? path : short;
}
