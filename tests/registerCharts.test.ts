import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { strFromU8, unzipSync } from "fflate";
import { createTables } from "../addin/excel/createTables";
import { removeAdded } from "../addin/excel/removeAdded";
import { sampleRegister } from "../domain/sample/sampleRegister";
import { dashboardCharts, dashboardPlaces } from "../domain/workbook/look/dashboardSheetLook";
import { renameSheet } from "../excel-host/model/sheets";
import { findSheet } from "../excel-host/model/workbook";
import type { Sheet, Workbook } from "../excel-host/model/workbook";
import { writeCells } from "../excel-host/model/writeCells";
import { loadWorkbook } from "../excel-host/xlsx/loadWorkbook";
import { saveWorkbook } from "../excel-host/xlsx/saveWorkbook";
import { writeRegister } from "../worker/xlsx/writeRegister";
import { openInExcel } from "./builders/excelInNode";
import { ooxmlErrors } from "./ooxmlErrors";

/* The charts of « Tableau de bord » are parts of the file that neither a save nor an undo may spoil. */

const today = "2026-11-24";
const register = sampleRegister(today);
const written = writeRegister(register, { today, writtenAt: `${today}T08:00:00Z` });
const folder = mkdtempSync(join(tmpdir(), "tacite-charts-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function dashboardIn(workbook: Workbook, name: string = dashboardPlaces.sheet): Sheet {
  const sheet = findSheet(workbook, name);
  if (sheet === null) throw new Error(`There is no sheet ${name}`);
  return sheet;
}

const chartParts = (bytes: Uint8Array) =>
  Object.entries(unzipSync(bytes))
    .filter(([path]) => /^xl\/(?:charts|drawings)\//.test(path))
    .map(([path, content]) => [path, strFromU8(content)]);

describe("the charts that the worker writes", () => {
  it("have a title and a description each", async () => {
    const [[, drawing] = []] = chartParts(await written).filter(([path]) => path === "xl/drawings/drawing1.xml");
    expect(dashboardCharts).toHaveLength(5);
    for (const { description } of dashboardCharts) expect(drawing).toContain(`descr="${description}"`);
  });

  it("are kept byte for byte by a save after somebody typed in the sheet", async () => {
    const { workbook, file } = loadWorkbook(await written);
    writeCells(workbook, "user", { sheet: dashboardIn(workbook), row: 60, column: 1 }, [["à moi"]]);
    const saved = saveWorkbook(workbook, file);
    expect(chartParts(saved)).toEqual(chartParts(await written));
    expect(chartParts(saved)).toHaveLength(7);
  });

  it("follow their sheet to its new name", async () => {
    const { workbook, file } = loadWorkbook(await written);
    renameSheet(workbook, "user", dashboardIn(workbook), "Pour la banque");
    const saved = saveWorkbook(workbook, file);
    const texts = chartParts(saved).join("");
    expect(texts).toContain("<c:f>'Pour la banque'!$Q$5:$Q$16</c:f>");
    expect(texts).not.toContain("'Tableau de bord'!");
    expect(dashboardIn(loadWorkbook(saved).workbook, "Pour la banque").charts).toHaveLength(5);
  });
});

describe("the charts that the add-in makes", () => {
  it("are saved as Office opens them, once, and go with an undo", async () => {
    const excel = openInExcel();
    const added = await createTables({ register, statuses: {} });
    const path = join(folder, "addin.xlsx");
    writeFileSync(path, excel.save());
    expect(await ooxmlErrors(path)).toEqual([]);
    expect(chartParts(excel.save())).toHaveLength(7);
    await removeAdded(added);
    expect(chartParts(excel.save())).toEqual([]);
    writeFileSync(path, excel.save());
    expect(await ooxmlErrors(path)).toEqual([]);
  }, 120_000);
});
