import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { dashboardOf } from "../../domain/dashboard/dashboardOf";
import { catalogues } from "../../domain/i18n";
import { planOf } from "../../domain/plan/plan";
import { statusColumns } from "../../domain/plan/statusColumns";
import { sampleRegister } from "../../domain/sample/sampleRegister";
import { converted, libreOffice } from "../../tests/libreOffice";
import { ooxmlErrors } from "../../tests/ooxmlErrors";
import { describeIf } from "../../tests/optionalTools";
import { writeRegister } from "../../worker/xlsx/writeRegister";
import { attachCalculator } from "../formulas/calculator";
import { startEngine } from "../formulas/engine";
import { addressOf } from "../model/address";
import { maxColumns } from "../model/area";
import { cellAt } from "../model/cells";
import { displayText } from "../model/displayText";
import { filterColumn } from "../model/filtering";
import { addSheet } from "../model/sheets";
import { shiftCells } from "../model/shiftCells";
import { sortTable } from "../model/sorting";
import { insertTableColumn, insertTableRows } from "../model/tables";
import { findSheet, findTable, type Sheet, type Workbook } from "../model/workbook";
import { writeCells } from "../model/writeCells";
import { loadWorkbook } from "./loadWorkbook";
import { saveWorkbook } from "./saveWorkbook";

const packages = createRequire(__filename);
const engine = startEngine(readFileSync(packages.resolve("@ironcalc/wasm/wasm_bg.wasm")));
const folder = mkdtempSync(join(tmpdir(), "excel-kept-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A dot, the smallest image there is. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** A tradesman's own workbook: a quote with all that he put on it, and a second sheet. */
async function quote(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("Devis", { pageSetup: { orientation: "landscape", printArea: "A1:D20" } });
  sheet.mergeCells("A1:D1");
  sheet.getCell("A1").value = { richText: [{ text: "Devis " }, { font: { bold: true }, text: "n° 12" }] };
  sheet.getCell("A3").value = { text: "Mon site", hyperlink: "https://exemple.example/devis" };
  sheet.getCell("B3").value = 120.5;
  sheet.getCell("B3").numFmt = '#,##0.00 "€"';
  sheet.getCell("B3").border = { top: { style: "thin" }, bottom: { style: "double", color: { argb: "FFCC0000" } } };
  sheet.getCell("B3").note = "Prix revu en mars";
  sheet.getCell("B4").value = { formula: "B3*1.1", result: 132.55 };
  sheet.getCell("C3").value = new Date(Date.UTC(2026, 2, 15));
  sheet.getCell("C3").numFmt = "dd/mm/yyyy";
  sheet.getRow(4).height = 30;
  sheet.addConditionalFormatting({
    ref: "B3:B9",
    rules: [{ type: "dataBar", priority: 1, cfvo: [{ type: "min" }, { type: "max" }], gradient: true }],
  });
  sheet.addImage(book.addImage({ buffer: dot.buffer, extension: "png" }), "D5:E8");
  book.addWorksheet("Notes").getCell("A1").value = "à garder";
  const parts = unzipSync(new Uint8Array(await book.xlsx.writeBuffer()));
  return zipSync({ ...parts, ...partsNobodyKnows(parts) });
}

/** What Excel may add that this host knows nothing of, here a part of the firm's own. */
function partsNobodyKnows(parts: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array> {
  const relations = strFromU8(parts["_rels/.rels"] ?? new Uint8Array());
  const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml";
  const relation = `<Relationship Id="rIdFirm" Type="${type}" Target="customXml/item1.xml"/>`;
  return {
    "customXml/item1.xml": strToU8("<entreprise><nom>Chauffage du Val</nom></entreprise>"),
    "_rels/.rels": strToU8(relations.replace("</Relationships>", `${relation}</Relationships>`)),
  };
}

function sheetNamed(workbook: Workbook, name: string): Sheet {
  const sheet = findSheet(workbook, name);
  if (sheet === null) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** The file after a person typed in a cell. */
function typedIn(bytes: Uint8Array, name: string, row: number, column: number, text: string): Uint8Array {
  const { workbook, file } = loadWorkbook(bytes);
  writeCells(workbook, "user", { sheet: sheetNamed(workbook, name), row, column }, [[text]]);
  return saveWorkbook(workbook, file);
}

/** Which parts of a file changed, came or went. */
function changedParts(before: Uint8Array, after: Uint8Array): readonly string[] {
  const [a, b] = [unzipSync(before), unzipSync(after)];
  const paths = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return paths.filter((path) => !Buffer.from(a[path] ?? []).equals(Buffer.from(b[path] ?? []))).sort();
}

const part = (bytes: Uint8Array, path: string): string => strFromU8(unzipSync(bytes)[path] ?? new Uint8Array());

/** What every filled cell shows, by its place. */
function shown(bytes: Uint8Array): Readonly<Record<string, string>> {
  const { workbook } = loadWorkbook(bytes);
  return Object.fromEntries(
    workbook.sheets.flatMap((sheet) =>
      [...sheet.rows].flatMap(([row, { values }]) =>
        values.flatMap((value, column) => {
          if (value === null) return [];
          const place = addressOf({ row, column, rows: 1, columns: 1 });
          return [[`${sheet.name}!${place}`, displayText(workbook, cellAt(sheet, row, column))] as const];
        }),
      ),
    ),
  );
}

describe("somebody's own workbook", () => {
  it("keeps all that this host knows nothing of, byte for byte", async () => {
    const before = await quote();
    const after = typedIn(before, "Devis", 5, 0, "Main-d’œuvre");
    expect(changedParts(before, after)).toEqual(["xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"]);
    const paths = Object.keys(unzipSync(after)).join(" ");
    for (const kept of [
      "comments1.xml",
      "vmlDrawing1.vml",
      "drawing1.xml",
      "media/image1.png",
      "customXml/item1.xml",
    ]) {
      expect(paths).toContain(kept);
    }
    for (const tag of [
      "<hyperlink ",
      "<legacyDrawing ",
      "<drawing ",
      "dataBar",
      "<pageSetup ",
      'ref="A1:D1"',
      'ht="30"',
    ]) {
      expect(part(after, "xl/worksheets/sheet1.xml")).toContain(tag);
    }
  });

  it("opens in Office without repair", async () => {
    const before = await quote();
    const path = join(folder, "devis.xlsx");
    writeFileSync(path, before);
    const known = await ooxmlErrors(path);
    writeFileSync(path, typedIn(before, "Devis", 5, 0, "Main-d’œuvre"));
    expect(await ooxmlErrors(path)).toEqual(known);
  }, 60_000);

  it("moves its merged cells with the rows", async () => {
    const { workbook, file } = loadWorkbook(await quote());
    const sheet = sheetNamed(workbook, "Devis");
    expect(sheet.merges.map(addressOf)).toEqual(["A1:D1"]);
    shiftCells(workbook, "user", sheet, { row: 0, column: 0, rows: 2, columns: maxColumns }, "down");
    const again = sheetNamed(loadWorkbook(saveWorkbook(workbook, file)).workbook, "Devis");
    expect(again.merges.map(addressOf)).toEqual(["A3:D3"]);
  });
});

const today = "2026-11-24";
const todaySerial = 46350;
// Its formulas count from this day, not from the computer's.
const sample = sampleRegister(today);
const plan = planOf(sample, [], today);
const register = writeRegister(sample, {
  today,
  rehearsal: true,
  writtenAt: `${today}T08:00:00Z`,
  statuses: statusColumns(plan, catalogues.fr),
  dashboard: dashboardOf(sample, today, plan),
});

/** A register after a person inserted, sorted, filtered, computed and added, and an add-in wrote. */
async function worked(): Promise<Uint8Array> {
  const { workbook, file } = loadWorkbook(await register);
  attachCalculator(workbook, engine, () => todaySerial);
  const table = findTable(workbook, "Tacite_Contrats");
  const town = table?.columns.find(({ name }) => name === "Ville");
  if (table === null || town === undefined) throw new Error("no contracts");
  const { sheet, area } = table;
  const column = area.column + table.columns.indexOf(town);
  insertTableRows(workbook, "user", table, 2, [table.columns.map(() => undefined)]);
  writeCells(workbook, "user", { sheet, row: area.row + 3, column }, [["Brissac-Quincé"]]);
  sortTable(workbook, "user", table, [{ column: town, ascending: false }]);
  filterColumn(workbook, "user", table, town, { kind: "values", values: ["Nantes", "Angers"] });
  const computed = insertTableColumn(workbook, "user", table, null, "Double");
  const last = area.column + table.columns.indexOf(computed);
  writeCells(workbook, "user", { sheet, row: area.row + 1, column: last }, [["=[@[Prix TTC]]*2"]]);
  const added = addSheet(workbook, "user", "Mes notes");
  writeCells(workbook, "user", { sheet: added, row: 0, column: 0 }, [["'0612", "15/03/2027", "Ö & <é>"]]);
  writeCells(workbook, "pane", { sheet, row: area.row + 5, column }, [["'=Trélazé"]], "en-US");
  return saveWorkbook(workbook, file);
}

describe("a register that somebody worked in", () => {
  it("opens in Office without repair, and names the formula of its new column", async () => {
    const path = join(folder, "registre.xlsx");
    const saved = await worked();
    writeFileSync(path, saved);
    expect(await ooxmlErrors(path)).toEqual([]);
    expect(
      Object.keys(unzipSync(saved))
        .map((name) => part(saved, name))
        .join(""),
    ).toContain("<calculatedColumnFormula>Tacite_Contrats[[#This Row],[Prix TTC]]*2</calculatedColumnFormula>");
  }, 120_000);

  it("changes no part of the sheets that nobody touched", async () => {
    const before = await register;
    const names = loadWorkbook(before).workbook.sheets.map(({ name, part: path }) => [name, path] as const);
    const touched = changedParts(before, await worked()).filter((path) => path.startsWith("xl/worksheets/sheet"));
    const added = touched.filter((path) => !names.some(([, known]) => known === path));
    expect(names.flatMap(([name, path]) => (path !== null && touched.includes(path) ? [name] : []))).toEqual([
      "Contrats",
    ]);
    expect(added).toHaveLength(1);
  }, 60_000);
});

describeIf(libreOffice, "LibreOffice", (program) => {
  const source = join(folder, "source.xlsx");
  const back = (bytes: Uint8Array): Uint8Array => {
    writeFileSync(source, bytes);
    return new Uint8Array(converted(program, folder, source, { to: "xlsx", recalculate: false }));
  };

  it("shows the same cells in a saved workbook, and makes one of which nothing is lost either", async () => {
    const saved = typedIn(await quote(), "Devis", 5, 0, "'=pas une formule");
    const made = back(saved);
    expect(shown(made)).toEqual(shown(saved));
    expect(shown(saved)).toMatchObject({
      "Devis!A6": "=pas une formule",
      "Devis!B3": "120,50 €",
      "Devis!A1": "Devis n° 12",
    });
    const again = typedIn(made, "Notes", 4, 1, "42");
    expect(changedParts(made, again)).toEqual(["xl/worksheets/sheet2.xml"]);
    expect(shown(again)).toEqual({ ...shown(made), "Notes!B5": "42" });
  }, 240_000);

  it("shows the same cells in a register that somebody worked in", async () => {
    const saved = await worked();
    expect(shown(back(saved))).toEqual(shown(saved));
  }, 240_000);
});
