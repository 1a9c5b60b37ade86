import type { ContractFile } from "../contract/contractFile";
import type { Period } from "../contract/periods";
import { addDays, earliest, latest, monthsBetween, monthsFrom } from "../dates/civilDate";
import type { DateSpan } from "../dates/civilDate";
import { inclTax } from "../money";
import type { Cents } from "../money";
import type { Contract, Intervention, Invoice } from "../workbook/schema";

/** One part of the price of a period, with the days that it pays for. */
export type Instalment = DateSpan & { readonly number: number; readonly count: number };

const MONTHS_BETWEEN = { perPeriod: null, yearly: 12, monthly: 1 } as const;

/** The parts in which the price of the period is billed, by the rhythm of the contract; the free first year is left out. */
export function instalmentsOf(contract: Contract, period: Period): readonly Instalment[] {
  const step = MONTHS_BETWEEN[contract.billingRhythm];
  const count = step === null ? 1 : Math.max(1, Math.ceil(monthsBilled(period) / step));
  const starts = Array.from({ length: count }, (_, i) =>
    i === 0 ? period.from : monthsFrom(period.from, i * (step ?? 0)),
  );
  const freeUntil =
    contract.firstYearFree && contract.startsOn !== null ? addDays(monthsFrom(contract.startsOn, 12), -1) : null;
  return starts
    .map((from, i) => ({
      number: i + 1,
      count,
      from,
      to: earliest(addDays(starts[i + 1] ?? addDays(period.to, 1), -1), period.to),
    }))
    .filter(({ to }) => freeUntil === null || to > freeUntil);
}

/** The months for which the period is billed: those of the contract, or whole months up to an échéance that was typed. */
export function monthsBilled({ from, to, months, computedTo }: Period): number {
  // Counted in days, a period from 1 March to 28 February of a contract of 29 February would lack a month.
  return to === computedTo ? months : monthsBetween(from, addDays(to, 1));
}

/**
 * When the instalment is to be billed: within the firm's delay of the signature or of the start of the days it pays
 * for, or of their end for a contract billed in arrears, which a termination brings forward.
 */
export function billingSpan(contract: Contract, period: Period, instalment: Instalment, delayDays: number): DateSpan {
  const signed = period.number === 1 && instalment.number === 1 ? contract.signedOn : null;
  const served = contract.terminatedOn === null ? instalment.to : earliest(instalment.to, contract.terminatedOn);
  const from = contract.billingTiming === "arrears" ? latest(instalment.from, served) : (signed ?? instalment.from);
  return { from, to: addDays(from, delayDays) };
}

/** The invoices and credit notes of an instalment. */
export function invoicesOf(file: ContractFile, period: number, instalment: number): readonly Invoice[] {
  return file.invoices.filter(
    (row) =>
      row.intervention === null && row.period === period && row.instalment === instalment && row.kind !== "repair",
  );
}

/** The invoices and credit notes of a repair. */
export function invoicesOfRepair(file: ContractFile, repair: Intervention): readonly Invoice[] {
  return file.invoices.filter((row) => row.intervention === repair.id);
}

/** The last invoice that stands for an item, or null when the item is still to be billed. */
export function standingInvoice(rows: readonly Invoice[]): Invoice | null {
  return standingInvoices(rows).at(-1) ?? null;
}

/**
 * The invoices of an item that no credit note has taken back. A credit note bears on the oldest invoice that stands
 * on its day. One without an amount takes it back whole; one with an amount lowers it, and takes it back once
 * nothing of it is left. A row with neither number nor date bills nothing yet.
 */
export function standingInvoices(rows: readonly Invoice[]): readonly Invoice[] {
  return [...standingAmounts(rows).keys()];
}

/** The same, with what the credit notes have left of each. Null where no amount was typed. */
export function standingAmounts(rows: readonly Invoice[]): ReadonlyMap<Invoice, Cents | null> {
  const issued = rows.filter(({ issuedOn, number }) => issuedOn !== null || number !== null);
  const left = new Map(issued.filter(({ kind }) => kind !== "creditNote").map((row) => [row, amountOf(row)]));
  for (const credit of issued.filter(({ kind }) => kind === "creditNote")) {
    const invoice = [...left.keys()].find((row) => couldPrecede(row, credit));
    if (invoice === undefined) continue;
    const rest = remainder(left.get(invoice) ?? null, amountOf(credit));
    if (rest <= 0) left.delete(invoice);
    else left.set(invoice, rest);
  }
  return left;
}

/** Where a date is missing, the invoice is taken for the older of the two. */
function couldPrecede(invoice: Invoice, credit: Invoice): boolean {
  return invoice.issuedOn === null || credit.issuedOn === null || invoice.issuedOn <= credit.issuedOn;
}

/** Credit notes are typed with or without a minus sign. */
function remainder(billed: Cents | null, credited: Cents | null): Cents {
  return billed === null || credited === null ? 0 : Math.abs(billed) - Math.abs(credited);
}

/** What the row bills, tax included where the rate is known. Null when no amount was typed. */
export function amountOf({ amount, basis, vatRate }: Pick<Invoice, "amount" | "basis" | "vatRate">): Cents | null {
  return amount === null ? null : (inclTax({ amount, basis, vatRate }) ?? amount);
}

/**
 * Whether the firm has to bill the repair: as the row says, else by what the contract covers. Labour is always part
 * of a repair, parts only where some were noted.
 */
export function isRepairToBill(contract: Contract, repair: Intervention): boolean {
  if (repair.billing !== null) return repair.billing === "toBill";
  return !contract.coversLabour || (repair.parts !== null && !contract.coversParts);
}

/** When an invoice is to be paid: as it says, else within the firm's delay. */
export function paymentSpan(invoice: Invoice, delayDays: number): DateSpan | null {
  if (invoice.issuedOn === null) return null;
  const to = invoice.dueOn ?? addDays(invoice.issuedOn, delayDays);
  return { from: invoice.issuedOn, to: latest(invoice.issuedOn, to) };
}
