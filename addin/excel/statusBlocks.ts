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

/** Excel on the web refuses requests above 5 MB, and what names a range is an estimate. */
const REQUEST_BYTES = 4_200_000;
const BYTES_OF_A_RANGE = 700;

/** The blocks of each exchange. */
export function exchangesOf<B extends { readonly values: readonly unknown[] }>(
  blocks: readonly B[],
): readonly (readonly B[])[] {
  const exchanges: B[][] = [];
  let sum = 0;
  for (const block of blocks) {
    const last = exchanges.at(-1);
    const bytes = bytesOf(block.values);
    sum += bytes;
    if (last !== undefined && sum <= REQUEST_BYTES) last.push(block);
    else {
      exchanges.push([block]);
      sum = bytes;
    }
  }
  return exchanges;
}

const encoder = new TextEncoder();

/** Each value lies in a row of its own. */
function bytesOf(values: readonly unknown[]): number {
  return BYTES_OF_A_RANGE + encoder.encode(JSON.stringify(values)).length + 2 * values.length;
}
