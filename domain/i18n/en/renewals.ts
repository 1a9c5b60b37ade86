import { formats } from "./formats";
import type { RenewalsWords } from "../fr/renewals";

const { shortDate, money } = formats;

export const renewals: RenewalsWords = {
  step: "What do you want to do?",
  steps: { announce: "Announce the new prices", record: "Record the renewals" },
  leads: {
    announce:
      "First the price of the new period is announced: the renewal letter, if there is one, will say it. The renewal is recorded later.",
    record: "The new period is written at the announced price, or at the same price if none was announced.",
  },
  from: "Period that ends from",
  to: "to",
  filters: "Choose among these contracts",
  city: "Town",
  category: "Appliance",
  plan: "Plan",
  basis: "Price",
  all: "All",
  revision: "Revision",
  by: { percent: "In %", amount: "In €", index: "By an index" },
  percent: "Raise in % (− to lower)",
  amount: "Raise in € (− to lower)",
  index: "New index (I)",
  clauseHint:
    "Price × (a + b × I / I0), where a + b = 1 (0.15 and 0.85, or 15% and 85%). The contract’s clause comes first, from its P0, with or without tax as the price is; these boxes are for contracts without one.",
  fixedShare: "Fixed share (a)",
  indexShare: "Indexed share (b)",
  baseIndex: "Starting index (I0)",
  roundingStep: "Rounded",
  roundingSteps: { "1": "To the cent", "10": "To 10 cents", "50": "To 50 cents", "100": "To the euro" },
  rounding: "Towards",
  roundings: { nearest: "The nearest", up: "Up", down: "Down" },
  reason: "Reason, said in the letter",
  chosen: (count, total) => `${String(count)} chosen of ${String(total)}`,
  chooseAll: "Choose all",
  chooseNone: "Choose none",
  none: "No contract ends between these two dates. Change the dates or the filters.",
  choose: (who) => `Choose: ${who}`,
  columns: { contract: "Contract", before: "Old", after: "New", difference: "Difference" },
  total: (basis) => `Total ${basis} of those chosen`,
  unknown: "unknown",
  endsOn: (day) => `ends on ${shortDate(day)}`,
  kept: "“Do not revise”: the price stays the same.",
  submit: {
    announce: (count) => `Announce (${String(count)})`,
    record: (count) => `Record (${String(count)})`,
  },
  newLetters:
    "If a letter is ready with the old price, the companion writes a new one (version 2) at its next run: send that one.",
  warnings: (warning) => {
    switch (warning.code) {
      case "noticeSent":
        return `The letter left on ${shortDate(warning.on)} with another price. Tell the client before you change it.`;
      case "letterReady":
        return "A letter is ready with another price: a new one will be written.";
      case "noticeLate":
        return `The last legal day of the letter has passed (${shortDate(warning.lastDay)}) and none was sent. ${
          warning.freeFrom === null
            ? "Tell the client."
            : `Tell the client: he may leave at any time from ${shortDate(warning.freeFrom)}.`
        }`;
      case "noLetter":
        return "Tacite writes no letter for this contract: tell the client the new price yourself.";
      case "bigChange":
        return `The price changes by ${warning.percent > 0 ? "+" : "−"}${String(Math.abs(warning.percent))}%: check it before you choose this contract.`;
      case "announcedBefore":
        return `${money(warning.price)} was announced: that price will be replaced.`;
      case "suspended":
        return `Contract suspended since ${shortDate(warning.from)}.`;
      case "priceInDoubt":
        return "A cell of the price cannot be read on the sheet Périodes. Correct it first.";
      case "taxUnknown":
        return "Price without tax and no VAT rate: fill in the rate, or the letter cannot be written.";
      case "early":
        return `The period ends only on ${shortDate(warning.endsOn)}: it is early, the client may still refuse.`;
      case "unpriced":
        return "The price of the new period will have to be filled in.";
    }
  },
};
