import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, jest } from "@jest/globals";
import { civilDate } from "../domain/dates/civilDate";
import { toSerial } from "../domain/dates/excelSerial";
import { emptyRegister } from "../domain/workbook/emptyRegister";
import type { RawCell } from "../domain/workbook/rawCell";
import { readRegister } from "../domain/workbook/readRegister";
import type { RawTable } from "../domain/workbook/readRegister";
import { readCells } from "../worker/xlsx/readCells";
import { filesOf, newFolder, tacite } from "./builders/commandLine";
import { workbookOf } from "./builders/workbook";

jest.setTimeout(300_000);

const page = readFileSync(join(__dirname, "..", "docs", "premiers-pas.md"), "utf8");

/** What the page says to type: sheet, then header (or setting) and value. */
const typed = [...page.matchAll(/^\| (\S+) +\| (.*`.*) \|$/gm)].map(([, sheet = "", cells = ""]) => ({
  sheet,
  cells: [...cells.matchAll(/([^·`]+) `([^`]+)`/g)].map(
    ([, label = "", value = ""]) => [label.trim(), raw(value)] as const,
  ),
}));

/** As Excel understands what is typed. */
function raw(text: string): RawCell {
  const [, day, month, year] = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(text) ?? [];
  if (day !== undefined) return toSerial(civilDate(Number(year), Number(month), Number(day)));
  if (text.endsWith("%")) return parseFloat(text) / 100;
  return /^\d{1,3}$/.test(text) ? Number(text) : text;
}

/** The empty register with what is typed in the first row of each table, and beside each setting. */
function filled(tables: readonly RawTable[]): readonly RawTable[] {
  return tables.map((table) => {
    const { sheet, headers, headerRow, rows } = table;
    const values = new Map(typed.find((one) => one.sheet === sheet)?.cells);
    if (values.size === 0) return table;
    const value = headers.indexOf("Valeur");
    if (value === -1) {
      return { ...table, rows: [{ row: headerRow + 1, cells: headers.map((header) => values.get(header) ?? null) }] };
    }
    const settingOf = (cells: readonly RawCell[]) =>
      cells.flatMap((cell) => (typeof cell === "string" ? (values.get(cell) ?? []) : []))[0];
    return {
      ...table,
      rows: rows.map(({ row, cells }) => ({ row, cells: cells.with(value, settingOf(cells) ?? cells[value] ?? null) })),
    };
  });
}

it("docs/premiers-pas.md leads from an empty register to a first letter", async () => {
  const { tables } = await readCells(await workbookOf(emptyRegister("first-steps"), "2026-11-24"));
  const read = readRegister(filled(tables));
  if ("reason" in read) throw new Error(read.reason);
  expect(read.problems).toEqual([]);
  const folder = await newFolder();
  const file = join(folder, "contrats.xlsx");
  await writeFile(file, await workbookOf(read.register, "2026-11-24"));

  const check = await tacite(["check", "--register", file]);
  expect(check).toEqual({ exitCode: 0, printed: "Rien à corriger.", warned: "" });
  expect((await tacite(["run", "--register", file, "--today", "2026-11-24"])).exitCode).toBe(0);
  expect(Object.keys(await filesOf(folder))).toContain(
    "Tacite/Lettres/2026-001 Martin - reconduction au 2027-03-14.docx",
  );
});
