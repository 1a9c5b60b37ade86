import { type Area, areaBetween } from "./area";
import { edit, isLook, listen, tell } from "./edit";
import type { Row, Sheet, Table, Workbook } from "./workbook";

/**
 * What a person did to a workbook, to be undone and done again. It forgets everything as soon as something else changes
 * the workbook, an add-in or a colleague: going back to an earlier state would take that away too.
 */
export type History = {
  /** Runs an edit that can be undone. */
  readonly run: <T>(work: () => T) => T;
  /** @returns whether there was something to undo */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
  readonly close: () => void;
};

/** Puts the workbook back as it was, and tells what that changes. */
type Snapshot = () => void;

const MOST_STEPS = 50;

/** @param person the author of the edits that are remembered, and of those that undo them */
export function createHistory(workbook: Workbook, person: string): History {
  const past: Snapshot[] = [];
  const future: Snapshot[] = [];
  let busy = false;
  const closely = <T>(work: () => T): T => {
    busy = true;
    try {
      return work();
    } finally {
      busy = false;
    }
  };
  const close = listen(workbook, ({ kind }) => {
    if (busy || isLook(kind)) return;
    past.length = 0;
    future.length = 0;
  });
  const step = (from: Snapshot[], to: Snapshot[]): boolean => {
    const back = from.pop();
    if (back === undefined) return false;
    to.push(snapshotOf(workbook));
    closely(() => edit(workbook, person, back));
    return true;
  };
  return {
    run: (work) => {
      const { revision } = workbook;
      const before = snapshotOf(workbook);
      try {
        return closely(work);
      } finally {
        if (workbook.revision !== revision) {
          past.push(before);
          if (past.length > MOST_STEPS) past.shift();
          future.length = 0;
        }
      }
    },
    undo: () => step(past, future),
    redo: () => step(future, past),
    close,
  };
}

/** A row of cells is copied only once somebody writes in it: see ownRow. */
function snapshotOf(workbook: Workbook): Snapshot {
  const { sheets, active } = workbook;
  const names = [...workbook.names];
  const restored = [...names, ...workbook.heldRanges].map((object) => captured(object));
  const each = [...sheets].map((sheet) => snapshotOfSheet(workbook, sheet));
  return () => {
    const left = workbook.sheets;
    for (const restore of restored) restore();
    Object.assign(workbook, { sheets, active, names });
    for (const sheet of left) if (!sheets.includes(sheet)) tell(workbook, { kind: "sheetRemoved", sheet });
    for (const sheet of sheets) if (!left.includes(sheet)) tell(workbook, { kind: "sheetAdded", sheet });
    tell(workbook, { kind: "names" });
    for (const restore of each) restore();
    tell(workbook, { kind: "sheetActivated", sheet: active });
    tell(workbook, { kind: "selection", sheet: active });
  };
}

function snapshotOfSheet(workbook: Workbook, sheet: Sheet): Snapshot {
  const inside = [...sheet.tables, ...sheet.validations, ...sheet.conditionalFormats];
  const tables = sheet.tables.map((table) => [table, JSON.stringify(described(table))] as const);
  const restored = [...inside, ...sheet.tables.flatMap(({ columns }) => columns)].map((object) => captured(object));
  const restoreSheet = captured(sheet);
  sheet.own = new Set();
  return () => {
    const { rows, hiddenRows, tables: left, changed, protection } = sheet;
    const before = new Map(left.map((table) => [table, JSON.stringify(described(table))]));
    restoreSheet();
    for (const restore of restored) restore();
    Object.assign(sheet, { own: new Set(), changed });
    const stale = differingRows(rows, sheet.rows);
    for (const row of stale) changed.rows.add(row);
    for (const row of [...hiddenRows, ...sheet.hiddenRows]) {
      if (hiddenRows.has(row) !== sheet.hiddenRows.has(row)) changed.rows.add(row);
    }
    for (const table of left) if (!sheet.tables.includes(table)) tell(workbook, { kind: "tableRemoved", table });
    for (const [table, text] of tables) {
      if (!before.has(table)) tell(workbook, { kind: "tableAdded", table });
      else if (before.get(table) !== text) tell(workbook, { kind: "tableChanged", table });
    }
    if (protection !== sheet.protection) tell(workbook, { kind: "protection", sheet });
    tell(workbook, { kind: "layout", sheet });
    const area = areaOf(stale, rows, sheet.rows);
    if (area !== null) tell(workbook, { kind: "cells", sheet, area, change: "RangeEdited" });
  };
}

/** What add-ins may see of a table. */
function described({ name, area, columns, filters }: Table): unknown {
  return [name, area, columns, [...filters]];
}

/** Remembers the fields of an object; lists, maps and sets as they are now. */
function captured(object: object): () => void {
  const fields = Object.fromEntries(Object.entries(object).map(([name, value]) => [name, copied(value)]));
  return () => void Object.assign(object, fields);
}

function copied(value: unknown): unknown {
  if (value instanceof Map) return new Map<unknown, unknown>(value);
  if (value instanceof Set) return new Set<unknown>(value);
  return Array.isArray(value) ? [...(value as readonly unknown[])] : value;
}

type Rows = ReadonlyMap<number, Row>;

function differingRows(a: Rows, b: Rows): readonly number[] {
  const rows = new Set([...a.keys(), ...b.keys()]);
  return [...rows].filter((row) => a.get(row) !== b.get(row));
}

function areaOf(differing: readonly number[], a: Rows, b: Rows): Area | null {
  if (differing.length === 0) return null;
  let [first, last, width] = [Infinity, 0, 1];
  for (const row of differing) {
    first = Math.min(first, row);
    last = Math.max(last, row);
    width = Math.max(width, a.get(row)?.values.length ?? 0, b.get(row)?.values.length ?? 0);
  }
  return areaBetween(first, 0, last, width - 1);
}
