import type { Refusal } from "../../actions/decision";
import type { ListWords } from "../../import/listWords";
import { actions } from "./actions";
import { formats } from "./formats";

const { shortDate } = formats;

/** What is said of a list that is being imported. Apart from the catalogue, for the pane's first load. */
export const list: ListWords = {
  problems: {
    unreadableDate: ({ text }) =>
      `“${text}” is not a date. Correct it, for example 15/03/2026; it is kept in the notes.`,
    unreadableAmount: ({ text }) =>
      `“${text}” is not an amount. Correct it, for example 115.50; it is kept in the notes.`,
    unreadableVatRate: ({ text }) =>
      `“${text}” is not a VAT rate. Write 5.5%, 10% or 20%; what is written is kept in the notes.`,
    unreadablePostcode: ({ text }) =>
      `“${text}” is not a postcode. Write its five digits; what is written is kept in the notes.`,
    unreadablePhone: ({ text }) =>
      `“${text}” is not a telephone number. Write its ten digits; what is written is kept in the notes.`,
    unreadableEmail: ({ text }) =>
      `“${text}” is not an e-mail address. Correct it, for example name@example.com; it is kept in the notes.`,
    unreadableMonths: ({ text }) =>
      `“${text}” is not a length of time. Write for example “12 mois” or “1 an”; what is written is kept in the notes.`,
    unreadableNextVisit: ({ text }) =>
      `“${text}” does not say when to visit. Write a date or a month; what is written is kept in the notes.`,
    unreadablePower: ({ text }) =>
      `“${text}” is not a power. Write for example “24 kW”; what is written is kept in the notes.`,
    unreadableMark: ({ text }) =>
      `“${text}” does not say whether it is done. Write a date, “oui” or “non”; what is written is kept in the notes.`,
    unknownRenewal: ({ text }) =>
      `“${text}” does not say how the contract is renewed. Write “tacite”, “expresse” or “aucune”; what is written is kept in the notes.`,
    cellError: ({ error }) => `The cell shows an error (${error}). Correct the formula or type the value again.`,
    textCut: ({ length }) =>
      `This row has more text (${String(length)} characters) than a cell can hold: its end is cut off in the notes. Shorten it if the end matters.`,
    dateOutOfRange: ({ date }) =>
      `${shortDate(date)} is out of reasonable limits. Check the year; what is written is kept in the notes.`,
    dateInFuture: ({ date }) => `${shortDate(date)} has not passed yet. Check this date; it is kept in the notes.`,
    endBeforeStart: ({ from, to }) =>
      `The end (${shortDate(to)}) comes before the start (${shortDate(from)}). Correct one of the two dates; only the end is followed.`,
    nameMissing: () =>
      "This row has no client’s name. Write it in the list and start again: without it the row is not imported.",
    startMissing: () =>
      "Nothing says when this contract begins or ends: Tacite counts a period from the day of the import. Correct its start date in the sheet Contrats.",
    priceMissing: () => "This row has no price. Fill it in, in the sheet Périodes, before the first letter.",
    duplicateRow: ({ firstRow }) => `This row repeats row ${String(firstRow)}: it is imported only once.`,
    numberUsedTwice: ({ number, firstRow }) =>
      `The number “${number}” is already that of row ${String(firstRow)}, of another client or address. Tacite proposes a new number for this row; the old one is kept in the notes.`,
    alreadyInRegister: ({ number }) =>
      `The contract “${number}” is already in the register: this row is not imported. Correct it there if something has changed.`,
    refused: ({ refusal }) => `This row is not imported. ${refusalSentence(refusal)}`,
    hiddenRows: ({ count }) =>
      count === 1
        ? "One row of the list is hidden: it is imported too."
        : `${String(count)} rows of the list are hidden: they are imported too.`,
  },
  reasons: {
    header: "by its header",
    nearHeader: "by a header that resembles it",
    content: "by its content",
    headerAndContent: "by header and content",
    chosen: "chosen by you",
    none: "not recognised",
  },
};

function refusalSentence(refusal: Refusal): string {
  const write = actions.refusals[refusal.code] as (facts: Refusal["facts"]) => string;
  return write(refusal.facts);
}
