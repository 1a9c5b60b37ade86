import { insert } from "../changes";
import { cannotShareNumber, linesNumbered, payersOf } from "../checks/invoiceNumbers";
import type { CivilDate } from "../dates/civilDate";
import type { Cents } from "../money";
import type { Register } from "../register";
import type { Invoice } from "../workbook/schema";
import { firstRefused, notBefore, notInFuture, wholeNumber } from "./checks";
import { accepted, refusal, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { newRow } from "../workbook/newRow";

export type CreditInput = {
  /** Key of the line that is credited. */
  readonly invoice: string;
  /** Number of the credit note in the firm's invoicing software. */
  readonly number: string | null;
  /** Absent: today. */
  readonly on?: CivilDate;
  /** In cents, positive, in the basis of the invoice; absent: all that has not been credited yet. */
  readonly amount?: Cents;
};

/** A credit note was issued. Of the whole amount, it makes the item to be billed again. */
export function creditNote(register: Register, input: CreditInput, context: ActionContext): Decision {
  const { on = context.today } = input;
  const invoice = register.invoices.find(({ id }) => id === input.invoice);
  if (invoice === undefined) return refused("unknownInvoice", { invoice: input.invoice });
  if (invoice.kind === "creditNote") return refused("isCreditNote", {});
  const most = uncredited(register.invoices, invoice);
  const amount = input.amount ?? most;
  if (amount === null) return refused("missing", { table: "invoices", column: "amount" });
  const number = input.number?.trim() ?? "";
  const issuedOn = { table: "invoices", column: "issuedOn" } as const;
  const { contract, period, instalment, intervention, basis, vatRate } = invoice;
  const item = { kind: "creditNote", contract, period, instalment, intervention } as const;
  const payers = payersOf(register);
  const isTaken = linesNumbered(register, number).some((row) =>
    cannotShareNumber({ ...item, issuedOn: on }, row, payers),
  );
  const reason = firstRefused(
    notInFuture(on, context.today, issuedOn),
    notBefore(on, invoice.issuedOn, issuedOn),
    most !== null && (most === 0 || amount > most) ? refusal("creditTooLarge", { most }) : null,
    most === 0 ? null : wholeNumber(amount, 1, { table: "invoices", column: "amount" }),
    isTaken ? refusal("invoiceNumberUsed", { number }) : null,
  );
  if (reason !== null) return reason;
  const row = newRow("invoices", {
    id: context.newKey("F"),
    number: number === "" ? null : number,
    ...item,
    ...{ basis, vatRate },
    issuedOn: on,
    amount,
  });
  return accepted([insert("invoices", row)], "creditNote", { number: row.number, invoice: invoice.number, amount });
}

/** What is left of the invoice once the credit notes of its item are taken off; null when its amount is unknown. */
function uncredited(invoices: readonly Invoice[], invoice: Invoice): Cents | null {
  if (invoice.amount === null) return null;
  const left = invoices
    .filter((row) => isSameItem(row, invoice))
    .reduce((sum, { kind, amount }) => sum + (kind === "creditNote" ? -1 : 1) * Math.abs(amount ?? 0), 0);
  return Math.max(0, Math.min(invoice.amount, left));
}

function isSameItem(a: Invoice, b: Invoice): boolean {
  if (a.intervention !== null || b.intervention !== null) return a.intervention === b.intervention;
  return a.contract === b.contract && a.period === b.period && a.instalment === b.instalment;
}
