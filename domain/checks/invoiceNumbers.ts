import { payerOf } from "../contract/payer";
import { problem } from "../problem";
import type { Problem } from "../problem";
import type { Register } from "../register";
import type { Invoice } from "../workbook/schema";

/** A line as far as its number is concerned. */
export type NumberedLine = Pick<Invoice, "contract" | "kind" | "period" | "instalment" | "intervention" | "issuedOn">;

/** The payer of each contract that the register knows. */
export type Payers = ReadonlyMap<string, string>;

/** Who pays for each contract. */
export function payersOf(register: Register): Payers {
  const clients = new Map(register.clients.map((client) => [client.number, payerOf(client)]));
  return new Map(register.contracts.map(({ number, client }) => [number, clients.get(client) ?? client]));
}

/** Numbers are the same whatever the case in which they are typed. */
function numberKey(number: string): string {
  return number.trim().toLowerCase();
}

/** The lines that bear the number already. */
export function linesNumbered(register: Register, number: string): readonly Invoice[] {
  return register.invoices.filter((row) => row.number !== null && numberKey(row.number) === numberKey(number));
}

/**
 * Whether the two lines cannot bear one number. A number is one document, of one day and to one payer, which may bill
 * several contracts, periods and repairs, each once; a credit note is a document of its own.
 */
export function cannotShareNumber(a: NumberedLine, b: NumberedLine, payers: Payers): boolean {
  return !isOneDocument(a, b, payers) || itemOf(a) === itemOf(b);
}

function isOneDocument(a: NumberedLine, b: NumberedLine, payers: Payers): boolean {
  return (
    payers.get(a.contract) === payers.get(b.contract) &&
    a.issuedOn === b.issuedOn &&
    (a.kind === "creditNote") === (b.kind === "creditNote")
  );
}

/** The lines whose number is that of another document than the first line that bears it, or that repeat an item. */
export function conflictingInvoiceNumbers(register: Register): readonly Problem[] {
  const payers = payersOf(register);
  const byNumber = new Map<string, Invoice[]>();
  for (const row of register.invoices) {
    if (row.number === null) continue;
    const number = numberKey(row.number);
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
      if (isOneDocument(row, first, payers) && !isTwice) return [];
      const at = { table: "invoices" as const, key: row.id, column: "number" };
      return [problem("duplicateInvoiceNumber", at, { number: row.number ?? "" })];
    });
  });
}

function itemOf({ contract, period, instalment, intervention, kind }: NumberedLine): string {
  return JSON.stringify([contract, period, instalment, intervention, kind]);
}
