import { actsSince } from "../contract/coverage";
import { stateOf } from "./obligation";
import type { Obligation, ObligationRule } from "./obligation";
import { billingSpan, instalmentsOf, invoicesOf, standingInvoice } from "./billing";

/** The invoice of each instalment of each followed period: it is tied to the period, never to the visit. */
export const invoices: ObligationRule = (file, settings, today) => {
  const { contract, current, periods } = file;
  const since = actsSince(file);
  if (since === null || current === null) return [];
  return periods
    .filter((period) => period.number <= current.number)
    .flatMap((period) =>
      instalmentsOf(contract, period).flatMap((instalment): Obligation[] => {
        const due = billingSpan(contract, period, instalment, settings.invoiceDelayDays);
        const invoice = standingInvoice(invoicesOf(file, period.number, instalment.number));
        const terminated = contract.terminatedOn !== null && instalment.from > contract.terminatedOn;
        if (invoice === null && (due.to < since || terminated)) return [];
        if (invoice !== null && period !== current) return [];
        return [
          {
            key: ["invoice", contract.number, period.number, instalment.number].join(":"),
            contract: contract.number,
            period: period.number,
            equipment: null,
            kind: "invoice",
            due,
            state: invoice === null ? stateOf(due, today) : "done",
            source: "contract",
            about: invoice?.id ?? null,
          },
        ];
      }),
    );
};
