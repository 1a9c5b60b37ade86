import { isRefused } from "../../domain/actions/decision";
import type { Accepted } from "../../domain/actions/decision";
import { journaled } from "../../domain/actions/journal";
import type { Change } from "../../domain/changes";
import { isProvisionalKey } from "../../domain/workbook/provisionalKey";
import { keyColumn, keyOf } from "../../domain/workbook/schema";
import type { TableName } from "../../domain/workbook/schema";
import { excelError } from "../excel/excelProblem";
import type { ExcelPort } from "../excel/excelPort";
import { isAboutColumns } from "../excel/tableColumns";
import { changedStatuses, statusesOf, statusesOfRows } from "./changedStatuses";
import type { Environment } from "./environment";
import { openedAfter } from "./opened";
import type { Reader } from "./reader";
import type { Action, OpenedRegister, Outcome } from "./session";
import type { Store } from "./store";
import { writeSurely } from "./writeSurely";

type Workbook = {
  readonly excel: ExcelPort;
  readonly environment: Environment;
  readonly store: Store;
  readonly reader: Reader;
};

/**
 * From so many changes on, the states of the rows that were there are shown after them, column by column: told cell by
 * cell they would weigh more than Excel on the web takes at once.
 */
const MANY_CHANGES = 400;

/** One intention of the user: read what has changed, decide, write. Never throws. */
export async function perform<I>(workbook: Workbook, action: Action<I>, input: I): Promise<Outcome> {
  const { environment, store, reader } = workbook;
  try {
    if (store.opened() === null) await reader.open();
    else await reader.catchUp();
    const opened = store.opened();
    if (opened === null) return withoutRegister(store);
    const context = { ...environment, today: environment.today(), at: environment.at(), who: environment.who() };
    // Without one of its columns the register may say less than is known, and an action would repeat what was done.
    const problems = opened.problems.filter(isAboutColumns);
    if (problems.length > 0) return { kind: "columnsAmiss", problems };
    const decision = action(opened.register, input, context);
    if (isRefused(decision)) return { kind: "refused", refusals: decision.refusals };
    return await write(workbook, opened, decision, context);
  } catch (error) {
    // Excel may have carried out what it did not answer.
    reader.distrust();
    return { kind: "failed", problem: excelError(error).problem };
  }
}

function withoutRegister(store: Store): Outcome {
  const state = store.state();
  return { kind: "failed", problem: state.kind === "failed" ? state.problem : "tableMissing" };
}

async function write(
  { excel, store, reader }: Workbook,
  opened: OpenedRegister,
  decision: Accepted,
  context: Parameters<typeof journaled>[1],
): Promise<Outcome> {
  const changes = journaled(decision, context);
  const after = openedAfter(opened, changes, context.today);
  const isMany = changes.length > MANY_CHANGES;
  const statuses = isMany ? statusesOfRows(after.statuses, insertedKeys(changes)) : after.statuses;
  const written = await writeSurely(excel, { changes, statuses, positions: opened.positions });
  if (written.kind === "conflict" || written.kind === "columnsAmiss") {
    await reader.readAgain();
    return written;
  }
  if (written.kind === "written" && !changes.some(takesKeyBack)) {
    const now = { ...after.opened, positions: written.positions };
    store.show(now);
    if (isMany) {
      const states = changedStatuses(statusesOf(opened.plan), statusesOf(now.plan));
      await reader.showStatuses(states, now.positions);
    }
  }
  // It is written, even if it cannot be read at once.
  else await reader.readAgain().catch(() => undefined);
  return { kind: "done", summary: decision.summary, batch: batchOf(changes) };
}

function insertedKeys(changes: readonly Change[]): ReadonlyMap<TableName, ReadonlySet<string>> {
  const keys = new Map<TableName, Set<string>>();
  for (const change of changes) {
    if (change.kind !== "insert") continue;
    keys.set(change.table, (keys.get(change.table) ?? new Set<string>()).add(keyOf(change.table, change.row as never)));
  }
  return keys;
}

/** Whether the row is left without a key of its own again: only reading it tells what is amiss there. */
function takesKeyBack(change: Change): boolean {
  if (change.kind !== "update") return false;
  const key = (change.after as Readonly<Record<string, unknown>>)[keyColumn(change.table)];
  return typeof key === "string" && isProvisionalKey(key);
}

function batchOf(changes: ReturnType<typeof journaled>): string {
  const line = changes.find((change) => change.kind === "insert" && change.table === "journal");
  return line?.row.batch ?? "";
}
