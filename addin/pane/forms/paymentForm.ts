import { markPaid } from "../../../domain/actions/markPaid";
import { amountOf } from "../../../domain/obligations/billing";
import type { Invoice } from "../../../domain/workbook/schema";
import { fieldsIn, pick } from "./field";
import type { Option } from "./field";
import { form } from "./form";
import type { ContractFormSubject } from "./form";
import { invoiceLabel } from "./invoiceLabel";

/** An invoice of the contract that is to be paid; with it are paid the other lines of the same number. */
export function paymentForm({ planned, about, opened, today, words, texts }: ContractFormSubject) {
  const { requiredField } = fieldsIn(words);
  const { file, obligations } = planned;
  const open = new Set(
    obligations.filter(({ kind, state }) => kind === "payment" && state !== "done").map(({ about: id }) => id),
  );
  const unpaid = file.invoices.filter(({ id }) => open.has(id));
  const total = (invoice: Invoice) =>
    linesOf(opened.register.invoices, invoice).reduce((sum, line) => sum + (amountOf(line) ?? 0), 0);
  const options = unpaid.map((one): Option => [one.id, invoiceLabel(one, total(one), words, texts)]);
  const first = unpaid.find(({ id }) => id === about) ?? unpaid[0];
  return form({
    blocked: unpaid.length === 0 ? texts.payment.nothingToPay : null,
    fields: {
      invoice: pick(texts.payment.invoice, Object.fromEntries(options), first?.id ?? ""),
      on: requiredField("invoices", "paidOn", today),
    },
    perform(session, { invoice, on }) {
      const number = unpaid.find(({ id }) => id === invoice)?.number ?? null;
      return session.perform(markPaid, number === null ? { invoice, on } : { number, on });
    },
  });
}

/** One number may bill several contracts. */
function linesOf(invoices: readonly Invoice[], { id, number }: Invoice): readonly Invoice[] {
  return invoices.filter(
    (line) =>
      line.kind !== "creditNote" && line.paidOn === null && (number === null ? line.id === id : line.number === number),
  );
}
