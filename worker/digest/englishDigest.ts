import type { SectionId } from "../../domain/digest/digestModel";
import type { DigestWords, SectionWords } from "./frenchDigest";

const sections: Readonly<Record<SectionId, SectionWords>> = {
  lastLegalDays: {
    tile: ["last legal day", "last legal days"],
    title: "Last legal day in 14 days or less",
    advice:
      "Send these letters now: after that day, the client may leave at any time once the contract is renewed, free of charge.",
  },
  lateNotices: {
    tile: ["late letter", "late letters"],
    title: "Late letters",
    advice:
      "The legal window is over without proof of sending. If the letter has not left, send it all the same and keep the proof.",
  },
  lettersToSend: {
    tile: ["letter to send", "letters to send"],
    title: "Letters to send",
    advice: "Read each letter that is ready, send it, then record the day and the channel in the workbook.",
  },
  unprovenOrReturned: {
    tile: ["proof or return", "proofs and returns"],
    title: "Sent without proof, or returned",
    advice: "Add the tracking number or the receipt. A returned letter is to be sent again while time remains.",
  },
  refusedVisitsLeft: {
    tile: ["visit before the end", "visits before the end"],
    title: "Refusals received: visits left",
    advice: "The contract stops at its end; these visits are owed until then.",
  },
  toInvoice: {
    tile: ["invoice or unpaid", "invoices and unpaid"],
    title: "To invoice and unpaid",
    advice: "Make the invoice in your software, then record its number and date in the workbook.",
  },
  visits: {
    tile: ["visit", "visits"],
    title: "Visits overdue and of the month",
    advice: "Make an appointment, then record the visit once it is done.",
  },
  certificates: {
    tile: ["certificate", "certificates"],
    title: "Certificates to hand over",
    advice: "The delay runs from the visit: 15 days, or 15 working days for sweeping and stoves.",
  },
  renewals: {
    tile: ["renewal", "renewals"],
    title: "Renewals to record",
    advice: "These contracts were renewed; record the new period and its price.",
  },
  rowsToFix: {
    tile: ["row to correct", "rows to correct"],
    title: "Rows of the workbook to correct",
    advice: "Until they are corrected, Tacite may miss something.",
  },
};

/** The words of the mail itself, in English. Sheets, headers and letters stay French. */
export const englishDigest: DigestWords = {
  sections,
  isOne: (count) => count === 1,
  date: {
    days: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    months: ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],
    first: "1",
  },
  unnamedFirm: "Maintenance contracts",
  title: "Summary of the week",
  nothing: "Nothing to report this week",
  nothingMore: "No letter, invoice, visit or correction awaits you.",
  atZero: (tiles) => `At zero: ${tiles}.`,
  inShort: "In short",
  overdue: "overdue",
  others: (count) => (count === 1 ? "… and 1 more" : `… and ${count} more`),
  register: "Workbook",
  savedOn: (when, age) => `saved on ${when} (${age})`,
  savedUnknown: "date of saving unknown",
  atTime: (time) => `at ${time}`,
  daysAgo: (days) => (days <= 0 ? "today" : days === 1 ? "yesterday" : `${days} days ago`),
  staleTitle: "Save the workbook",
  stale: (days) =>
    `It has not been saved for ${days} days: your latest notes may not be in it. Open it in Excel and save it.`,
  fileTitle: "The file of the register",
  problemTitle: "Workbook read in part",
  letters: "Letters prepared",
  lettersAdvice: "They are in the folder of letters. Read each letter before you send it.",
  lettersAttached: "They are attached to this message. Read each letter before you send it.",
  lettersPartlyAttached:
    "Some are attached to this message; the others, too heavy together, are in the folder of letters.",
  notAttached: "not attached",
  lateLetter: "late",
  refusalDeadline: (date) => `the client may refuse until ${date}`,
  ledger: (count, head) =>
    count === 0
      ? "Ledger of letters: empty."
      : `Ledger of letters: ${count} ${count > 1 ? "events" : "event"}${head === null ? "" : `, fingerprint ${head}`}.`,
  limits:
    "Tacite works these dates out from your workbook. It is neither legal advice nor invoicing software: " +
    "if in doubt, check the contract and the law.",
  subject: (what, date) => `Maintenance contracts: ${what} (${date})`,
  subjectNothing: "nothing to report",
  subjectStale: "save the workbook",
  subjectProblem: "workbook read in part",
  urgent: (count) => `${count} urgent`,
  toDo: (count) => `${count} ${count > 1 ? "things" : "thing"} to do`,
};
