import { describe, expect, it } from "@jest/globals";
import { after, contextOn, reasons } from "../../tests/builders/context";
import { client, register } from "../../tests/builders/register";
import { obligations } from "../obligations/obligations";
import { importRows } from "./importRows";
import type { ImportedContract } from "./importRows";

const context = contextOn("2026-11-24");
const firm = register({ clients: [client()] });
const line: ImportedContract = {
  client: { existing: "C0001" },
  contract: { startsOn: "2021-03-15" },
  period: { price: 12000 },
  equipment: [{ category: "gasBoiler" }],
};
const take = (...lines: readonly Partial<ImportedContract>[]) =>
  importRows(firm, { followedSince: "2026-11-24", lines: lines.map((change) => ({ ...line, ...change })) }, context);
const spans = (r: typeof firm) => r.periods.map(({ number, from, to }) => [number, from, to]);

describe("importing a list", () => {
  it.each<[string, Partial<ImportedContract>, [number, string, string]]>([
    ["from its effective date", {}, [6, "2026-03-15", "2027-03-14"]],
    ["from its échéance alone", { contract: {}, period: { price: 1, to: "2027-01-31" } }, [1, "2026-02-01", "2027-01-31"]], // prettier-ignore
    ["from both", { period: { price: 1, to: "2027-03-31" } }, [6, "2026-04-01", "2027-03-31"]],
    ["from an échéance that has passed", { contract: {}, period: { price: 1, to: "2026-01-31" } }, [2, "2026-02-01", "2027-01-31"]], // prettier-ignore
    ["from the ends as typed", { period: { price: 1, from: "2026-05-01", to: "2027-04-30" } }, [6, "2026-05-01", "2027-04-30"]], // prettier-ignore
  ])("finds the current period %s", (_, change, expected) => {
    expect(spans(after(firm, take(change)))).toEqual([expected]);
  });

  it("follows every contract since the day, and numbers them one after the other", () => {
    const taken = after(firm, take({}, { client: { new: { name: "Durand" } } }, { client: { existing: "C0002" } }));
    expect(taken.contracts.map(({ number, client: of, followedSince }) => [number, of, followedSince])).toEqual([
      ["2026-001", "C0001", "2026-11-24"],
      ["2026-002", "C0002", "2026-11-24"],
      ["2026-003", "C0002", "2026-11-24"],
    ]);
  });

  it("writes down what already happened in the current period", () => {
    const opening = {
      invoiced: { number: "FA-12", on: "2026-03-20" },
      visitedOn: "2026-06-02",
      letterSentOn: "2026-11-20",
    } as const;
    const taken = after(firm, take({ opening, contract: { startsOn: "2021-03-15", noticeLength: 2 } }));
    expect(taken.invoices).toMatchObject([
      { number: "FA-12", period: 6, instalment: 1, issuedOn: "2026-03-20", paidOn: "2026-03-20", amount: 12000 },
    ]);
    expect(taken.interventions).toMatchObject([{ doneOn: "2026-06-02", outcome: "done", certificateOn: "2026-06-02" }]);
    expect(taken.letters).toMatchObject([
      { periodFrom: "2026-03-15", deadline: "2027-01-14", sentOn: "2026-11-20", channel: "post" },
    ]);
  });

  it("writes down the instalments billed so far", () => {
    const monthly = { startsOn: "2026-09-01", billingRhythm: "monthly" } as const;
    const taken = after(firm, take({ contract: monthly, opening: { invoiced: { number: null, on: null } } }));
    expect(taken.invoices.map(({ instalment, amount }) => [instalment, amount])).toEqual([
      [1, 1000],
      [2, 1000],
      [3, 1000],
    ]);
  });

  it("opens no register to overdue lines", () => {
    const taken = after(firm, take({}, { contract: {}, period: { price: 1, to: "2025-06-30" } }));
    expect(obligations(taken, "2026-11-24").filter(({ state }) => state === "overdue")).toEqual([]);
  });

  it("takes all the lines or none, and names those that it cannot take", () => {
    const decision = take({}, { contract: {} }, { client: { existing: "C0009" } });
    expect(decision).toMatchObject({
      refusals: [
        { code: "missing", at: { table: "contracts", column: "startsOn", line: 2 } },
        { code: "unknownClient", at: { line: 3 } },
      ],
    });
    expect(reasons(importRows(firm, { followedSince: "2026-11-24", lines: [] }, context))).toEqual(["nothingChosen"]);
    expect(reasons(importRows(firm, { followedSince: "2026-11-25", lines: [line] }, context))).toEqual(["dateInFuture"]); // prettier-ignore
  });
});
