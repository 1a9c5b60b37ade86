import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { arbitraryActions } from "../../tests/builders/arbitraryAction";
import { arbitraryRegister, generatedToday } from "../../tests/builders/arbitraryRegister";
import { contextOn, done, reasons, written } from "../../tests/builders/context";
import { client, contract, invoice, period, register } from "../../tests/builders/register";
import { apply, inverse } from "../changes";
import { announceRenewal } from "./announceRenewal";
import { isRefused, isUndoable } from "./decision";
import type { ActionName } from "./decision";
import { logVisit } from "./logVisit";
import { markInvoiced } from "./markInvoiced";
import { markPaid } from "./markPaid";
import { renew } from "./renew";
import { renewMany } from "./renewMany";
import { signContract } from "./signContract";
import { undoOf } from "./undoOf";

const today = "2026-11-24";
const context = contextOn(today);
const firm = register({ clients: [client()], contracts: [contract()], periods: [period()] });
const lastBatch = (r: typeof firm) => r.journal.at(-1)?.batch ?? "";

describe("every action", () => {
  const actionNames = Object.keys(arbitraryActions(firm)) as Exclude<ActionName, "undo">[];

  it.each(actionNames.filter(isUndoable))("%s is undone from its changes and from the Journal, row for row", (name) => {
    const cases = arbitraryRegister.chain((before) =>
      arbitraryActions(before)[name].map((decide) => ({ before, decide })),
    );
    fc.assert(
      fc.property(cases, ({ before, decide }) => {
        const decision = decide(before, contextOn(generatedToday));
        if (isRefused(decision)) expect(decision.refusals.length).toBeGreaterThan(0);
        // Sixty that were accepted, however many are refused.
        fc.pre(!isRefused(decision));
        expect(apply(apply(before, decision.changes), inverse(decision.changes))).toEqual(before);

        const now = written(before, decision, contextOn(generatedToday, 1000));
        const undo = done(undoOf(now, lastBatch(now)));
        const undone = written(now, undo, contextOn(generatedToday, 2000));
        expect({ ...undone, journal: before.journal }).toEqual(before);
        expect(reasons(undoOf(undone, lastBatch(now)))).toEqual(["alreadyUndone"]);
      }),
      { numRuns: 60 },
    );
  });
});

describe("two actions", () => {
  it("are undone last first, whatever they are", () => {
    const anyAction = (r: typeof firm) =>
      fc.oneof(...Object.entries(arbitraryActions(r)).flatMap(([name, decide]) => (isUndoable(name) ? [decide] : [])));
    const cases = arbitraryRegister.chain((before) =>
      fc.record({ before: fc.constant(before), first: anyAction(before), second: anyAction(before) }),
    );
    fc.assert(
      fc.property(cases, ({ before, first, second }) => {
        const one = first(before, contextOn(generatedToday));
        if (isRefused(one)) return;
        const afterOne = written(before, one, contextOn(generatedToday, 1000));
        const two = second(afterOne, contextOn(generatedToday, 2000));
        if (isRefused(two)) return;
        const afterTwo = written(afterOne, two, contextOn(generatedToday, 3000));
        const back = written(afterTwo, undoOf(afterTwo, lastBatch(afterTwo)), contextOn(generatedToday, 4000));
        const undone = apply(back, done(undoOf(back, lastBatch(afterOne))).changes);
        expect({ ...undone, journal: before.journal }).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });
});

describe("an undo", () => {
  it("names the contract, and none where the action bore on several", () => {
    const announced = written(firm, announceRenewal(firm, { ...own, price: 13000 }, context), context);
    expect(done(undoOf(announced, lastBatch(announced))).summary.facts).toMatchObject({ contract: "2026-001" });
    const two = register({
      clients: [client()],
      contracts: [contract(), contract({ number: "2026-002" })],
      periods: [period(), period({ id: "P2", contract: "2026-002" })],
    });
    const renewed = written(two, renewMany(two, { contracts: ["2026-001", "2026-002"] }, context), context);
    expect(done(undoOf(renewed, lastBatch(renewed))).summary.facts).toMatchObject({ contract: null });
  });

  it("is refused when a later action changed the same cell", () => {
    const first = written(firm, announceRenewal(firm, { ...own, price: 13000 }, context), context);
    const second = written(first, announceRenewal(first, { ...own, price: 14000 }, context), context);
    expect(undoOf(second, lastBatch(first))).toEqual({
      refusals: [{ code: "changedSince", facts: { table: "contracts", key: "2026-001", column: "nextPrice" } }],
    });
    expect(reasons(undoOf(second, lastBatch(second)))).toEqual([]);
  });

  it("is refused while a later row rests on what it would remove", () => {
    const signed = written(register(), signContract(register(), signature, context), context);
    const visited = written(signed, logVisit(signed, { contract: "2026-001", outcome: "done" }, context), context);
    expect(reasons(undoOf(visited, lastBatch(signed)))).toEqual(["usedSince"]);
  });

  it("does not take back a renewal that has been invoiced", () => {
    const renewed = written(firm, renew(firm, own, context), context);
    const billed = written(
      renewed,
      markInvoiced(renewed, { number: "FA-9", items: [{ ...own, period: 2 }] }, context),
      context,
    );
    expect(reasons(undoOf(billed, lastBatch(renewed)))).toEqual(["usedSince"]);
  });

  it("says why nothing can be undone", () => {
    const paid = { ...firm, invoices: [invoice({ period: 1, amount: 12000, issuedOn: "2026-04-01" })] };
    const now = written(paid, markPaid(paid, { invoice: "F1" }, context), context);
    const garbled = { ...now, journal: now.journal.map((line) => ({ ...line, after: "{" })) };
    const mistyped = { ...now, journal: now.journal.map((line) => ({ ...line, after: '{"paidOn":"hier"}' })) };
    const undone = written(now, undoOf(now, lastBatch(now)), context);
    expect(reasons(undoOf(now, "B-unknown"))).toEqual(["unknownBatch"]);
    expect(reasons(undoOf(garbled, lastBatch(now)))).toEqual(["journalUnreadable"]);
    expect(reasons(undoOf(mistyped, lastBatch(now)))).toEqual(["journalUnreadable"]);
    expect(reasons(undoOf(undone, lastBatch(undone)))).toEqual(["notUndoable"]);
  });
});

describe("the Journal", () => {
  it("holds one line for each change, with the cells before and after", () => {
    const now = written(firm, announceRenewal(firm, { ...own, price: 13000 }, contextOn(today)), contextOn(today));
    expect(now.journal).toEqual([
      {
        at: "2026-11-24 09:00",
        who: "Lucie",
        action: "announceRenewal",
        batch: "B-new1",
        table: "contracts",
        row: "2026-001",
        change: "updated",
        before: '{"nextPrice":null}',
        after: '{"nextPrice":13000}',
        id: "J-new2",
      },
    ]);
  });

  it("keeps the longest report in lines that fit a cell, and puts them together in any order", () => {
    const report = '"🔧'.repeat(10_900);
    const now = written(firm, logVisit(firm, { ...own, outcome: "done", report }, context), context);
    const shuffled = { ...now, journal: [...now.journal].reverse() };
    expect(now.journal.length).toBeGreaterThan(1);
    expect(Math.max(...now.journal.map(({ after }) => after?.length ?? 0))).toBeLessThanOrEqual(32_000);
    expect(done(undoOf(shuffled, lastBatch(now))).changes).toHaveLength(1);
  });

  it("keeps text that looks like a formula as text", () => {
    const now = written(firm, logVisit(firm, { ...own, outcome: "done", report: "=1+1" }, context), context);
    expect(now.interventions.map(({ report }) => report)).toEqual(["=1+1"]);
    expect(now.journal[0]?.after).toContain('"report":"=1+1"');
  });
});

const own = { contract: "2026-001" };
const signature = {
  client: { new: { name: "Durand" } },
  contract: { startsOn: "2026-11-01" },
  period: { price: 12000 },
  equipment: [],
} as const;
