import { describe, expect, it } from "@jest/globals";
import { plan } from "../../i18n/fr/plan";
import { paymentStates } from "../formulas";
import { columnsOf, tableNames } from "../schema";
import { isState, stateTones, toneFormula } from "./stateTones";

const { contractStates, noticeStates, shown } = plan;
const { overdueSince, toDoBefore, fromDay, upToDate, none, toInvoice, lateInvoice, invoiced, paid, unpaid, notYet } =
  shown;
const day = "2026-11-24";

/** The number of the first tone that fits, as Excel finds it. */
function toneOf(state: string): number {
  return stateTones.findIndex((tone) => {
    const beginnings = [...toneFormula(tone, "G2").matchAll(/LEFT\(G2,(\d+)\)="([^"]*)"/g)];
    return beginnings.some(([, length, words]) => state.slice(0, Number(length)) === words);
  });
}

describe("the colour of a state", () => {
  it("is given to columns that are neighbours, so that one range holds them", () => {
    for (const table of tableNames) {
      const places = columnsOf(table).flatMap(([name], index) => (isState(table, name) ? [index] : []));
      expect(places).toEqual(places.map((_, index) => (places[0] ?? 0) + index));
    }
  });

  it.each([
    [
      "alarm",
      0,
      [overdueSince(day), lateInvoice, unpaid, noticeStates.late, noticeStates.returned, paymentStates.late],
    ],
    ["calm", 1, [upToDate, invoiced, paid, noticeStates.sent, contractStates.active, paymentStates.paid]],
    ["grey", 2, [fromDay(day), none, notYet, noticeStates.notRequired, contractStates.ended, contractStates.upcoming]],
    [
      "to do",
      3,
      [
        toDoBefore(day),
        toInvoice,
        noticeStates.toSend,
        noticeStates.noWindow,
        contractStates.toRenew,
        paymentStates.due,
      ],
    ],
  ])("is that of %s", (_, tone, states) => {
    expect(states.map((state) => [state, toneOf(state)])).toEqual(states.map((state) => [state, tone]));
  });

  it("is known for every state there is", () => {
    const states = [...Object.values(contractStates), ...Object.values(noticeStates), ...Object.values(paymentStates)];
    expect(states.filter((state) => toneOf(state) === -1)).toEqual([]);
  });
});
