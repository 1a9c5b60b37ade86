import type { ActionWords } from "../actions/actionWords";
import type { CivilDate } from "../dates/civilDate";
import type { ContractState } from "../contract/state";
import type { Cents } from "../money";
import type { NoticeState } from "../notice/notice";
import type { ObligationKind } from "../obligations/obligation";
import type { ProblemCode, ProblemFacts } from "../problem";
import type { Choice, ChoiceSet } from "../workbook/choices";
import type { ColumnName, TableName } from "../workbook/schema";
import type { SettingName } from "../workbook/settings";

export type WorkbookWords = {
  readonly sheets: { readonly [T in TableName | "settings"]: string };
  readonly columns: { readonly [T in TableName]: { readonly [C in ColumnName<T>]: string } };
  readonly choices: { readonly [S in ChoiceSet]: { readonly [C in Choice<S>]: string } };
  readonly settings: { readonly [S in SettingName]: string };
  readonly yes: string;
  readonly no: string;
  readonly months: readonly string[];
};

/** A sentence about each cell, shown when it is entered. Only who writes a sheet needs it, and sheets are French. */
export type WorkbookHelp = Pick<WorkbookWords, "columns" | "settings">;

/** One sentence: what is wrong; one more: how to mend it. */
export type ProblemWords = { readonly [C in ProblemCode]: (facts: ProblemFacts[C]) => string };

/** How a language writes values. */
export type Formats = {
  /** 15/03/2026 */
  readonly shortDate: (date: CivilDate) => string;
  /** 15 mars 2026 */
  readonly longDate: (date: CivilDate) => string;
  /** 1 234,50 € */
  readonly money: (amount: Cents) => string;
  /** Contrats!C12 : date illisible. */
  readonly headed: (head: string, text: string) => string;
};

/** A cell to fill in: its label, where it lies ("Périodes!F12") and the contract whose row it is in, null where it is nobody's. */
export type MissingCell = { readonly field: string; readonly place: string; readonly contract: string | null };

/** The words for what the rules derive. */
export type PlanWords = {
  readonly contractStates: { readonly [S in ContractState]: string };
  readonly noticeStates: { readonly [S in NoticeState]: string };
  readonly obligationKinds: { readonly [K in ObligationKind]: string };
  /** What to do, as one sentence without the client's name: he stands beside it. */
  readonly tasks: {
    readonly sendNotice: (lastDay: CivilDate) => string;
    readonly sendLetter: (lastDay: CivilDate) => string;
    readonly lateNotice: (freeFrom: CivilDate, refund: Cents | null) => string;
    /** With the one cell that is missing; null where there are other reasons, which stand below, a sentence each. */
    readonly refusedLetter: (only: MissingCell | null) => string;
    readonly fillIn: (cell: MissingCell) => string;
    /** A letter made again for one that came back. */
    readonly sendAgain: (returnedOn: CivilDate, lastDay: CivilDate) => string;
    readonly renewedUntold: (until: CivilDate, refund: Cents | null) => string;
    readonly lateByChoice: (lastDay: CivilDate) => string;
    readonly returnedLetter: (returnedOn: CivilDate) => string;
    readonly sentWithoutProof: (sentOn: CivilDate) => string;
    readonly visitAfterRefusal: (appliance: string | null, lastDay: CivilDate) => string;
    readonly visit: (appliance: string | null, lastDay: CivilDate) => string;
    readonly legalVisit: (appliance: string | null, lastDay: CivilDate) => string;
    readonly leakCheck: (appliance: string | null, lastDay: CivilDate) => string;
    readonly invoice: (period: number, lastDay: CivilDate) => string;
    readonly repairInvoice: (doneOn: CivilDate) => string;
    readonly payment: (number: string | null, lastDay: CivilDate) => string;
    readonly certificate: (doneOn: CivilDate, lastDay: CivilDate) => string;
    readonly recordRenewal: (from: CivilDate) => string;
    readonly proposeRenewal: (lastDay: CivilDate) => string;
  };
  /** What the status columns of the sheets say. */
  readonly shown: {
    readonly upToDate: string;
    readonly none: string;
    readonly toDoBefore: (day: CivilDate) => string;
    readonly overdueSince: (day: CivilDate) => string;
    readonly fromDay: (day: CivilDate) => string;
    readonly toInvoice: string;
    readonly lateInvoice: string;
    readonly invoiced: string;
    readonly paid: string;
    readonly unpaid: string;
    readonly notYet: string;
    readonly more: (appliance: string, others: number) => string;
  };
};

export type Language = "fr" | "en";

/** All the words of one language. */
export type Catalogue = {
  readonly language: Language;
  readonly actions: ActionWords;
  readonly formats: Formats;
  readonly plan: PlanWords;
  readonly problems: ProblemWords;
  readonly workbook: WorkbookWords;
};
