import { isRefused } from "../../domain/actions/decision";
import type { ActionContext, Decision } from "../../domain/actions/decision";
import { isUndoable } from "../../domain/actions/decision";
import { importRows } from "../../domain/actions/importRows";
import { journaled, undoAction } from "../../domain/actions/journal";
import { undoOf } from "../../domain/actions/undoOf";
import type { Outcome, Session, SessionState } from "../../addin/actions/session";
import { setUpBatch } from "../../addin/actions/setUp";
import { apply } from "../../domain/changes";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { SourceSheet } from "../../domain/import/sourceSheet";
import { planOf } from "../../domain/plan/plan";
import type { Place, Problem } from "../../domain/problem";
import type { Register } from "../../domain/register";
import { workbook as words } from "../../domain/i18n/fr/workbook";
import { keyOf, tableNames } from "../../domain/workbook/schema";
import { columnsOf } from "../../domain/workbook/schema";
import type { Positions } from "../../domain/workbook/readRegister";

/** A session on a register that lies in memory, and what a test may do to it. */
export type MemorySession = Session & {
  readonly register: () => Register;
  /** The places to which the screens led, in order. */
  readonly visited: readonly Place[];
  /** The cells of the user's own sheets that were shown: "Clients!C4". */
  readonly shown: readonly string[];
  /** As if a row of the contract had been selected in Excel. */
  readonly select: (contract: string | null) => void;
  readonly show: (state: SessionState) => void;
  /** The next action, or the next way to a row, comes to this, and writes nothing. */
  readonly failNext: (outcome: Outcome) => void;
};

type Start = {
  readonly today: CivilDate;
  /** Null: the workbook is no register until it is set up. */
  readonly register: Register | null;
  readonly examples: Register;
  readonly problems?: readonly Problem[];
  /** The user's own. */
  readonly sheets?: readonly SourceSheet[];
};

/** Does what the session of Excel does, without Excel. */
export function memorySession({ today, register: first, examples, problems = [], sheets = [] }: Start): MemorySession {
  const listeners = new Set<() => void>();
  const visited: Place[] = [];
  const shown: string[] = [];
  let register = first ?? examples;
  let selected: string | null = null;
  let failure: Outcome | null = null;
  let keys = 0;
  let isRegister = first !== null;
  let state: SessionState = found();

  function found(): SessionState {
    return isRegister ? ready() : { kind: "notARegister" };
  }
  function ready(): SessionState {
    const left = problems.filter(({ at }) => isStillThere(register, at));
    const opened = { register, problems: left, positions: positionsOf(register), plan: planOf(register, left, today) };
    return { kind: "ready", opened, selected };
  }
  const show = (next: SessionState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const context = (): ActionContext => ({
    today,
    at: `${today} 09:00`,
    who: "Lucie",
    newKey: (prefix) => `${prefix}-new${String(++keys)}`,
  });
  const takeFailure = (): Outcome | null => {
    const outcome = failure;
    failure = null;
    return outcome;
  };
  const write = (decide: (given: ActionContext) => Decision): Promise<Outcome> => {
    const failed = takeFailure();
    if (failed !== null) return Promise.resolve(failed);
    const given = context();
    const decision = decide(given);
    if (isRefused(decision)) return Promise.resolve({ kind: "refused", refusals: decision.refusals });
    register = apply(register, journaled(decision, given));
    show(ready());
    return Promise.resolve({ kind: "done", summary: decision.summary, batch: register.journal.at(-1)?.batch ?? "" });
  };

  return {
    today: () => today,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    open: () => Promise.resolve(show(found())),
    setUp(withExamples) {
      register = withExamples ? examples : { ...examples, ...emptyTables };
      isRegister = true;
      show(ready());
      const sheets = [{ id: "1", name: "Contrats" }];
      const added = { sheets, names: [], columns: [], settings: [], olderVersion: null, activeSheet: "0" };
      return Promise.resolve({ kind: "setUp", added });
    },
    makeRound: () => Promise.resolve(takeFailure() ?? { kind: "sheetMade", name: "Tournée" }),
    perform: (action, input) => write((given) => action(register, input, given)),
    undo(batch) {
      if (batch === setUpBatch) {
        isRegister = false;
        show(found());
        return Promise.resolve({ kind: "setUpUndone" });
      }
      return write(() => undoOf(register, batch));
    },
    lists: {
      read: (onProgress) => {
        onProgress(1, 1);
        return Promise.resolve({ value: { sheets, mapping: {} } });
      },
      take: (input, _, { onProgress }) => {
        isRegister = true;
        onProgress(0, input.lines.length);
        return write((given) => importRows(register, input, given));
      },
      mark: () => Promise.resolve({ value: { sheetId: "1", row: 0, column: 9, note: "", tabColor: "" } }),
      unmark: () => Promise.resolve({ value: true }),
      show: (sheet, cell) => {
        shown.push(`${sheet}!${cell ?? ""}`);
        return Promise.resolve(null);
      },
    },
    readSelection: () => Promise.resolve(selected),
    lastBatch: () => lastBatchOf(register),
    goTo(place) {
      visited.push(place);
      const failed = takeFailure();
      return Promise.resolve(failed?.kind === "failed" ? failed.problem : null);
    },
    register: () => register,
    visited,
    shown,
    select(contract) {
      selected = contract;
      show(ready());
    },
    show,
    failNext(outcome) {
      failure = outcome;
    },
  };
}

const emptyTables = Object.fromEntries(tableNames.map((table) => [table, []])) as unknown as Omit<Register, "settings">;

function lastBatchOf({ journal }: Register): string | null {
  const undone = new Set(journal.map(({ action }) => action));
  return journal.findLast(({ action, batch }) => isUndoable(action) && !undone.has(undoAction(batch)))?.batch ?? null;
}

/** A problem of a key goes away once the row bears another. */
function isStillThere(register: Register, { table, key }: Place): boolean {
  if (table === null || table === "settings" || key === undefined) return true;
  return register[table].some((row) => keyOf(table, row as never) === key);
}

/** Every table on its own sheet, from its second row on. */
function positionsOf(register: Register): Positions {
  return Object.fromEntries(
    tableNames.map((table) => [
      table,
      {
        sheet: words.sheets[table],
        headerRow: 1,
        columns: new Map(columnsOf(table).map(([name], i) => [name, i + 1])),
        rows: new Map(register[table].map((row, i) => [keyOf(table, row as never), i + 2])),
      },
    ]),
  );
}
