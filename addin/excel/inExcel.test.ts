import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { bigRegister } from "../../bench/bigRegister";
import { openInExcel } from "../../tests/builders/excelInNode";
import type { ExcelInNode } from "../../tests/builders/excelInNode";
import { contract, intervention } from "../../tests/builders/register";
import { insert, inverse, update } from "../../domain/changes";
import type { Change } from "../../domain/changes";
import { columnHeader } from "../../domain/i18n/columnHeader";
import { workbook as words } from "../../domain/i18n/fr/workbook";
import { sampleRegister } from "../../domain/sample/sampleRegister";
import type { Register } from "../../domain/register";
import { readRegister } from "../../domain/workbook/readRegister";
import type { Positions } from "../../domain/workbook/readRegister";
import { keyColumn, tables } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { cellAt, usedArea, valueAt } from "../../excel-host/model/cells";
import { filterColumn } from "../../excel-host/model/filtering";
import { protectSheet } from "../../excel-host/model/protection";
import { renameSheet } from "../../excel-host/model/sheets";
import { shiftCells } from "../../excel-host/model/shiftCells";
import { sortTable } from "../../excel-host/model/sorting";
import { select } from "../../excel-host/model/selection";
import { findSheet, findTable } from "../../excel-host/model/workbook";
import { writeCells } from "../../excel-host/model/writeCells";
import { createTables } from "./createTables";
import { readSelectedRow } from "./readSelectedRow";
import { readTables } from "./readTables";
import { writeChanges } from "./writeChanges";
import { writeStatuses } from "./writeStatuses";

const today = "2026-11-24";
const sample = sampleRegister(today);
const visit = intervention({ id: "I-new", contract: "2021-001", doneOn: today, outcome: "done", technician: "Karim" });

let excel: ExcelInNode;
let positions: Positions;

async function read(): Promise<Register> {
  const found = readRegister(await readTables(() => undefined));
  if ("reason" in found) throw new Error(found.reason);
  expect(found.problems).toEqual([]);
  ({ positions } = found);
  return found.register;
}

const write = (...changes: readonly Change[]) => writeChanges({ changes, statuses: {}, positions });

function tableOf(name: TableName) {
  const table = findTable(excel.workbook, tables[name].excelName);
  if (table === null) throw new Error(`The workbook has no table ${name}`);
  return table;
}

/** What others do in the workbook, by hand or from their own Excel. */
const hand = "somebody else";
const byHand = {
  sort: (name: TableName, header: string, ascending = false) => {
    const column = tableOf(name).columns.find((one) => one.name === header);
    if (column !== undefined) sortTable(excel.workbook, hand, tableOf(name), [{ column, ascending }]);
  },
  type: (name: TableName, key: string, header: string, value: string) => {
    const { sheet, area, columns } = tableOf(name);
    const keyAt = columns.findIndex(({ name: own }) => own === columnHeader(words, name, keyColumn(name)));
    const at = columns.findIndex(({ name: own }) => own === header);
    const row = Array.from({ length: area.rows }, (_, i) => area.row + i).find((line) => valueAt(sheet, line, area.column + keyAt) === key); // prettier-ignore
    writeCells(excel.workbook, hand, { sheet, row: row ?? -1, column: area.column + at }, [[value]]);
  },
  insertRowsAbove: (name: TableName) => {
    const { sheet } = tableOf(name);
    shiftCells(excel.workbook, hand, sheet, { row: 0, column: 0, rows: 2, columns: 16_384 }, "down");
  },
};

/** Does it once, between the read and the write exchange. */
function meanwhile(act: () => void): void {
  excel.exchanges.length = 0;
  excel.meanwhile = (exchange) => {
    if (exchange === 2) act();
  };
}

function cell(sheetName: string, row: number, column: number) {
  const sheet = findSheet(excel.workbook, sheetName);
  return sheet === null ? null : cellAt(sheet, row, column);
}

describe("a new register", () => {
  beforeEach(() => {
    excel = openInExcel();
  });

  it("holds what it was given, in sheets beside the user's own", async () => {
    const [own] = excel.workbook.sheets;
    if (own === undefined) throw new Error("A workbook has a sheet");
    renameSheet(excel.workbook, hand, own, "Clients");
    writeCells(excel.workbook, hand, { sheet: own, row: 0, column: 0 }, [["à moi"]]);
    await createTables({ register: sample, statuses: {} });
    expect(await read()).toEqual(sample);
    expect(excel.workbook.sheets.map(({ name, visibility }) => `${name} ${visibility}`)).toEqual([
      "Clients visible",
      "Tableau de bord visible",
      "Contrats visible",
      "Interventions visible",
      "Factures visible",
      "Paramètres visible",
      "Clients (Tacite) hidden",
      "Périodes hidden",
      "Équipements hidden",
      "Courriers hidden",
      "Journal hidden",
      "Listes hidden",
    ]);
    expect(usedArea(own)).toEqual({ row: 0, column: 0, rows: 1, columns: 1 });
  });

  it("is completed, not written again, where it exists", async () => {
    await createTables({ register: sample, statuses: {} });
    await createTables({ register: bigRegister(2, today), statuses: {} });
    expect(await read()).toEqual(sample);
    expect(excel.workbook.sheets).toHaveLength(12);
  });

  it("takes its first rows in the blank row that an empty table has, and gives it back", async () => {
    await createTables({ register: { ...sample, interventions: [], journal: [] }, statuses: {} });
    await read();
    const changes = [insert("interventions", visit), insert("interventions", { ...visit, id: "I-other" })];
    const written = await write(...changes);
    expect(tableOf("interventions").area.rows).toBe(3);
    expect((await read()).interventions.map(({ id }) => id)).toEqual(["I-new", "I-other"]);
    if (written.kind === "written") positions = written.positions;
    await write(...inverse(changes));
    expect((await read()).interventions).toEqual([]);
    expect(tableOf("interventions").area.rows).toBe(2);
  });
});

describe("writing in a register", () => {
  let saved: Uint8Array;
  beforeAll(async () => {
    excel = openInExcel();
    await createTables({ register: sample, statuses: {} });
    saved = excel.save();
  });
  beforeEach(async () => {
    excel = openInExcel(saved);
    expect(await read()).toEqual(sample);
    excel.exchanges.length = 0;
  });
  const [first, second] = sample.interventions;
  if (first === undefined || second === undefined) throw new Error("The sample has interventions");
  const revisit = update("interventions", first, { notes: "Revoir" });
  const after = (changed: Partial<Register>) => ({ ...sample, ...changed });
  const withNotes = sample.interventions.map((row) => (row.id === first.id ? { ...row, notes: "Revoir" } : row));

  it("costs one exchange to read and one to write", async () => {
    expect(await write(insert("interventions", visit), revisit)).toMatchObject({ kind: "written" });
    expect(excel.exchanges).toHaveLength(2);
    expect(await read()).toEqual(after({ interventions: [...withNotes, visit] }));
  });

  it("tells where the rows lie afterwards", async () => {
    const written = await write(insert("interventions", visit), {
      kind: "delete",
      table: "interventions",
      row: second,
    });
    await read();
    expect(written).toEqual({ kind: "written", positions: expect.anything() });
    if (written.kind === "written")
      expect(written.positions.interventions?.rows).toEqual(positions.interventions?.rows);
  });

  it("is taken back by its inverse", async () => {
    const changes = [insert("interventions", visit), revisit, update("contracts", sample.contracts[3] ?? contract(), { suspendedFrom: today })]; // prettier-ignore
    const written = await write(...changes);
    if (written.kind === "written") positions = written.positions;
    expect(await write(...inverse(changes))).toMatchObject({ kind: "written" });
    expect(excel.exchanges).toHaveLength(4);
    expect(await read()).toEqual(sample);
  });

  it("lets Excel compute the formulas of new rows", async () => {
    const table = tableOf("invoices");
    await write(insert("invoices", { ...(sample.invoices[0] ?? (null as never)), id: "F-new" }));
    const column = table.columns.findIndex(({ formula }) => formula !== null);
    const last = cellAt(table.sheet, table.area.row + table.area.rows - 1, table.area.column + column);
    expect(last.formula).toContain("Tacite_Factures");
  });

  it.each([
    "=1+1",
    "+33 6",
    "-5",
    "@x",
    "\t=1",
    "'déjà",
    "01000",
    "1/2",
    "12E5",
    "VRAI",
    "a\nb",
    "“é”💧",
    "x".repeat(32_767),
  ])(
    // prettier-ignore
    "keeps %j as the text that it is",
    async (text) => {
      await write(insert("interventions", { ...visit, report: text, technician: text, notes: text }), update("interventions", first, { parts: text })); // prettier-ignore
      const rows = (await read()).interventions;
      const stored = text.trim() === text ? text : text.trim();
      expect([rows.at(-1)?.report, rows.at(-1)?.technician, rows[0]?.parts].map((one) => one?.trim())).toEqual([stored, stored, stored]); // prettier-ignore
      const { sheet } = tableOf("interventions");
      const area = tableOf("interventions").area;
      const cells = Array.from({ length: area.columns }, (_, i) => cellAt(sheet, area.row + area.rows - 1, i));
      expect(cells.filter(({ formula }) => formula !== null)).toEqual([]);
    },
  );

  it("finds its row wherever it went since it was read", async () => {
    byHand.sort("interventions", "Faite le");
    byHand.insertRowsAbove("interventions");
    renameSheet(excel.workbook, hand, tableOf("interventions").sheet, "Mes visites");
    expect(await write(revisit, insert("interventions", visit))).toMatchObject({ kind: "written" });
    const rows = (await read()).interventions;
    expect(rows.filter(({ notes }) => notes === "Revoir").map(({ id }) => id)).toEqual([first.id]);
    expect(rows).toHaveLength(sample.interventions.length + 1);
  });

  it("writes nothing when the row was changed since it was read", async () => {
    byHand.type("interventions", first.id, "Notes", "Clé chez la voisine");
    expect(await write(revisit, insert("interventions", visit))).toEqual({ kind: "conflict", table: "interventions", key: first.id }); // prettier-ignore
    expect(excel.exchanges).toHaveLength(1);
    expect((await read()).interventions).toHaveLength(sample.interventions.length);
  });

  it.each([
    ["sorts", () => byHand.sort("interventions", "Faite le")],
    ["types in the same cell", () => byHand.type("interventions", first.id, "Notes", "Clé chez la voisine")],
  ])("puts everything back when somebody %s between reading and writing", async (_, act) => {
    act();
    const expected = await read();
    excel = openInExcel(saved);
    await read();
    meanwhile(act);
    const doomed = { kind: "delete", table: "interventions", row: second } as const;
    expect(await write(revisit, insert("interventions", visit), doomed)).toMatchObject({ kind: "conflict" });
    expect(excel.exchanges).toHaveLength(3);
    expect(await read()).toEqual(expected);
  });

  it("follows rows that somebody inserts between reading and writing", async () => {
    meanwhile(() => byHand.insertRowsAbove("interventions"));
    const written = await write(revisit, insert("interventions", visit));
    expect(written.kind).toBe("written");
    expect(await read()).toEqual(after({ interventions: [...withNotes, visit] }));
  });

  it("loses and doubles nothing when two write at the same time", async () => {
    const log = async (who: string) => {
      for (let i = 0; i < 20; i += 1) {
        await write(insert("interventions", { ...visit, id: `${who}${String(i)}`, technician: who }));
      }
    };
    await Promise.all([log("A"), log("B")]);
    const added = (await read()).interventions.slice(sample.interventions.length);
    expect(new Set(added.map(({ id }) => id)).size).toBe(40);
  });

  it("never gives two contracts one number", async () => {
    const signed = contract({ number: "2026-900", client: sample.contracts[0]?.client ?? "" });
    const outcomes = await Promise.all([write(insert("contracts", signed)), write(insert("contracts", signed))]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(["written", "conflict"]);
    expect((await read()).contracts).toEqual([...sample.contracts, signed]);
  });

  it("pushes down what the user keeps below the table", async () => {
    const { sheet, area } = tableOf("interventions");
    const below = area.row + area.rows + 2;
    writeCells(excel.workbook, hand, { sheet, row: below, column: 1 }, [["Total"]]);
    const visits = [1, 2, 3, 4].map((n) => insert("interventions", { ...visit, id: `I-new${String(n)}` }));
    expect(await write(...visits)).toMatchObject({ kind: "written" });
    expect(cell(sheet.name, below + 4, 1)?.value).toBe("Total");
    expect((await read()).interventions).toHaveLength(sample.interventions.length + 4);
  });

  it("says which filter, protection or missing column stands in the way", async () => {
    const table = tableOf("interventions");
    const [column] = table.columns;
    if (column !== undefined) filterColumn(excel.workbook, hand, table, column, { kind: "values", values: [first.contract] } as never); // prettier-ignore
    await expect(write(insert("interventions", visit))).rejects.toMatchObject({ problem: "filterOn" });
    expect(await write(revisit)).toMatchObject({ kind: "written" });
    protectSheet(excel.workbook, hand, table.sheet, { password: null, options: {} });
    await expect(write(revisit)).rejects.toMatchObject({ problem: "sheetProtected" });
    excel.workbook.readOnly = true;
    await expect(write(revisit)).rejects.toMatchObject({ problem: "readOnly" });
  });

  it("knows the row in which the user is, and that he is in none", async () => {
    const { sheet, area } = tableOf("interventions");
    const goto = (row: number) => select(excel.workbook, hand, sheet, { row, column: 3, rows: 1, columns: 1 });
    goto(area.row + 2);
    const row = await readSelectedRow();
    const found = row === null ? null : readRegister([row]);
    expect(found).toMatchObject({ register: { interventions: [second] } });
    goto(area.row + area.rows + 5);
    expect(await readSelectedRow()).toBeNull();
  });

  it("shows states where the rows are, and tells when they have moved", async () => {
    const shownIn = (await readTables(() => undefined)).map((table) => ({ ...table, linesBelow: new Set<number>() }));
    const statuses = { contracts: new Map([["2021-001", { clientName: "=1", contractState: "En cours" }]]) };
    excel.exchanges.length = 0;
    expect(await writeStatuses(statuses, shownIn, positions)).toBe(true);
    expect(excel.exchanges).toHaveLength(1);
    byHand.sort("contracts", "N° contrat");
    expect(await writeStatuses(statuses, shownIn, positions)).toBe(false);
  });
});
