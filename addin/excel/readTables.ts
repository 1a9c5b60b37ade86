import type { RawCell } from "../../domain/workbook/rawCell";
import type { RawTable } from "../../domain/workbook/readRegister";
import { tableNames, tables } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { excelError } from "./excelProblem";
import { inWorkbook } from "./inWorkbook";
import { rawCell } from "./rawCells";
import { readingPlan } from "./readingPlan";
import type { Block } from "./readingPlan";
import { registerTables } from "./registerTables";
import { laidColumns, runsOf } from "./tableColumns";
import { listenTo } from "./watchWorkbook";
import type { WorkbookListener } from "./watchWorkbook";

/** A table as it was read, with the id of its sheet, under which Excel tells that it changed. */
export type ReadTable = RawTable & { readonly sheetId: string };

/** Rows of the Journal that are read: undo looks back no further, and old entries would outweigh the register. */
const JOURNAL_ROWS = 1_000;
/** Rows by which the weight of the others is estimated. */
const SAMPLE_ROWS = 20;
/** Lines under a table in which rows are looked for that it did not grow over. */
const LINES_BELOW = 20;

/** The whole register as it was read, and the row of a sheet (from 1) in which the user is, where Excel tells. */
export type OpenedWorkbook = {
  readonly tables: readonly ReadTable[];
  readonly active: { readonly sheetId: string; readonly row: number } | null;
  /** Whether Excel will tell what happens from now on. */
  readonly isWatched: boolean;
};

/**
 * Reads all tables of the register that the workbook has, and asks Excel to tell the listener of what happens from then
 * on: in the same exchanges, of which 10,000 contracts take five. Throws an ExcelError.
 */
export async function openWorkbook(
  listener: WorkbookListener | null,
  onProgress: (done: number, total: number) => void,
): Promise<OpenedWorkbook> {
  try {
    return await inWorkbook(async (context) => {
      const cell = context.workbook.getActiveCell().load("rowIndex");
      const sheet = cell.worksheet.load("id");
      if (listener !== null) listenTo(context, listener);
      const tables = await readIn(context, onProgress);
      return { tables, active: { sheetId: sheet.id, row: cell.rowIndex + 1 }, isWatched: listener !== null };
    });
  } catch (error) {
    if (["tooLarge", "offline"].includes(excelError(error).problem)) throw error;
    // A chart may be selected, or this Excel tells of nothing: the pane works without.
    return { tables: await readTables(onProgress), active: null, isWatched: false };
  }
}

/** The tables of the register that the workbook has: all of them, or those asked for by their Excel names. Throws an ExcelError. */
export function readTables(
  onProgress: (done: number, total: number) => void,
  only?: readonly string[],
): Promise<readonly ReadTable[]> {
  return inWorkbook((context) => readIn(context, onProgress, only));
}

async function readIn(
  context: Excel.RequestContext,
  onProgress: (done: number, total: number) => void,
  only?: readonly string[],
): Promise<readonly ReadTable[]> {
  const shapes = await readShapes(context, only);
  const plan = readingPlan(shapes);
  const total = shapes.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  onProgress(done, total);
  for (const blocks of plan) {
    done += await readBlocks(context, shapes, blocks);
    onProgress(done, total);
  }
  // Rows that Excel did not take into the table, for which its automatic growth is to be switched on.
  for (const { table, below } of shapes) table.rows.push(...below);
  return shapes.map(({ table }) => table);
}

type Shape = {
  readonly table: ReadTable & { readonly rows: { row: number; cells: RawCell[]; belowTable?: true }[] };
  /** Rows typed right under the table. */
  readonly below: readonly { row: number; cells: RawCell[]; belowTable: true }[];
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
      const below = body
        .getLastRow()
        .getOffsetRange(1, 0)
        .getResizedRange(LINES_BELOW - 1, 0)
        .load("values");
      table.load("showTotals");
      return { table, header, sample, body, below, sheet: table.worksheet.load("name,id") };
    });
  const places = all.items.map((table) => ({
    sheet: table.worksheet.load("id"),
    range: table.getRange().load("rowIndex,columnIndex,columnCount"),
  }));
  await context.sync();
  return found.map(({ table, header, sample, body, below, sheet }): Shape => {
    const headers = (header.values[0] ?? []).map(String);
    const skippedRows = isJournal(table.name) ? Math.max(0, body.rowCount - JOURNAL_ROWS) : 0;
    const samples = sample.values.slice(0, body.rowCount);
    const headerRow = header.rowIndex + 1;
    const under = places.filter((other) => other.sheet.id === sheet.id && isUnder(other.range, header));
    const limit = Math.min(...under.map(({ range }) => range.rowIndex + 1));
    const lines = table.showTotals ? [] : linesBelow(below.values, headerRow + body.rowCount + 1, limit);
    return {
      below: lines.map(({ row, cells }) => ({ row, cells: cellsRead(table.name, headers, cells), belowTable: true })),
      table: {
        name: table.name,
        sheet: sheet.name,
        sheetId: sheet.id,
        headerRow,
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

function isUnder(other: Excel.Range, header: Excel.Range): boolean {
  const { rowIndex, columnIndex, columnCount } = other;
  const width = header.values[0]?.length ?? 0;
  const overlaps = columnIndex < header.columnIndex + width && columnIndex + columnCount > header.columnIndex;
  return overlaps && rowIndex > header.rowIndex;
}

/** The lines that follow without a gap, down to the next table. */
function linesBelow(values: readonly (readonly unknown[])[], first: number, limit: number) {
  const lines = values.map((cells, i) => ({ row: first + i, cells }));
  const end = lines.findIndex(({ row, cells }) => row >= limit || cells.every((cell) => cell === ""));
  return end === -1 ? lines : lines.slice(0, end);
}

/** As the rows of the table are read: without what Excel computes and what is the user's own. */
function cellsRead(name: string, headers: readonly string[], cells: readonly unknown[]): RawCell[] {
  const read = new Set(columnsWorthReading(name, headers));
  return cells.map((cell, index) => (read.has(index) ? rawCell(cell) : null));
}

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
