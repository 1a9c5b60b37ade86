import { describe, expect, it } from "@jest/globals";
import { contract, equipment, intervention, invoice, period, register } from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import { contractFilters, passes } from "./contractFilters";
import { planOf } from "./plan";

/** The filters to which the one contract answers on the day: 15 March 2026 to 14 March 2027, without préavis. */
function answers(today: CivilDate, values: Partial<Register> = {}): readonly string[] {
  const visited = intervention({ doneOn: "2026-04-10", outcome: "done", equipment: "E1" });
  const paid = invoice({ number: "F-1", period: 1, issuedOn: "2026-03-20", paidOn: "2026-03-30" });
  const firm = register({
    contracts: [contract()],
    periods: [period()],
    equipment: [equipment()],
    interventions: [visited],
    invoices: [paid],
    ...values,
  });
  return planOf(firm, [], today).contracts.flatMap((one) =>
    contractFilters.filter((filter) => passes(one, filter, today)),
  );
}

describe("the filters of the contracts", () => {
  it.each<[string, CivilDate, Partial<Register>, readonly string[]]>([
    ["nothing is owed", "2026-06-01", {}, []],
    ["the letter is to be sent", "2026-12-14", {}, ["toNotify", "endsSoon"]],
    ["the letter is late", "2027-02-20", {}, ["toNotify", "endsSoon"]],
    ["the period ends in 90 days", "2026-12-14", { contracts: [contract({ renewalKind: "express" })] }, ["endsSoon"]],
    ["the period ends in 91 days", "2026-12-13", { contracts: [contract({ renewalKind: "express" })] }, []],
    ["the period is to be invoiced", "2026-06-01", { invoices: [] }, ["toInvoice"]],
    [
      "the invoice is unpaid",
      "2026-06-01",
      { invoices: [invoice({ number: "F-1", period: 1, issuedOn: "2026-03-20", amount: 12000 })] },
      ["unpaid"],
    ],
    [
      "the visit is late",
      "2026-06-01",
      { interventions: [], equipment: [equipment({ category: "other", visitMonths: [5] })] },
      ["lateVisits"],
    ],
    [
      "the client has refused and is still owed a visit",
      "2026-06-01",
      {
        contracts: [contract({ refusalOn: "2026-05-01" })],
        interventions: [],
        equipment: [equipment({ category: "other" })],
      },
      ["refusedWithVisits"],
    ],
    ["the contract is over", "2026-12-20", { contracts: [contract({ terminatedOn: "2026-12-01" })] }, []],
  ])("say that %s", (_, today, values, expected) => {
    expect(answers(today, values)).toEqual(expected);
  });
});
