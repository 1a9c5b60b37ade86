import { formats } from "./formats";
import type { FormTexts } from "../fr/formTexts";

const { shortDate } = formats;

export const formTexts: FormTexts = {
  visit: {
    due: (kind, day) => `${kind} due by ${shortDate(day)}.`,
    outcome: "Outcome",
    outcomes: {
      done: "Done",
      partial: "Done in part",
      cancelled: "Cancelled",
      planned: "Appointment made",
    },
    equipment: "Appliance",
    allEquipment: "All appliances in service",
    certificate: "Certificate",
    certificates: {
      onTheSpot: "Handed over on the spot",
      later: "To be handed over later",
    },
    leakCheck: "Leak check done",
  },
  repair: { byContract: "As the contract says" },
  invoice: {
    items: "What is invoiced",
    period: (number) => `period ${String(number)}`,
    repair: (day) => `repair of ${day}`,
    noPrice: "price to fill in",
    noNumber: "Invoice without number",
    issued: (number, day) => `${number} of ${day}`,
    numberHint: "That of your software.",
    otherAmount: "Another amount",
    amountHint: "Blank: the amount told above.",
    dueHint: (days) => `Blank: ${String(days)} days after the invoice.`,
    nothingToInvoice: "This contract has nothing to invoice: all is recorded.",
  },
  payment: { invoice: "Invoice paid", nothingToPay: "No invoice of this contract is to be paid." },
  credit: {
    invoice: "Invoice credited",
    number: "Credit note number",
    on: "Issued on",
    amountHint: "Blank: all that is left of the invoice.",
    nothingToCredit: "This contract has no invoice.",
  },
  letter: {
    window: (from, to) => `For the law to count it, the letter leaves between ${shortDate(from)} and ${shortDate(to)}.`,
    tooLate: (to) => `The last legal day was ${shortDate(to)}. Send it all the same and keep the proof.`,
  },
  refusal: {
    deadline: (day) => `The client may refuse until ${shortDate(day)}.`,
    recorded: (day) => `Refusal received on ${shortDate(day)}. If you withdraw it, the contract goes on.`,
  },
  termination: {
    hint: "The last day of the contract; it may lie ahead.",
    recorded: (day) => `Terminated on ${shortDate(day)}. If you reverse it, the contract goes on.`,
  },
  suspension: {
    lead: "The dates of the contract do not move; visits inside the suspension are not owed.",
    toHint: "Blank: until further notice.",
    resumeOn: "Resumed on",
    resumeHint: "The first day that counts again.",
  },
  renewal: {
    revision: "Price of the new period",
    revisions: {
      none: "The same",
      percent: "Increase in %",
      amount: "Increase in €",
      price: "Another price",
      index: "By the contract’s index",
    },
    percent: "Increase (%)",
    amount: "Increase (€)",
    index: (name) => `Value of the index${name === null ? "" : ` ${name}`}`,
    currentPrice: (price) => `Current price: ${price}.`,
    announced: (price) => `Price announced to the client: ${price}. It applies.`,
    neverRevised: (price) => `“Never revise”: the price stays ${price}.`,
    announceLead: "The renewal letter will tell this price, and the renewal will apply it.",
    samePrice: "Blank: the same price.",
  },
  certificate: {
    which: "Visit",
    visit: (kind, day) => `${kind} of ${day}`,
    nothing: "All certificates are handed over.",
  },
  swap: {
    old: "Appliance replaced",
    on: "Replaced on",
    new: "New appliance",
    nothing: "This contract has no appliance in service.",
  },
  holder: {
    who: "Client already?",
    choices: {
      new: "No, a new client",
      existing: "Yes, in the register",
    },
    existing: "Find the client",
    findBy: "Name, town, phone",
    chooseOne: "Choose a client of the list.",
    change: "Change",
    current: (name) => `Current holder: ${name}.`,
  },
  sign: {
    client: "Client",
    contract: "Contract",
    terms: "Length, renewal and notice",
    services: "Plan and billing",
    place: "Place, if not the client’s",
    equipment: "Equipment",
    count: "Number of appliances",
    appliance: (n) => `Appliance ${String(n)}`,
    applianceMore: (n) => `Appliance ${String(n)}: more details`,
    numberHint: "Blank: Tacite gives the next number.",
  },
};
