import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { libreOffice } from "../../tests/libreOffice";
import { ooxmlErrors } from "../../tests/ooxmlErrors";
import { describeIf } from "../../tests/optionalTools";
import { attachCalculator } from "../formulas/calculator";
import { startEngine } from "../formulas/engine";
import { valueAt } from "../model/cells";
import { addName } from "../model/names";
import { addSheet } from "../model/sheets";
import { addTable, insertTableRows, renameTable } from "../model/tables";
import { findSheet, findTable, type Sheet, type Workbook } from "../model/workbook";
import { formatCells, writeCells } from "../model/writeCells";
import { blankFile } from "../../tests/builders/blankFile";
import { loadWorkbook } from "./loadWorkbook";
import { saveWorkbook } from "./saveWorkbook";

const packages = createRequire(__filename);
const engine = startEngine(readFileSync(packages.resolve("@ironcalc/wasm/wasm_bg.wasm")));
const folder = mkdtempSync(join(tmpdir(), "excel-host-xlsx-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A workbook with a table of prices whose last column is computed, saved once. */
function prices(): Uint8Array {
  const { workbook, file } = loadWorkbook(blankFile());
  attachCalculator(workbook, engine, () => 46350);
  const sheet = addSheet(workbook, "user", "Prix & délais");
  write(workbook, sheet, [
    ["Article", "Depuis", "HT", "TTC"],
    ["Joint « plat »", "15/03/2026", 10, "=ROUND([@HT]*Taux,2)"],
  ]);
  addName(workbook, "user", { name: "Taux", formula: "'Prix & délais'!$H$1", visible: true, sheet: null });
  writeCells(workbook, "user", { sheet, row: 0, column: 7 }, [[1.1]]);
  renameTable(workbook, "user", addTable(workbook, "user", sheet, area(2, 4), { hasHeaders: true }), "Prix");
  writeCells(workbook, "user", { sheet, row: 1, column: 3 }, [["=ROUND([@HT]*Taux,2)"]]);
  formatCells(workbook, "user", sheet, area(1, 4), { bold: true, fill: "#DDE2E6" });
  return saveWorkbook(workbook, file);
}

const area = (rows: number, columns: number) => ({ row: 0, column: 0, rows, columns });

function write(workbook: Workbook, sheet: Sheet, rows: readonly (readonly (string | number)[])[]): void {
  writeCells(workbook, "user", { sheet, row: 0, column: 0 }, rows);
}

function part(bytes: Uint8Array, path: string): string {
  const content = unzipSync(bytes)[path];
  return content === undefined ? "" : strFromU8(content);
}

describe("a workbook saved and opened again", () => {
  it("holds the same cells, table, name and format", () => {
    const { workbook } = loadWorkbook(prices());
    const sheet = findSheet(workbook, "Prix & délais");
    const table = findTable(workbook, "Prix");
    expect(table?.area).toEqual(area(2, 4));
    expect(table?.columns.map(({ name, formula }) => [name, formula])).toEqual([
      ["Article", null],
      ["Depuis", null],
      ["HT", null],
      ["TTC", "ROUND(Prix[[#This Row],[HT]]*Taux,2)"],
    ]);
    expect(sheet?.rows.get(1)?.values.slice(0, 4)).toEqual(["Joint « plat »", 46096, 10, 11]);
    expect(workbook.names.map(({ name, formula }) => [name, formula])).toEqual([["Taux", "'Prix & délais'!$H$1"]]);
    expect(workbook.dirty).toBe(false);
  });

  it("keeps every byte of the parts that did not change", () => {
    const before = prices();
    const { workbook, file } = loadWorkbook(before);
    expect(unzipSync(saveWorkbook(workbook, file))).toEqual(unzipSync(before));
    const table = findTable(workbook, "Prix");
    if (table === null) throw new Error("no table");
    insertTableRows(workbook, "user", table, null, [["Vis", undefined, 2, undefined]]);
    const after = unzipSync(saveWorkbook(workbook, file));
    const changed = Object.keys(after).filter(
      (path) => strFromU8(after[path] ?? new Uint8Array()) !== part(before, path),
    );
    expect(changed.sort()).toEqual(["xl/sharedStrings.xml", "xl/tables/table1.xml", "xl/worksheets/sheet2.xml"]);
  });

  it("writes the formula of a column and text that looks like a formula as text", () => {
    const { workbook, file } = loadWorkbook(prices());
    const sheet = findSheet(workbook, "Prix & délais");
    if (sheet === null) throw new Error("no sheet");
    writeCells(workbook, "user", { sheet, row: 10, column: 0 }, [["'=1+1", "'0612", "a\u0007<&>\n😀"]], "en-US");
    const bytes = saveWorkbook(workbook, file);
    expect(part(bytes, "xl/tables/table1.xml")).toContain(
      "<calculatedColumnFormula>ROUND(Prix[[#This Row],[HT]]*Taux,2)</calculatedColumnFormula>",
    );
    const again = findSheet(loadWorkbook(bytes).workbook, "Prix & délais");
    expect(again?.rows.get(10)?.values).toEqual(["=1+1", "0612", "a\u0007<&>\n😀"]);
  });
});

describe("Microsoft's rules", () => {
  it("find no fault in the saved file", async () => {
    const path = join(folder, "prix.xlsx");
    writeFileSync(path, prices());
    expect(await ooxmlErrors(path)).toEqual([]);
  }, 60_000);
});

describeIf(libreOffice, "LibreOffice", (program) => {
  it("opens the saved file and computes the same", () => {
    const source = join(folder, "calc.xlsx");
    writeFileSync(source, prices());
    const out = join(folder, "out");
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
    execFileSync(program, [profile, "--headless", "--convert-to", "xlsx", "--outdir", out, source], {
      stdio: "ignore",
    });
    const { workbook } = loadWorkbook(readFileSync(join(out, "calc.xlsx")));
    const sheet = findSheet(workbook, "Prix & délais");
    expect(sheet === null ? null : valueAt(sheet, 1, 3)).toBe(11);
    expect(findTable(workbook, "Prix")?.area).toEqual(area(2, 4));
  }, 120_000);
});
