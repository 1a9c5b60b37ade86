import { creditNote } from "../../../domain/actions/creditNote";
import { amountOf } from "../../../domain/obligations/billing";
import { fieldsIn, pick } from "./field";
import type { Option } from "./field";
import { form } from "./form";
import type { ContractFormSubject } from "./form";
import { invoiceLabel } from "./invoiceLabel";

export function creditForm({ planned: { file }, about, today, words, texts }: ContractFormSubject) {
  const { field, requiredField } = fieldsIn(words);
  const invoices = file.invoices.filter(({ kind }) => kind !== "creditNote").toReversed();
  const options = invoices.map((one): Option => [one.id, invoiceLabel(one, amountOf(one), words, texts)]);
  const first = invoices.find(({ id }) => id === about) ?? invoices[0];
  return form({
    blocked: invoices.length === 0 ? texts.credit.nothingToCredit : null,
    fields: {
      invoice: pick(texts.credit.invoice, Object.fromEntries(options), first?.id ?? ""),
      number: field("invoices", "number", null, { label: texts.credit.number, half: true }),
      on: requiredField("invoices", "issuedOn", today, { label: texts.credit.on, half: true }),
      amount: field("invoices", "amount", null, { hint: texts.credit.amountHint }),
    },
    perform: (session, { amount, ...values }) =>
      session.perform(creditNote, amount === null ? values : { ...values, amount }),
  });
}
