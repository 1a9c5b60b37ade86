import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "@jest/globals";
import { attachCalculator } from "../formulas/calculator";
import { startEngine } from "../formulas/engine";
import { valueAt } from "./cells";
import { displayText } from "./displayText";
import { cellAt } from "./cells";
import { listen } from "./edit";
import { filterColumn } from "./filtering";
import { protectSheet } from "./protection";
import { renameSheet } from "./sheets";
import { sortTable } from "./sorting";
import { addTable, deleteTableRows, insertTableRows } from "./tables";
import { createWorkbook, type Table, type Workbook } from "./workbook";
import { formatCells, writeCells } from "./writeCells";

const engine = startEngine(readFileSync(createRequire(__filename).resolve("@ironcalc/wasm/wasm_bg.wasm")));

function prices(): { workbook: Workbook; table: Table } {
  const workbook = createWorkbook();
  attachCalculator(workbook, engine, () => 46350);
  const sheet = workbook.active;
  writeCells(workbook, "user", { sheet, row: 0, column: 0 }, [
    ["Article", "HT", "TTC"],
    ["Vis", 2, ""],
    ["Joint", 10, ""],
  ]);
  const table = addTable(workbook, "user", sheet, { row: 0, column: 0, rows: 3, columns: 3 }, { hasHeaders: true });
  writeCells(workbook, "user", { sheet, row: 1, column: 2 }, [["=[@HT]*2"]]);
  return { workbook, table };
}

const column = ({ sheet, area }: Table, at: number) =>
  Array.from({ length: area.rows - 1 }, (_, row) => valueAt(sheet, row + 1, at));

describe("what is typed in a cell", () => {
  const typed = (text: string, locale: string, numberFormat = "General") => {
    const workbook = createWorkbook();
    const sheet = workbook.active;
    formatCells(workbook, "user", sheet, { row: 0, column: 0, rows: 1, columns: 1 }, { numberFormat });
    writeCells(workbook, "user", { sheet, row: 0, column: 0 }, [[text]], locale);
    const cell = cellAt(sheet, 0, 0);
    return [cell.formula ?? cell.value, displayText(workbook, cell)];
  };

  it.each([
    ["15/03/2026", "fr-FR", 46096, "15/03/2026"],
    ["15/03/2026", "en-US", "15/03/2026", "15/03/2026"],
    ["1 234,5", "fr-FR", 1234.5, "1 234,50"],
    ["vrai", "fr-FR", true, "VRAI"],
    ["'0612", "fr-FR", "0612", "0612"],
    ["75011", "en-US", 75011, "75011"],
  ])("%s in %s is %s", (text, locale, value, shown) => {
    expect(typed(text, locale).map((part) => (typeof part === "string" ? part.replace("\u202f", " ") : part))).toEqual([
      value,
      shown,
    ]);
  });

  it("is a formula after = and + and -, and stays text where the format says so", () => {
    expect(typed("=1+1", "en-US")[0]).toBe("1+1");
    expect(typed("+A1", "en-US")[0]).toBe("A1");
    expect(typed("-A1", "en-US")[0]).toBe("-A1");
    expect(typed("=1+1", "en-US", "@")[0]).toBe("=1+1");
    expect(typed("01000", "en-US", "@")[0]).toBe("01000");
  });
});

describe("a table", () => {
  it("fills a calculated column and goes on in new rows", () => {
    const { workbook, table } = prices();
    expect(column(table, 2)).toEqual([4, 20]);
    writeCells(workbook, "user", { sheet: table.sheet, row: 3, column: 0 }, [["Clou", 1]]);
    insertTableRows(workbook, "user", table, 1, [["Pompe", 100, undefined]]);
    expect(column(table, 0)).toEqual(["Vis", "Pompe", "Joint", "Clou"]);
    expect(column(table, 2)).toEqual([4, 200, 20, 2]);
  });

  it("sorts whole rows and deletes the row that is meant", () => {
    const { workbook, table } = prices();
    sortTable(workbook, "user", table, [
      { column: table.columns[0] ?? { id: 0, name: "", formula: null }, ascending: true },
    ]);
    expect(column(table, 0)).toEqual(["Joint", "Vis"]);
    expect(column(table, 2)).toEqual([20, 4]);
    deleteTableRows(workbook, "user", table, 0, 1);
    expect(column(table, 0)).toEqual(["Vis"]);
  });

  it("hides what its filter does not let through, and then refuses to delete", () => {
    const { workbook, table } = prices();
    const [first] = table.columns;
    if (first === undefined) throw new Error("no column");
    filterColumn(workbook, "user", table, first, { kind: "values", values: ["Vis"] });
    expect([...table.sheet.hiddenRows]).toEqual([2]);
    expect(() => deleteTableRows(workbook, "user", table, 0, 1)).toThrow("filtered");
  });
});

describe("a workbook", () => {
  it("refuses to change a locked cell of a protected sheet", () => {
    const { workbook, table } = prices();
    protectSheet(workbook, "user", table.sheet, { password: null, options: {} });
    expect(() => writeCells(workbook, "user", { sheet: table.sheet, row: 1, column: 0 }, [["x"]])).toThrow("protected");
  });

  it("tells each edit once, with its author, and counts it", () => {
    const { workbook, table } = prices();
    const heard: string[] = [];
    const before = workbook.revision;
    listen(workbook, ({ kind, origin }) => heard.push(`${origin} ${kind}`));
    writeCells(workbook, "pane", { sheet: table.sheet, row: 1, column: 1 }, [[3]]);
    expect(heard).toEqual(["pane cells", "pane calculated"]);
    expect(workbook.revision).toBe(before + 1);
  });

  it("follows a sheet's new name in formulas", () => {
    const { workbook, table } = prices();
    const { sheet } = table;
    writeCells(workbook, "user", { sheet, row: 0, column: 5 }, [["=SUM(Feuil1!B2:B3)"]]);
    renameSheet(workbook, "user", sheet, "Mes prix");
    expect(cellAt(sheet, 0, 5)).toMatchObject({ formula: "SUM('Mes prix'!B2:B3)", value: 12 });
  });

  it("computes one row of 60,000 without waiting for the others", () => {
    const workbook = createWorkbook();
    attachCalculator(workbook, engine, () => 46350);
    const sheet = workbook.active;
    const rows = Array.from({ length: 60_000 }, (_, row) => [row, "texte", row / 2]);
    writeCells(workbook, "user", { sheet, row: 0, column: 0 }, rows);
    writeCells(workbook, "user", { sheet, row: 59_999, column: 3 }, [["=A60000*2"]]);
    const from = performance.now();
    writeCells(workbook, "user", { sheet, row: 59_999, column: 0 }, [[21]]);
    expect(performance.now() - from).toBeLessThan(500);
    expect(valueAt(sheet, 59_999, 3)).toBe(42);
  });
});
