import type { Invoice } from "../workbook/schema";
import { compareText } from "../compareText";

/**
 * The same invoices with the numbers that the firm's billing software gave them: in each year in the order of their
 * dates, and one number for all that a client is billed on a day.
 */
export function withInvoiceNumbers(
  invoices: readonly Invoice[],
  clientOf: ReadonlyMap<string, string>,
): readonly Invoice[] {
  const numbers = new Map<string, string>();
  const counts = new Map<string, number>();
  return [...invoices]
    .sort((a, b) => compareText(orderOf(a), orderOf(b)))
    .map((row) => {
      const bill = [row.issuedOn, clientOf.get(row.contract), row.kind].join(" ");
      const known = numbers.get(bill);
      if (known !== undefined) return { ...row, number: known };
      const series = seriesOf(row);
      const count = (counts.get(series) ?? 0) + 1;
      const number = `${series}-${String(count).padStart(4, "0")}`;
      counts.set(series, count);
      numbers.set(bill, number);
      return { ...row, number };
    });
}

function seriesOf({ kind, issuedOn }: Invoice): string {
  return `${kind === "creditNote" ? "AV" : "FA"}-${(issuedOn ?? "").slice(0, 4)}`;
}

function orderOf({ issuedOn, id }: Invoice): string {
  return `${issuedOn ?? ""} ${id}`;
}
