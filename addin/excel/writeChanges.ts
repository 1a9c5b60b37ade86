import type { Change } from "../../domain/changes";
import type { Problem } from "../../domain/problem";
import type { Positions } from "../../domain/workbook/readRegister";
import type { Statuses } from "../../domain/workbook/statuses";
import { appendRows, isOvertaken, keyOfFirst } from "./appendRows";
import { ExcelError } from "./excelProblem";
import { inWorkbook } from "./inWorkbook";
import { newPositions } from "./newPositions";
import type { WrittenTable } from "./newPositions";
import { headersOf, holdsNotes, isBelowTable, openTable, placeRows, refuseWhatExcelWould } from "./openTable";
import type { OpenTable, PlacedRange } from "./openTable";
import { removeNeighbours } from "./removeNeighbours";
import { isAsExpected, rowThere } from "./rowsThere";
import { columnProblems } from "./tableColumns";
import { tableWorks } from "./tableWork";
import type { RowWork } from "./tableWork";
import { updateRow } from "./updateRow";
import { milestone } from "./writeStep";
import type { RowConflict, WriteStep } from "./writeStep";

export type WriteRequest = {
  readonly changes: readonly Change[];
  /** What the status columns of some rows are to show from now on. */
  readonly statuses: Statuses;
  /** Where rows were last seen: hints, checked by key. */
  readonly positions: Positions;
};

/** All was written, or nothing was. */
export type Written =
  | { readonly kind: "written"; readonly positions: Positions }
  | ({ readonly kind: "conflict" } & RowConflict)
  /** Columns of the register were deleted, or bear another title. */
  | { readonly kind: "columnsAmiss"; readonly problems: readonly Problem[] };

/**
 * Writes all changes at once: one exchange to read what is to be written over, one to write. One more when a row is not
 * where it was last seen, and one more to put things back when somebody was faster or Excel refuses. Throws an ExcelError.
 */
export function writeChanges({ changes, statuses, positions }: WriteRequest): Promise<Written> {
  return inWorkbook(async (context) => {
    const { workbook } = context;
    workbook.load("readOnly");
    const opened = tableWorks(changes, statuses).map((work) => openTable(context, work, positions));
    await context.sync();
    if (workbook.readOnly) throw new ExcelError("readOnly", "the workbook was opened for reading only");
    opened.forEach(refuseWhatExcelWould);
    const problems = opened.flatMap((open) => columnProblems(open.work.table, headersOf(open)));
    if (problems.length > 0) return { kind: "columnsAmiss", problems };

    const placed = await placeRows(context, opened);
    const conflict = opened.map((open) => conflictIn(open, placed, positions)).find((one) => one !== null);
    if (conflict !== undefined) return { kind: "conflict", ...conflict };

    const steps: WriteStep[] = [];
    const written = opened.map((open): WrittenTable => ({ open, placed, appended: queueTable(open, placed, steps) }));
    try {
      await context.sync();
    } catch (error) {
      // One by one: what Excel has just refused it may refuse again, and the rest is to be put back all the same.
      const reached = steps.filter(({ isReached }) => isReached());
      for (const step of [...reached].reverse()) await putBack(context, [step]).catch(() => undefined);
      const reason = surpriseIn(reached);
      if (reason !== null) return { kind: "conflict", ...reason };
      // Somebody has set a filter meanwhile, or protected the sheet.
      opened.forEach(refuseWhatExcelWould);
      throw error;
    }
    const surprise = surpriseIn(steps);
    if (surprise === null) return { kind: "written", positions: newPositions(positions, written) };
    await putBack(context, steps);
    return { kind: "conflict", ...surprise };
  });
}

function surpriseIn(steps: readonly WriteStep[]): RowConflict | null {
  return steps.map((step) => step.surprise()).find((one) => one !== null) ?? null;
}

/** Undoes what was written, the last first. */
async function putBack(context: Excel.RequestContext, steps: readonly WriteStep[]): Promise<void> {
  for (const step of [...steps].reverse()) step.putBack();
  await context.sync();
}

function conflictIn(
  open: OpenTable,
  placed: ReadonlyMap<RowWork, PlacedRange>,
  positions: Positions,
): RowConflict | null {
  const { table, rows } = open.work;
  for (const row of rows) {
    const place = placed.get(row);
    if (place === undefined && isBelowTable(open, row)) throw new ExcelError("rowBelowTable", row.key);
    // A row that is only told its state may be gone.
    if (place === undefined && row.expected === null) continue;
    // One that was found by its key is looked at when it is written.
    const isSeen = place !== undefined && place === open.hints.get(row);
    const there = isSeen ? rowThere(table, headersOf(open), place.range.values[0] ?? []) : null;
    if (place === undefined || (isSeen && !isAsExpected(table, row, there))) return { table, key: row.key };
    if (isSeen && row.removed && holdsNotes(open, place.range)) throw new ExcelError("notesInRow", row.key);
  }
  const knows = (key: string) => positions[table]?.rows.has(key) === true;
  return isOvertaken(open, knows) ? { table, key: keyOfFirst(open) } : null;
}

/** Nobody has moved a column since the headers were read. What Excel would refuse is asked again. */
function sameLayout(open: OpenTable): WriteStep {
  const { table, rows } = open.work;
  const header = open.table.getHeaderRowRange().load("values");
  open.table.autoFilter.load("isDataFiltered");
  open.sheet.protection.load("protected");
  return {
    isReached: milestone(open.header),
    surprise: () => {
      const isSame = JSON.stringify(header.values) === JSON.stringify(open.header.values);
      return isSame ? null : { table, key: rows[0]?.key ?? keyOfFirst(open) };
    },
    putBack: () => undefined,
  };
}

function queueTable(open: OpenTable, placed: ReadonlyMap<RowWork, PlacedRange>, steps: WriteStep[]) {
  steps.push(sameLayout(open));
  const rows = open.work.rows.flatMap((row) => {
    const place = placed.get(row);
    return place === undefined ? [] : [{ row, place }];
  });
  for (const { row, place } of rows) if (!row.removed) steps.push(updateRow(open, row, place));
  const appended = open.work.inserts.length === 0 ? null : appendRows(open);
  if (appended !== null) steps.push(appended);
  const removed = rows.filter(({ row }) => row.removed);
  steps.push(...removeNeighbours(open, removed, open.body.rowCount + open.work.inserts.length));
  return appended;
}
