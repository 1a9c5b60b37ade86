import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, jest } from "@jest/globals";
import { Ajv2020 } from "ajv/dist/2020";
import * as z from "zod";
import { planReport } from "../domain/plan/planReport";
import { newFolder, tacite } from "./builders/commandLine";
import { smallFirm } from "./builders/smallFirm";
import { sampleWorkbook, withCells, withColumns, withoutRows, withoutTable, workbookOf } from "./builders/workbook";

jest.setTimeout(300_000);

const path = join(__dirname, "..", "docs", "plan.schema.json");
const today = "2026-11-24";

it("docs/plan.schema.json is the interface of tacite plan --json (npm run docs writes it again)", () => {
  const schema = {
    ...z.toJSONSchema(planReport),
    title: "What tacite plan --json prints",
    description: planReport.description,
  };
  if (process.env["WRITE_DOCS"] !== undefined) writeFileSync(path, formatted(schema));
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(JSON.parse(JSON.stringify(schema)));
});

describe("tacite plan --json prints one object of the published interface", () => {
  async function planned(bytes: Uint8Array) {
    const file = join(await newFolder(), "registre.xlsx");
    await writeFile(file, bytes);
    const { exitCode, printed, warned } = await tacite(["plan", "--register", file, "--today", today, "--json"]);
    expect({ exitCode, warned, lines: printed.split("\n").length }).toEqual({ exitCode: 0, warned: "", lines: 1 });
    const plan: unknown = JSON.parse(printed);
    const isPlan = new Ajv2020({ allErrors: true }).compile(JSON.parse(readFileSync(path, "utf8")) as object);
    isPlan(plan);
    expect(isPlan.errors).toBeNull();
    return planReport.parse(plan);
  }

  it("for the sample register", async () => {
    const plan = await planned(await sampleWorkbook(today));
    expect(plan.contracts.length).toBeGreaterThan(50);
    expect(new Set(plan.obligations.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(6);
  });

  it("as the installed program, and nothing beside it", async () => {
    const file = join(await newFolder(), "registre.xlsx");
    await writeFile(file, await sampleWorkbook(today));
    const program = join(__dirname, "..", "dist", "tacite.mjs");
    const args = [program, "plan", "--register", file, "--today", today, "--json"];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout.endsWith("}\n")).toBe(true);
    expect(planReport.parse(JSON.parse(stdout))).toMatchObject({ today, register: { file: "registre.xlsx" } });
  });

  it("for registers that are damaged", async () => {
    const sound = await workbookOf(smallFirm(), today);
    const damaged = [
      withCells(sound, { "Contrats!P2": "C0009", "Contrats!R2": "31/02/2026", "Contrats!A3": null }),
      withColumns(sound, "Contrats", (letters) => letters.slice(0, 20)),
      withoutRows(sound, "Contrats"),
      withoutTable(sound, "Périodes"),
      withoutTable(sound, "Paramètres"),
      await workbookOf(smallFirm({}, { signatory: null }), today),
    ];
    const plans = [];
    for (const bytes of damaged) plans.push(await planned(bytes));
    expect(plans.map(({ problems }) => problems.length > 0)).toEqual([true, true, true, true, true, false]);
    expect(plans.at(-1)?.letters[0]?.refusedBecause?.[0]).toMatchObject({ sheet: "Paramètres", code: "letterNeeds" });
  });
});

/** As the formatter would write it: a list that fits on a line is on one. */
function formatted(schema: object): string {
  const text = JSON.stringify(schema, null, 2).replace(
    /^(.*)\[\n([^[\]{}]*)\n\s*\]/gm,
    (list, start: string, items: string) => {
      const line = `${start}[${items.trim().replace(/\s*\n\s*/g, " ")}]`;
      return line.length < 120 ? line : list;
    },
  );
  return `${text}\n`;
}
