import { beforeAll, describe, expect, it } from "@jest/globals";
import { createTables } from "../addin/excel/createTables";
import { workbook as words } from "../domain/i18n/fr/workbook";
import { sampleRegister } from "../domain/sample/sampleRegister";
import { dashboardPlaces } from "../domain/workbook/look/dashboardSheetLook";
import { FIRST_ROW } from "../domain/workbook/look/tableSheetLook";
import { columnsOf, tableNames } from "../domain/workbook/schema";
import { contains, lastRowOf } from "../excel-host/model/area";
import { cellAt, usedArea } from "../excel-host/model/cells";
import { validationAt } from "../excel-host/model/rules";
import { styleAt } from "../excel-host/model/style";
import { findSheet } from "../excel-host/model/workbook";
import type { Sheet, Workbook } from "../excel-host/model/workbook";
import { loadWorkbook } from "../excel-host/xlsx/loadWorkbook";
import { unescaped } from "../excel-host/xlsx/xml";
import { writeRegister } from "../worker/xlsx/writeRegister";
import { openInExcel } from "./builders/excelInNode";

/*
 * A register is made by « tacite new » and by the add-in's « Transformer ce classeur ». Whoever made it, its user sees
 * the same sheets: both files are opened and compared.
 */

const today = "2026-11-24";
const register = sampleRegister(today);
let byWorker: Workbook;
let byAddin: Workbook;

beforeAll(async () => {
  byWorker = loadWorkbook(await writeRegister(register, { today, writtenAt: `${today}T08:00:00Z` })).workbook;
  const excel = openInExcel();
  await createTables({ register, statuses: {} });
  byAddin = loadWorkbook(excel.save()).workbook;
}, 60_000);

function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = findSheet(workbook, name);
  if (sheet === null) throw new Error(`There is no sheet ${name}`);
  return sheet;
}

/** What is seen of a cell's style. The worker names the font that a new workbook has; the add-in leaves it to the user's. */
function lookAt(workbook: Workbook, sheet: Sheet, row: number, column: number) {
  const styleOf = (line: number) => styleAt(workbook.styles, cellAt(sheet, line, column).style);
  const { font: _font, original: _original, ...style } = styleOf(row);
  return {
    ...style,
    // The line below a cell is the one above its neighbour.
    borders: { ...style.borders, top: style.borders?.top ?? styleOf(row - 1).borders?.bottom ?? null },
    // The same to the eye.
    color: style.color === "#000000" ? null : style.color,
    size: style.size ?? 11,
    horizontal: style.horizontal ?? "general",
    vertical: style.vertical ?? "bottom",
  };
}

function guideAt(sheet: Sheet, row: number, column: number) {
  const rule = validationAt(sheet, { row, column, rows: 1, columns: 1 })?.rule;
  if (rule === undefined) return null;
  const { type, operator, formula1, formula2, alert, prompt, inCellDropDown } = rule;
  const warning = type === "none" ? null : [alert.show, alert.style, alert.title, alert.message].map(text);
  return {
    check: [type, type === "list" ? null : (operator ?? "between"), formula1, formula2, inCellDropDown],
    warning,
    prompt: [prompt.show, prompt.title, prompt.message].map(text),
  };
}

function text(written: string | boolean): string | boolean {
  return typeof written === "string" ? unescaped(written) : written;
}

/** The colours by formula, those that come first before the others. */
function coloursOf({ conditionalFormats }: Sheet) {
  return conditionalFormats
    .toSorted((a, b) => a.priority - b.priority)
    .map(({ areas, formula, fill, color, bold, line }) => ({ areas, formula: unescaped(formula), fill, color, bold, line })); // prettier-ignore
}

const tablesOf = ({ tables }: Sheet) =>
  tables.map(({ name, area, style, filterButtons, bandedRows, columns }) => ({ name, area, style, filterButtons, bandedRows, columns })); // prettier-ignore

const widthsOf = ({ columnWidths, hiddenColumns }: Sheet) =>
  [...columnWidths].map(([column, width]) => [column, width.toFixed(3), hiddenColumns.has(column)]);

const pageOf = ({ page }: Sheet) => ({
  ...page,
  margins: Object.entries(page.margins).map(([side, inches]) => [side, inches.toFixed(3)]),
});

/** What this host reads of a chart. */
const chartsOf = ({ charts }: Sheet) =>
  charts.map(({ name, kind, area, series, looks }) => ({ name, kind, area, series, looks }));

describe("a register made by the add-in looks like one of the worker", () => {
  it("in its sheets, their order, and what is hidden", () => {
    const tabs = ({ sheets }: Workbook) =>
      sheets
        .filter(({ name }) => name !== "Feuil1")
        .map(({ name, visibility, tabColor }) => [name, visibility, tabColor]);
    expect(tabs(byAddin)).toEqual(tabs(byWorker));
    expect(tabs(byAddin)).toHaveLength(11);
  });

  it("in the names that formulas, lists and printing use", () => {
    const namesOf = ({ names }: Workbook) =>
      names.map(({ name, formula, sheet }) => `${name} ${formula.replaceAll("'", "")} ${sheet?.name ?? ""}`).sort();
    expect(namesOf(byAddin)).toEqual(namesOf(byWorker));
    expect(namesOf(byAddin).length).toBeGreaterThan(20);
  });

  it.each([dashboardPlaces.sheet, ...tableNames.map((table) => words.sheets[table]), words.sheets.settings, "Listes"])(
    "on the sheet %s",
    (name) => {
      const [worker, addin] = [sheetOf(byWorker, name), sheetOf(byAddin, name)];
      const whole = (sheet: Sheet) => ({
        tables: tablesOf(sheet),
        widths: widthsOf(sheet),
        heights: [...sheet.rowHeights],
        colours: coloursOf(sheet),
        page: name === "Listes" ? null : pageOf(sheet),
        frozen: sheet.frozen,
        gridlines: sheet.gridlines,
        protection: sheet.protection,
        charts: chartsOf(sheet),
      });
      expect(whole(addin)).toEqual(whole(worker));
      expect(widthsOf(addin).length).toBeGreaterThan(4);
    },
  );

  it.each(tableNames)("column by column in the table %s", (table) => {
    const [worker, addin] = [sheetOf(byWorker, words.sheets[table]), sheetOf(byAddin, words.sheets[table])];
    const [last] = worker.tables.map(({ area }) => lastRowOf(area));
    for (const [column, [name]] of columnsOf(table).entries()) {
      for (let row = 0; row <= (last ?? FIRST_ROW); row += 1) {
        // The worker leaves a blank cell to its column.
        if (cellAt(worker, row, column).value === null) continue;
        expect([name, row, lookAt(byAddin, addin, row, column)]).toEqual([name, row, lookAt(byWorker, worker, row, column)]); // prettier-ignore
      }
      for (const row of [1, last ?? 1, 1_500]) {
        expect([name, row, guideAt(addin, row, column)]).toEqual([name, row, guideAt(worker, row, column)]);
      }
    }
    expect(addin.validations.flatMap(({ areas }) => areas).filter((area) => contains(area, 1_500, area.column))).not.toEqual([]); // prettier-ignore
  });

  it("with five charts on the Tableau de bord", () => {
    expect(chartsOf(sheetOf(byWorker, dashboardPlaces.sheet)).map(({ name }) => name)).toHaveLength(5);
  });

  it.each([
    [words.sheets.settings, 25, 5],
    [dashboardPlaces.sheet, 15, 31],
  ])("cell by cell in %s", (name, least, width) => {
    const [worker, addin] = [sheetOf(byWorker, name), sheetOf(byAddin, name)];
    const rows = usedArea(worker)?.rows ?? 0;
    expect(rows).toBeGreaterThan(least);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < width; column += 1) {
        const [made, wanted] = [cellAt(addin, row, column), cellAt(worker, row, column)];
        const seen = (workbook: Workbook, sheet: Sheet) => [lookAt(workbook, sheet, row, column), guideAt(sheet, row, column)]; // prettier-ignore
        expect([row, column, ...seen(byAddin, addin)]).toEqual([row, column, ...seen(byWorker, worker)]);
        expect([row, column, made.formula ?? made.value]).toEqual([row, column, wanted.formula ?? wanted.value]);
      }
    }
  });
});
