import type { Refusal, Summary } from "../../domain/actions/decision";
import type { Catalogue } from "../../domain/i18n";
import { problemSentence } from "../../domain/i18n/problemSentence";
import { typeset } from "../../domain/i18n/fr/typography";
import type { Place } from "../../domain/problem";
import { tableNames } from "../../domain/workbook/schema";
import type { PaneWords } from "../../domain/i18n/fr/pane";
import type { AddedParts, Outcome } from "../actions/session";
import { roundBatch, setUpBatch } from "../actions/setUp";
import type { Progress } from "./layout/ProgressBar";

/** What is told after an action: what it did, and how to take it back, or why it was not done. */
export type Notice = {
  readonly done: boolean;
  readonly text: string;
  readonly batch: string | null;
  /** The row to look at before going on. */
  readonly place: Place | null;
  /** How far what is told of has come; it is not done yet. */
  readonly progress?: Progress;
};

function summarySentence(summary: Summary, words: Catalogue): string {
  const write = words.actions.summaries[summary.code] as (facts: Summary["facts"]) => string;
  return write(summary.facts);
}

export function refusalSentence(refusal: Refusal, words: Catalogue): string {
  const write = words.actions.refusals[refusal.code] as (facts: Refusal["facts"]) => string;
  return write(refusal.facts);
}

/** The outcome as sentences. An undo is taken back by doing the action again, so it offers none. */
export function noticeOf(outcome: Outcome, words: Catalogue, texts: PaneWords): Notice {
  switch (outcome.kind) {
    case "done": {
      const { summary, batch } = outcome;
      return doneWith(summarySentence(summary, words), summary.code === "undo" ? null : batch);
    }
    case "refused":
      return refusedWith(outcome.refusals.map((one) => refusalSentence(one, words)).join(" "));
    case "conflict":
      return {
        ...refusedWith(texts.conflict(sheetName(outcome.table, words), outcome.key)),
        place: placeOf(outcome.table, outcome.key),
      };
    case "columnsAmiss": {
      const [first, ...others] = outcome.problems.map((problem) => problemSentence(problem, words));
      return refusedWith(texts.columnsAmiss(first ?? "", others.length));
    }
    case "importCancelled":
      return refusedWith(texts.importCancelled);
    case "importUndone":
      return doneWith(texts.importUndone, null);
    case "setUp":
      return doneWith(typeset(addedSentence(outcome.added, words, texts)), setUpBatch);
    case "setUpUndone":
      return doneWith(texts.start.undone, null);
    case "setUpKept":
      return refusedWith(texts.start.kept);
    case "sheetMade":
      return doneWith(typeset(texts.sheetMade(outcome.name)), roundBatch);
    case "sheetRemoved":
      return doneWith(texts.sheetRemoved, null);
    case "sheetKept":
      return refusedWith(texts.sheetKept);
    case "failed":
      return refusedWith(texts.excelProblems[outcome.problem]);
  }
}

/** Everything that was added to the workbook, by name. */
function addedSentence({ sheets, columns, settings }: AddedParts, words: Catalogue, texts: PaneWords): string {
  const { added } = texts.start;
  const names = columns.map(({ table, header }) => added.column(header, sheetName(table, words)));
  const parts = [
    ...(sheets.length > 0 ? [added.sheets(sheets.map(({ name }) => name))] : []),
    ...(names.length > 0 ? [added.columns(names)] : []),
    ...(settings.length > 0 ? [added.settings(settings)] : []),
  ];
  return parts.length === 0 ? added.nothing : parts.join(" ");
}

function doneWith(text: string, batch: string | null): Notice {
  return { done: true, text, batch, place: null };
}

/** Something is being taken back, and it takes long. */
export function undoingNotice(texts: PaneWords, done: number, total: number): Notice {
  return { ...doneWith(texts.undoing, null), progress: { done, total } };
}

/** A notice of something that was not done. */
export function refusedWith(text: string): Notice {
  return { done: false, text: typeset(text), batch: null, place: null };
}

function placeOf(table: string, key: string): Place | null {
  const name = tableNames.find((one) => one === table);
  return name === undefined ? null : { table: name, key };
}

function sheetName(table: string, words: Catalogue): string {
  const sheets: Readonly<Record<string, string>> = words.workbook.sheets;
  return sheets[table] ?? table;
}
