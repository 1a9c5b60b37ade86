import { expect, it } from "@jest/globals";
import { bigRegister } from "../../bench/bigRegister";
import { announceMany } from "../../domain/actions/announceMany";
import { renewMany } from "../../domain/actions/renewMany";
import { registerInExcel } from "../../tests/builders/registerInExcel";
import { createSession } from "./createSession";

const today = "2026-11-24";

it("announces the prices of 2,000 contracts at once, takes them back, records the renewals and takes these back, within what Excel on the web accepts", async () => {
  const excel = await registerInExcel(bigRegister(10_000, today));
  let keys = 0;
  const session = createSession(excel.pane("pane A"), {
    today: () => today,
    at: () => `${today} 09:00`,
    who: () => "Lucie",
    newKey: (prefix) => `${prefix}-${String((keys += 1)).padStart(12, "0")}`,
  });
  await session.open();
  const state = session.state();
  if (state.kind !== "ready") throw new Error(state.kind);
  const contracts = state.opened.plan.contracts
    .filter(({ file, period }) => period?.row !== null && file.contract.refusalOn === null)
    .slice(-2_000)
    .map(({ file }) => file.contract.number);
  expect(contracts).toHaveLength(2_000);
  const revision = { by: "percent", basisPoints: 200 } as const;
  // What is there, the changes and, where they are told of the rows that were there, the states.
  for (const { work, exchanges } of [
    {
      work: () => session.perform(announceMany, { contracts, revision, reason: "Hausse du prix des pièces" }),
      exchanges: 2,
    },
    { work: () => session.undo(session.lastBatch() ?? ""), exchanges: 2 },
    { work: () => session.perform(renewMany, { contracts }), exchanges: 3 },
    { work: () => session.undo(session.lastBatch() ?? ""), exchanges: 3 },
  ]) {
    excel.exchanges.length = 0;
    expect(await work()).toMatchObject({ kind: "done" });
    const heaviest = excel.exchanges.map(({ requestBytes, answerBytes }) => Math.max(requestBytes, answerBytes));
    expect(heaviest).toHaveLength(exchanges);
    expect(Math.max(...heaviest)).toBeLessThan(5_000_000);
  }
}, 240_000);
