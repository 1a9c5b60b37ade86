import { inclTax } from "../money";
import type { Cents } from "../money";
import type { PeriodRow } from "../workbook/schema";
import type { ContractFile } from "./contractFile";
import { monthsOf } from "./periods";

/** What was agreed for a period. Its price is null while nobody knows it. */
export type Terms = Pick<PeriodRow, "price" | "basis" | "vatRate" | "services" | "options">;

/**
 * What was agreed for a period, current or next: its own row or, where none was recorded, the last one before it with
 * what has been announced for the renewal. Null when no period up to it was ever recorded.
 *
 * Silence renews a contract at its price (C. civ. 1215), but the price of 36 months is not that of 12: it is unknown
 * for a period of another length until one is announced. An announcement is for the first period that is not
 * recorded and for those that silence adds, so nobody knows the price of the period after such a current one.
 */
export function termsOf({ contract, periods, current }: ContractFile, number: number): Terms | null {
  const last = pricedPeriod(periods, number);
  if (last === null) return null;
  const { price, basis, vatRate, services, options } = last.row;
  if (last.number === number) return { price, basis, vatRate, services, options };
  const common = { vatRate, services: contract.nextServices ?? services, options };
  if (contract.nextPrice === null) {
    const isAsLong = monthsOf(contract, number) === last.months;
    return { ...common, price: isAsLong ? price : null, basis };
  }
  const isAfterAnnounced = current !== null && current.row === null && number > current.number;
  return { ...common, price: isAfterAnnounced ? null : contract.nextPrice, basis: contract.nextBasis ?? basis };
}

/** The row on which the terms of the period rest: its own, else that of the last recorded period before it. */
export function pricedRow({ periods }: Pick<ContractFile, "periods">, number: number): PeriodRow | null {
  return pricedPeriod(periods, number)?.row ?? null;
}

function pricedPeriod(periods: ContractFile["periods"], number: number) {
  const last = periods.findLast((period) => period.row !== null && period.number <= number);
  return last === undefined || last.row === null ? null : { ...last, row: last.row };
}

/** The price with tax, in cents; null when it, or the rate that it takes, is unknown. */
export function priceInclTax(terms: Terms | null): Cents | null {
  return terms === null || terms.price === null ? null : inclTax({ ...terms, amount: terms.price });
}
