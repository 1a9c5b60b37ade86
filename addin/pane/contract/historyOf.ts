import type { ContractFile } from "../../../domain/contract/contractFile";
import type { CivilDate } from "../../../domain/dates/civilDate";
import type { Catalogue } from "../../../domain/i18n";
import type { PaneWords } from "../../../domain/i18n/fr/pane";
import { amountOf } from "../../../domain/obligations/billing";
import type { Place } from "../../../domain/problem";
import type { Intervention } from "../../../domain/workbook/schema";

/** Something that happened, in a few words, and its row. */
export type Happening = {
  readonly on: CivilDate;
  readonly what: string;
  readonly more: string | null;
  readonly place: Place;
};

/** What happened under the contract, the latest first. */
export function historyOf(file: ContractFile, words: Catalogue, texts: PaneWords): readonly Happening[] {
  const { choices } = words.workbook;
  const visits = file.interventions.flatMap((one): Happening[] => {
    const on = one.doneOn ?? one.plannedOn;
    if (on === null) return [];
    const place: Place = { table: "interventions", key: one.id };
    return [{ on, what: visitTitle(one, words, texts), more: joined(one.technician, one.report, one.parts), place }];
  });
  const invoices = file.invoices.flatMap((one): Happening[] => {
    if (one.issuedOn === null) return [];
    const amount = amountOf(one);
    const paid = one.paidOn === null ? null : texts.card.paid(one.paidOn);
    const kind = one.kind === "creditNote" ? choices.invoiceKind.creditNote : texts.card.invoice;
    const what = joined(`${kind} ${one.number ?? ""}`.trim(), amount === null ? null : words.formats.money(amount));
    return [{ on: one.issuedOn, what: what ?? kind, more: paid, place: { table: "invoices", key: one.id } }];
  });
  const letters = file.letters.flatMap((one): Happening[] => {
    const on = one.sentOn ?? one.generatedOn;
    if (on === null) return [];
    const state = one.sentOn === null ? texts.card.letterReady : texts.card.letterSent;
    const channel = one.channel === null ? null : choices.channel[one.channel];
    const returned = one.returnedOn === null ? null : texts.card.letterReturned(one.returnedOn);
    return [
      { on, what: state, more: joined(channel, one.tracking, returned), place: { table: "letters", key: one.id } },
    ];
  });
  return [...visits, ...invoices, ...letters].sort((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0));
}

function visitTitle({ kind, outcome, doneOn }: Intervention, { workbook }: Catalogue, texts: PaneWords): string {
  const name = workbook.choices.interventionKind[kind];
  if (outcome === null && doneOn === null) return texts.card.planned(name);
  return outcome === null || outcome === "done" ? name : `${name} (${workbook.choices.outcome[outcome].toLowerCase()})`;
}

function joined(...parts: readonly (string | null)[]): string | null {
  const known = parts.flatMap((part) => (part === null || part === "" ? [] : [part.replace(/[.]$/, "")]));
  return known.length === 0 ? null : known.join(", ");
}
