import { keyColumn } from "../../workbook/schema";
import type { ProblemWords } from "../catalogue";
import { columnHeader } from "../columnHeader";
import { workbook as french } from "../fr/workbook";
import { formats } from "./formats";

const { shortDate } = formats;

// Sheets, headers and lists are named as the reader finds them in the file, which is French in every locale.
const { sheets, columns, choices: lists } = french;

/** What is wrong, then how to mend it. The sheet and the cell are told beside the sentence. */
export const problems: ProblemWords = {
  unreadableDate: ({ text }) => `“${text}” is not a date. Type it as 15/03/2026.`,
  dateIsText: ({ text, date }) =>
    `The date “${text}” is text. Tacite read it as ${shortDate(date)}; type it again so that Excel recognises it.`,
  unreadableAmount: ({ text }) => `“${text}” is not an amount. Type only the number, for example 115.50.`,
  amountIsText: ({ text }) => `The amount “${text}” is text. Type only the number, without any letter or symbol.`,
  unreadableNumber: ({ text }) => `“${text}” is not a number. Type only digits.`,
  unreadableYesNo: ({ text }) => `“${text}” is neither ${french.yes} nor ${french.no}. Choose one of the two.`,
  unreadableMonths: ({ text }) => `“${text}” does not name months. Write for example “June” or “May, October”.`,
  unreadableVatRate: ({ text }) => `“${text}” is not a VAT rate. Type 5.5%, 10% or 20%.`,
  unknownChoice: ({ text, choices }) =>
    `“${text}” is not in the list. Choose: ${Object.values<string>(lists[choices]).join(", ")}.`,
  cellError: ({ error }) => `The cell shows an error (${error}). Mend the formula or type the value again.`,
  invalidEmail: ({ text }) => `“${text}” is not an email address. Correct it, for example name@example.com.`,
  missingValue: () => "This cell is empty, and the row cannot be understood without it. Fill it in.",
  outOfRange: ({ text, between }) =>
    `The value “${text}” is beyond reasonable limits. ${
      between === undefined ? "Check it." : `Type a number from ${between[0]} to ${between[1]}.`
    }`,
  rowBelowTable: () =>
    "This row is under the table, which has not grown. Tacite reads it all the same; extend the table over it by dragging its bottom right corner.",
  missingKey: ({ table }) =>
    `This row counts, but Tacite cannot follow it without a key. Type one that does not exist yet in the column “${columnHeader(french, table, keyColumn(table))}”, or let the Excel add-in do it.`,
  duplicateKey: ({ key, firstRow }) =>
    `The key “${key}” is already that of row ${String(firstRow)}. Give another number to one of the two rows.`,
  unknownReference: ({ key, table, nearest }) =>
    `“${key}” does not exist in the sheet ${sheets[table]}. ${
      nearest === null ? "Correct the number or add the missing row." : `Write “${nearest}”, exactly as in that sheet.`
    }`,
  missingTable: ({ table }) =>
    `The table of the sheet ${sheets[table]} cannot be found. Restore it from a backup, or create a new register with “tacite new”.`,
  missingSettings: () =>
    `The sheet ${sheets.settings} cannot be found. Restore it from a backup, or create a new register with “tacite new”.`,
  missingColumn: ({ table, column }) =>
    `The column “${column}” is missing from the sheet ${sheets[table]}. If you renamed it, give it exactly this title back; if you deleted it, add a column with this title.`,
  duplicateColumn: ({ table, column }) =>
    `The column “${column}” appears twice in the sheet ${sheets[table]}. Rename one of the two.`,
  missingSetting: ({ setting }) => `The setting “${setting}” is missing from the sheet ${sheets.settings}. Fill it in.`,
  startMissing: () =>
    `This contract has no start date: Tacite can follow nothing. Fill in “${columns.contracts.startsOn[0]}”.`,
  periodMissing: () =>
    `No period is recorded for this contract: its price is unknown. Add a row in the sheet ${sheets.periods}.`,
  duplicatePeriod: ({ number }) =>
    `Period ${String(number)} of this contract appears twice. Delete or renumber one of the rows.`,
  periodGap: ({ expected }) =>
    `This period starts too late: it should follow the one before and start on ${shortDate(expected)}. Correct “${columns.periods.from[0]}”.`,
  periodOverlap: ({ expected }) =>
    `This period overlaps the one before: it should start on ${shortDate(expected)}. Correct “${columns.periods.from[0]}”.`,
  periodStartDiffers: ({ expected }) =>
    `The first period does not start on ${shortDate(expected)}, the start date of the contract. Correct “${columns.periods.from[0]}”, or “${columns.contracts.startsOn[0]}” in the sheet ${sheets.contracts}.`,
  periodReversed: () =>
    `This period ends before it starts. Correct “${columns.periods.from[0]}” or “${columns.periods.to[0]}”.`,
  periodEndUnusual: ({ typed, computed }) =>
    `The end of period ${shortDate(typed)} is not the one its length gives (${shortDate(computed)}). Tacite follows the one recorded; check it.`,
  renewalLengthMissing: () =>
    `The length of renewal is not set: the law then holds it to be indefinite. Fill in “${columns.contracts.renewalMonths[0]}” from the contract.`,
  noticeTooLong: ({ deadline, from }) =>
    `This notice does not fit in the period: the deadline to refuse (${shortDate(deadline)}) would fall before its start, on ${shortDate(from)}. Correct “${columns.contracts.noticeLength[0]}” or its unit.`,
  noEquipment: () => `No equipment is recorded for this contract. Add a row in the sheet ${sheets.equipment}.`,
  unknownPeriod: ({ number }) => `This contract has no period ${String(number)}. Correct the number of the period.`,
  invoiceWithoutPeriod: () =>
    `This contract invoice does not say which period it invoices. Fill in “${columns.invoices.period[0]}”.`,
  duplicateInvoiceNumber: ({ number }) =>
    `The invoice number “${number}” is that of two different invoices. Correct one of the two.`,
  repairWithoutVisit: () =>
    `This repair invoice does not say which repair it invoices. Fill in “${columns.invoices.intervention[0]}”.`,
  noticeTooEarly: ({ from }) =>
    `This letter was sent before ${shortDate(from)}: the law does not count it. Send another from that date on.`,
  refusalAfterDeadline: ({ deadline }) =>
    `This refusal came after the deadline (${shortDate(deadline)}). Tacite follows it; remove it if you do not accept it.`,
  renewedDespiteRefusal: () =>
    "This contract has a refusal, and yet one more period is recorded. Remove the refusal or the extra period.",
  dateInFuture: ({ date }) => `${shortDate(date)} has not passed yet. Check this date.`,
  doneBeforeStart: ({ start }) =>
    `This visit is earlier than the contract, which starts on ${shortDate(start)}. Check the date.`,
  suspensionReversed: () =>
    `The suspension ends before it starts. Correct “${columns.contracts.suspendedFrom[0]}” or “${columns.contracts.suspendedTo[0]}”.`,
  equipmentOfOtherContract: ({ contract }) =>
    `This equipment belongs to contract ${contract}. Correct the number of the equipment or of the contract.`,
  letterNeeds: ({ field, contract }) =>
    `The letter${contract === null ? "" : ` of contract ${contract}`} cannot be prepared without “${field}”. Fill in this cell.`,
};
