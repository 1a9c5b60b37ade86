import type { ActionWords } from "../../actions/actionWords";
import type { FieldName } from "../../actions/decision";
import type { Cents } from "../../money";
import { columnHeader } from "../columnHeader";
import { formats } from "./formats";
import { workbook } from "./workbook";

const { shortDate, money } = formats;

/** What an action did, and why one was not done: what stands in the way, then what to do. */
export const actions: ActionWords = {
  names: {
    signContract: "Contract signed",
    logVisit: "Visit",
    logRepair: "Repair",
    markInvoiced: "Invoiced",
    markPaid: "Paid",
    creditNote: "Credit note",
    noticeSent: "Letter sent",
    noticeReturned: "Letter returned",
    recordRefusal: "Refusal received",
    withdrawRefusal: "Refusal withdrawn",
    renew: "Renewal",
    renewMany: "Renewals",
    announceRenewal: "Renewal announced",
    announceMany: "Prices announced",
    terminate: "Termination",
    reverseTermination: "Termination reversed",
    suspend: "Suspension",
    resume: "Resumption",
    handOverCertificate: "Certificate handed over",
    swapEquipment: "Appliance replaced",
    changeHolder: "Change of holder",
    importRows: "Import",
    repairKeys: "Keys repaired",
    forgetClient: "Client forgotten",
    undo: "Undo",
  },
  summaries: {
    signContract: ({ contract, name, period }) =>
      `Contract ${contract} signed for ${name}, from ${shortDate(period.from)} to ${shortDate(period.to)}.`,
    logVisit: ({ contract, outcome, on }) => `Contract ${contract}: ${visits[outcome]} on ${shortDate(on)}.`,
    logRepair: ({ contract, on }) => `Contract ${contract}: repair recorded on ${shortDate(on)}.`,
    markInvoiced: ({ number, contracts, amount }) =>
      `${named("Invoice", number)} of ${money(amount)} recorded for ${contractList(contracts)}.`,
    markPaid: ({ number, on, amount }) =>
      `${named("Invoice", number)} of ${money(amount)} recorded as paid on ${shortDate(on)}.`,
    creditNote: ({ number, invoice, amount }) =>
      `${named("Credit note", number)} of ${money(amount)} recorded against ${named("invoice", invoice)}.`,
    noticeSent: ({ contract, on, timing }) =>
      `Contract ${contract}: renewal letter sent on ${shortDate(on)}${timings[timing]}.`,
    noticeReturned: ({ contract, on }) =>
      `Contract ${contract}: letter returned on ${shortDate(on)}. Check the address and send it again while there is time.`,
    recordRefusal: ({ contract, on, until }) =>
      `Contract ${contract}: refusal received on ${shortDate(on)}. It will end on ${shortDate(until)}; visits are owed until then.`,
    withdrawRefusal: ({ contract }) => `Contract ${contract}: refusal withdrawn, the contract goes on.`,
    renew: ({ contract, period, price, revised }) =>
      `Contract ${contract} renewed from ${shortDate(period.from)} to ${shortDate(period.to)}${pricePart(price, revised)}.`,
    renewMany: ({ renewed, unpriced, skipped }) =>
      [
        `${contractCount(renewed.length)} renewed.`,
        ...(unpriced.length > 0 ? [`Price to fill in on the Périodes sheet: ${someOf(unpriced)}.`] : []),
        ...leftAside(skipped.length),
      ].join(" "),
    announceRenewal: ({ contract, from, price, withdrawn }) =>
      withdrawn
        ? `Contract ${contract}: the price announced from ${shortDate(from)} is withdrawn.`
        : price === null
          ? `Contract ${contract}: same price from ${shortDate(from)}.`
          : `Contract ${contract}: ${money(price)} from ${shortDate(from)}. The letter will say so.`,
    announceMany: ({ announced, unrevised, rewritten, skipped }) =>
      [
        `Price recorded for ${contractCount(announced.length)}: the letters will say it.`,
        ...(unrevised.length > 0 ? [`Price kept (“do not revise”): ${someOf(unrevised)}.`] : []),
        ...(rewritten.length > 0
          ? [`A letter with the old price was ready, a new one will be written: ${someOf(rewritten)}.`]
          : []),
        ...leftAside(skipped.length),
      ].join(" "),
    terminate: ({ contract, on }) => `Contract ${contract} terminated on ${shortDate(on)}.`,
    reverseTermination: ({ contract }) => `Contract ${contract}: termination reversed, the contract goes on.`,
    suspend: ({ contract, from, to }) =>
      to === null
        ? `Contract ${contract} suspended from ${shortDate(from)} until further notice.`
        : `Contract ${contract} suspended from ${shortDate(from)} to ${shortDate(to)}.`,
    resume: ({ contract, on }) => `Contract ${contract}: resumed on ${shortDate(on)}.`,
    handOverCertificate: ({ contract, on }) => `Contract ${contract}: certificate handed over on ${shortDate(on)}.`,
    swapEquipment: ({ contract, on }) => `Contract ${contract}: appliance replaced on ${shortDate(on)}.`,
    changeHolder: ({ contract, name }) => `Contract ${contract}: the holder is now ${name}.`,
    importRows: ({ contracts, followedSince }) =>
      `${contractCount(contracts)} taken over, followed since ${shortDate(followedSince)}.`,
    repairKeys: ({ rows }) => `${String(rows)} ${rows === 1 ? "row was given its key" : "rows were given their keys"}.`,
    forgetClient: ({ client }) =>
      `Client ${client} forgotten: name, addresses, phones and notes erased. Numbers and the log of letters stay.`,
    undo: ({ action, contract }) =>
      `Undone: ${actions.names[action]}.${contract === null ? "" : ` Contract ${contract}.`}`,
  },
  refusals: {
    unknownContract: ({ contract }) =>
      `There is no contract “${contract}”. Choose one in the sheet ${workbook.sheets.contracts}.`,
    unknownClient: ({ client }) => `There is no client “${client}”. Choose another one or create it.`,
    unknownEquipment: ({ equipment, contract }) =>
      `The appliance “${equipment}” is not under contract ${contract}. Choose an appliance of this contract.`,
    unknownIntervention: ({ intervention }) =>
      `The intervention “${intervention}” cannot be found. Refresh the list and choose it again.`,
    unknownInvoice: ({ invoice }) => `The invoice “${invoice}” cannot be found. Check the number.`,
    unknownRow: ({ table, key }) =>
      `The row “${key}” of the sheet ${workbook.sheets[table]} cannot be found. Run the health check again.`,
    unknownPeriod: ({ contract, number }) =>
      `Contract ${contract} has no period ${String(number)}. Choose an existing period.`,
    noPeriod: ({ contract }) =>
      `No period is recorded for contract ${contract}. Fill in its effective date and add its row in the sheet ${workbook.sheets.periods}.`,
    missing: (field) => `“${label(field)}” is blank. Fill it in.`,
    notANumber: (field) => `“${label(field)}” is not a possible number. Type a positive number only.`,
    dateInFuture: ({ date }) => `${shortDate(date)} has not passed yet. Correct the date.`,
    dateBefore: ({ date, earliest }) =>
      `${shortDate(date)} is too early. Choose a date from ${shortDate(earliest)} on.`,
    endBeforeStart: ({ from, to }) =>
      `The end (${shortDate(to)}) comes before the start (${shortDate(from)}). Correct one of the two dates.`,
    numberTaken: ({ number, proposed }) => `The number “${number}” is taken. Choose another one, such as ${proposed}.`,
    nothingChosen: () => "Nothing is chosen. Tick at least one row.",
    nothingToDo: () => "Nothing changes: all of it is recorded already. Change a field or close this pane.",
    alreadyLogged: ({ on }) =>
      `This intervention is recorded already, on ${shortDate(on)}. Edit its row in the sheet ${workbook.sheets.interventions}.`,
    visitNotDone: () => "This intervention is not recorded as done. Record it first.",
    certificateHandedOver: ({ on }) =>
      `The certificate is recorded as handed over on ${shortDate(on)}. To change the date, edit the row of the visit.`,
    equipmentOutOfService: ({ on }) =>
      `This appliance is not covered on ${shortDate(on)}. Choose another one or correct the dates of its cover.`,
    priceUnknown: ({ contract }) =>
      `The price of contract ${contract} is unknown. Type the amount, or fill in the price of the period.`,
    nothingToInvoice: ({ contract }) =>
      `Contract ${contract} has nothing to invoice here: free first year, or no such instalment. Choose another instalment.`,
    alreadyInvoiced: ({ contract, number }) =>
      `Contract ${contract}: this is invoiced already${number === null ? "" : ` (no. ${number})`}. To invoice it again, record a credit note first.`,
    invoiceNumberUsed: ({ number }) =>
      `The number “${number}” is that of another invoice, of another day or another client. Check the number.`,
    alreadyPaid: ({ on }) => `This invoice is recorded as paid on ${shortDate(on)}. Choose an unpaid invoice.`,
    isCreditNote: () => "This row is a credit note. Choose an invoice.",
    creditTooLarge: ({ most }) => creditLimit(most),
    emailWithoutConsent: ({ client }) =>
      `${client} has not agreed to e-mail. Send the letter by post, or record the date of the agreement.`,
    noticeAlreadySent: ({ on }) =>
      `The letter of this period left on ${shortDate(on)}. If it came back, record the return first.`,
    noticeNotSent: ({ contract }) =>
      `No letter under way is recorded for contract ${contract}. Record its sending first.`,
    refusalRecorded: ({ contract, on }) =>
      `Contract ${contract}: refusal received on ${shortDate(on)}. If it no longer holds, withdraw it first.`,
    noRefusal: ({ contract }) => `Contract ${contract} has no refusal to withdraw. Check the contract number.`,
    terminated: ({ contract, on }) =>
      `Contract ${contract} is terminated on ${shortDate(on)}. To go on, reverse the termination first.`,
    notTerminated: ({ contract }) => `Contract ${contract} is not terminated. Check the contract number.`,
    notRenewable: ({ contract }) => `Contract ${contract} does not renew. Sign a new contract.`,
    alreadyRenewed: ({ contract, from }) =>
      `Contract ${contract} is renewed already from ${shortDate(from)}. Wait for that date for the next one.`,
    renewalNotRecorded: ({ contract, from }) =>
      `Contract ${contract} renewed on ${shortDate(from)} and nobody recorded it. Record that renewal first.`,
    revisionTermsMissing: ({ contract }) =>
      `The revision clause of contract ${contract} is incomplete. Fill in a, b, P0 and I0, or revise by a percentage.`,
    revisionSharesWrong: ({ contract }) =>
      `The shares a and b of the revision of contract ${contract} do not add up to 1. Type for example 0.15 and 0.85, or 15% and 85%.`,
    suspended: ({ contract, from }) =>
      `Contract ${contract} has a suspension from ${shortDate(from)} already. Edit its dates in the sheet ${workbook.sheets.contracts}.`,
    notSuspended: ({ contract }) => `Contract ${contract} is not suspended. Check the contract number.`,
    sameHolder: ({ contract }) => `This client holds contract ${contract} already. Choose another one.`,
    contractRunning: ({ contract }) =>
      `Contract ${contract} is running. Wait for its end, or terminate it, before forgetting this client.`,
    unknownBatch: () => "The Journal no longer holds this action. Correct the row by hand.",
    notUndoable: () => "This action cannot be undone. Do it again if needed.",
    alreadyUndone: () => "This action is undone already. Do it again if needed.",
    changedSince: ({ table, key, column }) =>
      `Row ${key} of the sheet ${workbook.sheets[table]} has changed since${column === null ? "" : ` (“${columnHeader(workbook, table, column)}”)`}. Undo the later action first, or correct it by hand.`,
    usedSince: ({ table, key }) =>
      `Row ${key} of the sheet ${workbook.sheets[table]} rests on what would be undone. Undo the later action first.`,
    journalUnreadable: () => "The values before can no longer be read in the Journal. Correct the row by hand.",
  },
};

const visits = {
  done: "visit done",
  partial: "visit done in part (the rest stays due)",
  cancelled: "visit cancelled (it is still to be planned)",
  planned: "visit planned",
} as const;

const timings = {
  early: ", too early: the law does not count it, another one will be needed",
  inTime: "",
  late: ", late: the client may leave at any time",
} as const;

function label({ table, column }: FieldName): string {
  return columnHeader(workbook, table, column);
}

function named(what: string, number: string | null): string {
  return number === null ? `${what} without number` : `${what} ${number}`;
}

function creditLimit(most: Cents): string {
  return most === 0
    ? "This invoice is fully credited already. Choose another one."
    : `The credit note exceeds what is left of the invoice. Type at most ${money(most)}.`;
}

function pricePart(price: Cents | null, revised: boolean): string {
  if (price === null) return ", price to be filled in";
  return revised ? `, at the new price of ${money(price)}` : `, at ${money(price)}`;
}

function contractList(contracts: readonly string[]): string {
  return `${contracts.length === 1 ? "contract" : "contracts"} ${contracts.join(", ")}`;
}

function contractCount(count: number): string {
  return `${String(count)} ${count === 1 ? "contract" : "contracts"}`;
}

/** A sentence about hundreds of contracts names the first ones. */
function someOf(contracts: readonly string[]): string {
  const others = contracts.length - NAMED;
  return contracts.slice(0, NAMED).join(", ") + (others > 0 ? ` and ${String(others)} more` : "");
}

const NAMED = 5;

function leftAside(count: number): readonly string[] {
  return count > 0 ? [`${contractCount(count)} left aside.`] : [];
}
