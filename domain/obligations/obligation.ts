import type { ContractFile } from "../contract/contractFile";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import type { Settings } from "../workbook/settings";

export const obligationKinds = [
  "notice",
  "invoice",
  "payment",
  "repairInvoice",
  "visit",
  "legalVisit",
  "certificate",
  "renewal",
] as const;

export type ObligationKind = (typeof obligationKinds)[number];

export const obligationStates = ["upcoming", "due", "overdue", "done"] as const;

export type ObligationState = (typeof obligationStates)[number];

/** Something owed by the firm or to it, derived from the facts of the register and never stored. */
export type Obligation = {
  /** The same from day to day as long as the same thing is owed. */
  readonly key: string;
  readonly contract: string;
  /** Number of the period to which it belongs. */
  readonly period: number;
  readonly equipment: string | null;
  readonly kind: ObligationKind;
  /** First day on which it can be met, last day on which it is met in time. */
  readonly due: DateSpan;
  readonly state: ObligationState;
  /** The rule that asks for it. */
  readonly source: string;
  /** Key of the intervention or invoice that it is about. */
  readonly about: string | null;
};

/** A rule derives obligations of one kind from the file of a contract. */
export type ObligationRule = (file: ContractFile, settings: Settings, today: CivilDate) => readonly Obligation[];

/** Where an open obligation stands on the day. */
export function stateOf(due: DateSpan, today: CivilDate): Exclude<ObligationState, "done"> {
  return today < due.from ? "upcoming" : today <= due.to ? "due" : "overdue";
}
