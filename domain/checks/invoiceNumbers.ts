import { problem } from "../problem";
import type { Problem } from "../problem";
import type { Register } from "../register";
import type { Invoice } from "../workbook/schema";

/**
 * Invoices that bear the number of another. One number may bill several contracts of one payer on one date; with
 * another payer, another date, or the same item twice, one of the two numbers is wrong.
 */
export function conflictingInvoiceNumbers(register: Register): readonly Problem[] {
  const payers = new Map(register.contracts.map(({ number, client }) => [number, client]));
  const byNumber = new Map<string, Invoice[]>();
  for (const row of register.invoices) {
    if (row.number === null) continue;
    const number = row.number.toLowerCase();
    byNumber.set(number, [...(byNumber.get(number) ?? []), row]);
  }
  return [...byNumber.values()].flatMap((rows) => {
    const [first] = rows;
    if (first === undefined || rows.length === 1) return [];
    const items = new Set<string>();
    return rows.flatMap((row): Problem[] => {
      const item = itemOf(row);
      const isTwice = items.has(item);
      items.add(item);
      const isSame =
        payers.get(row.contract) === payers.get(first.contract) &&
        row.issuedOn === first.issuedOn &&
        row.kind === first.kind;
      if (isSame && !isTwice) return [];
      const at = { table: "invoices" as const, key: row.id, column: "number" };
      return [problem("duplicateInvoiceNumber", at, { number: row.number ?? "" })];
    });
  });
}

function itemOf({ contract, period, instalment, intervention, kind }: Invoice): string {
  return JSON.stringify([contract, period, instalment, intervention, kind]);
}
