import { isAbsolute, join, relative } from "node:path";
import type { DigestSection } from "../../domain/digest/digestModel";
import { digestWords } from "../digest/digestWords";
import { LEDGER_FILE } from "../ledger/ledger";
import type { RunResult } from "../run/run";

/** What a run did and where it lies, in French. */
export function summaryLines(
  { plan, written, refused, digest }: RunResult,
  sections: readonly DigestSection[],
  { register, out }: { readonly register: string; readonly out: string },
): readonly string[] {
  const [page = ""] = digest.files;
  const inOut = (name: string) => shown(join(out, name));
  return [
    "",
    `Registre       ${shown(register)} (${counted(plan.contracts.length, "contrat")})`,
    `Lettres        ${counted(written.length, "nouvelle")}, dans ${inOut("Lettres")}`,
    ...(refused.length === 0
      ? []
      : [
          `               ${counted(refused.length, "autre")} à préparer dès que le registre sera corrigé : voir le récapitulatif`,
        ]),
    `Récapitulatif  ${inOut(page)}${digest.isNew ? "" : " (inchangé)"}`,
    `Journal        ${inOut(LEDGER_FILE)}`,
    "",
    ...counts(sections),
  ];
}

function counts(sections: readonly DigestSection[]): readonly string[] {
  const filled = sections.filter(({ items }) => items.length > 0);
  if (filled.length === 0) return ["Rien à signaler."];
  return [
    "À faire",
    ...filled.map(({ id, items }) => `${String(items.length).padStart(5)}  ${digestWords.sections[id].title}`),
  ];
}

/** As short as it can be typed here; a file elsewhere keeps its full path. */
function shown(path: string): string {
  const short = relative(".", path);
  return short.startsWith("..") || isAbsolute(short) ? path : short;
}

function counted(count: number, word: string): string {
  return `${String(count)} ${word}${count > 1 ? "s" : ""}`;
}
