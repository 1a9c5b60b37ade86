import { describe, expect, it } from "@jest/globals";
import { readingPlan } from "./readingPlan";

const bytesOf = (sizes: Parameters<typeof readingPlan>[0]) =>
  readingPlan(sizes).map((blocks) =>
    blocks.reduce((sum, { table, rows }) => sum + rows * (sizes[table]?.bytesPerRow ?? 0), 0),
  );

describe("what is asked of Excel at once", () => {
  it("is everything, for a register of a usual size", () => {
    const sizes = [
      { rows: 60, bytesPerRow: 400 },
      { rows: 0, bytesPerRow: 100 },
      { rows: 300, bytesPerRow: 150 },
    ];
    expect(readingPlan(sizes)).toEqual([
      [
        { table: 0, firstRow: 0, rows: 60 },
        { table: 2, firstRow: 0, rows: 300 },
      ],
    ]);
  });

  it("is nothing where there is no row", () => {
    expect(readingPlan([{ rows: 0, bytesPerRow: 0 }])).toEqual([]);
  });

  it("stays below what Excel on the web can answer, in as few exchanges as can be", () => {
    const sizes = [
      { rows: 10_000, bytesPerRow: 420 },
      { rows: 20_000, bytesPerRow: 180 },
      { rows: 12_000, bytesPerRow: 150 },
    ];
    expect(bytesOf(sizes)).toEqual([3_200_400, 3_200_100, 3_199_500]);
  });

  it("takes each row once", () => {
    const blocks = readingPlan([{ rows: 50_000, bytesPerRow: 333 }]).flat();
    expect(blocks.map(({ firstRow }) => firstRow)).toEqual(
      blocks.map((_, i) => blocks.slice(0, i).reduce((sum, { rows }) => sum + rows, 0)),
    );
    expect(blocks.reduce((sum, { rows }) => sum + rows, 0)).toBe(50_000);
  });
});
