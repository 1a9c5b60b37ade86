import { addDays, monthsBetween } from "../dates/civilDate";
import { exclTax, inclTax } from "../money";
import type { Cents } from "../money";
import type { Period } from "./periods";
import type { Terms } from "./terms";

/** The price of a year, in cents: that of the period for twelve of its months. Null where it, or the rate that it takes, is unknown. */
export type YearlyPrice = { readonly exclTax: Cents | null; readonly inclTax: Cents | null };

/** What a period brings in per year. A period of less than a month counts as one. */
export function yearlyPrice(period: Period, terms: Terms | null): YearlyPrice {
  if (terms === null || terms.price === null) return { exclTax: null, inclTax: null };
  const price = { ...terms, amount: terms.price };
  const months = Math.max(1, monthsOf(period));
  const perYear = (amount: Cents | null) => (amount === null ? null : Math.round((amount * 12) / months));
  return { exclTax: perYear(exclTax(price)), inclTax: perYear(inclTax(price)) };
}

/** Counted in days, a period from 1 March to 28 February of a contract of 29 February would lack a month. */
function monthsOf({ from, to, months, computedTo }: Period): number {
  return to === computedTo ? months : monthsBetween(from, addDays(to, 1));
}
