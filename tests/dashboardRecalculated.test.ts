import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { dashboardOf } from "../domain/dashboard/dashboardOf";
import { addDays } from "../domain/dates/civilDate";
import { catalogues } from "../domain/i18n";
import { planOf } from "../domain/plan/plan";
import { statusColumns } from "../domain/plan/statusColumns";
import type { Register } from "../domain/register";
import { sampleRegister } from "../domain/sample/sampleRegister";
import { dashboardCells, dashboardPlaces } from "../domain/workbook/look/dashboardSheetLook";
import { emptyRegister } from "../domain/workbook/emptyRegister";
import { cellAt } from "../excel-host/model/cells";
import { findSheet } from "../excel-host/model/workbook";
import { loadWorkbook } from "../excel-host/xlsx/loadWorkbook";
import { writeRegister } from "../worker/xlsx/writeRegister";
import { arbitraryRegister, generatedToday, oneOf } from "./builders/arbitraryRegister";
import { invoice } from "./builders/register";
import { allConverted, libreOffice } from "./libreOffice";
import { describeIf } from "./optionalTools";

/*
 * The formulas of the sheet « Tableau de bord » and domain/dashboard say the same: LibreOffice computes the sheets of
 * generated registers, and every cell is compared. DASHBOARD_REGISTERS=200 asks for more registers than the ordinary run.
 */

const REGISTERS = Number(process.env.DASHBOARD_REGISTERS ?? 30);
const folder = mkdtempSync(join(tmpdir(), "tacite-dashboard-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What arbitraryRegister leaves blank and the dashboard counts: reasons of refusals, days of payment, kinds and rates. */
const counted = arbitraryRegister.chain((register) =>
  fc
    .record({
      reasons: several(fc.option(oneOf("refusalReason"), { nil: null })),
      dueIn: several(fc.option(fc.integer({ min: -10, max: 90 }), { nil: null })),
      kinds: several(fc.constantFrom("contract", "contract", "contract", "creditNote")),
      rates: several(fc.constantFrom(null, 550, 1000, 2000)),
    } as const)
    .map(({ reasons, dueIn, kinds, rates }): Register => {
      const nth = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;
      return {
        ...register,
        contracts: register.contracts.map((row, i) => ({
          ...row,
          refusalReason: row.refusalOn === null ? null : nth(reasons, i),
        })),
        periods: register.periods.map((row, i) => ({ ...row, vatRate: nth(rates, i) })),
        invoices: register.invoices.map((row, i) => {
          const days = nth(dueIn, i);
          const dueOn = days === null || row.issuedOn === null ? null : addDays(row.issuedOn, Math.max(0, days));
          return { ...invoice(row), kind: nth(kinds, i), dueOn, vatRate: nth(rates, i + 1) };
        }),
      };
    }),
);

function several<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.array(arbitrary, { minLength: 5, maxLength: 5 });
}

/** Every cell whose value the domain knows, as a formula finds it and as the domain says it. */
async function fileOf(register: Register): Promise<{ bytes: Uint8Array; expected: readonly string[] }> {
  const plan = planOf(register, [], generatedToday);
  const dashboard = dashboardOf(register, generatedToday, plan);
  const bytes = await writeRegister(register, {
    today: generatedToday,
    rehearsal: true,
    writtenAt: `${generatedToday}T08:00:00Z`,
    statuses: statusColumns(plan, catalogues.fr),
  });
  const expected = computed.map(({ place, shows }) => `${place} ${told(shows(dashboard))}`);
  return { bytes: withoutResults(bytes), expected };
}

const computed = dashboardCells.flatMap(
  ({ row, column, content }) =>
  "text" in content ? [] : [{ row, column, place: `${String(row)}:${String(column)}`, shows: content.shows }], // prettier-ignore
);

function found(bytes: Uint8Array): readonly string[] {
  const sheet = findSheet(loadWorkbook(bytes).workbook, dashboardPlaces.sheet);
  if (sheet === null) throw new Error("There is no dashboard");
  return computed.map(({ row, column, place }) => `${place} ${told(cellAt(sheet, row - 1, column - 1).value)}`);
}

/** Rounded beyond what a binary decimal can hold. */
function told(value: unknown): string {
  return typeof value === "number" ? String(Math.round(value * 1e6) / 1e6 + 0) : String(value);
}

/** What is left can only have been computed. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, content]) => {
    if (!path.startsWith("xl/worksheets/")) return [path, content] as const;
    return [path, strToU8(strFromU8(content).replace(/<\/f><v>[^<]*<\/v>/g, "</f>"))] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

describeIf(libreOffice, "LibreOffice, told to calculate everything again", (program) => {
  it(
    `finds the domain's figures on the dashboards of ${String(REGISTERS)} generated registers`,
    async () => {
      const generated = fc.sample(counted, { numRuns: REGISTERS, seed: 20_261_124 });
      const registers = [...generated, sampleRegister(generatedToday), emptyRegister("R-1")];
      const files: { path: string; expected: readonly string[] }[] = [];
      for (const [index, register] of registers.entries()) {
        const { bytes, expected } = await fileOf(register);
        const path = join(folder, `${String(index)}.xlsx`);
        writeFileSync(path, bytes);
        files.push({ path, expected });
      }
      const paths = files.map(({ path }) => path);
      const converted = allConverted(program, folder, paths, { to: "xlsx", recalculate: true });
      expect(converted).toHaveLength(REGISTERS + 2);
      for (const [index, { expected }] of files.entries()) {
        expect([index, found(converted[index] ?? new Uint8Array())]).toEqual([index, expected]);
      }
      // The registers are such that every figure of a tile is met, and every series of a chart in some month.
      const tiles = computed.filter(({ row, column }) => row < 12 && column < 14).map(({ place }) => place);
      const seen = new Set(files.flatMap(({ expected }) => expected.filter((text) => !/ (?:0|–)$/.test(text))));
      for (const place of tiles) expect([...seen].filter((text) => text.startsWith(`${place} `))).not.toEqual([]);
      const isMet = (column: number) => [...seen].some((text) => new RegExp(`^\\d+:${String(column)} `).test(text));
      const series = new Set(computed.filter(({ row, column }) => row > 4 && column > 14).map(({ column }) => column));
      expect([...series].filter((column) => !isMet(column))).toEqual([]);
    },
    600_000 + REGISTERS * 10_000,
  );
});
