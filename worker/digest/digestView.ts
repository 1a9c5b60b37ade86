import {
  sectionIds,
  type Digest,
  type DigestItem,
  type DigestSection,
  type SectionId,
} from "../../domain/digest/digestModel";

/** A saved file this old no longer says what is true today. */
const staleAfterDays = 7;
const itemsPerSection = 25;

/** A section as it is printed: the items shown and the number of those that are not. */
export type SectionView = {
  readonly id: SectionId;
  readonly total: number;
  readonly shown: readonly DigestItem[];
  readonly hidden: number;
};

/** The sections that hold something, in the order of the digest. */
export function filledSections(digest: Digest): readonly SectionView[] {
  return sectionIds.map((id) => sectionView(id, digest.sections)).filter((section) => section.total > 0);
}

function sectionView(id: SectionId, sections: readonly DigestSection[]): SectionView {
  const items = sections.filter((section) => section.id === id).flatMap((section) => section.items);
  return { id, total: items.length, ...cutLong(items) };
}

/** A mail of a thousand lines is not read: the first ones are printed, the others counted. */
export function cutLong<T>(items: readonly T[]): { readonly shown: readonly T[]; readonly hidden: number } {
  const shown = items.slice(0, itemsPerSection);
  return { shown, hidden: items.length - shown.length };
}

/** How many things each section counts, zeros included, in the order of the digest. */
export function countsInOrder(digest: Digest): readonly { readonly id: SectionId; readonly count: number }[] {
  return sectionIds.map((id) => ({ id, count: digest.counts.find((count) => count.section === id)?.count ?? 0 }));
}

export function isStale(digest: Digest): boolean {
  return digest.savedAgoDays !== null && digest.savedAgoDays >= staleAfterDays;
}

/** What a reader must see before he opens the mail: the law's deadlines apart from the rest. */
export function countTotals(digest: Digest): { readonly urgent: number; readonly other: number } {
  let urgent = 0;
  let other = 0;
  for (const { id, count } of countsInOrder(digest)) {
    if (urgency[id] === "urgent") urgent += count;
    else other += count;
  }
  return { urgent, other };
}

export type Urgency = "urgent" | "soon" | "calm";

/** Only the renewal notice has a legal deadline that closes for good. */
export const urgency = {
  lastLegalDays: "urgent",
  lateNotices: "urgent",
  lettersToSend: "soon",
  unprovenOrReturned: "soon",
  refusedVisitsLeft: "calm",
  toInvoice: "calm",
  visits: "calm",
  certificates: "calm",
  renewals: "calm",
  rowsToFix: "calm",
} as const satisfies Record<SectionId, Urgency>;
