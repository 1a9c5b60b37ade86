import { describe, expect, it, jest } from "@jest/globals";
import { valueAt } from "../../excel-host/model/cells";
import { findTable } from "../../excel-host/model/workbook";
import { writeCells } from "../../excel-host/model/writeCells";
import type { ImportInput } from "../../domain/actions/importRows";
import { openInExcel } from "../../tests/builders/excelInNode";
import type { ExcelInNode } from "../../tests/builders/excelInNode";
import { createSession } from "./createSession";

jest.setTimeout(240_000);

const today = "2026-11-24";
const never = { onProgress: () => undefined, isCancelled: () => false };
/** Enough for several slices; 20,000 take the same way. */
const ROWS = 2_000;

function listOf(rows: number): ImportInput {
  return {
    followedSince: today,
    lines: Array.from({ length: rows }, (_, n) => ({
      client: { new: { name: `Client ${String(n)}`, postcode: "01000", city: "Bourg", phone: "0639980112" } },
      contract: { noticeLength: 2, notes: "clé chez la voisine" },
      period: { price: 12_000, to: "2027-03-14" as const },
      equipment: [{ category: "gasBoiler" as const, brand: "Frisquet" }],
      opening: { invoiced: { number: null, on: null } },
    })),
  };
}

function paneOn(excel: ExcelInNode) {
  let keys = 0;
  return createSession(excel.pane("pane A"), {
    today: () => today,
    at: () => `${today} 09:00:00`,
    who: () => "Lucie",
    newKey: (prefix) => `${prefix}-${String((keys += 1)).padStart(12, "0")}`,
  });
}

async function withRegister() {
  const excel = openInExcel();
  const session = paneOn(excel);
  await session.open();
  await session.setUp(false);
  excel.exchanges.length = 0;
  return { excel, session };
}

const rowsIn = (excel: ExcelInNode, name: string) => (findTable(excel.workbook, name)?.area.rows ?? 0) - 1;
const keyIn = (excel: ExcelInNode, name: string, row: number) => {
  const table = findTable(excel.workbook, name);
  return table === null ? null : valueAt(table.sheet, row, 0);
};
const heaviest = (excel: ExcelInNode) =>
  Math.max(...excel.exchanges.map(({ requestBytes, answerBytes }) => Math.max(requestBytes, answerBytes)));

const imported = ["Tacite_Contrats", "Tacite_Clients", "Tacite_Periodes", "Tacite_Equipements", "Tacite_Factures"];

describe("importing a long list", () => {
  it("writes it in slices that Excel on the web accepts, and takes it back in one go, also after a restart", async () => {
    const { excel, session } = await withRegister();
    const progress: number[] = [];
    const work = { ...never, onProgress: (done: number, total: number) => progress.push(done / total) };
    const outcome = await session.lists.take(listOf(ROWS), { client: "clientName" }, work);
    expect(outcome).toMatchObject({ kind: "done", summary: { code: "importRows", facts: { contracts: ROWS } } });
    expect(imported.map((name) => rowsIn(excel, name))).toEqual(imported.map(() => ROWS));
    expect(keyIn(excel, "Tacite_Contrats", 1)).toBe("2026-001");
    expect(progress.length).toBeGreaterThan(2);
    expect(progress.at(-1)).toBe(1);
    expect(heaviest(excel)).toBeLessThan(5_000_000);
    // A line of the Journal for many rows, not one for each.
    expect(rowsIn(excel, "Tacite_Journal")).toBeLessThan(ROWS / 10);

    const again = paneOn(excel);
    await again.open();
    expect(again.lastBatch()).not.toBeNull();
    excel.exchanges.length = 0;
    expect(await again.undo(again.lastBatch() ?? "")).toMatchObject({ kind: "done", summary: { code: "undo" } });
    expect(imported.map((name) => rowsIn(excel, name))).toEqual(imported.map(() => 1));
    expect(imported.map((name) => keyIn(excel, name, 1))).toEqual(imported.map(() => null));
    expect(heaviest(excel)).toBeLessThan(5_000_000);
    expect(again.lastBatch()).toBeNull();
    const mapping = await again.lists.read(() => undefined);
    expect(mapping).toMatchObject({ value: { mapping: { client: "clientName" } } });
  });

  it("takes back what was written when it is cancelled, or when Excel refuses half-way", async () => {
    const { excel, session } = await withRegister();
    let asked = 0;
    const cancelled = await session.lists.take(listOf(ROWS), {}, { ...never, isCancelled: () => (asked += 1) > 1 });
    expect(cancelled).toEqual({ kind: "importCancelled" });
    expect(imported.map((name) => keyIn(excel, name, 1))).toEqual(imported.map(() => null));
    expect(session.lastBatch()).toBeNull();

    excel.exchanges.length = 0;
    excel.refusal = (exchange) => (exchange === 4 ? "AccessDenied" : null);
    expect(await session.lists.take(listOf(ROWS), {}, never)).toEqual({ kind: "failed", problem: "sheetProtected" });
    excel.refusal = () => null;
    expect(imported.map((name) => rowsIn(excel, name))).toEqual(imported.map(() => 1));
    expect(session.lastBatch()).toBeNull();
    // And it can be done again.
    expect(await session.lists.take(listOf(3), {}, never)).toMatchObject({ kind: "done" });
    expect(rowsIn(excel, "Tacite_Contrats")).toBe(3);
  });

  it("keeps a row that was changed since, and the rows of others", async () => {
    const { excel, session } = await withRegister();
    await session.lists.take(listOf(2), {}, never);
    const outcome = await session.lists.take(listOf(3), {}, never);
    const batch = outcome.kind === "done" ? outcome.batch : "";
    expect(await session.undo(batch)).toMatchObject({ kind: "done" });
    expect([1, 2, 3].map((row) => keyIn(excel, "Tacite_Contrats", row))).toEqual(["2026-001", "2026-002", null]);
    const clients = findTable(excel.workbook, "Tacite_Clients");
    if (clients !== null)
      writeCells(excel.workbook, "user", { sheet: clients.sheet, row: 1, column: 2 }, [["Autre nom"]]);
    const kept = await session.undo(session.lastBatch() ?? "");
    expect(kept).toMatchObject({ kind: "refused", refusals: [{ code: "changedSince", facts: { key: "C0001" } }] });
    expect(rowsIn(excel, "Tacite_Contrats")).toBe(2);
  });

  it("makes the register first where there is none, and marks the old sheet beside what it holds", async () => {
    const excel = openInExcel();
    const sheet = excel.workbook.active;
    writeCells(excel.workbook, "user", { sheet, row: 1, column: 0 }, [
      ["Client", "Ville"],
      ["Durand", "Nantes"],
    ]);
    const session = paneOn(excel);
    await session.open();
    expect(session.state().kind).toBe("notARegister");
    expect(await session.lists.take(listOf(2), {}, never)).toMatchObject({ kind: "done" });
    const marked = await session.lists.mark(sheet.name, "= ne plus remplir");
    expect([0, 1, 2, 3].map((column) => valueAt(sheet, 1, column))).toEqual([
      "Client",
      "Ville",
      null,
      "= ne plus remplir",
    ]);
    expect(sheet.tabColor).not.toBeNull();
    if ("problem" in marked) throw new Error(marked.problem);
    await session.lists.unmark(marked.value);
    expect([valueAt(sheet, 1, 3), sheet.tabColor]).toEqual([null, null]);
  });

  const begun = async () => {
    const excel = openInExcel();
    const session = paneOn(excel);
    await session.open();
    const outcome = await session.lists.take(listOf(3), {}, never);
    return { excel, session, batch: outcome.kind === "done" ? outcome.batch : "" };
  };
  const sheetsOf = ({ workbook }: ExcelInNode) => workbook.sheets.map(({ name }) => name);

  it("takes the register back with the import that it was made for, and says how far it is", async () => {
    const { excel, session, batch } = await begun();
    const progress: number[] = [];
    expect(await session.undo(batch, (done, total) => progress.push(done / total))).toEqual({ kind: "setUpUndone" });
    expect(progress.at(-1)).toBe(1);
    expect(sheetsOf(excel)).toEqual(["Feuil1"]);
    expect(session.state().kind).toBe("notARegister");
  });

  it("keeps that register where something else was typed in it, and says so", async () => {
    const { excel, session, batch } = await begun();
    const { sheet } = findTable(excel.workbook, "Tacite_Contrats") ?? {};
    if (sheet !== undefined)
      writeCells(excel.workbook, "user", { sheet, row: 40, column: 0 }, [["Rappeler M. Durand"]]);
    expect(await session.undo(batch)).toEqual({ kind: "importUndone" });
    expect(keyIn(excel, "Tacite_Contrats", 1)).toBeNull();
    expect(sheetsOf(excel)).toContain("Contrats");
  });

  it("leaves no sheets behind where the first import is stopped", async () => {
    const excel = openInExcel();
    const session = paneOn(excel);
    await session.open();
    const outcome = await session.lists.take(listOf(3), {}, { ...never, isCancelled: () => true });
    expect(outcome).toEqual({ kind: "importCancelled" });
    expect(sheetsOf(excel)).toEqual(["Feuil1"]);
  });
});
