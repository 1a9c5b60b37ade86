import type { RawCell } from "../../domain/workbook/rawCell";
import type { RawTable } from "../../domain/workbook/readRegister";
import { tableNames, tables } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { SETTINGS_TABLE } from "../../domain/workbook/settings";
import { excelError } from "./excelProblem";
import { inWorkbook } from "./inWorkbook";
import { rawCell } from "./rawCells";
import { readingPlan } from "./readingPlan";
import type { Block } from "./readingPlan";
import { laidColumns, runsOf } from "./tableColumns";

/** A table as it was read, with the id of its sheet, under which Excel tells that it changed. */
export type ReadTable = RawTable & { readonly sheetId: string };

/** Rows of the Journal that are read: undo looks back no further, and old entries would outweigh the register. */
const JOURNAL_ROWS = 1_000;
/** Rows by which the weight of the others is estimated. */
const SAMPLE_ROWS = 20;

/**
 * The tables of the register that the workbook has: all of them, or those asked for by their Excel names. At most six
 * exchanges for 10,000 contracts. Throws an ExcelError.
 */
export function readTables(
  onProgress: (done: number, total: number) => void,
  only?: readonly string[],
): Promise<readonly ReadTable[]> {
  return inWorkbook(async (context) => {
    const shapes = await readShapes(context, only);
    const plan = readingPlan(shapes);
    const total = shapes.reduce((sum, { rows }) => sum + rows, 0);
    let done = 0;
    onProgress(done, total);
    for (const blocks of plan) {
      done += await readBlocks(context, shapes, blocks);
      onProgress(done, total);
    }
    return shapes.map(({ table }) => table);
  });
}

type Shape = {
  readonly table: ReadTable & { readonly rows: { row: number; cells: RawCell[] }[] };
  readonly header: Excel.Range;
  /** Neighbouring columns that are worth reading. */
  readonly runs: readonly { readonly first: number; readonly count: number }[];
  readonly skippedRows: number;
  readonly rows: number;
  readonly bytesPerRow: number;
};

async function readShapes(context: Excel.RequestContext, only?: readonly string[]): Promise<readonly Shape[]> {
  const all = context.workbook.tables;
  all.load("items/name");
  await context.sync();
  const wanted = (only ?? registerTables).map((name) => name.toLowerCase());
  const found = all.items
    .filter(({ name }) => wanted.includes(name.toLowerCase()))
    .map((table) => {
      const header = table.getHeaderRowRange().load("values,rowIndex,columnIndex");
      const sample = header
        .getOffsetRange(1, 0)
        .getResizedRange(SAMPLE_ROWS - 1, 0)
        .load("values");
      const body = table.getDataBodyRange().load("rowCount");
      return { table, header, sample, body, sheet: table.worksheet.load("name,id") };
    });
  await context.sync();
  return found.map(({ table, header, sample, body, sheet }): Shape => {
    const headers = (header.values[0] ?? []).map(String);
    const skippedRows = isJournal(table.name) ? Math.max(0, body.rowCount - JOURNAL_ROWS) : 0;
    const samples = sample.values.slice(0, body.rowCount);
    return {
      table: {
        name: table.name,
        sheet: sheet.name,
        sheetId: sheet.id,
        headerRow: header.rowIndex + 1,
        firstColumn: header.columnIndex + 1,
        headers,
        rows: [],
      },
      header,
      runs: runsOf(columnsWorthReading(table.name, headers)),
      skippedRows,
      rows: body.rowCount - skippedRows,
      bytesPerRow: JSON.stringify(samples).length / samples.length,
    };
  });
}

const registerTables: readonly string[] = [...tableNames.map((table) => tables[table].excelName), SETTINGS_TABLE];

function isJournal(name: string): boolean {
  return name.toLowerCase() === tables.journal.excelName.toLowerCase();
}

/** What Excel computes is not read, nor are the user's own columns. */
function columnsWorthReading(name: string, headers: readonly string[]): readonly number[] {
  const table = tableNamed(name);
  if (table === null) return headers.map((_, index) => index);
  return laidColumns(table, headers).flatMap(({ column, index }) => (column.role === "formula" ? [] : [index]));
}

function tableNamed(name: string): TableName | null {
  return tableNames.find((table) => tables[table].excelName.toLowerCase() === name.toLowerCase()) ?? null;
}

/** Adds the rows of the blocks to their tables, and says how many they were. Rows heavier than thought are read by halves. */
async function readBlocks(
  context: Excel.RequestContext,
  shapes: readonly Shape[],
  blocks: readonly Block[],
): Promise<number> {
  try {
    return await readAtOnce(context, shapes, blocks);
  } catch (error) {
    const halves = blocks.flatMap(halvesOf);
    if (excelError(error).problem !== "tooLarge" || halves.length === blocks.length) throw error;
    const middle = Math.ceil(halves.length / 2);
    const first = await readBlocks(context, shapes, halves.slice(0, middle));
    return first + (await readBlocks(context, shapes, halves.slice(middle)));
  }
}

function halvesOf(block: Block): readonly Block[] {
  const half = Math.ceil(block.rows / 2);
  if (half === block.rows) return [block];
  return [
    { ...block, rows: half },
    { ...block, firstRow: block.firstRow + half, rows: block.rows - half },
  ];
}

async function readAtOnce(
  context: Excel.RequestContext,
  shapes: readonly Shape[],
  blocks: readonly Block[],
): Promise<number> {
  const asked = blocks.flatMap((block) => {
    const shape = shapes[block.table];
    return shape === undefined ? [] : [{ block, shape, parts: shape.runs.map((run) => askFor(shape, block, run)) }];
  });
  await context.sync();
  for (const { block, shape, parts } of asked) {
    for (let i = 0; i < block.rows; i += 1) {
      const cells = shape.table.headers.map((): RawCell => null);
      for (const { first, range } of parts) {
        (range.values[i] ?? []).forEach((value, offset) => (cells[first + offset] = rawCell(value)));
      }
      shape.table.rows.push({ row: shape.table.headerRow + 1 + shape.skippedRows + block.firstRow + i, cells });
    }
  }
  return blocks.reduce((sum, { rows }) => sum + rows, 0);
}

function askFor(
  { header, skippedRows }: Shape,
  { firstRow, rows }: Block,
  { first, count }: { readonly first: number; readonly count: number },
): { readonly first: number; readonly range: Excel.Range } {
  const range = header
    .getCell(0, first)
    .getOffsetRange(1 + skippedRows + firstRow, 0)
    .getResizedRange(rows - 1, count - 1);
  return { first, range: range.load("values") };
}
