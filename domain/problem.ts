import type { CivilDate } from "./dates/civilDate";
import type { ChoiceSet } from "./workbook/choices";
import type { TableName } from "./workbook/schema";

/** Every problem a register can have, with the facts that its message needs. */
export type ProblemFacts = {
  // a cell that cannot be read as its column asks
  unreadableDate: { readonly text: string };
  dateIsText: { readonly text: string; readonly date: CivilDate };
  unreadableAmount: { readonly text: string };
  amountIsText: { readonly text: string };
  unreadableNumber: { readonly text: string };
  unreadableYesNo: { readonly text: string };
  unreadableMonths: { readonly text: string };
  unreadableVatRate: { readonly text: string };
  unknownChoice: { readonly text: string; readonly choices: ChoiceSet };
  cellError: { readonly error: string };
  invalidEmail: { readonly text: string };
  missingValue: object;
  /** `between`: the least and the largest whole number that the cell may hold, where it holds one. */
  outOfRange: { readonly text: string; readonly between?: readonly [number, number] };
  // a row
  rowBelowTable: object;
  missingKey: { readonly table: TableName };
  duplicateKey: { readonly key: string; readonly firstRow: number };
  unknownReference: { readonly key: string; readonly table: TableName; readonly nearest: string | null };
  // a table or the workbook
  missingTable: { readonly table: TableName };
  missingSettings: object;
  missingColumn: { readonly table: TableName; readonly column: string };
  duplicateColumn: { readonly table: TableName; readonly column: string };
  missingSetting: { readonly setting: string };
  // facts that contradict each other
  startMissing: object;
  periodMissing: object;
  duplicatePeriod: { readonly number: number };
  periodGap: { readonly expected: CivilDate };
  periodOverlap: { readonly expected: CivilDate };
  periodStartDiffers: { readonly expected: CivilDate };
  periodReversed: object;
  periodEndUnusual: { readonly typed: CivilDate; readonly computed: CivilDate };
  renewalLengthMissing: object;
  noticeTooLong: { readonly deadline: CivilDate; readonly from: CivilDate };
  noEquipment: object;
  unknownPeriod: { readonly number: number };
  invoiceWithoutPeriod: object;
  duplicateInvoiceNumber: { readonly number: string };
  repairWithoutVisit: object;
  noticeTooEarly: { readonly from: CivilDate };
  refusalAfterDeadline: { readonly deadline: CivilDate };
  renewedDespiteRefusal: object;
  dateInFuture: { readonly date: CivilDate };
  doneBeforeStart: { readonly start: CivilDate };
  suspensionReversed: object;
  equipmentOfOtherContract: { readonly contract: string };
  // what a letter cannot do without
  letterNeeds: { readonly field: string; readonly contract: string | null };
};

export type ProblemCode = keyof ProblemFacts;

/**
 * Where a problem lies: a table (null = the sheet Paramètres or the whole workbook), a row by its key or,
 * where the key itself is in doubt, by its line in the sheet, and a column by its name in the schema.
 */
export type Place = {
  readonly table: TableName | "settings" | null;
  readonly key?: string;
  /** The contract that a row belongs to, also when the row itself could not be understood. */
  readonly contract?: string;
  readonly line?: number;
  readonly column?: string;
};

export type Problem = {
  readonly [C in ProblemCode]: { readonly code: C; readonly at: Place; readonly facts: ProblemFacts[C] };
}[ProblemCode];

/** Builds a problem; the code decides which facts are asked. */
export function problem<C extends ProblemCode>(code: C, at: Place, facts: ProblemFacts[C]): Problem {
  return { code, at, facts } as Problem;
}
