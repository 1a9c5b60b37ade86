import type { Refusal, Summary } from "../../domain/actions/decision";
import type { Catalogue } from "../../domain/i18n";
import { typeset } from "../../domain/i18n/fr/typography";
import type { PaneWords } from "../../domain/i18n/fr/pane";
import type { AddedParts, Outcome } from "../actions/session";
import { setUpBatch } from "../actions/setUp";

/** What is told after an action: what it did, and how to take it back, or why it was not done. */
export type Notice = { readonly done: boolean; readonly text: string; readonly batch: string | null };

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
      return { done: true, text: summarySentence(summary, words), batch: summary.code === "undo" ? null : batch };
    }
    case "refused":
      return refusedWith(outcome.refusals.map((one) => refusalSentence(one, words)).join(" "));
    case "conflict":
      return refusedWith(texts.conflict(sheetName(outcome.table, words), outcome.key));
    case "setUp":
      return { done: true, text: typeset(addedSentence(outcome.added, words, texts)), batch: setUpBatch };
    case "setUpUndone":
      return { done: true, text: texts.start.undone, batch: null };
    case "setUpKept":
      return refusedWith(texts.start.kept);
    case "failed":
      return refusedWith(texts.excelProblems[outcome.problem]);
  }
}

/** Everything that was added to the workbook, by name. */
function addedSentence({ sheets, columns, settings }: AddedParts, words: Catalogue, texts: PaneWords): string {
  const { added } = texts.start;
  const names = columns.map(({ table, header }) => added.column(header, sheetName(table, words)));
  return [
    ...(sheets.length > 0 ? [added.sheets(sheets.map(({ name }) => name))] : []),
    ...(names.length > 0 ? [added.columns(names)] : []),
    ...(settings.length > 0 ? [added.settings(settings)] : []),
  ].join(" ");
}

function refusedWith(text: string): Notice {
  return { done: false, text: typeset(text), batch: null };
}

function sheetName(table: string, words: Catalogue): string {
  const sheets: Readonly<Record<string, string>> = words.workbook.sheets;
  return sheets[table] ?? table;
}
