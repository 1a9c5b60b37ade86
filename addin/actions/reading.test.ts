import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { byHand } from "../../tests/builders/byHand";
import { openInExcel } from "../../tests/builders/excelInNode";
import type { ExcelInNode } from "../../tests/builders/excelInNode";
import { client, contract, intervention, period, register } from "../../tests/builders/register";
import { logRepair } from "../../domain/actions/logRepair";
import { logVisit } from "../../domain/actions/logVisit";
import type { CivilDate } from "../../domain/dates/civilDate";
import { readRegister } from "../../domain/workbook/readRegister";
import { cellAt } from "../../excel-host/model/cells";
import { createTables } from "../excel/createTables";
import { ExcelError } from "../excel/excelProblem";
import type { ExcelPort } from "../excel/excelPort";
import { readTables } from "../excel/readTables";
import { createSession } from "./createSession";
import type { Session } from "./session";

const firm = register({
  clients: [client()],
  contracts: [contract(), contract({ number: "2026-002" })],
  periods: [period(), period({ id: "P2", contract: "2026-002" })],
  interventions: [intervention({ id: "I1", plannedOn: "2026-11-24" })],
});
const repair = { contract: "2026-002" };

let saved: Uint8Array;
let today: CivilDate;
/** Whether Excel has no time to show the states. */
let isBusy: boolean;
let excel: ExcelInNode;
let hand: ReturnType<typeof byHand>;
let session: Session;
let keys = 0;

beforeAll(async () => {
  excel = openInExcel();
  await createTables({ register: firm, statuses: {} });
  saved = excel.save();
});
beforeEach(async () => {
  today = "2026-11-24";
  excel = openInExcel(saved);
  hand = byHand(excel.workbook, "coauthor");
  isBusy = false;
  const pane = excel.pane("pane A");
  const port: ExcelPort = {
    ...pane,
    writeStatuses: (...asked) =>
      isBusy ? Promise.reject(new ExcelError("workbookBusy", "")) : pane.writeStatuses(...asked),
  };
  session = createSession(port, {
    today: () => today,
    at: () => `${today} 09:00:00`,
    who: () => "Lucie",
    newKey: (prefix) => `${prefix}-${String((keys += 1))}`,
  });
  await session.open();
  excel.exchanges.length = 0;
});

const opened = () => {
  const state = session.state();
  if (state.kind !== "ready") throw new Error(`The register is not open: ${state.kind}`);
  return state.opened;
};
async function repairsInExcel() {
  const read = readRegister(await readTables(() => undefined));
  if ("reason" in read) throw new Error(read.reason);
  return read.register.interventions.filter(({ kind }) => kind === "repair");
}

describe("what the pane knows of the workbook", () => {
  it("is read again before the next action where Excel did not let it be read at once", async () => {
    hand.type("interventions", "I1", "Technicien", "Zoé");
    excel.refusal = (exchange) => (exchange === 1 ? "GeneralException" : null);
    expect(await session.perform(logVisit, { contract: "2026-001", outcome: "done" })).toMatchObject({
      kind: "failed",
    });
    expect(await session.perform(logVisit, { contract: "2026-001", outcome: "done" })).toMatchObject({ kind: "done" });
    expect(opened().register.interventions).toMatchObject([{ id: "I1", outcome: "done", technician: "Zoé" }]);
  });

  it("turns with the day, as soon as the user does something in Excel", async () => {
    today = "2026-11-25";
    await session.readSelection();
    await session.goTo({ table: "contracts" });
    expect(opened().plan.today).toBe("2026-11-25");
  });
});

describe("an answer of Excel that is lost on the way", () => {
  it("of a write that was carried out is told as done", async () => {
    excel.isLost = (exchange) => exchange === 2;
    expect(await session.perform(logRepair, repair)).toMatchObject({ kind: "done" });
    expect(await repairsInExcel()).toHaveLength(1);
    expect(opened().register.interventions).toHaveLength(2);
  });

  it("of everything from then on is told as unsure, and what was written is known before the next action", async () => {
    excel.isLost = (exchange) => exchange >= 2;
    expect(await session.perform(logRepair, repair)).toEqual({ kind: "failed", problem: "offline" });
    excel.isLost = () => false;
    await session.perform(logVisit, { contract: "2026-001", outcome: "done" });
    expect(opened().register.interventions.filter(({ kind }) => kind === "repair")).toHaveLength(1);
    expect(await repairsInExcel()).toHaveLength(1);
  });
});

describe("the states in the sheets", () => {
  const stateInExcel = (contractNumber: string) => {
    const { sheet, area, columns } = hand.tableOf("contracts");
    const at = (header: string) => area.column + columns.findIndex(({ name }) => name === header);
    const row = [1, 2].map((down) => area.row + down).find((one) => cellAt(sheet, one, at("N° contrat")).value === contractNumber); // prettier-ignore
    return row === undefined ? null : cellAt(sheet, row, at("État au")).value;
  };

  it("that Excel was too busy to show are shown a little later", async () => {
    today = "2026-11-25";
    isBusy = true;
    await session.readSelection();
    await session.goTo({ table: "contracts" });
    expect(stateInExcel("2026-001")).toBe(46_350);
    isBusy = false;
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    await session.goTo({ table: "contracts" });
    expect(stateInExcel("2026-001")).toBe(46_351);
  });
});
