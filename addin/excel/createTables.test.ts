import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "@jest/globals";
import { openInExcel } from "../../tests/builders/excelInNode";
import type { ExcelInNode } from "../../tests/builders/excelInNode";
import { sampleRegister } from "../../domain/sample/sampleRegister";
import { emptyRegister } from "../../domain/workbook/emptyRegister";
import { readRegister } from "../../domain/workbook/readRegister";
import { tables } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { SETTINGS_TABLE } from "../../domain/workbook/settings";
import { cellAt, putContent } from "../../excel-host/model/cells";
import { addName } from "../../excel-host/model/names";
import { addSheet, removeSheet, renameSheet } from "../../excel-host/model/sheets";
import { addTable, deleteTableColumn, insertTableColumn } from "../../excel-host/model/tables";
import { findSheet, findTable } from "../../excel-host/model/workbook";
import type { Sheet } from "../../excel-host/model/workbook";
import { writeCells } from "../../excel-host/model/writeCells";
import { createTables } from "./createTables";
import { readTables } from "./readTables";
import { removeAdded } from "./removeAdded";

const today = "2026-11-24";
const hand = "the user";
const sample = sampleRegister(today);
const examples = { register: sample, statuses: {} };
const blank = { register: emptyRegister("R-1"), statuses: {} };
const frozen = new Uint8Array(readFileSync("samples/registre-v1.xlsx"));

/** What the frozen register does not have, as they came with the sheet Tableau de bord. */
const newColumns = [
  ...["Prix par an HT", "Prix par an TTC", "Reconduit le", "Visite au plus tard", "Factures à faire"],
  "Libre de partir le",
  "Reste à payer",
  "Lettre manquée le",
  "À temps pour le",
];

let excel: ExcelInNode;

function tableOf(name: string) {
  const table = findTable(excel.workbook, name);
  if (table === null) throw new Error(`There is no table ${name}`);
  return table;
}

const headersOf = (name: TableName) => tableOf(tables[name].excelName).columns.map((column) => column.name);

async function read() {
  const found = readRegister(await readTables(() => undefined));
  if ("reason" in found) throw new Error(found.reason);
  return found;
}

/** All that a sheet holds and how it looks. */
function seen(sheet: Sheet) {
  const cells = [...sheet.rows].flatMap(([row, { values }]) =>
    values.map((_, column) => ({ row, column, ...cellAt(sheet, row, column) })),
  );
  return JSON.stringify({
    name: sheet.name,
    visibility: sheet.visibility,
    cells: cells.filter(({ value }) => value !== null),
    tables: sheet.tables.map(({ name, area, columns }) => ({ name, area, columns: columns.map((one) => one.name) })),
    widths: [...sheet.columnWidths],
    validations: sheet.validations,
  });
}

const seenNames = () => excel.workbook.names.map(({ name, formula, sheet }) => [name, formula, sheet?.name]);

describe("a register that Excel stops being made half-way", () => {
  it("leaves no sheet behind, so that the next attempt finds the names free", async () => {
    excel = openInExcel();
    excel.refusal = (exchange) => (exchange === 6 ? "GeneralException" : null);
    await expect(createTables(examples)).rejects.toThrow("workbookBusy");
    expect(excel.workbook.sheets).toHaveLength(1);
    excel.refusal = () => null;
    const { sheets } = await createTables(examples);
    expect(sheets.map(({ name }) => name)).not.toContainEqual(expect.stringContaining("(Tacite)"));
    expect((await read()).register).toEqual(sample);
  });
});

describe("a workbook that counts dates from 1904", () => {
  it("is left as it was, and told so", async () => {
    excel = openInExcel();
    const { workbook } = excel;
    workbook.calculator = { all: () => undefined, changed: (_, areas) => {
      for (const { sheet, area } of areas) {
        if (cellAt(sheet, area.row, area.column).formula === "DATE(1904,1,2)") putContent(sheet, area.row, area.column, 1, "DATE(1904,1,2)"); // prettier-ignore
      }
    } }; // prettier-ignore
    await expect(createTables(examples)).rejects.toThrow("dates1904");
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Feuil1"]);
  });
});

describe("a workbook whose sheets, tables and names are called like ours", () => {
  let own: readonly Sheet[];

  beforeEach(() => {
    excel = openInExcel();
    const { workbook } = excel;
    const [first] = workbook.sheets;
    if (first === undefined) throw new Error("A workbook has a sheet");
    renameSheet(workbook, hand, first, "Contrats");
    own = [
      first,
      ...["Factures", "PARAMÈTRES", "Listes", "Tableau de bord"].map((name) => addSheet(workbook, hand, name)),
    ];
    for (const sheet of own) writeCells(workbook, hand, { sheet, row: 0, column: 0 }, [["Nom", "Date"], ["Durand", 45_000]]); // prettier-ignore
    addTable(workbook, hand, first, { row: 0, column: 0, rows: 2, columns: 2 }, { hasHeaders: true, name: "Contrats" });
    for (const name of ["Aujourdhui", "Liste_category"]) addName(workbook, hand, { name, formula: "Contrats!$A$2", visible: true, sheet: null }); // prettier-ignore
  });

  it("keeps every cell of its own", async () => {
    const before = own.map(seen);
    await createTables(examples);
    expect(own.map(seen)).toEqual(before);
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual([
      ...["Contrats", "Factures", "PARAMÈTRES", "Listes", "Tableau de bord", "Tableau de bord (Tacite)"],
      ...["Contrats (Tacite)", "Interventions", "Factures (Tacite)"],
      ...["Paramètres (Tacite)", "Clients", "Périodes", "Équipements", "Courriers", "Journal", "Listes (Tacite)"],
    ]);
    expect((await read()).register).toEqual(sample);
  });

  it("keeps its names, beside ours on our sheets", async () => {
    await createTables(examples);
    const named = (name: string, sheet: string | null) =>
      excel.workbook.names.find((one) => one.name === name && (one.sheet?.name ?? null) === sheet)?.formula;
    expect(named("Aujourdhui", null)).toBe("Contrats!$A$2");
    expect(named("Aujourdhui", "Factures (Tacite)")).toBe("'Paramètres (Tacite)'!$C$6");
    expect(named("Liste_category", "Équipements")).toMatch(/^'Listes \(Tacite\)'!/);
    expect(named("Delai_paiement", null)).toMatch(/^'Paramètres \(Tacite\)'!/);
  });

  it("is as before once that is taken back", async () => {
    const [before, names] = [own.map(seen), seenNames()];
    const added = await createTables(examples);
    expect(added.sheets).toHaveLength(11);
    await removeAdded(added);
    expect(excel.workbook.sheets.map(seen)).toEqual(before);
    expect(seenNames()).toEqual(names);
    expect(excel.workbook.active).toBe(own[0]);
  });
});

describe("a register from which something was deleted", () => {
  beforeEach(() => {
    excel = openInExcel(frozen);
  });

  it("is given what an earlier Tacite did not have, before its first sheet, and nothing a second time", async () => {
    const before = excel.workbook.sheets.map(({ name }) => name);
    const added = await createTables(blank);
    expect(added).toMatchObject({ sheets: [{ name: "Tableau de bord" }], settings: [], olderVersion: null });
    expect(added.columns.map(({ header }) => header)).toEqual(newColumns);
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(["Tableau de bord", ...before]);
    const whole = excel.workbook.sheets.map(seen);
    const again = await createTables(blank);
    expect(again).toMatchObject({ sheets: [], names: [], columns: [], settings: [], olderVersion: null });
    expect(excel.workbook.sheets.map(seen)).toEqual(whole);
    await removeAdded(added);
    expect(excel.workbook.sheets.map(({ name }) => name)).toEqual(before);
    expect(headersOf("contracts")).not.toContain("Reconduit le");
  });

  it("gets its columns back at the end, and the user's own stay where they are", async () => {
    const contracts = tableOf(tables.contracts.excelName);
    insertTableColumn(excel.workbook, hand, contracts, 3, "À moi");
    const mine = insertTableColumn(excel.workbook, hand, contracts, null, "Camion");
    const at = contracts.area.column + contracts.columns.indexOf(mine);
    writeCells(excel.workbook, hand, { sheet: contracts.sheet, row: 1, column: at }, [["bleu"]]);
    const beside = { sheet: contracts.sheet, row: 5, column: at + 2 };
    writeCells(excel.workbook, hand, beside, [["à côté du tableau"]]);
    for (const header of ["Notes", "Unité du préavis", "État"]) {
      const column = contracts.columns.find(({ name }) => name === header);
      if (column === undefined) throw new Error(`There is no column ${header}`);
      deleteTableColumn(excel.workbook, hand, contracts, column);
    }
    const before = headersOf("contracts");
    const rows = contracts.area.rows;
    expect((await read()).problems.map(({ code }) => code)).toContain("missingColumn");

    const added = await createTables(blank);
    const lost = ["État", "Unité du préavis", "Notes"];
    expect(added.columns.map(({ header }) => header)).toEqual([...lost, ...newColumns]);
    expect(headersOf("contracts")).toEqual([...before, ...lost, ...newColumns.slice(0, -3)]);
    expect((await read()).problems.filter(({ code }) => code === "missingColumn")).toEqual([]);
    expect(tableOf(tables.contracts.excelName).area.rows).toBe(rows);
    const unit = contracts.area.column + headersOf("contracts").indexOf("Unité du préavis");
    expect(cellAt(contracts.sheet, 1, unit).value).toBe("Mois");
    const truck = contracts.area.column + headersOf("contracts").indexOf("Camion");
    expect(cellAt(contracts.sheet, 1, truck).value).toBe("bleu");
    const values = [...contracts.sheet.rows.values()].flatMap((row) => row.values);
    expect(values).toContain("à côté du tableau");

    await removeAdded(added);
    expect(headersOf("contracts")).toEqual(before);
  });

  it("gets its tables and its sheet Paramètres back", async () => {
    for (const name of ["Journal", "Clients", "Paramètres"]) {
      const sheet = findSheet(excel.workbook, name);
      if (sheet !== null) removeSheet(excel.workbook, hand, sheet);
    }
    const added = await createTables(blank);
    expect(added.sheets.map(({ name }) => name)).toEqual([
      "Tableau de bord",
      "Paramètres",
      "Clients",
      "Journal",
      // The new sheet Paramètres has a list, of weekdays, that this older register had not.
      "Listes (Tacite)",
    ]);
    const { register, problems } = await read();
    expect(problems.filter(({ code }) => code.startsWith("missing"))).toEqual([]);
    expect(register.contracts).toHaveLength(64);
    expect(register.settings).toMatchObject({ registerId: "R-1", schemaVersion: 1 });
    await removeAdded(added);
    expect(findTable(excel.workbook, tables.clients.excelName)).toBeNull();
    expect((await read()).register.contracts).toHaveLength(64);
  });

  it("gets its settings back, and the version it now has", async () => {
    const settings = tableOf(SETTINGS_TABLE);
    const { sheet, area } = settings;
    const lineOf = (key: string) =>
      Array.from({ length: area.rows }, (_, i) => area.row + i).find((row) => cellAt(sheet, row, 4).value === key) ??
      -1;
    writeCells(excel.workbook, hand, { sheet, row: lineOf("schemaVersion"), column: 2 }, [[0]]);
    writeCells(excel.workbook, hand, { sheet, row: lineOf("mediator"), column: 0 }, [["", "", "", "", ""]]);
    const before = settings.area.rows;
    const added = await createTables(blank);
    expect(added).toMatchObject({ settings: ["Médiateur de la consommation"], olderVersion: 0 });
    expect((await read()).register.settings.schemaVersion).toBe(1);
    expect(tableOf(SETTINGS_TABLE).area.rows).toBe(before + 1);
    await removeAdded(added);
    expect((await read()).register.settings.schemaVersion).toBe(0);
    expect(tableOf(SETTINGS_TABLE).area.rows).toBe(before);
  });
});
