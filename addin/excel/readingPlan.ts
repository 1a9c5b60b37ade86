/** How many rows a table has, and about how many bytes one of them weighs in an answer. */
export type TableSize = { readonly rows: number; readonly bytesPerRow: number };

/** Rows of one table that are asked for together; both count from 0. */
export type Block = { readonly table: number; readonly firstRow: number; readonly rows: number };

/** Excel on the web refuses answers above 5 MB, and what a row weighs is an estimate. */
const ANSWER_BYTES = 4_200_000;

/** The blocks to ask for in each exchange: as few exchanges as can be, all about as heavy. */
export function readingPlan(sizes: readonly TableSize[]): readonly (readonly Block[])[] {
  const total = sizes.reduce((sum, { rows, bytesPerRow }) => sum + rows * bytesPerRow, 0);
  if (total === 0) return [];
  const exchanges = Math.max(1, Math.ceil(total / ANSWER_BYTES));
  const share = total / exchanges;
  const plan: Block[][] = [[]];
  let room = share;
  for (const [table, { rows, bytesPerRow }] of sizes.entries()) {
    let firstRow = 0;
    while (firstRow < rows) {
      const fitting = Math.ceil(room / bytesPerRow);
      const taken = plan.length === exchanges ? rows - firstRow : Math.min(rows - firstRow, fitting);
      plan.at(-1)?.push({ table, firstRow, rows: taken });
      firstRow += taken;
      room -= taken * bytesPerRow;
      if (room > 0 || plan.length === exchanges) continue;
      plan.push([]);
      room = share;
    }
  }
  return plan.filter((blocks) => blocks.length > 0);
}
