import { isRefused } from "../../domain/actions/decision";
import type { Accepted } from "../../domain/actions/decision";
import { journaled } from "../../domain/actions/journal";
import { excelError } from "../excel/excelProblem";
import type { ExcelPort } from "../excel/excelPort";
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

/** One intention of the user: read what has changed, decide, write. Never throws. */
export async function perform<I>(workbook: Workbook, action: Action<I>, input: I): Promise<Outcome> {
  const { environment, store, reader } = workbook;
  try {
    if (store.opened() === null) await reader.open();
    else await reader.catchUp();
    const opened = store.opened();
    if (opened === null) return withoutRegister(store);
    const context = { ...environment, today: environment.today(), at: environment.at(), who: environment.who() };
    const decision = action(opened.register, input, context);
    if (isRefused(decision)) return { kind: "refused", refusals: decision.refusals };
    return await write(workbook, opened, decision, context);
  } catch (error) {
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
  const request = { changes, statuses: after.statuses, positions: opened.positions };
  const written = await writeSurely(excel, request);
  if (written.kind === "conflict") {
    await reader.readAgain();
    return written;
  }
  if (written.kind === "written") store.show({ ...after.opened, positions: written.positions });
  else await reader.readAgain();
  return { kind: "done", summary: decision.summary, batch: batchOf(changes) };
}

function batchOf(changes: ReturnType<typeof journaled>): string {
  const line = changes.find((change) => change.kind === "insert" && change.table === "journal");
  return line?.row.batch ?? "";
}
