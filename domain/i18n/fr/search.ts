import type { ContractFilter } from "../../plan/contractFilters";

/** What the screen of all contracts says. It is fetched with that screen. */
export const search = {
  filters: {
    toNotify: "à informer",
    toInvoice: "à facturer",
    lateVisits: "visites en retard",
    endsSoon: "fin sous 90 jours",
    unpaid: "impayés",
    refusedWithVisits: "refus, visites dues",
  } as { readonly [F in ContractFilter]: string },
  filterBy: "N’afficher que",
  found: (count: number): string => `${String(count)} ${count > 1 ? "contrats" : "contrat"}`,
  none: "Aucun contrat ne répond à cette recherche. Ôtez un filtre ou tapez moins de lettres.",
};

export type SearchWords = typeof search;
