import type { PriceBasis } from "../money";

/** What a column of the user's list can hold, beside one column per year for the visits. */
export const importFields = [
  ...(["contractId", "clientName", "firstName", "civility", "clientType"] as const),
  ...(["address", "postcode", "city", "billingAddress", "phone", "phone2", "email"] as const),
  ...(["equipment", "brand", "model", "serial", "commissionedOn", "power"] as const),
  ...(["signedOn", "startsOn", "endsOn", "durationMonths", "noticeMonths", "renewal", "plan"] as const),
  ...(["priceExclTax", "priceInclTax", "vatRate"] as const),
  ...(["lastVisitOn", "nextVisit", "invoiceNumber", "invoicedOn", "paid", "letterSentOn"] as const),
  ...(["status", "notes"] as const),
] as const;

export type ImportField = (typeof importFields)[number] | `visitOfYear:${number}`;

/** Where a list was found in a sheet, and what its columns hold. Rows are counted from 1. */
export type ListLayout = {
  readonly sheet: string;
  /** From the top; two rows where the header takes two. */
  readonly headerRows: readonly number[];
  readonly firstDataRow: number;
  readonly lastDataRow: number;
  /** Every column that has a header or a value, in the order of the sheet. */
  readonly columns: readonly ListColumn[];
};

export type ListColumn = {
  /** Its letters, as Excel names it. */
  readonly column: string;
  /** As it is written; the rows of a header that takes two are joined by a space. */
  readonly header: string;
  /** Null where nothing of the register is recognised: the values then go to the notes. */
  readonly field: ImportField | null;
  /** From 0 to 1; from 0.8 on nobody needs to look. */
  readonly confidence: number;
  /** Why it was recognised, as a code of the catalogue. */
  readonly reason: RecognitionReason;
};

export type RecognitionReason = "header" | "nearHeader" | "content" | "headerAndContent" | "chosen" | "none";

/**
 * One line of the list, as the register would write it: dates "YYYY-MM-DD", money in cents, rates in hundredths of a
 * percent, months as a count. A blank is absent. What could not be repaired is absent here, reported, and kept raw in
 * the notes.
 */
export type ListRow = {
  /** Its row in the sheet, from 1. */
  readonly row: number;
  readonly values: Readonly<Partial<Record<ImportField, ListValue>>>;
  /** Where the cell or the header of the price says so: otherwise the user is asked. */
  readonly basis?: PriceBasis;
};

/** A day is "YYYY-MM-DD". */
export type ListValue = string | number | boolean;
