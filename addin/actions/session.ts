import type { ActionContext, Decision, Refusal, Summary } from "../../domain/actions/decision";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { Plan } from "../../domain/plan/plan";
import type { Place, Problem } from "../../domain/problem";
import type { Register } from "../../domain/register";
import type { Positions } from "../../domain/workbook/readRegister";
import type { AddedParts } from "../excel/createTables";
import type { ExcelProblem } from "../excel/excelProblem";
import type { Lists } from "./lists";

export type { AddedParts } from "../excel/createTables";
export type { ExcelProblem } from "../excel/excelProblem";

/** The register as the pane last read it, and what it asks for today. */
export type OpenedRegister = {
  readonly register: Register;
  readonly problems: readonly Problem[];
  readonly positions: Positions;
  readonly plan: Plan;
};

export type SessionState =
  | { readonly kind: "opening"; readonly done: number; readonly total: number }
  | { readonly kind: "notARegister" }
  | { readonly kind: "newerSchema"; readonly version: number; readonly known: number }
  | { readonly kind: "ready"; readonly opened: OpenedRegister; readonly selected: string | null }
  | { readonly kind: "failed"; readonly problem: ExcelProblem };

/**
 * What came of an action. A conflict means that somebody changed the same row meanwhile; columns are amiss that were
 * deleted or renamed: nothing was written. A register that was set up is kept when something was typed in it since.
 */
export type Outcome =
  | { readonly kind: "done"; readonly summary: Summary; readonly batch: string }
  | { readonly kind: "refused"; readonly refusals: readonly Refusal[] }
  | { readonly kind: "conflict"; readonly table: string; readonly key: string }
  | { readonly kind: "columnsAmiss"; readonly problems: readonly Problem[] }
  /** What had been written of an import is taken back. */
  | { readonly kind: "importCancelled" }
  /** The register that was made for it is kept, for something else was typed in it. */
  | { readonly kind: "importUndone" }
  | { readonly kind: "setUp"; readonly added: AddedParts }
  | { readonly kind: "setUpUndone" }
  | { readonly kind: "setUpKept" }
  | { readonly kind: "sheetMade"; readonly name: string }
  | { readonly kind: "sheetRemoved" }
  | { readonly kind: "sheetKept" }
  | { readonly kind: "failed"; readonly problem: ExcelProblem };

/** A decision of the domain: what a button means. */
export type Action<I> = (register: Register, input: I, context: ActionContext) => Decision;

/**
 * The workbook as the screens and the ribbon see it: they ask, it reads, decides and writes. One session lives as long
 * as the pane.
 */
export type Session = {
  readonly today: () => CivilDate;
  readonly state: () => SessionState;
  /** Calls back after each change of state; the answer stops it. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the workbook, again if it was read before. */
  readonly open: () => Promise<void>;
  /** Adds what the workbook lacks to be a register, beside the user's own; filled with examples if asked. */
  readonly setUp: (withExamples: boolean, onProgress?: (done: number, total: number) => void) => Promise<Outcome>;
  readonly perform: <I>(action: Action<I>, input: I) => Promise<Outcome>;
  /** Adds a sheet with the round of the month that begins on the day. */
  readonly makeRound: (month: CivilDate) => Promise<Outcome>;
  readonly lists: Lists;
  /**
   * Takes back a batch of the Journal or, under their own names, the setting up and the sheet of the round. A register
   * that was made for an import goes with it. Only an import, which may be long, tells how far it is.
   */
  readonly undo: (batch: string, onProgress?: (done: number, total: number) => void) => Promise<Outcome>;
  /** The last batch of the Journal that can be undone, null when there is none. */
  readonly lastBatch: () => string | null;
  /** The contract of the selected row as it is now: Excel does not tell of every selection. */
  readonly readSelection: () => Promise<string | null>;
  /** Selects the cell in Excel; the problem for which that could not be done, or null. */
  readonly goTo: (place: Place) => Promise<ExcelProblem | null>;
};
