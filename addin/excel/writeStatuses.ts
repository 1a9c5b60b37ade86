import type { Positions } from "../../domain/workbook/readRegister";
import { keyColumn, tableNames, tables } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import type { Statuses } from "../../domain/workbook/statuses";
import { inWorkbook } from "./inWorkbook";
import type { ReadTable } from "./readTables";
import { typedKey } from "./rowsThere";
import { exchangesOf, statusBlocks } from "./statusBlocks";
import type { StatusBlock } from "./statusBlocks";
import { laidColumns, runsOf } from "./tableColumns";
import type { Cells } from "./tableWork";
import { writtenCell } from "./writtenCells";

/** A table as it was read; rows that were typed under it are told no state. */
export type ShownIn = Pick<ReadTable, "name" | "headers"> & { readonly linesBelow: ReadonlySet<number> };

/**
 * Shows states in the sheets, in one exchange, where rows and columns were when they were read. False when they have
 * moved since: what was written is to be read and shown again. No cell is written but those of the columns of states,
 * wherever they are by now. Throws an ExcelError where Excel refuses.
 */
export function writeStatuses(statuses: Statuses, read: readonly ShownIn[], positions: Positions): Promise<boolean> {
  return inWorkbook(async (context) => {
    const shown = tableNames.flatMap((table) => {
      const shownIn = read.find(({ name }) => name.toLowerCase() === tables[table].excelName.toLowerCase());
      const rows = (statuses[table] ?? new Map()) as ReadonlyMap<string, Cells>;
      return shownIn === undefined || rows.size === 0 ? [] : [tableToShow(context, table, shownIn, rows, positions)];
    });
    for (const blocks of exchangesOf(shown.flatMap((table) => table.blocks))) {
      for (const block of blocks) write(block);
      await context.sync();
    }
    return shown.every(isWhereItWas);
  });
}

/** A block, and the column in which it is written. */
type ShownBlock = StatusBlock & { readonly table: TableName; readonly body: Excel.Range };

type ShownTable = {
  readonly header: Excel.Range;
  readonly headers: readonly string[];
  readonly keys: readonly { readonly range: Excel.Range; readonly expected: readonly (string | undefined)[] }[];
  readonly blocks: readonly ShownBlock[];
};

/** Asks for the headers and for the keys of the rows concerned, to tell afterwards whether they were the right ones. */
function tableToShow(
  context: Excel.RequestContext,
  table: TableName,
  { headers, linesBelow }: ShownIn,
  rows: ReadonlyMap<string, Cells>,
  positions: Positions,
): ShownTable {
  const excelTable = context.workbook.tables.getItem(tables[table].excelName);
  const header = excelTable.getHeaderRowRange().load("values");
  const position = positions[table];
  const keyAt = new Map<number, string>();
  const cellsAt = new Map<number, Cells>();
  for (const [key, cells] of rows) {
    const line = position?.rows.get(key) ?? 0;
    const offset = line - (position?.headerRow ?? 0);
    if (offset < 1 || linesBelow.has(line)) continue;
    keyAt.set(offset, key);
    cellsAt.set(offset, cells);
  }
  const keyIndex = laidColumns(table, headers).find(({ name }) => name === keyColumn(table))?.index;
  const runs = keyIndex === undefined ? [] : runsOf([...keyAt.keys()]);
  const keys = runs.map(({ first, count }) => ({
    range: header
      .getCell(0, keyIndex ?? 0)
      .getOffsetRange(first, 0)
      .getResizedRange(count - 1, 0)
      .load("values"),
    expected: Array.from({ length: count }, (_, i) => keyAt.get(first + i)),
  }));
  const bodies = new Map<string, Excel.Range>();
  const bodyOf = (title: string): Excel.Range => {
    const body = bodies.get(title) ?? excelTable.columns.getItem(title).getDataBodyRange();
    bodies.set(title, body);
    return body;
  };
  const blocks = statusBlocks(table, headers, cellsAt).map((block) => ({
    ...block,
    table,
    body: bodyOf(headers[block.column.index] ?? ""),
  }));
  return { header, headers, keys, blocks };
}

function write({ body, table, column, offset, values }: ShownBlock): void {
  const cells = body.getCell(offset - 1, 0).getResizedRange(values.length - 1, 0);
  // Where rows are gone, their lines may be the user's own: Excel refuses values of another size than the cells.
  body.getIntersection(cells).values = values.map((value) => [writtenCell(table, column, value)]);
}

function isWhereItWas({ header, headers, keys }: ShownTable): boolean {
  const sameHeaders = (header.values[0] ?? []).every((text, i) => String(text) === headers[i]);
  return (
    sameHeaders &&
    keys.every(({ range, expected }) =>
      range.values.every(([key], i) => String(key).trim() === typedKey(expected[i] ?? "")),
    )
  );
}
