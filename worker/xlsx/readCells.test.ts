import { describe, expect, it } from "@jest/globals";
import ExcelJS from "exceljs";
import { changed, excelSaved } from "../../tests/builders/excelSaved";
import { type CellRow, type CellTable, readCells } from "./readCells";

const na = { error: "#N/A" };
const savedRows: readonly CellRow[] = [
  { row: 4, cells: ["C-001", "Dupont & fils", 46387, 46327, "x@y.fr", true] },
  { row: 5, cells: [2, null, na, na, "sans courriel", false] },
  { row: 7, cells: [4, null, null, null, null, null] },
];

describe("A register saved by Excel", () => {
  it("gives its sheets with their state", async () => {
    const { sheets } = await readCells(excelSaved());
    expect(sheets).toEqual([
      { name: "Contrats", state: "visible" },
      { name: "Notes à moi", state: "hidden" },
    ]);
  });

  it("gives its table by the name that formulas use, with trimmed headers and their place", async () => {
    expect(await onlyTable(excelSaved())).toMatchObject({
      name: "Tacite_Contrats",
      sheet: "Contrats",
      headerRow: 3,
      firstColumn: 2,
      headers: ["Contrat", "Client", "Échéance", "Préavis", "Courriel", "Réglé"],
    });
  });

  it("gives filtered rows too, but neither blank rows nor the totals row", async () => {
    expect((await onlyTable(excelSaved())).rows).toEqual(savedRows);
  });

  it("takes the headers of a table without a header row from its columns", async () => {
    const table = await onlyTable(
      excelSaved(changed("xl/tables/table1.xml", ['ref="B3:G8" ', 'ref="B4:G8" headerRowCount="0" '])),
    );
    expect(table).toMatchObject({
      headerRow: 3,
      headers: ["Contrat", "Client", "Échéance", "Préavis", "Courriel", "Réglé"],
    });
    expect(table.rows).toEqual(savedRows);
  });

  it("may have a table without any filled row", async () => {
    const table = await onlyTable(excelSaved(changed("xl/worksheets/sheet1.xml", [/<row r="[4-7]".*?<\/row>/g, ""])));
    expect(table.rows).toEqual([]);
  });

  it("may have no table at all", async () => {
    expect((await readCells(excelSaved({ "xl/worksheets/_rels/sheet1.xml.rels": null }))).tables).toEqual([]);
  });
});

describe("Rows typed under a table that did not grow over them", () => {
  const below: readonly CellRow[] = [
    { row: 3, cells: ["C-002", "Durand"], belowTable: true },
    { row: 4, cells: [null, "Petit"], belowTable: true },
  ];
  const typed = [
    ["C-001", "Dupont"],
    ["C-002", "Durand"],
    [null, "Petit", "hors du tableau"],
  ] as const;

  it("are given and marked, up to the first blank row", async () => {
    const table = await firstTable(await typedBelow([...typed, [null, null, "hors du tableau"], ["C-009", "Loin"]]));
    expect(table.rows).toEqual([{ row: 2, cells: ["C-001", "Dupont"] }, ...below]);
  });

  it("end where another table begins", async () => {
    const table = await firstTable(await typedBelow([...typed, ["Titre", "Autre"], [1, 2]], "A5"));
    expect(table.rows).toEqual([{ row: 2, cells: ["C-001", "Dupont"] }, ...below]);
  });

  it("are looked for when the table itself is blank, and never under a totals row", async () => {
    const table = await firstTable(await typedBelow([[null, null], ...typed.slice(1)]));
    expect(table.rows).toEqual(below);
    const sheet = changed("xl/worksheets/sheet1.xml", [
      '</row>\n<row r="1048576"',
      '</row><row r="9"><c r="B9"><v>1</v></c></row><row r="1048576"',
    ]);
    expect((await onlyTable(excelSaved(sheet))).rows).toEqual(savedRows);
  });
});

describe("A register written by exceljs", () => {
  const noon = new Date(Date.UTC(2026, 11, 31, 12));

  it.each([false, true])("gives dates as numbers of the 1900 system (1904 workbook: %s)", async (date1904) => {
    const table = await onlyTable(await exceljsSaved(date1904, [noon, { formula: "A2", result: noon }, 46387]));
    expect(table.rows).toEqual([{ row: 2, cells: [46387.5, 46387.5, 46387] }]);
  });

  it("gives rich text, links and errors as plain values", async () => {
    const richText = [{ text: "du" }, { font: { bold: true }, text: "pont" }];
    const link = { text: "a@b.fr", hyperlink: "mailto:a@b.fr" };
    const table = await onlyTable(await exceljsSaved(false, [{ richText }, link, { error: "#REF!" }]));
    expect(table.rows).toEqual([{ row: 2, cells: ["dupont", "a@b.fr", { error: "#REF!" }] }]);
  });
});

async function onlyTable(bytes: Uint8Array): Promise<CellTable> {
  const { tables } = await readCells(bytes);
  expect(tables).toHaveLength(1);
  return tables[0] as CellTable;
}

async function firstTable(bytes: Uint8Array): Promise<CellTable> {
  return (await readCells(bytes)).tables[0] as CellTable;
}

/** A table of two columns at A1:B2, whatever is typed from row 2 on; another one where wanted. */
async function typedBelow(rows: readonly (readonly ExcelJS.CellValue[])[], otherTable?: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet("Contrats");
  const columns = [{ name: "Contrat" }, { name: "Client" }];
  sheet.addTable({ name: "Tacite_Contrats", ref: "A1", headerRow: true, columns, rows: [[null, null]] });
  if (otherTable !== undefined) sheet.addTable({ name: "Autre", ref: otherTable, columns, rows: [[null, null]] });
  rows.forEach((row, i) => row.forEach((value, j) => (sheet.getCell(i + 2, j + 1).value = value)));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function exceljsSaved(date1904: boolean, row: readonly ExcelJS.CellValue[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.properties.date1904 = date1904;
  const columns = row.map((_, index) => ({ name: `Colonne ${index}` }));
  const sheet = workbook.addWorksheet("Contrats");
  sheet.addTable({ name: "Tacite_Contrats", ref: "A1", headerRow: true, columns, rows: [row.map(() => null)] });
  row.forEach((value, index) => (sheet.getCell(2, index + 1).value = value));
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
