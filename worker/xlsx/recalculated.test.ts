import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "@jest/globals";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { civilDate, daysInMonth } from "../../domain/dates/civilDate";
import type { Register } from "../../domain/register";
import { columnHeader } from "../../domain/i18n/columnHeader";
import { workbook as words } from "../../domain/i18n/fr/workbook";
import type { RawCell } from "../../domain/workbook/rawCell";
import { columnsOf, tableNames, tables } from "../../domain/workbook/schema";
import type { Statuses } from "../../domain/workbook/statuses";
import { contract, invoice, period, register, settings } from "../../tests/builders/register";
import { converted, libreOffice } from "../../tests/libreOffice";
import { describeIf } from "../../tests/optionalTools";
import { readCells } from "./readCells";
import { writeRegister } from "./writeRegister";

const today = "2026-11-24";
const folder = mkdtempSync(join(tmpdir(), "tacite-recalculated-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Ends of months come up as often as any other day. */
const day = fc
  .record({
    year: fc.integer({ min: 2023, max: 2029 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 56 }),
  })
  .map(({ year, month, day }) => civilDate(year, month, Math.min(day, daysInMonth(year, month))));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const amount = maybe(
  fc.oneof(
    fc.integer({ min: 50, max: 399 }).map((euros) => euros * 100),
    fc.integer({ min: -999_999, max: 999_999 }),
  ),
);
/** Below 100 %: 1 in a cell means 1 %, here as for the reader. */
const vatRate = maybe(fc.oneof(fc.constantFrom(210, 550, 850, 1_000, 2_000), fc.integer({ min: 0, max: 9_999 })));
const basis = fc.constantFrom("HT", "TTC");
const contractTerms = fc.record({
  noticeLength: fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 400 })),
  noticeUnit: fc.constantFrom("months", "weeks", "days"),
  renewalKind: fc.constantFrom("tacit", "tacit", "tacit", "express", "none"),
  periodEnd: maybe(day),
});
const periodTerms = fc.record({ price: amount, basis, vatRate });
const invoiceTerms = fc.record({
  amount,
  basis,
  vatRate,
  kind: fc.constantFrom("contract", "repair", "creditNote"),
  issuedOn: maybe(day),
  dueOn: maybe(day),
  paidOn: maybe(day),
});

function someRegister(rows: number): { register: Register; statuses: Statuses } {
  const sample = <T>(terms: fc.Arbitrary<T>): readonly T[] => fc.sample(terms, { numRuns: rows, seed: 20_261_124 });
  const contracts = sample(contractTerms);
  const number = (index: number): string => `CT-${index}`;
  return {
    register: register({
      contracts: contracts.map(({ periodEnd, ...terms }, index) => contract({ number: number(index), ...terms })),
      periods: sample(periodTerms).map((terms, index) => period({ id: `P${index}`, ...terms })),
      invoices: sample(invoiceTerms).map((terms, index) => invoice({ id: `F${index}`, ...terms })),
      settings: settings({ paymentDelayDays: 45 }),
    }),
    statuses: {
      contracts: new Map(contracts.map(({ periodEnd }, index) => [number(index), { periodEnd: periodEnd }])),
    },
  };
}

describeIf(libreOffice, "LibreOffice, told to calculate everything again", (program) => {
  it.each([
    [500, "headers"],
    [1_001, "addresses"],
  ])(
    "finds the value of every computed cell in %d rows whose formulas name %s",
    async (rows) => {
      const { register, statuses } = someRegister(rows);
      const bytes = await writeRegister(register, {
        today,
        rehearsal: true,
        writtenAt: "2026-11-24T08:00:00Z",
        statuses,
      });
      const expected = await computedCells(bytes);
      expect(Object.keys(expected)).toHaveLength(9);
      expect(await computedCells(recalculated(program, withoutResults(bytes)))).toEqual(expected);
    },
    180_000,
  );
});

/** What is left can only have been computed. */
function withoutResults(bytes: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([path, content]) => {
    if (!path.startsWith("xl/worksheets/")) return [path, content] as const;
    return [path, strToU8(strFromU8(content).replace(/<\/f><v>[^<]*<\/v>/g, "</f>"))] as const;
  });
  return zipSync(Object.fromEntries(parts));
}

function recalculated(program: string, bytes: Uint8Array): Uint8Array {
  const file = join(folder, "register.xlsx");
  writeFileSync(file, bytes);
  return converted(program, folder, file, { to: "xlsx", recalculate: true });
}

/** The cells of every calculated column, rounded beyond what a binary decimal can hold. */
async function computedCells(bytes: Uint8Array): Promise<Readonly<Record<string, readonly RawCell[]>>> {
  const { tables: read } = await readCells(bytes);
  const columns = tableNames.flatMap((table) => {
    const found = read.find(({ name }) => name === tables[table].excelName);
    return columnsOf(table)
      .filter(([, { role }]) => role === "formula")
      .map(([column]) => {
        const at = found?.headers.indexOf(columnHeader(words, table, column)) ?? -1;
        return [`${table}.${column}`, found?.rows.map(({ cells }) => rounded(cells[at] ?? null)) ?? []] as const;
      });
  });
  return Object.fromEntries(columns);
}

function rounded(cell: RawCell): RawCell {
  return typeof cell === "number" ? Math.round(cell * 1e9) / 1e9 : cell;
}
