import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { byHand } from "../../tests/builders/byHand";
import { openInExcel } from "../../tests/builders/excelInNode";
import type { ExcelInNode } from "../../tests/builders/excelInNode";
import { client, contract, intervention, register } from "../../tests/builders/register";
import { insert, update } from "../../domain/changes";
import type { Change } from "../../domain/changes";
import { columnHeader } from "../../domain/i18n/columnHeader";
import { workbook as words } from "../../domain/i18n/fr/workbook";
import { readRegister } from "../../domain/workbook/readRegister";
import type { Positions } from "../../domain/workbook/readRegister";
import { columnsOf, tableNames } from "../../domain/workbook/schema";
import { cellAt, mapArea, styleIndexAt, usedArea } from "../../excel-host/model/cells";
import { styleAt } from "../../excel-host/model/style";
import { writeCells } from "../../excel-host/model/writeCells";
import { createTables } from "./createTables";
import { readTables } from "./readTables";
import { writeChanges } from "./writeChanges";
import { writeStatuses } from "./writeStatuses";
import type { ShownIn } from "./writeStatuses";

const first = intervention({ id: "I1", contract: "2026-001", doneOn: "2026-03-02", outcome: "done" });
const last = intervention({ id: "I2", contract: "2026-002", plannedOn: "2026-11-24" });
const firm = register({
  clients: [client()],
  contracts: [contract({ number: "2026-001" }), contract({ number: "2026-002" })],
  interventions: [first, last],
});
const removal: Change = { kind: "delete", table: "interventions", row: last };

let saved: Uint8Array;
let excel: ExcelInNode;
let hand: ReturnType<typeof byHand>;
let positions: Positions;
let shownIn: readonly ShownIn[];

beforeAll(async () => {
  excel = openInExcel();
  await createTables({ register: firm, statuses: {} });
  saved = excel.save();
});
beforeEach(() => {
  excel = openInExcel(saved);
  hand = byHand(excel.workbook);
});

async function read(): Promise<void> {
  const tables = await readTables(() => undefined);
  const found = readRegister(tables);
  if ("reason" in found) throw new Error(found.reason);
  ({ positions } = found);
  shownIn = tables.map((table) => ({ ...table, linesBelow: new Set() }));
  excel.exchanges.length = 0;
}

const write = (...changes: readonly Change[]) => writeChanges({ changes, statuses: {}, positions });

/** Everything that the sheets hold: values, formulas and how they are shown. */
const everything = () =>
  excel.workbook.sheets.map((sheet) => {
    const used = usedArea(sheet);
    const cells = used === null ? [] : mapArea(used, (row, column) => ({ ...cellAt(sheet, row, column), style: styleAt(excel.workbook.styles, styleIndexAt(sheet, row, column)) })); // prettier-ignore
    return { name: sheet.name, cells };
  });

/** Done just before the n-th exchange; what the sheets hold after it. */
function before(exchange: number, act: () => void): { readonly left: ReturnType<typeof everything>[] } {
  const left: ReturnType<typeof everything>[] = [];
  excel.meanwhile = (now) => {
    if (now !== exchange) return;
    act();
    left.push(everything());
  };
  return { left };
}

describe("a column of the register that is not there", () => {
  const ours = tableNames.flatMap((table) =>
    columnsOf(table)
      .filter(([, { role }]) => role === "key" || role === "input")
      .map(([column]) => ({ table, column, header: columnHeader(words, table, column) })),
  );

  it("is named by its sheet and title, and nothing is written", async () => {
    await read();
    for (const { table, column, header } of ours.filter(({ table }) => table === "interventions")) {
      hand.renameHeader(table, header, "Autre titre");
      const start = everything();
      expect(await write(insert("interventions", { ...first, id: "I9" }))).toEqual({
        kind: "columnsAmiss",
        problems: [{ code: "missingColumn", at: { table, column }, facts: { table, column: header } }],
      });
      expect(everything()).toEqual(start);
      hand.renameHeader(table, "Autre titre", header);
    }
    expect(await write(insert("interventions", { ...first, id: "I9" }))).toMatchObject({ kind: "written" });
  });

  it("is told from the same title written otherwise, of which there may be two", async () => {
    hand.addColumn("interventions", 0, "prevue le", "note");
    await read();
    const start = everything();
    expect(await write(update("interventions", last, { technician: "Karim" }))).toMatchObject({
      kind: "columnsAmiss",
      problems: [{ code: "duplicateColumn", facts: { column: "Prévue le" } }],
    });
    expect(everything()).toEqual(start);
  });
});

describe("columns that somebody inserts or moves between reading and writing", () => {
  it.each([
    ["adds a row", insert("interventions", { ...first, id: "I9" })],
    ["changes a row", update("interventions", last, { doneOn: "2026-11-24", outcome: "done", technician: "Karim" })],
    ["removes a row", removal],
  ])("leave every cell as it was when Tacite %s", async (_, change) => {
    await read();
    const { left } = before(2, () => {
      hand.addColumn("interventions", 2, "Kilomètres", "=2*");
      hand.moveColumn("interventions", "Notes", 0);
    });
    expect(await write(change)).toMatchObject({ kind: "conflict" });
    expect(left).toEqual([everything()]);
  });

  it("leave every cell as it was when Tacite fills the blank row of an empty table", async () => {
    excel = openInExcel();
    await createTables({ register: { ...firm, interventions: [] }, statuses: {} });
    hand = byHand(excel.workbook);
    await read();
    const { left } = before(2, () => {
      hand.addColumn("interventions", 0, "Kilomètres", "12 km");
    });
    expect(await write(insert("interventions", first), insert("interventions", last))).toMatchObject({ kind: "conflict" }); // prettier-ignore
    expect(left).toEqual([everything()]);
  });

  it("get no state that was meant for another", async () => {
    await read();
    const { left } = before(1, () => {
      hand.addColumn("contracts", 0, "À moi", "note");
      hand.moveColumn("contracts", "N° contrat", 6);
    });
    const statuses = { contracts: new Map([["2026-001", { contractState: "En cours" }]]) };
    expect(await writeStatuses(statuses, shownIn, positions)).toBe(false);
    expect(left).not.toEqual([everything()]);
    // It came to the contract's own, wherever that lies by now.
    hand.type("contracts", "2026-001", "État", "");
    expect(left).toEqual([everything()]);
  });

  it("get no state below the table when rows are gone", async () => {
    const { sheet, area } = hand.tableOf("contracts");
    const row = area.row + area.rows;
    const line = Array.from({ length: area.columns }, (_, i) => (i === 0 ? "Total" : i));
    writeCells(excel.workbook, "user", { sheet, row: row + 1, column: area.column }, [line]);
    await read();
    const { left } = before(1, () => {
      hand.deleteRow("contracts", "2026-001");
      hand.deleteRow("contracts", "2026-002");
    });
    const statuses = { contracts: new Map(["2026-001", "2026-002"].map((key) => [key, { contractState: "En cours" }])) }; // prettier-ignore
    await writeStatuses(statuses, shownIn, positions).catch(() => null);
    expect(left).toEqual([everything()]);
  });
});

describe("a row with a note in a column of the user's", () => {
  beforeEach(async () => {
    hand.addColumn("interventions", 1, "Kilomètres");
    await read();
  });

  it("is removed as long as he has typed nothing there, or Excel computes it", async () => {
    hand.type("interventions", "I2", "Kilomètres", "=2*3");
    expect(await write(removal)).toMatchObject({ kind: "written" });
  });

  it.each(["12", "'=2*3"])("is not removed, and he is told which row it is: %s", async (note) => {
    hand.type("interventions", "I2", "Kilomètres", note);
    const start = everything();
    await expect(write(removal)).rejects.toMatchObject({ problem: "notesInRow", details: "I2" });
    expect(everything()).toEqual(start);
  });

  it("is put back when he typed it just before it went", async () => {
    const { left } = before(2, () => hand.type("interventions", "I2", "Kilomètres", "12"));
    expect(await write(removal)).toEqual({ kind: "conflict", table: "interventions", key: "I2" });
    expect(left).toEqual([everything()]);
  });
});

describe("a line of totals", () => {
  /** As the user adds it in Excel, with something of his own further down. */
  function addTotals(): void {
    hand.putBelow("interventions", ["Total"]);
    const table = hand.tableOf("interventions");
    table.area = { ...table.area, rows: table.area.rows + 1 };
    table.hasTotals = true;
    const { sheet, area } = table;
    writeCells(excel.workbook, "user", { sheet, row: area.row + area.rows + 1, column: area.column }, [["Ma note"]]);
  }
  /** What stands in the first column, from the header down. */
  function lines(): readonly unknown[] {
    const { sheet, area } = hand.tableOf("interventions");
    return Array.from({ length: area.rows + 2 }, (_, i) => cellAt(sheet, area.row + i, area.column).value);
  }

  it("stays below the rows that are added", async () => {
    addTotals();
    await read();
    const start = lines();
    expect(await write(insert("interventions", { ...first, id: "I8" }), insert("interventions", { ...last, id: "I9" }))).toMatchObject({ kind: "written" }); // prettier-ignore
    expect(lines()).toEqual([...start.slice(0, 3), first.contract, last.contract, "Total", null, "Ma note"]);
    await read();
    expect([...(positions.interventions?.rows.keys() ?? [])]).toEqual(["I1", "I2", "I8", "I9"]);
  });

  it("stays below the first rows of an empty table", async () => {
    excel = openInExcel();
    await createTables({ register: { ...firm, interventions: [] }, statuses: {} });
    hand = byHand(excel.workbook);
    addTotals();
    await read();
    expect(await write(insert("interventions", first), insert("interventions", last))).toMatchObject({ kind: "written" }); // prettier-ignore
    expect(lines().slice(1)).toEqual([first.contract, last.contract, "Total", null, "Ma note"]);
  });

  it("is where it was when the rows are taken back", async () => {
    addTotals();
    await read();
    const { left } = before(2, () => hand.addColumn("interventions", 2, "Kilomètres", "12"));
    expect(await write(insert("interventions", { ...first, id: "I9" }))).toMatchObject({ kind: "conflict" });
    expect(left).toEqual([everything()]);
  });
});
