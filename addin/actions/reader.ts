import type { CivilDate } from "../../domain/dates/civilDate";
import { readRegister } from "../../domain/workbook/readRegister";
import type { NotARegister, Positions, RawTable } from "../../domain/workbook/readRegister";
import type { Statuses } from "../../domain/workbook/statuses";
import { excelError } from "../excel/excelProblem";
import type { ExcelProblem } from "../excel/excelProblem";
import type { ExcelPort } from "../excel/excelPort";
import type { OpenedWorkbook, ReadTable } from "../excel/readTables";
import type { ShownIn } from "../excel/writeStatuses";
import type { WorkbookListener } from "../excel/watchWorkbook";
import { changedStatuses, shownStatuses, statusesOf } from "./changedStatuses";
import { mergedReading, readAgain } from "./mergedReading";
import { openedOn, reopened } from "./opened";
import { selectedContract } from "./selectedContract";
import type { OpenedRegister, SessionState } from "./session";
import type { Store } from "./store";
import { contractsThatDiffer } from "../../domain/touchedContracts";

/** Keeps the register in memory like the workbook. */
export type Reader = {
  /** Reads the whole workbook. Never throws: the state says what went wrong. */
  readonly open: () => Promise<void>;
  /** Reads it again while the register known so far is shown. Throws an ExcelError. */
  readonly readAgain: () => Promise<void>;
  /** Somebody has changed the sheet: its tables are to be read again. */
  readonly noteChange: (sheetId: string) => void;
  /** What was read may no longer be so: all of it is to be read again. */
  readonly distrust: () => void;
  /** Shows states in the sheets, and never throws: nothing rests on them. */
  readonly showStatuses: (statuses: Statuses, positions: Positions) => Promise<void>;
  /** Reads again what was changed meanwhile, and everything on a new day. Throws an ExcelError. */
  readonly catchUp: () => Promise<void>;
};

/** What is over soon: it is worth trying again. */
const passing: ReadonlySet<ExcelProblem> = new Set(["workbookBusy", "cellBeingEdited"]);

type Layout = ShownIn & Pick<ReadTable, "sheetId">;

export function createReader(
  excel: ExcelPort,
  today: () => CivilDate,
  store: Store,
  listener: WorkbookListener,
): Reader {
  let layouts: readonly Layout[] = [];
  let isWatched = false;
  let isDoubted = false;
  const changedSheets = new Set<string>();

  const noteLayouts = (tables: readonly ReadTable[]) => {
    const names = new Set(tables.map(({ name }) => name));
    const others = layouts.filter(({ name }) => !names.has(name));
    layouts = [...others, ...tables.map(layoutOf)];
  };

  /** What changes during the reading is to be read again, and so is what could not be read. */
  const reading = async (read: () => Promise<void>) => {
    const noted = [...changedSheets];
    changedSheets.clear();
    try {
      await read();
    } catch (error) {
      for (const sheetId of noted) changedSheets.add(sheetId);
      throw error;
    }
  };

  const readAll = (onProgress: (done: number, total: number) => void) =>
    reading(async () => {
      await readWhole(onProgress);
      isDoubted = false;
    });

  const readWhole = async (onProgress: (done: number, total: number) => void) => {
    const workbook = await excel.openWorkbook(isWatched ? null : listener, onProgress);
    isWatched ||= workbook.isWatched;
    const { tables } = workbook;
    layouts = [];
    noteLayouts(tables);
    const read = readRegister(tables);
    if ("reason" in read) {
      store.set(stateWithout(read));
      return;
    }
    const opened = openedOn(read, today());
    store.set({ kind: "ready", opened, selected: selectedContract(activeRow(workbook), read.register) });
    const shown = shownStatuses(tables, opened.positions);
    await showStatuses(changedStatuses(shown, statusesOf(opened.plan)), opened.positions);
  };

  /** Nothing rests on what these cells say: where Excel does not let them be written they stay as they are. */
  const showStatuses = async (statuses: Statuses, positions: Positions) => {
    if (Object.keys(statuses).length === 0) return;
    const asShown = await excel
      .writeStatuses(statuses, layouts, positions)
      .catch((error: unknown) => !passing.has(excelError(error).problem));
    // Rows have moved, or Excel was busy: the sheets are soon read again, and say then what is still to be shown.
    if (!asShown) for (const { sheetId } of layouts) listener.onChange(sheetId);
  };

  const readSome = async (opened: OpenedRegister, names: readonly string[]) => {
    const tables = await excel.readTables(() => undefined, names);
    const reading = tables.length < names.length ? null : mergedReading(opened, tables);
    if (reading === null) {
      await readWhole(() => undefined);
      return;
    }
    noteLayouts(tables);
    const settingsChanged = JSON.stringify(reading.register.settings) !== JSON.stringify(opened.register.settings);
    const touched = settingsChanged
      ? new Set(reading.register.contracts.map(({ number }) => number))
      : contractsThatDiffer(opened.register, reading.register, readAgain(tables));
    const again = reopened(opened, reading, touched, today());
    store.show(again.opened);
    const shown = shownStatuses(tables, reading.positions);
    const overwritten = changedStatuses(shown, statusesOf(again.opened.plan));
    const readTables = Object.fromEntries(readAgain(tables).map((table) => [table, overwritten[table] ?? new Map()]));
    await showStatuses({ ...again.statuses, ...readTables }, reading.positions);
  };

  return {
    open: async () => {
      store.set({ kind: "opening", done: 0, total: 0 });
      try {
        await readAll((done, total) => store.set({ kind: "opening", done, total }));
      } catch (error) {
        store.set({ kind: "failed", problem: excelError(error).problem });
      }
    },
    readAgain: () => {
      isDoubted = true;
      return readAll(() => undefined);
    },
    showStatuses,
    noteChange: (sheetId) => changedSheets.add(sheetId),
    distrust: () => {
      isDoubted = true;
    },
    catchUp: async () => {
      const opened = store.opened();
      if (opened === null) return;
      if (isDoubted || opened.plan.today !== today()) return readAll(() => undefined);
      const names = layouts.filter(({ sheetId }) => changedSheets.has(sheetId)).map(({ name }) => name);
      if (names.length > 0) await reading(() => readSome(opened, names));
    },
  };
}

function layoutOf({ name, headers, sheetId, rows }: ReadTable): Layout {
  const below = rows.filter(({ belowTable }) => belowTable === true).map(({ row }) => row);
  return { name, headers, sheetId, linesBelow: new Set(below) };
}

function activeRow({ tables, active }: OpenedWorkbook): RawTable | null {
  for (const table of tables) {
    const row = table.sheetId === active?.sheetId && table.rows.find((one) => one.row === active.row);
    if (row !== false && row !== undefined) return { ...table, rows: [row] };
  }
  return null;
}

function stateWithout(read: NotARegister): SessionState {
  return read.reason === "notARegister"
    ? { kind: "notARegister" }
    : { kind: "newerSchema", version: read.version, known: read.known };
}
