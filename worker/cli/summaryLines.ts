import { join } from "node:path";
import type { DigestSection } from "../../domain/digest/digestModel";
import { digestWords } from "../digest/digestWords";
import type { LedgerHead } from "../ledger/chain";
import { LEDGER_FILE } from "../ledger/ledger";
import type { RunResult } from "../run/run";

/** What a run did and where it lies, in French. */
export function summaryLines(
  { plan, written, refused, digest }: RunResult,
  sections: readonly DigestSection[],
  ledger: LedgerHead,
  { register, out }: { readonly register: string; readonly out: string },
): readonly string[] {
  const [page = ""] = digest.files;
  return [
    "",
    `Registre       ${register} (${counted(plan.contracts.length, "contrat")})`,
    `Lettres        ${counted(written.length, "nouvelle")}, dans ${join(out, "Lettres")}`,
    ...(refused.length === 0
      ? []
      : [`               ${counted(refused.length, "lettre")} impossible à préparer : voir le récapitulatif`]),
    `Récapitulatif  ${join(out, page)}${digest.isNew ? "" : " (inchangé)"}`,
    `Journal        ${join(out, LEDGER_FILE)} (${counted(ledger.count, "événement")})`,
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

function counted(count: number, word: string): string {
  return `${String(count)} ${word}${count > 1 ? "s" : ""}`;
}
