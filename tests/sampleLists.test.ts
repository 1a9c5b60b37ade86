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
}, 600_000);

it("at least fourteen styles lie in the folder", () => {
  expect(names.length).toBeGreaterThanOrEqual(14);
});

describe.each(names)("%s", (name) => {
  const lists = () => {
    const found = compared.get(name) ?? [];
    expect(found.length).toBeGreaterThan(0);
    return found;
  };

  it("is found where it lies, with its header, and nothing else is", () => {
    for (const { layout, expected, strays } of lists()) {
      expect(strays).toEqual([]);
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

  it("alarms nobody for nothing", () => {
    for (const { score } of lists()) expect(score.falseAlarms).toEqual([]);
  });

  it("is read as its owner meant it", () => {
    for (const { score } of lists()) expect(score.faults).toEqual([]);
  });
});

describe("all lists together", () => {
  const total = () => sum([...compared.values()].flat().map(({ score }) => score));

  it("have at least 95 % of their known columns recognised, and none surely wrong", () => {
    const { columns, surelyWrong, faults } = total();
    expect(surelyWrong).toEqual([]);
    expect(shortOf(0.95, columns, faults)).toEqual([]);
    expect(columns.all).toBeGreaterThan(250);
  });

  it("have at least 98 % of their values normalised", () => {
    const { values, faults } = total();
    expect(shortOf(0.98, values, faults)).toEqual([]);
    expect(values.all).toBeGreaterThan(6000);
  });
});

/** Nothing when enough is right, otherwise the counts with every fault. */
function shortOf(share: number, { right, all }: { right: number; all: number }, faults: readonly string[]) {
  return right >= share * all ? [] : [`${String(right)} of ${String(all)} right`, ...faults];
}
