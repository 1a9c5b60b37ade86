import type { Obligation } from "../../../domain/obligations/obligation";
import type { Place } from "../../../domain/problem";
import type { FormName } from "../forms/formName";

/** The form that meets an obligation, filled in for it, and the row that is about it. */
export type Task = { readonly form: FormName; readonly about: string | null; readonly place: Place };

const forms = {
  notice: "noticeSent",
  invoice: "markInvoiced",
  repairInvoice: "markInvoiced",
  payment: "markPaid",
  visit: "logVisit",
  legalVisit: "logVisit",
  certificate: "handOverCertificate",
  renewal: "renew",
} as const satisfies Record<Obligation["kind"], FormName>;

export function taskOf({ kind, key, about, contract }: Obligation): Task {
  return { form: forms[kind], about: about ?? key, place: placeOf(kind, about, contract) };
}

function placeOf(kind: Obligation["kind"], about: string | null, contract: string): Place {
  if (about !== null && kind === "payment") return { table: "invoices", key: about };
  if (about !== null && (kind === "certificate" || kind === "repairInvoice")) {
    return { table: "interventions", key: about };
  }
  return { table: "contracts", key: contract };
}
