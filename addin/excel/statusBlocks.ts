import type { CellValue } from "../../domain/workbook/encode";
import { laidColumns, runsOf } from "./tableColumns";
import type { LaidColumn } from "./tableColumns";
import type { Cells } from "./tableWork";
import type { TableName } from "../../domain/workbook/schema";

/** Cells of one column, one below the other; `offset` is 1 for the first row below the header. */
export type StatusBlock = {
  readonly column: LaidColumn;
  readonly offset: number;
  readonly values: readonly CellValue[];
};

/** The states of rows, known by their offsets, as blocks that can be written one by one. */
export function statusBlocks(
  table: TableName,
  headers: readonly string[],
  rows: ReadonlyMap<number, Cells>,
): readonly StatusBlock[] {
  return laidColumns(table, headers)
    .filter(({ column }) => column.role === "status")
    .flatMap((column) => {
      const concerned = [...rows].filter(([, cells]) => cells[column.name] !== undefined).map(([offset]) => offset);
      return runsOf(concerned).map(({ first, count }) => ({
        column,
        offset: first,
        values: Array.from({ length: count }, (_, i) => rows.get(first + i)?.[column.name] ?? null),
      }));
    });
}

/** Excel on the web refuses requests above 5 MB: so many blocks, and so many cells, stay below. */
const BLOCKS_AT_ONCE = 4_000;
const CELLS_AT_ONCE = 120_000;

/** The blocks of each exchange. */
export function exchangesOf<B extends { readonly values: readonly unknown[] }>(
  blocks: readonly B[],
): readonly (readonly B[])[] {
  const exchanges: B[][] = [];
  let cells = 0;
  for (const block of blocks) {
    const last = exchanges.at(-1);
    cells += block.values.length;
    if (last !== undefined && last.length < BLOCKS_AT_ONCE && cells <= CELLS_AT_ONCE) last.push(block);
    else {
      exchanges.push([block]);
      cells = block.values.length;
    }
  }
  return exchanges;
}
