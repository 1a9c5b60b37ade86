import { sectionIds, type Digest, type DigestItem, type SectionId } from "../../domain/digest/digestModel";

/** Digests for the tests of this folder. */
export const emptyDigest: Digest = {
  language: "fr",
  firmName: "Chauffage Martin",
  registerFile: "Contrats.xlsx",
  today: "2026-03-02",
  savedAgoDays: 3,
  savedAt: "2026-02-27T18:12",
  schemaProblem: null,
  fileWarnings: [],
  counts: [],
  sections: [],
  ledger: { count: 0, hash: null },
  letters: [],
};

export function digestItem(facts: Partial<DigestItem>): DigestItem {
  const blank = { contract: null, clientName: null, city: null, phone: null, dueOn: null, overdue: false };
  return { ...blank, reasons: [], obligation: null, at: null, where: null, what: "Appeler le client", ...facts };
}

export function digestOf(
  items: Partial<Record<SectionId, readonly DigestItem[]>>,
  facts: Partial<Digest> = {},
): Digest {
  const sections = sectionIds.map((id) => ({ id, items: items[id] ?? [] }));
  const counts = sections.map((section) => ({ section: section.id, count: section.items.length }));
  return { ...emptyDigest, sections, counts, ...facts };
}
