import type { CivilDate } from "../dates/civilDate";
import type { Cents } from "../money";
import type { ProblemCode, ProblemFacts } from "../problem";
import type { Choice, ChoiceSet } from "../workbook/choices";
import type { ColumnName, TableName } from "../workbook/schema";
import type { SettingName } from "../workbook/settings";

/** A header or label, and one sentence of help shown when the cell is entered. */
export type Labelled = readonly [label: string, help: string];

export type WorkbookWords = {
  readonly sheets: { readonly [T in TableName | "settings"]: string };
  readonly columns: { readonly [T in TableName]: { readonly [C in ColumnName<T>]: Labelled } };
  readonly choices: { readonly [S in ChoiceSet]: { readonly [C in Choice<S>]: string } };
  readonly settings: { readonly [S in SettingName]: Labelled };
  readonly yes: string;
  readonly no: string;
  readonly months: readonly string[];
};

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
};
