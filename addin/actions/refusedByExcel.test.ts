import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { byHand } from "../../tests/builders/byHand";
import { openInExcel } from "../../tests/builders/excelInNode";
import type { ExcelInNode } from "../../tests/builders/excelInNode";
import { client, contract, intervention, invoice, period, register } from "../../tests/builders/register";
import { logVisit } from "../../domain/actions/logVisit";
import { markPaid } from "../../domain/actions/markPaid";
import { french } from "../../domain/i18n/french";
import { typeset } from "../../domain/i18n/fr/typography";
import { pane as words } from "../../domain/i18n/fr/pane";
import { readRegister } from "../../domain/workbook/readRegister";
import type { TableName } from "../../domain/workbook/schema";
import { protectSheet, unprotectSheet } from "../../excel-host/model/protection";
import { removeSheet } from "../../excel-host/model/sheets";
import { addTable, removeTable } from "../../excel-host/model/tables";
import { writeCells } from "../../excel-host/model/writeCells";
import { createTables } from "../excel/createTables";
import type { ExcelProblem } from "../excel/excelProblem";
import { readTables } from "../excel/readTables";
import { noticeOf } from "../pane/notice";
import { createSession } from "./createSession";
import type { Environment } from "./environment";
import type { Session } from "./session";

const today = "2026-11-24";
const firm = register({
  clients: [client()],
  contracts: [contract(), contract({ number: "2026-002" })],
  periods: [period(), period({ id: "P2", contract: "2026-002" })],
  interventions: [intervention({ id: "I1", plannedOn: today })],
  invoices: [invoice({ id: "F1", number: "FA-1", issuedOn: "2026-10-01" })],
});
const somebody = "coauthor";

let saved: Uint8Array;
let excel: ExcelInNode;
let hand: ReturnType<typeof byHand>;
let session: Session;
let keys = 0;
const environment: Environment = {
  today: () => today,
  at: () => `${today} 09:00`,
  who: () => "Lucie",
  newKey: (prefix: string) => `${prefix}-${String((keys += 1))}`,
};

beforeAll(async () => {
  excel = openInExcel();
  await createTables({ register: firm, statuses: {} });
  saved = excel.save();
});
beforeEach(async () => {
  excel = openInExcel(saved);
  hand = byHand(excel.workbook, somebody);
  session = createSession(excel.pane("pane A"), environment);
  await session.open();
  excel.exchanges.length = 0;
});

/** Notes the visit that was planned and, with it, changes the states of its contract. */
const logPlanned = () => session.perform(logVisit, { contract: "2026-001", outcome: "done", technician: "Karim" });
/** Adds a row. */
const logNew = () => session.perform(logVisit, { contract: "2026-002", outcome: "done", technician: "Karim" });

async function written() {
  const read = readRegister(await readTables(() => undefined));
  if ("reason" in read) throw new Error(read.reason);
  const { settings: _, ...rows } = read.register;
  return rows;
}

const protect = (table: TableName) =>
  protectSheet(excel.workbook, somebody, hand.tableOf(table).sheet, { password: null, options: {} });
const unprotect = (table: TableName) => unprotectSheet(excel.workbook, somebody, hand.tableOf(table).sheet, null);
/** Just before the n-th exchange of the action. */
const before = (exchange: number, act: () => void) => {
  excel.meanwhile = (now) => {
    if (now === exchange) act();
  };
};
const below = (table: TableName) => {
  const { sheet, area } = hand.tableOf(table);
  return { sheet, row: area.row + area.rows, column: area.column };
};

type Trouble = {
  readonly happens: () => void;
  readonly isOver: () => void;
  readonly act: typeof logNew;
};

const troubles: Readonly<Record<string, readonly [ExcelProblem, Trouble]>> = {
  "the workbook is open for reading only": ["readOnly", {
    happens: () => (excel.workbook.readOnly = true),
    isOver: () => (excel.workbook.readOnly = false),
    act: logNew,
  }],
  "a sheet is protected": ["sheetProtected", {
    happens: () => protect("interventions"),
    isOver: () => unprotect("interventions"),
    act: logPlanned,
  }],
  "the Journal is protected between reading and writing": ["sheetProtected", {
    happens: () => before(2, () => protect("journal")),
    isOver: () => unprotect("journal"),
    act: logPlanned,
  }],
  "a new row's sheet is protected between reading and writing": ["sheetProtected", {
    happens: () => before(2, () => protect("journal")),
    isOver: () => unprotect("journal"),
    act: logNew,
  }],
  "a cell is being edited": ["cellBeingEdited", {
    happens: () => (excel.refusal = () => "InvalidOperationInCellEditMode"),
    isOver: () => (excel.refusal = () => null),
    act: logNew,
  }],
  "the line is cut": ["offline", {
    happens: () => (excel.refusal = () => "ConnectionFailure"),
    isOver: () => (excel.refusal = () => null),
    act: logNew,
  }],
  "the line is cut between reading and writing": ["offline", {
    happens: () => (excel.refusal = (exchange) => (exchange === 2 ? "ConnectionFailure" : null)),
    isOver: () => (excel.refusal = () => null),
    act: logPlanned,
  }],
  "a filter hides rows": ["filterOn", {
    happens: () => hand.filter("interventions", "N° contrat", "2026-001"),
    isOver: () => hand.clearFilter("interventions"),
    act: logNew,
  }],
  "another table right under ours cannot be pushed down": ["noRoom", {
    happens: () => {
      const place = below("interventions");
      // Half under ours and half beside it.
      const column = hand.tableOf("interventions").area.columns - 1;
      writeCells(excel.workbook, somebody, { ...place, row: place.row + 1, column }, [["Pièce", "Prix"], ["Joint", 2]]); // prettier-ignore
      hand.putBelow("interventions", [" "]);
      addTable(excel.workbook, somebody, place.sheet, { row: place.row + 1, column, rows: 2, columns: 2 }, { hasHeaders: true, name: "Pieces" }); // prettier-ignore
    },
    isOver: () => {
      const { sheet } = hand.tableOf("interventions");
      for (const table of sheet.tables) if (table.name === "Pieces") removeTable(excel.workbook, somebody, table, false);
    },
    act: logNew,
  }],
}; // prettier-ignore

describe("what Excel refuses", () => {
  it.each(Object.entries(troubles).map(([what, [problem, trouble]]) => ({ what, problem, ...trouble })))(
    "is told when $what, nothing is written, and the pane goes on once that is over",
    async ({ problem, happens, isOver, act }) => {
      const start = await written();
      excel.exchanges.length = 0;
      happens();
      expect(await act()).toEqual({ kind: "failed", problem });
      excel.meanwhile = () => undefined;
      isOver();
      expect(await written()).toEqual(start);
      expect(words.excelProblems[problem]).toMatch(/recommence[rz]|réessayez/);
      expect(await act()).toMatchObject({ kind: "done" });
      expect((await written()).interventions.filter(({ outcome }) => outcome === "done")).toHaveLength(1);
    },
  );

  it("a sheet that somebody deleted is missed, and the rest goes on without it", async () => {
    removeSheet(excel.workbook, somebody, hand.tableOf("interventions").sheet);
    expect(await logNew()).toEqual({ kind: "failed", problem: "tableMissing" });
    expect(words.excelProblems.tableMissing).toContain("recommencez");
    expect(await session.perform(markPaid, { invoice: "F1" })).toMatchObject({ kind: "done" });
    await session.open();
    expect(session.state()).toMatchObject({
      kind: "ready",
      opened: { problems: expect.arrayContaining([expect.objectContaining({ code: "missingTable" })]) },
    });
  });

  it("a row typed right under its table is read and reported, and not written to until the table holds it", async () => {
    const { row } = below("interventions");
    const { columns } = hand.tableOf("interventions");
    const line = columns.map(({ name }) => ({ Clé: "I9", "N° contrat": "2026-002", "Prévue le": 46_350 })[name]);
    // As LibreOffice does, and Excel where its automatic growth is off.
    hand.putBelow("interventions", line);
    await session.open();
    expect(session.state()).toMatchObject({
      opened: {
        register: { interventions: [{ id: "I1" }, { id: "I9", contract: "2026-002", plannedOn: today }] },
        problems: [{ code: "rowBelowTable", at: { table: "interventions", key: "I9", line: row + 1 } }],
      },
    });
    const start = await written();
    // The visit that was planned there is what the new one answers.
    expect(await logNew()).toEqual({ kind: "failed", problem: "rowBelowTable" });
    expect(await written()).toEqual(start);
  });
});

describe("a column of the register that was renamed or deleted by hand", () => {
  const amiss = (table: TableName, column: string, header: string) => ({
    kind: "columnsAmiss",
    problems: [{ code: "missingColumn", at: { table, column }, facts: { table, column: header } }],
  });

  it("stops the actions that need its table, and names itself in the pane, until it has its title back", async () => {
    hand.renameHeader("interventions", "Prévue le", "Jour");
    const outcome = await logPlanned();
    expect(outcome).toEqual(amiss("interventions", "plannedOn", "Prévue le"));
    expect(noticeOf(outcome, french, words).text).toBe(
      typeset(
        "Rien n’a été écrit. La colonne « Prévue le » manque dans la feuille Interventions. Si vous l’avez renommée, rendez-lui exactement ce titre ; si vous l’avez supprimée, ajoutez une colonne qui le porte. Puis recommencez.",
      ),
    );
    expect((await written()).interventions).toMatchObject([{ id: "I1", plannedOn: null, doneOn: null }]);
    await session.open();
    expect(session.state()).toMatchObject({ kind: "ready", opened: { problems: [{ code: "missingColumn" }] } });
    hand.renameHeader("interventions", "Jour", "Prévue le");
    expect(await logPlanned()).toMatchObject({ kind: "done" });
    expect((await written()).interventions).toMatchObject([{ id: "I1", plannedOn: today, doneOn: today }]);
  });

  it("is put back by « Compléter le registre » when it was deleted", async () => {
    hand.deleteColumn("interventions", "Technicien");
    expect(await logNew()).toEqual(amiss("interventions", "technician", "Technicien"));
    expect(await session.setUp(false)).toMatchObject({ kind: "setUp" });
    expect(await logNew()).toMatchObject({ kind: "done" });
    expect((await written()).interventions).toMatchObject([
      { id: "I1" },
      { contract: "2026-002", technician: "Karim" },
    ]);
  });

  it("stops them too when Excel did not tell of it", async () => {
    const { openWorkbook, ...port } = excel.pane("pane B");
    const deaf = createSession(
      { ...port, openWorkbook: (_, onProgress) => openWorkbook(null, onProgress) },
      environment,
    );
    await deaf.open();
    hand.renameHeader("interventions", "Prévue le", "Jour");
    expect(await deaf.perform(logVisit, { contract: "2026-001", outcome: "done" })).toEqual(
      amiss("interventions", "plannedOn", "Prévue le"),
    );
    expect((await written()).interventions).toHaveLength(1);
  });

  it("stops every action, for the register may say less than is known", async () => {
    hand.renameHeader("equipment", "Marque", "Fabricant");
    expect(await session.perform(markPaid, { invoice: "F1" })).toEqual(amiss("equipment", "brand", "Marque"));
    hand.renameHeader("equipment", "Fabricant", "Marque");
    expect(await session.perform(markPaid, { invoice: "F1" })).toMatchObject({ kind: "done" });
  });
});

describe("« Voir la ligne »", () => {
  const place = { table: "interventions", key: "I1" } as const;

  it.each([
    ["InvalidOperationInCellEditMode", "cellBeingEdited"],
    ["AccessDenied", "sheetProtected"],
    ["ConnectionFailure", "offline"],
  ])("says why Excel does not go there: %s", async (code, problem) => {
    excel.refusal = () => code;
    expect(await session.goTo(place)).toBe(problem);
    expect(excel.exchanges).toHaveLength(1);
    excel.refusal = () => null;
    expect(await session.goTo(place)).toBeNull();
  });

  it("goes to the row under the new name of its sheet, and says when the sheet is gone", async () => {
    hand.renameSheet("interventions", "Mes visites");
    expect(await session.goTo(place)).toBeNull();
    expect(excel.workbook.active.name).toBe("Mes visites");
    removeSheet(excel.workbook, somebody, hand.tableOf("interventions").sheet);
    expect(await session.goTo(place)).toBe("tableMissing");
  });
});
