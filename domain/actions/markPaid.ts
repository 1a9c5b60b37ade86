import { update } from "../changes";
import type { CivilDate } from "../dates/civilDate";
import { amountOf } from "../obligations/billing";
import type { Register } from "../register";
import { firstRefused, notBefore, notInFuture } from "./checks";
import { accepted, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";

/** One line by its key, or every line with the invoice number. `on` absent: today. */
export type PaidInput = { readonly on?: CivilDate } & ({ readonly invoice: string } | { readonly number: string });

/** An invoice was paid, with all the contracts that it bills. */
export function markPaid(register: Register, input: PaidInput, context: ActionContext): Decision {
  const { on = context.today } = input;
  const named = register.invoices.filter((row) =>
    "invoice" in input ? row.id === input.invoice : row.number === input.number,
  );
  const invoices = named.filter(({ kind }) => kind !== "creditNote");
  const first = invoices[0];
  if (first === undefined) {
    const invoice = "invoice" in input ? input.invoice : input.number;
    return named.length === 0 ? refused("unknownInvoice", { invoice }) : refused("isCreditNote", {});
  }
  const unpaid = invoices.filter(({ paidOn }) => paidOn === null);
  if (unpaid.length === 0) return refused("alreadyPaid", { on: first.paidOn ?? on });
  const at = { table: "invoices", column: "paidOn" } as const;
  const reason = firstRefused(
    notInFuture(on, context.today, at),
    ...unpaid.map(({ issuedOn }) => notBefore(on, issuedOn, at)),
  );
  const changes = unpaid.map((row) => update("invoices", row, { paidOn: on }));
  const amount = unpaid.reduce((sum, row) => sum + (amountOf(row) ?? 0), 0);
  return reason ?? accepted(changes, "markPaid", { number: first.number, on, amount });
}
