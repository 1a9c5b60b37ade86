import { showsDay } from "../../domain/dates/showsDay";
import { addDays } from "../../domain/dates/civilDate";
import type { CivilDate } from "../../domain/dates/civilDate";
import { fromSerial } from "../../domain/dates/excelSerial";
import { isShownFrom1904, DAYS_FROM_1900_TO_1904 } from "../../domain/dates/dates1904";
import type { SourceArea, SourceCell, SourceSheet } from "../../domain/import/sourceSheet";
import { isOfRegister } from "../../domain/workbook/usersSheets";
import { excelError } from "./excelProblem";
import { inWorkbook } from "./inWorkbook";
import { rawCell } from "./rawCells";
import { readingPlan } from "./readingPlan";
import type { Block } from "./readingPlan";

/** Rows at both ends by which the weight of the others is estimated. */
const SAMPLE_ROWS = 20;
/** Rows of which the hidden ones and the merged areas are asked at once. */
const LAYOUT_ROWS = 50_000;

/**
 * The sheets of the open workbook as they are, those of the register without their cells: a list may lie in any other.
 * Values come in exchanges below 5 MB, then the formats of the columns in which numbers may be dates. Throws an ExcelError.
 */
export function readSheets(onProgress: (done: number, total: number) => void): Promise<readonly SourceSheet[]> {
  return inWorkbook(async (context) => {
    const found = await foundSheets(context);
    const filled = found.flatMap(({ sheet }, index) => (sheet === null ? [] : [{ sheet, index }]));
    const samples = filled.map(({ sheet }) => {
      const rows = Math.min(SAMPLE_ROWS, sheet.rowCount);
      return [0, sheet.rowCount - rows].map((first) => part(sheet, first, rows).load("values"));
    });
    await context.sync();
    const plan = readingPlan(
      filled.map(({ sheet }, i) => {
        const values = (samples[i] ?? []).flatMap((sample) => sample.values as unknown[][]);
        return { rows: sheet.rowCount, bytesPerRow: JSON.stringify(values).length / Math.max(1, values.length) };
      }),
    );
    const total = filled.reduce((sum, { sheet }) => sum + sheet.rowCount, 0);
    const grids = filled.map(({ sheet }) => blankGrid(sheet));
    let done = 0;
    onProgress(done, total);
    for (const blocks of plan) {
      for (const { table, firstRow, values } of await valuesOf(context, filled, blocks)) {
        values.forEach((line, i) => putLine(grids[table], filled[table]?.sheet, firstRow + i, line.map(rawCell)));
      }
      done += blocks.reduce((sum, { rows }) => sum + rows, 0);
      onProgress(done, total);
    }
    for (const [i, { sheet }] of filled.entries()) await markDays(context, sheet, grids[i] ?? []);
    if (await countsFrom1904(context, filled, grids)) for (const grid of grids) moveDays(grid);
    const read: SourceSheet[] = [];
    for (const { name, hidden, tables, sheet } of found) {
      const grid = grids[filled.findIndex((one) => one.sheet === sheet)];
      const rows = grid === undefined || sheet === null ? [] : trimmed(grid);
      const layout = sheet === null ? noLayout : await layoutOf(context, sheet, rows.length);
      read.push({ name, hidden, rows, tables, ...layout });
    }
    return read;
  });
}

type Found = {
  readonly name: string;
  readonly hidden: boolean;
  readonly tables: SourceSheet["tables"];
  /** The cells that hold something, null on a blank sheet and on one of the register, which is not read. */
  readonly sheet: Excel.Range | null;
};

async function foundSheets(context: Excel.RequestContext): Promise<readonly Found[]> {
  const { worksheets, tables } = context.workbook;
  worksheets.load("items/name,items/id,items/visibility");
  tables.load("items/name");
  await context.sync();
  const places = tables.items.map((table) => ({
    table,
    sheet: table.worksheet.load("id"),
    range: table.getRange().load("rowIndex,columnIndex,rowCount,columnCount"),
  }));
  const used = worksheets.items.map((worksheet) =>
    worksheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount"),
  );
  await context.sync();
  return worksheets.items.map((worksheet, i): Found => {
    const own = places
      .filter(({ sheet }) => sheet.id === worksheet.id)
      .map(({ table, range: area }) => ({ name: table.name, ...areaOf(area) }));
    const range = used[i];
    const isBlank = range === undefined || range.isNullObject;
    return {
      name: worksheet.name,
      hidden: worksheet.visibility !== "Visible",
      tables: own,
      sheet: isBlank || isOfRegister({ tables: own }) ? null : range,
    };
  });
}

function areaOf({ rowIndex, columnIndex, rowCount, columnCount }: Excel.Range): SourceArea {
  return { top: rowIndex + 1, left: columnIndex + 1, bottom: rowIndex + rowCount, right: columnIndex + columnCount };
}

function part(used: Excel.Range, firstRow: number, rows: number): Excel.Range {
  return used.getCell(firstRow, 0).getResizedRange(rows - 1, used.columnCount - 1);
}

type Filled = { readonly sheet: Excel.Range };
type ReadBlock = {
  readonly table: number;
  readonly firstRow: number;
  readonly values: readonly (readonly unknown[])[];
};

/** The values of the blocks. Rows heavier than thought are read by halves. */
async function valuesOf(
  context: Excel.RequestContext,
  filled: readonly Filled[],
  blocks: readonly Block[],
): Promise<readonly ReadBlock[]> {
  const asked = blocks.flatMap((block) => {
    const sheet = filled[block.table]?.sheet;
    return sheet === undefined ? [] : [{ block, range: part(sheet, block.firstRow, block.rows).load("values") }];
  });
  try {
    await context.sync();
  } catch (error) {
    if (excelError(error).problem !== "tooLarge" || blocks.every(({ rows }) => rows === 1)) throw error;
    const halves: ReadBlock[] = [];
    for (const { rows, ...block } of blocks) {
      const half = Math.ceil(rows / 2);
      halves.push(...(await valuesOf(context, filled, [{ ...block, rows: half }])));
      if (rows === half) continue;
      halves.push(
        ...(await valuesOf(context, filled, [{ ...block, firstRow: block.firstRow + half, rows: rows - half }])),
      );
    }
    return halves;
  }
  return asked.map(({ block: { table, firstRow }, range }) => ({ table, firstRow, values: range.values }));
}

type Grid = SourceCell[][];

function blankGrid({ rowIndex, rowCount }: Excel.Range): Grid {
  return Array.from({ length: rowIndex + rowCount }, () => []);
}

function putLine(
  grid: Grid | undefined,
  used: Excel.Range | undefined,
  row: number,
  cells: readonly SourceCell[],
): void {
  if (grid === undefined || used === undefined) return;
  const before = Array.from({ length: used.columnIndex }, () => null);
  grid[used.rowIndex + row] = withoutTail([...before, ...cells], (cell) => cell === null);
}

function trimmed(grid: Grid): Grid {
  return withoutTail(grid, (row) => row.length === 0);
}

function withoutTail<T>(list: T[], isBlank: (one: T) => boolean): T[] {
  const last = list.findLastIndex((one) => !isBlank(one));
  return list.slice(0, last + 1);
}

/** The largest number that is taken for a date: 31 December 2199. */
const LAST_DAY = 109_574;

/** The numbers whose format shows a day become that day. A column without a number that may be one is not asked for. */
async function markDays(context: Excel.RequestContext, used: Excel.Range, grid: Grid): Promise<void> {
  const { rowIndex, columnIndex, rowCount, columnCount } = used;
  const isPossible = (cell: SourceCell | undefined) => typeof cell === "number" && cell >= 1 && cell <= LAST_DAY;
  const columns = Array.from({ length: columnCount }, (_, i) => columnIndex + i).filter((column) =>
    grid.some((row) => isPossible(row[column])),
  );
  const rowsAtOnce = Math.max(1, Math.floor(200_000 / Math.max(1, columns.length)));
  for (let first = 0; first < rowCount && columns.length > 0; first += rowsAtOnce) {
    const rows = Math.min(rowsAtOnce, rowCount - first);
    const formats = columns.map((column) =>
      used
        .getCell(first, column - columnIndex)
        .getResizedRange(rows - 1, 0)
        .load("numberFormat"),
    );
    await context.sync();
    for (const [i, column] of columns.entries()) {
      (formats[i]?.numberFormat as string[][]).forEach(([format = ""], down) => {
        const row = grid[rowIndex + first + down];
        const cell = row?.[column];
        if (row === undefined || typeof cell !== "number" || !isPossible(cell) || !showsDay(format)) return;
        const date = fromSerial(cell);
        if (date !== null) row[column] = { date };
      });
    }
  }
}

/** Office.js does not tell that a workbook counts its dates from 1904; what one of its days shows does. */
async function countsFrom1904(
  context: Excel.RequestContext,
  filled: readonly Filled[],
  grids: readonly Grid[],
): Promise<boolean> {
  for (const [i, { sheet }] of filled.entries()) {
    for (const [row, cells] of (grids[i] ?? []).entries()) {
      const column = cells.findIndex((cell) => dayIn(cell) !== null);
      const day = dayIn(cells[column]);
      if (day === null) continue;
      const shown = sheet.getCell(row - sheet.rowIndex, column - sheet.columnIndex).load("text");
      await context.sync();
      return isShownFrom1904(day, shown.text[0]?.[0] ?? "");
    }
  }
  return false;
}

function moveDays(grid: Grid): void {
  for (const row of grid) {
    for (const [column, cell] of row.entries()) {
      const day = dayIn(cell);
      if (day !== null) row[column] = { date: addDays(day, DAYS_FROM_1900_TO_1904) };
    }
  }
}

function dayIn(cell: SourceCell | undefined): CivilDate | null {
  return typeof cell === "object" && cell !== null && "date" in cell ? cell.date : null;
}

type Layout = Pick<SourceSheet, "merged" | "hiddenRows">;
const noLayout: Layout = { merged: [], hiddenRows: [] };

async function layoutOf(context: Excel.RequestContext, used: Excel.Range, lastRow: number): Promise<Layout> {
  const merged = new Map<string, SourceArea>();
  const hiddenRows: number[] = [];
  // The hidden rows above what is filled count too.
  const sheet = used.worksheet;
  const width = used.columnIndex + used.columnCount;
  for (let first = 0; first < lastRow; first += LAYOUT_ROWS) {
    const rows = Math.min(LAYOUT_ROWS, lastRow - first);
    const range = sheet.getRangeByIndexes(first, 0, rows, width).load("rowHidden");
    await context.sync();
    // Null where some are hidden.
    if ((range.rowHidden as boolean | null) !== false) {
      const properties = range.getRowProperties({ rowHidden: true });
      await context.sync();
      properties.value.forEach((row, i) => {
        if (row.rowHidden === true) hiddenRows.push(first + i + 1);
      });
    }
    for (const area of await mergedAreas(context, sheet, { first, rows, width }))
      merged.set(JSON.stringify(area), area);
  }
  return { merged: [...merged.values()], hiddenRows };
}

type Rows = { readonly first: number; readonly rows: number; readonly width: number };

/** Excel tells of 512 merged areas at most: where there are more, half of the rows are asked for at a time. */
async function mergedAreas(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  { first, rows, width }: Rows,
): Promise<readonly SourceArea[]> {
  const areas = sheet.getRangeByIndexes(first, 0, rows, width).getMergedAreasOrNullObject();
  areas.areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
  try {
    await context.sync();
  } catch (error) {
    if (rows === 1) throw error;
    const half = Math.ceil(rows / 2);
    const above = await mergedAreas(context, sheet, { first, rows: half, width });
    return [...above, ...(await mergedAreas(context, sheet, { first: first + half, rows: rows - half, width }))];
  }
  return areas.isNullObject ? [] : areas.areas.items.map(areaOf);
}
