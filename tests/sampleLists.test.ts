import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { comparedLists, sum } from "./listScore";
import type { ComparedList } from "./listScore";

/*
 * Lists in the styles in which tradesmen keep them (samples/lists/README.md), and what their owners meant: found,
 * recognised and read as a register would have it.
 */

const today = "2026-11-24";
const folder = join(__dirname, "..", "samples", "lists");
const names = readdirSync(folder)
  .filter((file) => file.endsWith(".xlsx"))
  .map((file) => file.replace(".xlsx", ""));

const compared = new Map<string, readonly ComparedList[]>();

beforeAll(async () => {
  for (const name of names) compared.set(name, await comparedLists(folder, name, today));
}, 120_000);

it("at least fourteen styles lie in the folder", () => {
  expect(names.length).toBeGreaterThanOrEqual(14);
});

describe.each(names)("%s", (name) => {
  const lists = () => {
    const found = compared.get(name) ?? [];
    expect(found.length).toBeGreaterThan(0);
    return found;
  };

  it("is found where it lies, with its header", () => {
    for (const { layout, expected } of lists()) {
      const { sheet, headerRows, firstDataRow, lastDataRow, columns } = expected;
      expect({
        ...layout,
        columns: layout?.columns.map(({ column, header }) => ({ column, header: header.replace(/\s+/g, " ").trim() })),
      }).toEqual({
        sheet,
        headerRows,
        firstDataRow,
        lastDataRow,
        columns: columns.map(({ column, header }) => ({ column, header })),
      });
    }
  });

  it("has no line too many or too few", () => {
    for (const { rows, expected } of lists()) expect(rows).toEqual(expected.rows.map(({ row }) => row));
  });

  it("loses nothing: what cannot be used is reported in its cell and kept in the notes", () => {
    for (const { score } of lists()) expect([score.unreported, score.lost]).toEqual([[], []]);
  });
});

describe("all lists together", () => {
  const total = () => sum([...compared.values()].flat().map(({ score }) => score));

  it("have at least 95 % of their known columns recognised, and none surely wrong", () => {
    const { columns, surelyWrong, faults } = total();
    const score = { columns: columns.right / columns.all, surelyWrong, faults };
    expect(score).toEqual({ columns: expect.any(Number), surelyWrong: [], faults });
    if (score.columns < 0.95) throw new Error(JSON.stringify({ columns, faults }, null, 1));
  });

  it("have at least 98 % of their values normalised", () => {
    const { values, faults } = total();
    if (values.right / values.all < 0.98) throw new Error(JSON.stringify({ values, faults }, null, 1));
    expect(values.all).toBeGreaterThan(3000);
  });
});
