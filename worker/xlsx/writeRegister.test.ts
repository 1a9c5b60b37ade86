import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import ExcelJS, { type Workbook } from "exceljs";
import { strFromU8, unzipSync } from "fflate";
import { bigRegister, bigStatuses } from "../../bench/bigRegister";
import type { Register } from "../../domain/register";
import { ooxmlErrors } from "../../tests/ooxmlErrors";
import { readRegister } from "../../domain/workbook/readRegister";
import { tableNames, tables } from "../../domain/workbook/schema";
import { client, contract, register, settings } from "../../tests/builders/register";
import { readCells } from "./readCells";
import { writeRegister, type WriteOptions } from "./writeRegister";

const options = { today: "2026-11-24", writtenAt: "2026-11-24T08:00:00Z" } as const satisfies WriteOptions;
const folder = mkdtempSync(join(tmpdir(), "tacite-register-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const empty = register();
const full = bigRegister(60, options.today);
const statuses = bigStatuses(full);

async function reopened(from: Register, more: Partial<WriteOptions> = {}): Promise<Workbook> {
  const workbook = new ExcelJS.Workbook();
  const bytes: unknown = await writeRegister(from, { ...options, ...more });
  await workbook.xlsx.load(bytes as ArrayBuffer);
  return workbook;
}

async function part(from: Register, path: string): Promise<string> {
  const content = unzipSync(await writeRegister(from, options))[path];
  return content === undefined ? "" : strFromU8(content);
}

describe("the file of a register", () => {
  it.each([
    ["empty", empty, {}],
    ["full", full, { statuses }],
    ["long", bigRegister(1_001, options.today), {}],
    ["rehearsal", full, { rehearsal: true }],
  ] as const)(
    "is valid when %s",
    async (name, from, more) => {
      const file = join(folder, `${name}.xlsx`);
      writeFileSync(file, await writeRegister(from, { ...options, ...more }));
      expect(await ooxmlErrors(file)).toEqual([]);
    },
    120_000,
  );

  it("is read back as it was written", async () => {
    const { tables: read } = await readCells(await writeRegister(full, { ...options, statuses }));
    expect(readRegister(read)).toMatchObject({ register: full, problems: [] });
  });

  it("is read back without a row when it is empty", async () => {
    const { tables: read } = await readCells(await writeRegister(empty, options));
    expect(readRegister(read)).toMatchObject({ register: empty, problems: [] });
  });

  it("is the same, byte for byte, when it is written again", async () => {
    expect(await writeRegister(full, options)).toEqual(await writeRegister(full, options));
  });

  it("says when it was written, and in which language", async () => {
    const core = await part(empty, "docProps/core.xml");
    expect(core).toContain(">2026-11-24T08:00:00Z</dcterms:modified>");
    expect(core).toContain("<dc:language>fr-FR</dc:language>");
  });
});

describe("the sheets of a register", () => {
  it("show the dashboard and four words of everyday life, and hide the rest", async () => {
    const { worksheets } = await reopened(empty);
    expect(worksheets.map(({ name, state }) => `${name} ${state}`)).toEqual([
      "Tableau de bord visible",
      "Contrats visible",
      "Interventions visible",
      "Factures visible",
      "Paramètres visible",
      "Clients hidden",
      "Périodes hidden",
      "Équipements hidden",
      "Courriers hidden",
      "Journal hidden",
      "Listes hidden",
    ]);
  });

  it("hold one table each, with a blank row where there is nothing", async () => {
    const workbook = await reopened(empty);
    for (const name of tableNames) {
      const written = workbook.worksheets.flatMap((sheet) => Object.values(sheet.getTables()));
      const refs = written.map((table) => table as unknown as { model: { name: string; tableRef: string } });
      const ref = refs.find(({ model }) => model.name === tables[name].excelName)?.model.tableRef;
      expect(ref).toMatch(/^A1:[A-Z]+2$/);
    }
  });

  it("keep the header and the name in sight", async () => {
    const sheet = (await reopened(full)).getWorksheet("Contrats");
    expect(sheet?.views[0]).toMatchObject({ state: "frozen", xSplit: 2, ySplit: 1 });
  });

  it("let a calculated column go on in new rows", async () => {
    expect(await part(full, "xl/tables/table1.xml")).toContain(
      "<calculatedColumnFormula>IF(ISNUMBER(Tacite_Contrats[[#This Row],[Date limite de refus]])",
    );
  });

  it("offer the words of a list, and warn rather than refuse", async () => {
    const sheet = (await reopened(full)).getWorksheet("Contrats");
    const unit = sheet?.getCell("V2").dataValidation;
    expect(unit).toMatchObject({ type: "list", formulae: ["Liste_noticeUnit"], errorStyle: "warning" });
    expect(unit).toMatchObject({ promptTitle: "Unité du préavis", prompt: "Mois, semaines ou jours. Vide = mois." });
  });
});

describe("today in a register", () => {
  it("is the computer's day", async () => {
    const cell = (await reopened(full)).getWorksheet("Paramètres")?.getCell("C6");
    expect(cell?.value).toMatchObject({ formula: "TODAY()" });
  });

  it("stays what it was in a rehearsal", async () => {
    const cell = (await reopened(full, { rehearsal: true })).getWorksheet("Paramètres")?.getCell("C6");
    expect(cell?.value).toEqual(new Date("2026-11-24T00:00:00Z"));
  });
});

describe("text that looks like a formula", () => {
  it.each(["=1+1", "+33612345678", "-5", "@SUM(A1)", "\t=1+1", '=HYPERLINK("http://x","y")'])(
    "%j stays text",
    async (text) => {
      const from = register({
        clients: [client({ name: text })],
        contracts: [contract({ notes: text })],
        settings: settings({ firmName: text }),
      });
      const workbook = await reopened(from, { statuses: { contracts: new Map([["2026-001", { clientName: text }]]) } });
      const cells = [workbook.getWorksheet("Clients")?.getCell("C2"), workbook.getWorksheet("Contrats")?.getCell("B2")];
      for (const cell of [...cells, workbook.getWorksheet("Paramètres")?.getCell("C9")]) {
        expect([cell?.value, cell?.numFmt]).toEqual([text, "@"]);
      }
    },
  );
});
