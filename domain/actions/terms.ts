import type { ContractFile } from "../contract/contractFile";
import type { PeriodRow } from "../workbook/schema";

export type Terms = Pick<PeriodRow, "price" | "basis" | "vatRate" | "services" | "options">;

/**
 * What was agreed for a period: its own row or, where none was recorded yet, the last one before it with what has been
 * announced for the renewal. Null when no period up to it was ever recorded.
 */
export function termsOf({ contract, periods }: ContractFile, number: number): Terms | null {
  const last = periods.findLast((period) => period.row !== null && period.number <= number)?.row ?? null;
  if (last === null) return null;
  const { price, basis, vatRate, services, options } = last;
  if (last.number === number) return { price, basis, vatRate, services, options };
  return {
    price: contract.nextPrice ?? price,
    basis: contract.nextPrice === null ? basis : (contract.nextBasis ?? basis),
    vatRate,
    services: contract.nextServices ?? services,
    options,
  };
}
