import type { VisitInput } from "../../../domain/actions/logVisit";
import type { ContractFile } from "../../../domain/contract/contractFile";
import { coversSeveral } from "../../../domain/contract/coverage";
import type { CivilDate } from "../../../domain/dates/civilDate";
import type { Obligation } from "../../../domain/obligations/obligation";
import type { Place } from "../../../domain/problem";
import type { FormName } from "../forms/formName";

/** The form that meets an obligation, filled in for it, and the row that is about it. */
export type Task = {
  readonly form: FormName;
  readonly about: string | null;
  readonly place: Place;
  /** The visit made today as usual, for which nothing need be asked; null where it is no visit. */
  readonly visit: VisitInput | null;
};

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

export function taskOf(obligation: Obligation, file: ContractFile, today: CivilDate): Task {
  const { kind, key, about, contract } = obligation;
  const isVisit = kind === "visit" || kind === "legalVisit";
  return {
    form: forms[kind],
    about: about ?? key,
    place: placeOf(kind, about, contract),
    visit: isVisit ? visitOf(obligation, file, today) : null,
  };
}

function visitOf({ contract, equipment, source }: Obligation, file: ContractFile, today: CivilDate): VisitInput {
  return {
    contract,
    outcome: "done",
    kind: source === "leakCheck" ? "inspection" : "maintenance",
    ...(coversSeveral(file, today) ? { equipment } : {}),
  };
}

function placeOf(kind: Obligation["kind"], about: string | null, contract: string): Place {
  if (about !== null && kind === "payment") return { table: "invoices", key: about };
  if (about !== null && (kind === "certificate" || kind === "repairInvoice")) {
    return { table: "interventions", key: about };
  }
  return { table: "contracts", key: contract };
}
