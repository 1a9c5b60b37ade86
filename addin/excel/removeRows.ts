import type { Positions } from "../../domain/workbook/readRegister";
import { keyColumn } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { ExcelError } from "./excelProblem";
import { inWorkbook } from "./inWorkbook";
import { headersOf, openTable, refuseWhatExcelWould, writableColumns } from "./openTable";
import type { OpenTable } from "./openTable";
import { overwrite, valuesBefore } from "./overwrite";
import { laidColumns } from "./tableColumns";
import { cellsOfRun, columnRuns } from "./writtenCells";

/** The rows to be removed, by table and key. */
export type KeysToRemove = ReadonlyMap<TableName, ReadonlySet<string>>;

/** So many rows are removed at once: what they held comes back with the answer, which Excel on the web wants below 5 MB. */
const ROWS_AT_ONCE = 1_000;

/**
 * Removes the rows that are still there, many at a time, from the bottom up; the last one of a table is emptied, for Excel
 * wants one. False when somebody moved rows meanwhile: what was hit by mistake is put back, and the rest is left.
 * Throws an ExcelError, before anything is removed where Excel would refuse or the user keeps notes in such a row.
 */
export function removeRows(keys: KeysToRemove, onProgress: (done: number, total: number) => void): Promise<boolean> {
  return inWorkbook(async (context) => {
    context.workbook.load("readOnly");
    const nowhere: Positions = {};
    const opened = [...keys.keys()].map((table) =>
      openTable(context, { table, rows: [removal], inserts: [] }, nowhere),
    );
    await context.sync();
    if (context.workbook.readOnly) throw new ExcelError("readOnly", "the workbook was opened for reading only");
    opened.forEach(refuseWhatExcelWould);
    const asked = opened.map((open) => ({
      open,
      keys: cellsOf(open, keyIndex(open)),
      notes: usersCells(open),
      used: open.sheet.getUsedRange(true).load("rowIndex,rowCount"),
    }));
    await context.sync();
    const tables = asked.map(({ open, keys: cells, notes, used }) => {
      const wanted = keys.get(open.work.table) ?? new Set<string>();
      const typed = cells.values.map(([key]) => String(key).trim());
      const rows = [...typed.keys()].filter((index) => wanted.has(typed[index] ?? ""));
      if (rows.some((index) => notes.some((range) => isNote(range.formulas[index]?.[0])))) {
        throw new ExcelError("notesInRow", open.sheet.name);
      }
      const keepsFirst = rows.length === typed.length && rows.length > 0;
      const isAlone = used.rowIndex + used.rowCount <= open.header.rowIndex + 1 + typed.length;
      return { open, typed, isAlone, isEmptied: keepsFirst, runs: runsUp(keepsFirst ? rows.slice(1) : rows) };
    });
    const total = tables.reduce((sum, { runs }) => sum + runs.reduce((count, run) => count + run.count, 0), 0);
    let done = 0;
    onProgress(done, total);
    for (const { open, typed, isAlone, isEmptied, runs } of tables) {
      let left = typed.length;
      for (const run of runs) {
        const range = linesOf(open, run).load("values,formulas");
        // Where nothing lies below, the end of a table is cut off and cleared: no cell has to move up.
        const isCut = isAlone && run.first + run.count === left;
        if (isCut) cutOff(open, run, range);
        else range.delete("Up");
        left -= run.count;
        await context.sync();
        const keyed = range.values.map((line) => String(line[keyIndex(open)]).trim());
        if (keyed.some((key, i) => key !== typed[run.first + i])) {
          putBack(open, run, range, isCut);
          await context.sync();
          return false;
        }
        onProgress((done += run.count), total);
      }
      if (!isEmptied) continue;
      emptyFirst(open);
      await context.sync();
    }
    return true;
  });
}

/** Stands for all rows: what is asked of Excel before it is the same. */
const removal = { key: "", expected: null, cells: {}, removed: true };

type Run = { readonly first: number; readonly count: number };

/** Neighbouring rows together, the lowest first, none longer than what is removed at once. */
function runsUp(rows: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  for (const row of [...rows].reverse()) {
    const last = runs.at(-1);
    if (last !== undefined && last.first === row + 1 && last.count < ROWS_AT_ONCE) {
      runs[runs.length - 1] = { first: row, count: last.count + 1 };
    } else runs.push({ first: row, count: 1 });
  }
  return runs;
}

function linesOf({ header }: OpenTable, { first, count }: Run): Excel.Range {
  return header.getOffsetRange(first + 1, 0).getResizedRange(count - 1, 0);
}

function keyIndex(open: OpenTable): number {
  const { table } = open.work;
  const key = laidColumns(table, headersOf(open)).find(({ name }) => name === keyColumn(table));
  if (key === undefined) throw new ExcelError("tableMissing", `${table} has no column of keys`);
  return key.index;
}

function cellsOf(open: OpenTable, index: number): Excel.Range {
  return open.body.getColumn(index).load("values");
}

/** The columns that the user has added. */
function usersCells(open: OpenTable): readonly Excel.Range[] {
  const headers = headersOf(open);
  const ours = new Set(laidColumns(open.work.table, headers).map(({ index }) => index));
  const own = [...headers.keys()].filter((index) => !ours.has(index));
  return own.map((index) => open.body.getColumn(index).load("formulas"));
}

/** A formula is there in every row. */
function isNote(cell: unknown): boolean {
  return cell !== undefined && cell !== "" && !(typeof cell === "string" && cell.startsWith("="));
}

function cutOff({ table }: OpenTable, { count }: Run, range: Excel.Range): void {
  table.resize(table.getRange().getResizedRange(-count, 0));
  range.clear();
}

function putBack(open: OpenTable, run: Run, range: Excel.Range, isCut: boolean): void {
  const { first, count } = run;
  if (isCut) open.table.resize(open.table.getRange().getResizedRange(count, 0));
  else
    open.table.rows.add(
      first,
      Array.from({ length: count }, () => headersOf(open).map(() => "")),
    );
  linesOf(open, run).values = valuesBefore(range);
}

function emptyFirst(open: OpenTable): void {
  const line = open.header.getOffsetRange(1, 0);
  for (const run of columnRuns(writableColumns(open))) {
    overwrite(cellsOfRun(line, run), { values: [run.columns.map(() => "")] });
  }
}
