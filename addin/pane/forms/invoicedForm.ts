import { markInvoiced } from "../../../domain/actions/markInvoiced";
import type { BilledItem } from "../../../domain/actions/markInvoiced";
import { payersOf } from "../../../domain/checks/invoiceNumbers";
import { clientName } from "../../../domain/contract/clientName";
import { termsOf } from "../../../domain/contract/terms";
import { splitCents } from "../../../domain/money";
import type { Cents } from "../../../domain/money";
import { billingSpan, instalmentsOf } from "../../../domain/obligations/billing";
import type { Obligation } from "../../../domain/obligations/obligation";
import type { PlannedContract } from "../../../domain/plan/plan";
import { fieldsIn, several } from "./field";
import type { Option } from "./field";
import { form } from "./form";
import type { ContractFormSubject } from "./form";

type Billable = {
  readonly key: string;
  readonly item: BilledItem;
  readonly amount: Cents | null;
  readonly label: string;
};

/** What the client is to be billed for, the oldest of the contract ticked, with the price that was agreed. */
export function invoicedForm(subject: ContractFormSubject) {
  const { planned, about, opened, today, words, texts } = subject;
  const { field, requiredField } = fieldsIn(words);
  const payers = payersOf(opened.register);
  const payer = (one: PlannedContract) => payers.get(one.file.contract.number);
  const others = opened.plan.contracts.filter((one) => one !== planned && payer(one) === payer(planned));
  const items = [planned, ...others].flatMap((one) => billables(one, subject));
  const first = items.find(({ key, item }) => key === about || item.intervention === about) ?? items[0];
  const options = items.map(({ key, label }): Option => [key, label]);
  const ticked = (typed: unknown) => items.filter(({ key }) => Array.isArray(typed) && typed.includes(key));
  const isOne = ({ items: typed }: Readonly<Record<string, unknown>>) => ticked(typed).length === 1;
  return form({
    blocked: items.length === 0 ? texts.invoice.nothingToInvoice : null,
    fields: {
      number: field("invoices", "number", null, { hint: texts.invoice.numberHint, half: true }),
      on: requiredField("invoices", "issuedOn", today, { half: true }),
      items: several(texts.invoice.items, options, first === undefined ? [] : [first.key]),
      amount: field("invoices", "amount", null, {
        half: true,
        hint: texts.invoice.amountHint,
        shown: isOne,
        label: texts.invoice.otherAmount,
      }),
      dueOn: field("invoices", "dueOn", null, {
        half: true,
        hint: texts.invoice.dueHint(opened.register.settings.paymentDelayDays),
      }),
    },
    groups: [{ title: texts.more, fields: ["amount", "dueOn"], folded: true }],
    perform(session, { number, on, items: keys, amount, dueOn }) {
      const billed = ticked(keys).map(({ item }) => (amount === null ? item : { ...item, amount }));
      return session.perform(markInvoiced, { number, on, dueOn, items: billed });
    },
  });
}

/** What is to be billed by now, or failing that the next instalment. A client other than that of the form is named. */
function billables(planned: PlannedContract, subject: ContractFormSubject): readonly Billable[] {
  const { words, texts } = subject;
  const { client } = planned.file;
  const isOther = client !== null && client.number !== subject.planned.file.client?.number;
  const open = planned.obligations.filter(
    ({ kind, state }) => (kind === "invoice" || kind === "repairInvoice") && state !== "done",
  );
  const due = open.filter(({ state }) => state !== "upcoming");
  const { money, shortDate } = words.formats;
  return (due.length > 0 ? due : open.slice(0, 1)).map((one) => {
    const { item, amount } = billed(planned, one);
    const what =
      one.kind === "repairInvoice" ? texts.invoice.repair(shortDate(one.due.from)) : texts.invoice.period(one.period);
    const price = amount === null ? texts.invoice.noPrice : money(amount);
    return {
      key: one.key,
      item,
      amount,
      label: `${one.contract}${isOther ? ` ${clientName(client)}` : ""}, ${what}\u00a0: ${price}`,
    };
  });
}

function billed({ file }: PlannedContract, one: Obligation): Pick<Billable, "item" | "amount"> {
  if (one.kind === "repairInvoice" && one.about !== null) {
    const repair = file.interventions.find(({ id }) => id === one.about);
    return { item: { contract: one.contract, intervention: one.about }, amount: repair?.amount ?? null };
  }
  const period = file.periods.find(({ number }) => number === one.period);
  const price = termsOf(file, one.period)?.price ?? null;
  const all = period === undefined ? [] : instalmentsOf(file.contract, period);
  const instalment = all.find(
    (part) => period !== undefined && billingSpan(file.contract, period, part, 0).from === one.due.from,
  );
  const { number = 1, count = 1 } = instalment ?? {};
  const amount = price === null ? null : (splitCents(price, count)[number - 1] ?? null);
  return { item: { contract: one.contract, period: one.period, instalment: number }, amount };
}
