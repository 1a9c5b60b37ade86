import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import fc from "fast-check";
import { byHand } from "../../tests/builders/byHand";
import { openInExcel } from "../../tests/builders/excelInNode";
import { client, contract, period, register } from "../../tests/builders/register";
import { logVisit } from "../../domain/actions/logVisit";
import { readRegister } from "../../domain/workbook/readRegister";
import { tableNames } from "../../domain/workbook/schema";
import { createTables } from "../excel/createTables";
import type { ExcelPort } from "../excel/excelPort";
import { readTables } from "../excel/readTables";
import { createSession } from "./createSession";
import type { Session } from "./session";

const today = "2026-11-24";
const numbers = Array.from({ length: 200 }, (_, i) => `2026-${String(i + 1).padStart(3, "0")}`);
const firm = register({
  clients: [client()],
  contracts: numbers.map((number) => contract({ number })),
  periods: numbers.map((number) => period({ id: `P-${number}`, contract: number })),
});

/** The same draws every time. */
function draws(): (below: number) => number {
  const lots = fc.sample(fc.nat(), { seed: 2, numRuns: 10_000 });
  let next = 0;
  return (below) => (lots[next++ % lots.length] ?? 0) % below;
}

/**
 * Lets one of those who wait for Excel through at a time once all have come as far as they can: the first few in the
 * order in which they came, so that both panes find the table of visits empty, then drawn by lot.
 */
function oneAtATime(draw: (below: number) => number, between: () => void): () => Promise<void> {
  const waiting: (() => void)[] = [];
  let inOrder = 40;
  const letOneThrough = () => {
    if (inOrder === 0) between();
    waiting.splice(inOrder === 0 ? draw(waiting.length) : 0, 1)[0]?.();
    inOrder = Math.max(0, inOrder - 1);
    if (waiting.length > 0) setImmediate(letOneThrough);
  };
  return () =>
    new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setImmediate(letOneThrough);
    });
}

let keys = 0;
const sessionOn = (port: ExcelPort, who: string) =>
  createSession(port, {
    today: () => today,
    at: () => `${today} 09:00`,
    who: () => who,
    newKey: (prefix) => `${prefix}-${String((keys += 1))}`,
  });

const openedIn = (session: Session) => {
  const state = session.state();
  if (state.kind !== "ready") throw new Error(`The register is not open: ${JSON.stringify(state)}`);
  return state.opened;
};

describe("two panes on one workbook", () => {
  // A pane reads again by itself when nobody has typed for a second: here only before its actions, so that each seed
  // gives one order of events.
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick", "queueMicrotask", "Date", "performance"] });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it("log 200 visits each while somebody sorts, filters and types: nothing is lost or doubled", async () => {
    const excel = openInExcel();
    await createTables({ register: firm, statuses: {} });
    const draw = draws();
    const hand = byHand(excel.workbook, "coauthor");
    const disturbances = [
      () => hand.sort("contracts", "N° contrat", draw(2) === 0),
      () => hand.sort("interventions", "Technicien", draw(2) === 0),
      () => hand.filter("interventions", "Technicien", "A7"),
      () => hand.filter("contracts", "N° contrat", "2026-007"),
      () => hand.insertRowsAbove("interventions"),
      () => hand.type("contracts", numbers[draw(200)] ?? "", "Notes", `Vu ${String(draw(1000))}`),
    ];
    excel.meanwhile = oneAtATime(draw, () => {
      if (draw(4) === 0) disturbances[draw(disturbances.length)]?.();
    });
    const panes = Object.entries({ A: today, B: "2026-11-23" } as const).map(([who, on]) => ({
      who,
      on,
      session: sessionOn(excel.pane(`pane ${who}`), who),
    }));
    await Promise.all(panes.map(({ session }) => session.open()));

    const said = new Map<string, number>();
    const logAll = async ({ who, on, session }: (typeof panes)[number]) => {
      for (const [i, number] of numbers.entries()) {
        const visit = { contract: number, outcome: "partial", on, technician: `${who}${String(i)}` } as const;
        for (;;) {
          const outcome = await session.perform(logVisit, visit);
          const word = outcome.kind === "failed" ? outcome.problem : outcome.kind;
          said.set(word, (said.get(word) ?? 0) + 1);
          if (outcome.kind === "done") break;
          // What the pane tells its user to do.
          if (word === "filterOn") hand.clearFilter("interventions");
          else if (word !== "conflict") throw new Error(JSON.stringify(outcome));
        }
      }
    };
    await Promise.all(panes.map(logAll));

    excel.meanwhile = () => undefined;
    const found = readRegister(await readTables(() => undefined));
    if ("reason" in found) throw new Error(found.reason);
    expect(found.problems).toEqual([]);
    const { interventions, contracts, journal } = found.register;
    const visits = panes.flatMap(({ who }) => numbers.map((number, i) => `${number} ${who}${String(i)}`));
    expect(interventions.map((row) => `${row.contract} ${row.technician ?? ""}`).sort()).toEqual(visits.sort());
    expect(new Set(interventions.map(({ id }) => id)).size).toBe(400);
    expect(contracts.map(({ number }) => number).sort()).toEqual(numbers);
    expect(journal.map(({ row }) => row).sort()).toEqual(interventions.map(({ id }) => id).sort());
    expect(said.get("done")).toBe(400);
    expect([...said.keys()].sort()).toEqual(["conflict", "done", "filterOn"]);

    // Each pane knows what the other did, and where every row lies.
    for (const { session } of panes) {
      await session.undo(session.lastBatch() ?? "");
      const now = readRegister(await readTables(() => undefined));
      if ("reason" in now) throw new Error(now.reason);
      const opened = openedIn(session);
      for (const table of tableNames) {
        expect(opened.positions[table]?.rows).toEqual(now.positions[table]?.rows);
        expect(opened.register[table].length).toBe(now.register[table].length);
      }
    }
  }, 300_000);
});
