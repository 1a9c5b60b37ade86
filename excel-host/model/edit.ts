import type { Area } from "./area";
import type { Sheet, Table, Workbook } from "./workbook";

export type CellsChange =
  "RangeEdited" | "RowInserted" | "RowDeleted" | "CellInserted" | "CellDeleted" | "ColumnInserted" | "ColumnDeleted";

/** What happened, in the words of the model. `origin` says who did it: "user", "coauthor" or the id of a pane. */
export type WorkbookEvent = { readonly origin: string } & (
  | { readonly kind: "cells"; readonly sheet: Sheet; readonly area: Area; readonly change: CellsChange }
  | { readonly kind: "formats" | "calculated"; readonly sheet: Sheet; readonly area: Area }
  | { readonly kind: "selection" | "layout" | "protection"; readonly sheet: Sheet }
  | { readonly kind: "sheetActivated" | "sheetAdded" | "sheetRemoved" | "sheetRenamed"; readonly sheet: Sheet }
  | { readonly kind: "tableAdded" | "tableRemoved" | "tableChanged" | "filtered" | "sorted"; readonly table: Table }
  | { readonly kind: "names" | "settings" | "saved" }
);

export type WorkbookListener = (event: WorkbookEvent) => void;

type EventFacts = WorkbookEvent extends infer E ? (E extends { origin: string } ? Omit<E, "origin"> : never) : never;

export type PendingEdit = {
  readonly origin: string;
  readonly events: WorkbookEvent[];
  readonly touched: { readonly sheet: Sheet; readonly area: Area }[];
  namesChanged: boolean;
};

/**
 * Runs one edit: when it is done formulas are computed again, then listeners are told. An edit inside an edit joins it.
 * Selecting and looking are edits too, but leave the workbook clean.
 */
export function edit<T>(workbook: Workbook, origin: string, work: () => T): T {
  if (workbook.pending !== null) return work();
  const pending: PendingEdit = { origin, events: [], touched: [], namesChanged: false };
  workbook.pending = pending;
  try {
    return work();
  } finally {
    finish(workbook, pending);
  }
}

/** Notes an event of the edit under way. */
export function tell(workbook: Workbook, facts: EventFacts): void {
  const { pending } = workbook;
  if (pending === null) throw new Error("An event outside of an edit");
  pending.events.push({ ...facts, origin: pending.origin });
}

/** Notes that formulas looking at these cells must be computed again. */
export function touch(workbook: Workbook, sheet: Sheet, area: Area): void {
  workbook.pending?.touched.push({ sheet, area });
}

/** Calls `listener` after each edit, once per event, until the function it returns is called. */
export function listen(workbook: Workbook, listener: WorkbookListener): () => void {
  workbook.listeners.add(listener);
  return () => {
    workbook.listeners.delete(listener);
  };
}

const looks: ReadonlySet<WorkbookEvent["kind"]> = new Set(["selection", "sheetActivated", "saved", "calculated"]);

/** Whether an event leaves the workbook as it was, but for what is shown or computed. */
export function isLook(kind: WorkbookEvent["kind"]): boolean {
  return looks.has(kind);
}

function finish(workbook: Workbook, pending: PendingEdit): void {
  try {
    if (pending.namesChanged) workbook.calculator?.all(workbook);
    else if (pending.touched.length > 0) workbook.calculator?.changed(workbook, pending.touched);
  } finally {
    workbook.pending = null;
    if (pending.events.some(({ kind }) => !isLook(kind))) {
      workbook.dirty = true;
      workbook.revision += 1;
    }
    for (const event of pending.events) for (const listener of [...workbook.listeners]) listener(event);
  }
}
