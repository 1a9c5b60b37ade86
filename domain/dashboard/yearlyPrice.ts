import type { Period } from "../contract/periods";
import type { Terms } from "../contract/terms";
import { exclTax, inclTax, splitCents } from "../money";
import type { Cents } from "../money";
import { instalmentsOf, monthsBilled } from "../obligations/billing";
import type { Contract } from "../workbook/schema";

/** What a year brings in, in cents. Null where the price, or the rate that it takes, is unknown. */
export type YearlyPrice = { readonly exclTax: Cents | null; readonly inclTax: Cents | null };

/**
 * What a period brings in per year: what is billed of its price, for twelve of its months. A free first year is billed
 * nothing, so a period of 36 months at 300 € by yearly instalments, the first one free, brings in 66.67 € a year.
 */
export function yearlyPrice(contract: Contract, period: Period, terms: Terms | null): YearlyPrice {
  const billed = instalmentsOf(contract, period);
  if (billed.length === 0) return { exclTax: 0, inclTax: 0 };
  if (terms === null || terms.price === null) return { exclTax: null, inclTax: null };
  const price = { ...terms, amount: terms.price };
  const perYear = (amount: Cents | null): Cents | null => {
    if (amount === null) return null;
    const parts = splitCents(amount, billed[0]?.count ?? 1);
    const total = billed.reduce((sum, { number }) => sum + (parts[number - 1] ?? 0), 0);
    return Math.round((total * 12) / Math.max(1, monthsBilled(period)));
  };
  return { exclTax: perYear(exclTax(price)), inclTax: perYear(inclTax(price)) };
}
