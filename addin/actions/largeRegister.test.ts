import { describe, expect, it } from "@jest/globals";
import { bigRegister } from "../../bench/bigRegister";
import type { Exchange } from "../../tests/builders/excelInNode";
import { registerInExcel } from "../../tests/builders/registerInExcel";
import type { CivilDate } from "../../domain/dates/civilDate";
import { logVisit } from "../../domain/actions/logVisit";
import { valueAt } from "../../excel-host/model/cells";
import { findTable } from "../../excel-host/model/workbook";
import { createSession } from "./createSession";
import type { Outcome } from "./session";

const today = "2026-11-24";
const tomorrow = "2026-11-25";

/** What a pane asks of Excel: a register whose states nobody has shown is opened, an action done and undone, and all read again the day after. */
async function measured(contracts: number) {
  const excel = await registerInExcel(bigRegister(contracts, today));
  let day: CivilDate = today;
  let keys = 0;
  const session = createSession(excel.pane("pane A"), {
    today: () => day,
    at: () => `${day} 09:00`,
    who: () => "Lucie",
    newKey: (prefix) => `${prefix}-${String((keys += 1))}`,
  });
  const progress: number[] = [];
  session.subscribe(() => {
    const state = session.state();
    if (state.kind === "opening" && state.total > 0) progress.push(state.done / state.total);
  });
  const costOf = async (work: () => Promise<unknown>) => {
    excel.exchanges.length = 0;
    await work();
    return [...excel.exchanges];
  };
  const contract = `CT-${String(contracts).padStart(5, "0")}`;
  const opening = await costOf(() => session.open());
  const progressOfOpening = [...progress];
  const visit = await costOf(async () => done(await session.perform(logVisit, { contract, outcome: "done" })));
  const undo = await costOf(async () => done(await session.undo(session.lastBatch() ?? "")));
  day = tomorrow;
  const nextDay = await costOf(() => session.open());
  return { opening, progress: progressOfOpening, visit, undo, nextDay, excel };
}

function done(outcome: Outcome): void {
  expect(outcome).toMatchObject({ kind: "done" });
}

const bytesOf = (exchanges: readonly Exchange[]) =>
  exchanges.reduce((sum, { requestBytes, answerBytes }) => sum + requestBytes + answerBytes, 0);

const heaviest = (exchanges: readonly Exchange[]) =>
  Math.max(...exchanges.map(({ requestBytes, answerBytes }) => Math.max(requestBytes, answerBytes)));

describe("the session on a register of 10,000 contracts", () => {
  it("opens in six exchanges that Excel on the web accepts, and an action costs what it costs on 100 contracts", async () => {
    const small = await measured(100);
    const big = await measured(10_000);
    for (const opening of [big.opening, big.nextDay]) {
      expect(opening.length).toBeLessThanOrEqual(6);
      expect(heaviest(opening)).toBeLessThan(5_000_000);
    }
    expect(big.progress.length).toBeGreaterThan(3);
    expect(big.progress.at(-1)).toBe(1);
    // The states of all contracts are shown, the last one's too.
    const contracts = findTable(big.excel.workbook, "Tacite_Contrats");
    const [, name, , , , , , , , state] = Array.from({ length: 10 }, (_, column) =>
      contracts === null ? null : valueAt(contracts.sheet, 10_000, column),
    );
    expect([typeof name, typeof state]).toEqual(["string", "string"]);
    for (const action of ["visit", "undo"] as const) {
      expect([small[action].length, big[action].length]).toEqual([2, 2]);
      expect(bytesOf(big[action]) / bytesOf(small[action])).toBeLessThanOrEqual(1.1);
    }
  }, 240_000);
});
