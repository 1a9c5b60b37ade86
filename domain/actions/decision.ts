import type { Change } from "../changes";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import type { Cents } from "../money";
import type { Place } from "../problem";
import type { ColumnName, TableName } from "../workbook/schema";

/** What an action may not find by itself: the clock, the person and chance. */
export type ActionContext = {
  readonly today: CivilDate;
  /** The instant, as the Journal shows it. */
  readonly at: string;
  readonly who: string | null;
  /** A key that no row of the register bears, beginning with the prefix. */
  readonly newKey: (prefix: string) => string;
};

/** What each action says once decided. Its name is the name of the action in the Journal. */
export type SummaryFacts = {
  signContract: { readonly contract: string; readonly name: string; readonly period: DateSpan };
  logVisit: { readonly contract: string; readonly outcome: VisitOutcome; readonly on: CivilDate };
  logRepair: { readonly contract: string; readonly on: CivilDate };
  markInvoiced: { readonly number: string | null; readonly contracts: readonly string[]; readonly amount: Cents };
  markPaid: { readonly number: string | null; readonly on: CivilDate; readonly amount: Cents };
  creditNote: { readonly number: string | null; readonly invoice: string | null; readonly amount: Cents };
  noticeSent: { readonly contract: string; readonly on: CivilDate; readonly timing: NoticeTiming };
  noticeReturned: { readonly contract: string; readonly on: CivilDate };
  recordRefusal: { readonly contract: string; readonly on: CivilDate; readonly until: CivilDate };
  withdrawRefusal: { readonly contract: string };
  renew: {
    readonly contract: string;
    readonly period: DateSpan;
    readonly price: Cents | null;
    readonly revised: boolean;
  };
  renewMany: {
    readonly renewed: readonly string[];
    /** Renewed at a price that is still to be filled in. */
    readonly unpriced: readonly string[];
    readonly skipped: readonly Refusal[];
  };
  /** Withdrawn: a price was announced before, and none is any more. */
  announceRenewal: {
    readonly contract: string;
    readonly from: CivilDate;
    readonly price: Cents | null;
    readonly withdrawn: boolean;
  };
  announceMany: {
    readonly announced: readonly string[];
    /** Left at their price because the contract says « ne pas réviser ». */
    readonly unrevised: readonly string[];
    /** Their letter lies ready with the old price: another will be written. */
    readonly rewritten: readonly string[];
    readonly skipped: readonly Refusal[];
  };
  terminate: { readonly contract: string; readonly on: CivilDate };
  reverseTermination: { readonly contract: string };
  suspend: { readonly contract: string; readonly from: CivilDate; readonly to: CivilDate | null };
  resume: { readonly contract: string; readonly on: CivilDate };
  handOverCertificate: { readonly contract: string; readonly on: CivilDate };
  swapEquipment: { readonly contract: string; readonly on: CivilDate };
  changeHolder: { readonly contract: string; readonly name: string };
  importRows: { readonly contracts: number; readonly followedSince: CivilDate };
  repairKeys: { readonly rows: number };
  forgetClient: { readonly client: string };
  /** `contract` is null where the action bore on several, or on none. */
  undo: { readonly batch: string; readonly action: UndoableAction; readonly contract: string | null };
};

export type VisitOutcome = "done" | "partial" | "cancelled" | "planned";

/** Where the day of sending lies: before the legal window, inside it, or after it. */
export type NoticeTiming = "early" | "inTime" | "late";

export type ActionName = keyof SummaryFacts;

export type UndoableAction = Exclude<ActionName, "undo" | "forgetClient">;

export type Summary = {
  readonly [A in ActionName]: { readonly code: A; readonly facts: SummaryFacts[A] };
}[ActionName];

/** Every reason for which an action is not done, with the facts that its sentence needs. */
export type RefusalFacts = {
  // what the input names is not there
  unknownContract: { readonly contract: string };
  unknownClient: { readonly client: string };
  unknownEquipment: { readonly equipment: string; readonly contract: string };
  unknownIntervention: { readonly intervention: string };
  unknownInvoice: { readonly invoice: string };
  unknownRow: { readonly table: TableName; readonly key: string };
  unknownPeriod: { readonly contract: string; readonly number: number };
  noPeriod: { readonly contract: string };
  // what was typed cannot be
  missing: FieldName;
  notANumber: FieldName;
  dateInFuture: { readonly date: CivilDate };
  dateBefore: { readonly date: CivilDate; readonly earliest: CivilDate };
  endBeforeStart: DateSpan;
  numberTaken: { readonly number: string; readonly proposed: string };
  nothingChosen: object;
  nothingToDo: object;
  // visits, repairs, certificates, equipment
  alreadyLogged: { readonly on: CivilDate };
  visitNotDone: object;
  certificateHandedOver: { readonly on: CivilDate };
  equipmentOutOfService: { readonly on: CivilDate };
  // invoices
  priceUnknown: { readonly contract: string };
  nothingToInvoice: { readonly contract: string };
  alreadyInvoiced: { readonly contract: string; readonly number: string | null };
  invoiceNumberUsed: { readonly number: string };
  alreadyPaid: { readonly on: CivilDate };
  isCreditNote: object;
  creditTooLarge: { readonly most: Cents };
  // notices
  emailWithoutConsent: { readonly client: string };
  noticeAlreadySent: { readonly on: CivilDate };
  noticeNotSent: { readonly contract: string };
  // the contract's life
  refusalRecorded: { readonly contract: string; readonly on: CivilDate };
  noRefusal: { readonly contract: string };
  terminated: { readonly contract: string; readonly on: CivilDate };
  notTerminated: { readonly contract: string };
  notRenewable: { readonly contract: string };
  alreadyRenewed: { readonly contract: string; readonly from: CivilDate };
  renewalNotRecorded: { readonly contract: string; readonly from: CivilDate };
  revisionTermsMissing: { readonly contract: string };
  revisionSharesWrong: { readonly contract: string };
  suspended: { readonly contract: string; readonly from: CivilDate };
  notSuspended: { readonly contract: string };
  sameHolder: { readonly contract: string };
  contractRunning: { readonly contract: string };
  // undo
  unknownBatch: object;
  notUndoable: object;
  alreadyUndone: object;
  changedSince: { readonly table: TableName; readonly key: string; readonly column: string | null };
  usedSince: { readonly table: TableName; readonly key: string };
  journalUnreadable: object;
};

export type RefusalCode = keyof RefusalFacts;

/** A column of a form, told by the header that it has in the workbook. */
export type FieldName = { readonly [T in TableName]: { readonly table: T; readonly column: ColumnName<T> } }[TableName];

export type Refusal = {
  readonly [C in RefusalCode]: { readonly code: C; readonly facts: RefusalFacts[C]; readonly at?: Place };
}[RefusalCode];

/** An action is done whole or not at all. */
export type Accepted = { readonly changes: readonly Change[]; readonly summary: Summary };
export type Refused = { readonly refusals: readonly Refusal[] };
export type Decision = Accepted | Refused;

/** Builds a reason; the code decides which facts are asked. */
export function refusal<C extends RefusalCode>(code: C, facts: RefusalFacts[C], at?: Place): Refusal {
  return (at === undefined ? { code, facts } : { code, facts, at }) as Refusal;
}

/** The action is not done, for one reason. */
export function refused<C extends RefusalCode>(code: C, facts: RefusalFacts[C], at?: Place): Refused {
  return { refusals: [refusal(code, facts, at)] };
}

/** The action is done. Updates that change nothing are left out; an action that changes nothing is refused. */
export function accepted<A extends ActionName>(
  changes: readonly Change[],
  action: A,
  facts: SummaryFacts[A],
): Decision {
  const real = changes.filter((change) => change.kind !== "update" || Object.keys(change.after).length > 0);
  if (real.length === 0) return refused("nothingToDo", {});
  return { changes: real, summary: { code: action, facts } as Summary };
}

export function isRefused<T extends object>(answer: T | Refused): answer is Refused {
  return "refusals" in answer;
}

/** Every action that can be undone. Forgetting a client is meant to be final; an undo is taken back by doing the action again. */
const undoable: { readonly [A in UndoableAction]: true } = {
  signContract: true,
  logVisit: true,
  logRepair: true,
  markInvoiced: true,
  markPaid: true,
  creditNote: true,
  noticeSent: true,
  noticeReturned: true,
  recordRefusal: true,
  withdrawRefusal: true,
  renew: true,
  renewMany: true,
  announceRenewal: true,
  announceMany: true,
  terminate: true,
  reverseTermination: true,
  suspend: true,
  resume: true,
  handOverCertificate: true,
  swapEquipment: true,
  changeHolder: true,
  importRows: true,
  repairKeys: true,
};

export function isUndoable(action: string): action is UndoableAction {
  return Object.hasOwn(undoable, action);
}
