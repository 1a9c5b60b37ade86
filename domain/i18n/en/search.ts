import type { SearchWords } from "../fr/search";

export const search: SearchWords = {
  filters: {
    toNotify: "to notify",
    toInvoice: "to invoice",
    lateVisits: "late visits",
    endsSoon: "ends within 90 days",
    unpaid: "unpaid",
    refusedWithVisits: "refused, visits owed",
  },
  filterBy: "Show only",
  found: (count) => `${String(count)} ${count === 1 ? "contract" : "contracts"}`,
  none: "No contract answers to this search. Take a filter away or type fewer letters.",
};
