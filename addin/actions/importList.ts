import { isRefused } from "../../domain/actions/decision";
import type { Accepted, ActionContext } from "../../domain/actions/decision";
import { importRows } from "../../domain/actions/importRows";
import type { ImportInput } from "../../domain/actions/importRows";
import { journaled } from "../../domain/actions/journal";
import { apply } from "../../domain/changes";
import type { Change } from "../../domain/changes";
import { planOf } from "../../domain/plan/plan";
import { keyOf } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { excelError } from "../excel/excelProblem";
import type { ExcelPort } from "../excel/excelPort";
import type { KeysToRemove } from "../excel/removeRows";
import { isAboutColumns } from "../excel/tableColumns";
import { statusesOf, statusesOfRows } from "./changedStatuses";
import type { Environment } from "./environment";
import type { Reader } from "./reader";
import type { OpenedRegister, Outcome } from "./session";
import type { Store } from "./store";
import { undoInPane } from "./undoInPane";
import { writeSurely } from "./writeSurely";

type Workbook = {
  readonly excel: ExcelPort;
  readonly environment: Environment;
  readonly store: Store;
  readonly reader: Reader;
};

/** How far a long writing is, and whether it is to be stopped. */
export type LongWork = {
  readonly onProgress: (done: number, total: number) => void;
  readonly isCancelled: () => boolean;
};

/** An exchange holds about so many bytes, far enough from the 5 MB that Excel on the web takes. */
const SLICE_BYTES = 3_500_000;
/** What a cell weighs beside its text: its format, and what it held before. */
const CELL_BYTES = 10;

/**
 * Imports a list, slice by slice: each is written whole with its own lines of the Journal, all under one batch, so that
 * an import that was cut off can be undone like a whole one. Cancelled or refused by Excel, what was written is taken
 * back. Never throws.
 */
export async function importList(workbook: Workbook, input: ImportInput, work: LongWork): Promise<Outcome> {
  const { environment, store, reader } = workbook;
  try {
    if (store.opened() === null) await reader.open();
    else await reader.catchUp();
    const opened = store.opened();
    if (opened === null) return { kind: "failed", problem: "tableMissing" };
    const problems = opened.problems.filter(isAboutColumns);
    if (problems.length > 0) return { kind: "columnsAmiss", problems };
    const context = contextOf(environment);
    const decision = importRows(opened.register, input, context);
    if (isRefused(decision)) return { kind: "refused", refusals: decision.refusals };
    return await writeSlices(workbook, opened, decision, context, work);
  } catch (error) {
    reader.distrust();
    return { kind: "failed", problem: excelError(error).problem };
  }
}

function contextOf(environment: Environment): ActionContext {
  return { ...environment, today: environment.today(), at: environment.at(), who: environment.who() };
}

async function writeSlices(
  { excel, store, reader }: Workbook,
  opened: OpenedRegister,
  decision: Accepted,
  context: ActionContext,
  { onProgress, isCancelled }: LongWork,
): Promise<Outcome> {
  const register = apply(opened.register, decision.changes);
  const plan = planOf(register, opened.problems, context.today);
  const statuses = statusesOf(plan);
  const batch = context.newKey("B");
  const all: Change[] = [];
  let { positions } = opened;
  let done = 0;
  const total = decision.changes.length;
  onProgress(done, total);
  for (const slice of slicesOf(decision.changes)) {
    const changes = journaled({ ...decision, changes: slice }, context, batch);
    all.push(...changes);
    const written = isCancelled()
      ? "cancelled"
      : await writeSurely(excel, { changes, statuses: statusesOfRows(statuses, keysOf(slice)), positions }).catch(
          excelError,
        );
    if (
      written === "cancelled" ||
      written instanceof Error ||
      written.kind === "conflict" ||
      written.kind === "columnsAmiss"
    ) {
      await excel.removeRows(keysOf(all), (left, of) => onProgress(of - left, of));
      await reader.readAgain();
      if (written === "cancelled") return { kind: "importCancelled" };
      return written instanceof Error ? { kind: "failed", problem: excelError(written).problem } : written;
    }
    if (written.kind === "written") positions = written.positions;
    onProgress((done += slice.length), total);
  }
  const journal = [
    ...register.journal,
    ...all.flatMap((one) => (one.kind === "insert" && one.table === "journal" ? [one.row] : [])),
  ];
  store.show({ register: { ...register, journal }, problems: opened.problems, positions, plan });
  return { kind: "done", summary: decision.summary, batch };
}

/** Takes back an import that the Journal tells of, many rows at a time. Never throws. */
export async function undoImport(
  workbook: Workbook,
  batch: string,
  onProgress: LongWork["onProgress"],
): Promise<Outcome> {
  const { excel, environment, store, reader } = workbook;
  try {
    await reader.catchUp();
    const opened = store.opened();
    if (opened === null) return { kind: "failed", problem: "tableMissing" };
    const context = contextOf(environment);
    const decision = undoInPane(opened.register, batch, context);
    if (isRefused(decision)) return { kind: "refused", refusals: decision.refusals };
    const isRemoved = await excel.removeRows(keysOf(decision.changes), onProgress);
    await reader.readAgain();
    const [first] = decision.changes;
    if (!isRemoved) return { kind: "conflict", table: first?.table ?? "contracts", key: keyOfChange(first) };
    // What is told last tells that all is taken back: until then the undo can be taken up again.
    const changes = journaled(decision, context).filter(({ table }) => table === "journal");
    await writeSurely(excel, { changes, statuses: {}, positions: store.opened()?.positions ?? {} });
    await reader.readAgain();
    return { kind: "done", summary: decision.summary, batch: "" };
  } catch (error) {
    reader.distrust();
    return { kind: "failed", problem: excelError(error).problem };
  }
}

function slicesOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const slices: Change[][] = [[]];
  let room = SLICE_BYTES;
  for (const change of changes) {
    const row = change.kind === "update" ? change.after : change.row;
    const weight = JSON.stringify(row).length + Object.keys(row).length * CELL_BYTES;
    if (room < weight && slices.at(-1)?.length !== 0) {
      slices.push([]);
      room = SLICE_BYTES;
    }
    slices.at(-1)?.push(change);
    room -= weight;
  }
  return slices;
}

function keysOf(changes: readonly Change[]): KeysToRemove {
  const keys = new Map<TableName, Set<string>>();
  for (const change of changes) {
    keys.set(change.table, (keys.get(change.table) ?? new Set<string>()).add(keyOfChange(change)));
  }
  return keys;
}

function keyOfChange(change: Change | undefined): string {
  if (change === undefined) return "";
  return change.kind === "update" ? change.key : keyOf(change.table, change.row as never);
}
