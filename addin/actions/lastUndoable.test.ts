import { describe, expect, it } from "@jest/globals";
import { contextOn, done, written } from "../../tests/builders/context";
import { client, contract, period, register } from "../../tests/builders/register";
import { logVisit } from "../../domain/actions/logVisit";
import { undoOf } from "../../domain/actions/undoOf";
import { lastUndoable } from "./lastUndoable";

const firm = register({ clients: [client()], contracts: [contract()], periods: [period()] });
const visit = { contract: "2026-001", outcome: "done" } as const;
const first = contextOn("2026-11-23");
const second = contextOn("2026-11-24", 100);
const once = written(firm, logVisit(firm, visit, first), first);
const twice = written(once, logVisit(once, visit, second), second);
const batches = [...new Set(twice.journal.map(({ batch }) => batch))];

describe("the last batch that can be taken back", () => {
  it("is the last by the clock, however the Journal was sorted by hand", () => {
    expect(batches).toHaveLength(2);
    expect(lastUndoable(twice)).toBe(batches[1]);
    expect(lastUndoable({ ...twice, journal: [...twice.journal].reverse() })).toBe(batches[1]);
  });

  it("is the one before, once the last was taken back", () => {
    const third = contextOn("2026-11-24", 200);
    const undone = written(twice, done(undoOf(twice, batches[1] ?? "")), third);
    expect(lastUndoable(undone)).toBe(batches[0]);
  });

  it("is none where nothing was done", () => {
    expect(lastUndoable(firm)).toBeNull();
  });
});
