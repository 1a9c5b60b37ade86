import type { ImportWords } from "../fr/importing";
import { actions } from "./actions";
import { formats } from "./formats";

const { shortDate, money } = formats;

const kept = "What is written goes to the notes of the contract.";

const leftOutAs = {
  heading:
    "is read as a heading of the rows below. If it is a client, write the address or the contract in the same row.",
  total: "is read as a total: the row is not imported. If it is a client, write the town or the address.",
  remark: "is alone in its row: it goes to the notes of the row above.",
  note: "is read as a remark on the list: the row is not imported. Copy it to where it is useful.",
} as const;

export const importing: ImportWords = {
  notes: {
    dayUnknown: "Day unknown, taken from the list",
    invoiceDayUnknown: "Day of the invoice unknown, taken from the list",
    paymentDayUnknown: "Day of the payment unknown, taken from the list",
  },
  problems: {
    unreadableDate: ({ text }) => `“${text}” is no date. ${kept}`,
    unreadableAmount: ({ text }) => `“${text}” is no amount. ${kept}`,
    unreadableVatRate: ({ text }) => `“${text}” is no VAT rate. ${kept}`,
    unreadablePostcode: ({ text }) => `“${text}” is no postcode. ${kept}`,
    unreadablePhone: ({ text }) => `“${text}” is no telephone number. ${kept}`,
    unreadableEmail: ({ text }) => `“${text}” is no e-mail address. ${kept}`,
    unreadableMonths: ({ text }) => `“${text}” is no length of time. ${kept}`,
    unreadableNextVisit: ({ text }) => `“${text}” does not say when the visit is. ${kept}`,
    unreadablePower: ({ text }) => `“${text}” is no power in kW. ${kept}`,
    unreadableMark: ({ text }) => `“${text}” is neither a date nor a yes or no. ${kept}`,
    unknownClientType: ({ text }) =>
      `“${text}” does not say whether it is a private person, a co-ownership or a professional. ${kept}`,
    unknownRenewal: ({ text }) => `“${text}” does not say whether the renewal is tacit or express. ${kept}`,
    cellError: ({ error }) =>
      `The cell shows an error (${error}), noted as it is. Correct its formula, or complete the register later.`,
    textCut: ({ length }) => `This text of ${String(length)} characters is too long for a cell: its end is cut off.`,
    dateOutOfRange: ({ date }) => `${shortDate(date)} cannot be the date of a contract. ${kept}`,
    dateInFuture: ({ date }) => `${shortDate(date)} is still to come. ${kept}`,
    endBeforeStart: ({ from, to }) =>
      `The end (${shortDate(to)}) is before the start (${shortDate(from)}). Correct one of the two.`,
    nameMissing: () => "This row has no client’s name: it is not imported. Complete it, or leave it.",
    startMissing: () =>
      "Nothing says when this contract begins or ends: its period is counted from the import. Correct its start and its period in the register.",
    startGuessed: ({ from }) =>
      `Nothing says when this contract begins: its period is counted from its last visit, on ${shortDate(from)}. Correct its start in the register if it is another.`,
    priceMissing: () => "This contract has no price. Complete it in the register.",
    pricesDisagree: ({ exclTax, inclTax }) =>
      `The price without VAT (${money(exclTax)}) and the one with it (${money(inclTax)}) agree at no rate: the one with VAT is taken, the other goes to the notes. Correct the wrong one.`,
    secondPrice: ({ price, firstRow }) =>
      `The contract of row ${String(firstRow)} has a price already: this one (${money(price)}) goes to its notes. Add the two up in your list, or give this row another contract number.`,
    endRead: ({ on }) =>
      `This contract is taken as ended on ${shortDate(on)}. If it goes on, change the word in your list, or clear its end in the register.`,
    suspensionRead: ({ from, to }) =>
      `This contract is taken as suspended from ${shortDate(from)}${to === null ? ", without an end" : ` to ${shortDate(to)}`}. Correct these days in the register if they are others.`,
    letterDayUnknown: () =>
      "The list says that the letter has left, not on which day. The day in the register is no proof: write the true one in the sheet Courriers.",
    rowLeftOut: ({ text, as }) => `“${text}” ${leftOutAs[as]}`,
    duplicateRow: ({ firstRow }) =>
      `This row repeats row ${String(firstRow)}: it is imported once only, and what it says beside goes to the notes.`,
    numberUsedTwice: ({ number, firstRow }) =>
      `The number ${number} is that of row ${String(firstRow)} already. Tacite gives this row another one.`,
    alreadyInRegister: ({ number }) => `The contract ${number} is in the register already: the row is not imported.`,
    refused: ({ refusal }) => {
      const write = actions.refusals[refusal.code] as (facts: typeof refusal.facts) => string;
      return `The row is not imported: ${write(refusal.facts)}`;
    },
    followedSinceInFuture: ({ date, today }) =>
      `Following cannot begin on ${shortDate(date)}, which is to come: it begins today, ${shortDate(today)}.`,
    hiddenRows: ({ count }) =>
      `${String(count)} ${count > 1 ? "rows are hidden" : "row is hidden"} in the sheet: imported all the same.`,
    daysUnknown: ({ count }) =>
      `${String(count)} ${count > 1 ? "contracts" : "contract"}: a visit, an invoice, a payment or a letter is done, but the list does not say on which day. The register shows « date inconnue » beside the day that it supposes.`,
    unpaidTaken: ({ count }) =>
      `${String(count)} ${count > 1 ? "invoices of the current period have" : "invoice of the current period has"} no payment in the list: to be claimed. If they are paid, answer “Yes, for all” to the question of payments.`,
    paymentsAssumed: ({ count }) =>
      `The list does not say who has paid: ${String(count)} ${count > 1 ? "invoices of the current period count" : "invoice of the current period counts"} as paid. If not, answer “No, for none” to the question of payments.`,
  },
  fields: {
    contractId: "Contract no.",
    clientName: "Client’s name",
    firstName: "First name",
    civility: "Title",
    clientType: "Kind of client",
    address: "Address",
    postcode: "Postcode",
    city: "Town",
    billingAddress: "Billing address",
    phone: "Telephone",
    phone2: "Second telephone",
    email: "E-mail",
    equipment: "Appliance",
    brand: "Make",
    model: "Model",
    serial: "Serial no.",
    commissionedOn: "Commissioned on",
    power: "Power (kW)",
    signedOn: "Signed on",
    startsOn: "Start of the contract",
    endsOn: "End of the period",
    durationMonths: "Length",
    noticeMonths: "Notice period",
    renewal: "Renewal",
    plan: "Plan",
    priceExclTax: "Price excl. VAT",
    priceInclTax: "Price incl. VAT",
    vatRate: "VAT rate",
    lastVisitOn: "Last visit",
    nextVisit: "Next visit",
    invoiceNumber: "Invoice no.",
    invoicedOn: "Invoiced on",
    paid: "Paid",
    letterSentOn: "Letter sent",
    status: "State of the contract",
    notes: "Notes",
  },
  visitOfYear: (year) => `Visit of ${year}`,
  reasons: {
    header: "by its header",
    nearHeader: "its header is close",
    content: "by what the column holds",
    headerAndContent: "by its header and its content",
    chosen: "chosen by you",
    none: "not recognised: its content goes to the notes",
  },
  sure: "sure",
  toCheck: "to check",
  toNotes: "Notes (column not recognised)",
  yes: "yes",
  no: "no",
  rate: (percent) => `${String(percent)}%`,
  months: (count) => `${String(count)} months`,
  cell: (column, row) =>
    row === null ? "The sheet" : column === null ? `Row ${String(row)}` : `Cell ${column}${String(row)}`,
  rows: (count) => `${String(count)} ${count === 1 ? "row" : "rows"}`,
  date: shortDate,

  reading: "Reading your sheets…",
  readingRows: (done, total) => `${String(done)} of ${String(total)} rows read`,
  nothingFound:
    "No list of contracts was found in this workbook. It takes one row per contract, under a row of headers: open the workbook that holds your list, or paste it into a sheet.",
  chooseSheet: "Which sheet holds your list?",
  untouched: "Your sheets are not changed: Tacite reads the list and fills its own.",
  hiddenSheet: "hidden sheet",
  columnsTitle: "What each column holds",
  columnsLead: (sheet, rows, doubtful) =>
    `Sheet “${sheet}”: ${rows}. ${
      doubtful === 0
        ? "What is recognised is sure: a glance will do."
        : `${String(doubtful)} ${doubtful > 1 ? "columns are" : "column is"} to be checked.`
    }`,
  column: (column, header) => (header === "" ? `Column ${column}` : header),
  holds: (what) => `${what} holds`,
  samples: (values) => `For instance: ${values.join("; ")}`,
  noSample: "Empty column.",
  groups: { client: "Client", equipment: "Appliance", contract: "Contract", price: "Price", followUp: "Follow-up" },
  examples: (count) => (count > 1 ? `The first ${String(count)} rows` : "The first row"),
  line: (row) => `Row ${String(row)}`,
  nobody: "no name",
  next: "Continue",
  previous: "Step before",
  problemsTitle: "Before importing",
  problemsLead: (rows, left) =>
    `${rows} to import${left > 0 ? `, ${String(left)} left out` : ""}. Nothing is written yet.`,
  noProblem: "All of it can be read: nothing to correct.",
  problemCount: (count) =>
    `${String(count)} ${count === 1 ? "remark" : "remarks"}. Correct them in your sheet and read it again, or import all the same.`,
  seeCell: "See the cell",
  seeCellOf: (where) => `See the cell: ${where}`,
  readAgain: "Read the sheet again",
  questionsTitle: "Where do you stand?",
  questionsLead: "Once, for all contracts: Tacite will not remind you of what is done already.",
  followedSince: "Follow the contracts since",
  followedSinceHint: "Before that day nothing counts as late.",
  invoiced: "The current period is invoiced",
  paid: "The invoices of the period are paid",
  visited: "The visit of the period is done",
  letterSent: "The renewal letter has left",
  answers: { asListed: "As the list says", all: "Yes, for all", none: "No, for none" },
  notice: "Notice period of your contracts (months)",
  noticeHint: "The list does not say it everywhere. Empty: none.",
  basis: "The prices of the list are",
  bases: { TTC: "including VAT", HT: "excluding VAT" },
  import: (count) => `Import ${String(count)} ${count === 1 ? "contract" : "contracts"}`,
  importing: "Importing…",
  stop: "Stop",
  stopping: "Stopping: what is written is taken away…",
  doneTitle: "And now",
  doneLead:
    "Look at a few contracts in the sheet Contrats. If the import does not suit you, “Undo” takes all of it away.",
  markLead: (sheet) =>
    `So that nobody fills in the sheet “${sheet}” any more: Tacite greys its tab and writes a note to the right of the list. Nothing else in it changes.`,
  mark: "Mark the sheet “no longer filled in”",
  markText: "Ne plus remplir : ces contrats sont suivis dans la feuille Contrats (Tacite).",
  marked: (sheet) => `The sheet “${sheet}” bears the note.`,
  unmark: "Take the note away",
  noteMoved: (sheet) => `The note is no longer in its cell: if you still see it in the sheet “${sheet}”, clear it.`,
  toDo: "See what is to be done",
};
