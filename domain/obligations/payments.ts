import type { ContractFile } from "../contract/contractFile";
import { periodAt } from "../contract/periods";
import type { Cents } from "../money";
import type { Invoice } from "../workbook/schema";
import { amountOf, invoicesOf, paymentSpan, standingAmounts, standingInvoices } from "./billing";
import { stateOf } from "./obligation";
import type { Obligation, ObligationRule } from "./obligation";

/**
 * The payment of each invoice that stands; one that a credit note has taken back is not to be paid. Of an invoice that
 * was to be paid before the contract is followed nothing is known, so nothing is claimed.
 */
export const payments: ObligationRule = (file, settings, today) =>
  file.invoices.flatMap((invoice): Obligation[] => {
    const due = paymentSpan(invoice, settings.paymentDelayDays);
    if (invoice.kind === "creditNote" || due === null || !stands(file, invoice)) return [];
    const period = invoice.period ?? periodAt(file.periods, due.from)?.number ?? 1;
    const { followedSince } = file.contract;
    const paid = invoice.paidOn !== null;
    if (!paid && followedSince !== null && due.to < followedSince) return [];
    if (paid && period !== file.current?.number) return [];
    return [
      {
        key: ["payment", invoice.id].join(":"),
        contract: file.contract.number,
        period,
        equipment: null,
        kind: "payment",
        due,
        state: paid ? "done" : stateOf(due, today),
        source: "contract",
        about: invoice.id,
      },
    ];
  });

function stands(file: ContractFile, invoice: Invoice): boolean {
  const rows = rowsOfItem(file, invoice);
  return !rows.includes(invoice) || standingInvoices(rows).includes(invoice);
}

/**
 * What is owed of an invoice whose payment is open, tax included where the rate is known, less what credit notes have
 * taken back. Null when no amount was typed.
 */
export function leftToPay(file: ContractFile, invoice: Invoice): Cents | null {
  return standingAmounts(rowsOfItem(file, invoice)).get(invoice) ?? amountOf(invoice);
}

/** The invoices and credit notes of what the invoice bills. */
function rowsOfItem(file: ContractFile, invoice: Invoice): readonly Invoice[] {
  return invoice.intervention === null && invoice.period !== null
    ? invoicesOf(file, invoice.period, invoice.instalment)
    : file.invoices.filter((row) => row.intervention === invoice.intervention && row.intervention !== null);
}
