import type { Refusal } from "../actions/decision";
import type { CivilDate } from "../dates/civilDate";
import type { Cents } from "../money";

/** Every problem that a list of the user's own can have, with the facts that its sentence needs. */
export type ListProblemFacts = {
  // a cell that cannot be read as its column asks; what it says is kept in the notes
  unreadableDate: { readonly text: string };
  unreadableAmount: { readonly text: string };
  unreadableVatRate: { readonly text: string };
  unreadablePostcode: { readonly text: string };
  unreadablePhone: { readonly text: string };
  unreadableEmail: { readonly text: string };
  unreadableMonths: { readonly text: string };
  unreadableNextVisit: { readonly text: string };
  unreadablePower: { readonly text: string };
  unreadableMark: { readonly text: string };
  unknownClientType: { readonly text: string };
  unknownRenewal: { readonly text: string };
  cellError: { readonly error: string };
  textCut: { readonly length: number };
  // a value that was read, and that cannot be used as it is
  dateOutOfRange: { readonly date: CivilDate };
  dateInFuture: { readonly date: CivilDate };
  endBeforeStart: { readonly from: CivilDate; readonly to: CivilDate };
  // a row
  nameMissing: object;
  startMissing: object;
  /** Counted from the last visit, because nothing else tells it. */
  startGuessed: { readonly from: CivilDate };
  priceMissing: object;
  /** Neither can be computed from the other: the price with tax is taken. */
  pricesDisagree: { readonly exclTax: Cents; readonly inclTax: Cents };
  /** A second price of a contract that has one. */
  secondPrice: { readonly price: Cents; readonly firstRow: number };
  /** What a few words under « État » were taken for. */
  endRead: { readonly on: CivilDate };
  suspensionRead: { readonly from: CivilDate; readonly to: CivilDate | null };
  /** « OK » under « Lettre envoyée »: the day that the register shows is none that the list tells. */
  letterDayUnknown: object;
  /** A row that was not taken for a contract. */
  rowLeftOut: { readonly text: string; readonly as: "heading" | "total" | "remark" | "note" };
  duplicateRow: { readonly firstRow: number };
  numberUsedTwice: { readonly number: string; readonly firstRow: number };
  alreadyInRegister: { readonly number: string };
  refused: { readonly refusal: Refusal };
  // the sheet, or what was answered about it
  followedSinceInFuture: { readonly date: CivilDate; readonly today: CivilDate };
  hiddenRows: { readonly count: number };
  /** Contracts of which a visit, an invoice, a payment or a letter is taken over without its day. */
  daysUnknown: { readonly count: number };
  unpaidTaken: { readonly count: number };
  paymentsAssumed: { readonly count: number };
};

export type ListProblemCode = keyof ListProblemFacts;

/** Something to know about one cell, one row (`column` null) or the whole sheet (`row` null too). */
export type ListProblem = {
  readonly [C in ListProblemCode]: {
    readonly sheet: string;
    readonly row: number | null;
    /** Its letters, as Excel names it. */
    readonly column: string | null;
    readonly code: C;
    readonly facts: ListProblemFacts[C];
  };
}[ListProblemCode];

export type ListPlace = Pick<ListProblem, "sheet" | "row" | "column">;

/** Builds a problem; the code decides which facts are asked. */
export function listProblem<C extends ListProblemCode>(
  code: C,
  at: ListPlace,
  facts: ListProblemFacts[C],
): ListProblem {
  return { ...at, code, facts } as ListProblem;
}
