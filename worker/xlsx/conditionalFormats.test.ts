import { describe, expect, it } from "@jest/globals";
import { plan } from "../../domain/i18n/fr/plan";
import { paymentStates } from "../../domain/workbook/formulas";
import { stateColours } from "./conditionalFormats";

const { contractStates, noticeStates, shown } = plan;
const { overdueSince, toDoBefore, fromDay, upToDate, none, toInvoice, lateInvoice, invoiced, paid, unpaid, notYet } =
  shown;
const day = "2026-11-24";

/** The number of the first rule that fits, as Excel finds it. */
function colourOf(state: string): number {
  const { rules } = stateColours(["G", "H"], 2, 9);
  return rules.findIndex((rule) => {
    const words = "formulae" in rule ? (rule.formulae as readonly string[]).join() : "";
    const beginnings = [...words.matchAll(/="([^"]*)"/g)].map(([, beginning]) => beginning ?? "");
    return beginnings.some((beginning) => state.startsWith(beginning));
  });
}

describe("the colour of a state", () => {
  it("is asked of every column of states alike", () => {
    expect(stateColours(["G", "H"], 2, 9).ref).toBe("G2:G9 H2:H9");
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
    expect(states.map((state) => [state, colourOf(state)])).toEqual(states.map((state) => [state, tone]));
  });

  it("is known for every state there is", () => {
    const states = [...Object.values(contractStates), ...Object.values(noticeStates), ...Object.values(paymentStates)];
    expect(states.filter((state) => colourOf(state) === -1)).toEqual([]);
  });
});
