import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it, jest } from "@jest/globals";
import { openInExcel } from "./builders/excelInNode";
import type { SourceSheet } from "../domain/import/sourceSheet";
import { putContent } from "../excel-host/model/cells";
import { createTables } from "../addin/excel/createTables";
import type { Environment } from "../addin/actions/environment";
import { newRegister } from "../addin/actions/newRegister";
import { readSheets as readFile } from "../worker/xlsx/readSheets";
import { readSheets } from "../addin/excel/readSheets";
import { usersSheets } from "../domain/workbook/usersSheets";

jest.setTimeout(300_000);

const folder = join(__dirname, "../samples/lists");
const lists = readdirSync(folder).filter((name) => name.endsWith(".xlsx"));
const nothing = () => undefined;

it.each(lists)("the sheets of %s are the same in Excel as in the saved file", async (name) => {
  const bytes = readFileSync(join(folder, name));
  openInExcel(bytes);
  const [here, saved] = [await readSheets(nothing), await readFile(bytes)];
  // Office.js does not tell that dates are counted from 1904; such a workbook is refused when it is to become a register.
  const comparable = name.startsWith("15-") ? withoutDays : <T>(sheets: T) => sheets;
  expect(comparable(here)).toEqual(comparable(saved));
});

function withoutDays(sheets: readonly SourceSheet[]): unknown {
  return JSON.parse(JSON.stringify(sheets).replace(/"date":"[^"]*"/g, '"date":""'));
}

it("reads many rows in exchanges that Excel on the web accepts, and tells how far it is", async () => {
  const excel = openInExcel();
  const sheet = excel.workbook.active;
  for (let row = 0; row < 20_000; row += 1) {
    for (let column = 0; column < 20; column += 1) putContent(sheet, row, column, `case ${String(row * column)}`, null);
  }
  const progress: number[] = [];
  const [read] = await readSheets((done, total) => progress.push(done / total));
  expect(read?.rows.length).toBe(20_000);
  expect(read?.rows[19_999]?.[19]).toBe("case 379981");
  expect(Math.max(...excel.exchanges.map(({ answerBytes }) => answerBytes))).toBeLessThan(5_000_000);
  expect(progress.at(-1)).toBe(1);
  expect(progress.length).toBeGreaterThan(2);
});

it("tells the sheets of the register from the user's", async () => {
  openInExcel();
  const environment: Environment = {
    today: () => "2026-11-24",
    at: () => "",
    who: () => null,
    newKey: (prefix) => prefix,
  };
  await createTables(await newRegister(true, environment));
  const own = usersSheets(await readSheets(nothing));
  expect(own.map(({ name }) => name)).toEqual(["Feuil1"]);
});
