import type { CivilDate } from "../dates/civilDate";
import type { Language } from "../i18n";
import type { Place } from "../problem";

/** The sections of the digest, most urgent first: the digest is always written in this order. */
export const sectionIds = [
  /** The last legal day to send the renewal letter is at most 14 days away. */
  "lastLegalDays",
  /** The legal window has passed without proof of sending. */
  "lateNotices",
  /** Letters that are ready and wait to be sent. */
  "lettersToSend",
  /** Sent without proof, or come back. */
  "unprovenOrReturned",
  /** Refusals received: the visits still owed until the period ends. */
  "refusedVisitsLeft",
  /** Periods and repairs to invoice, invoices unpaid past their due date. */
  "toInvoice",
  /** Visits overdue and visits of the month. */
  "visits",
  /** Certificates to hand over. */
  "certificates",
  /** Renewals that happened by law and that nobody recorded. */
  "renewals",
  /** Rows of the workbook to correct. */
  "rowsToFix",
] as const;

export type SectionId = (typeof sectionIds)[number];

/** One thing to do. `what` is a finished sentence; every other field is a plain fact that the mail sets beside it. */
export type DigestItem = {
  readonly contract: string | null;
  readonly clientName: string | null;
  readonly city: string | null;
  readonly phone: string | null;
  readonly what: string;
  /** Why, when there are several reasons: a sentence each. */
  readonly reasons: readonly string[];
  readonly dueOn: CivilDate | null;
  readonly overdue: boolean;
  /** Key of what is owed, null where nothing can be done any more. */
  readonly obligation: string | null;
  /** The cell or row to mend; null where nothing in the workbook is wrong. */
  readonly at: Place | null;
  /** The same in words: sheet and cell of the row to correct, such as "Contrats!C12". */
  readonly where: string | null;
};

/** A section holds all of its items; the mail decides how many of them it prints. */
export type DigestSection = {
  readonly id: SectionId;
  readonly items: readonly DigestItem[];
};

export type DigestCount = {
  readonly section: SectionId;
  readonly count: number;
};

/** A renewal letter that lies in the letters folder. */
export type DigestLetter = {
  readonly contract: string;
  readonly clientName: string;
  readonly file: string;
  /** Last day on which the client may refuse the renewal. */
  readonly deadline: CivilDate;
  readonly late: boolean;
};

/** What the firm has to know this week, as facts: the worker turns it into a mail. */
export type Digest = {
  /** That of its sentences. */
  readonly language: Language;
  /** null until the tradesman has filled in the name of his firm. */
  readonly firmName: string | null;
  readonly registerFile: string;
  readonly today: CivilDate;
  readonly savedAgoDays: number | null;
  /** Wall-clock time of the last save, "YYYY-MM-DDTHH:MM", in the zone of the machine. */
  readonly savedAt: string | null;
  /** Sentence that says why the workbook could not be read in full (newer version, missing sheet). */
  readonly schemaProblem: string | null;
  /** What is odd about the file itself (a second version beside it, an older one in its place): sentences that say what to do. */
  readonly fileWarnings: readonly string[];
  readonly counts: readonly DigestCount[];
  readonly sections: readonly DigestSection[];
  /** Length of the ledger's chain and its last hash in hexadecimal: a cut tail is seen. `hash` is null while it is empty. */
  readonly ledger: { readonly count: number; readonly hash: string | null };
  readonly letters: readonly DigestLetter[];
};
