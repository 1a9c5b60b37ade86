import { addressOf } from "../model/address";
import { type Area, intersection } from "../model/area";
import { isCellError } from "../model/cell";
import { valueAt } from "../model/cells";
import type { WorkbookEvent } from "../model/edit";
import type { Sheet, Table } from "../model/workbook";
import { eventTypes, workbookTarget } from "./eventTypes";
import type { Json } from "./excelObject";
import { holdRange, newRange, type Session } from "./addinSession";

/** An Excel event on its way to an add-in. */
export type ExcelEvent = {
  readonly type: number;
  readonly target: string;
  readonly args: { readonly [name: string]: Json };
};

/** What one thing that happened in the workbook means to an add-in: only events that it asked for. */
export function excelEvents(session: Session, event: WorkbookEvent): readonly ExcelEvent[] {
  return candidates(session, event).filter(({ type, target }) => session.subscriptions.has(`${type} ${target}`));
}

function candidates(session: Session, event: WorkbookEvent): readonly ExcelEvent[] {
  switch (event.kind) {
    case "cells":
      return cellsChanged(session, event);
    case "calculated":
      return onSheet(event.sheet, eventTypes.calculated, { address: addressOf(event.area) });
    case "formats":
      return onSheet(event.sheet, eventTypes.formatChanged, {
        address: addressOf(event.area),
        source: sourceOf(session, event),
      });
    case "selection":
      return selected(event.sheet);
    case "sheetActivated":
      return activated(session, event.sheet);
    case "sheetAdded":
      return onWorkbook(event.sheet, eventTypes.added, { source: sourceOf(session, event) });
    case "sheetRemoved":
      return onWorkbook(event.sheet, eventTypes.deleted, { source: sourceOf(session, event) });
    case "sheetRenamed":
      return onSheet(event.sheet, eventTypes.nameChanged, {
        nameAfter: event.sheet.name,
        source: sourceOf(session, event),
      });
    case "protection":
      return onSheet(event.sheet, eventTypes.protectionChanged, {
        isProtected: event.sheet.protection !== null,
        source: sourceOf(session, event),
      });
    case "sorted":
      return onSheet(event.table.sheet, eventTypes.rowSorted, {
        address: addressOf(event.table.area),
        source: sourceOf(session, event),
      });
    case "tableAdded":
      return onTables(event.table, eventTypes.tableAdded, sourceOf(session, event));
    case "tableRemoved":
      return onTables(event.table, eventTypes.tableDeleted, sourceOf(session, event));
    default:
      return [];
  }
}

/** Other panes of the same Excel and the person at the keyboard are local; a co-author is not. */
function sourceOf(_session: Session, { origin }: WorkbookEvent): string {
  return origin.startsWith("coauthor") ? "Remote" : "Local";
}

function onWorkbook(sheet: Sheet, type: number, args: ExcelEvent["args"]): readonly ExcelEvent[] {
  return [{ type, target: workbookTarget, args: { worksheetId: sheet.id, ...args } }];
}

function onSheet(sheet: Sheet, type: number, args: ExcelEvent["args"]): readonly ExcelEvent[] {
  const all = { worksheetId: sheet.id, ...args };
  return [sheet.id, workbookTarget].map((target) => ({ type, target, args: all }));
}

function onTables({ id, name, sheet }: Table, type: number, source: string): readonly ExcelEvent[] {
  const args = { tableId: String(id), tableName: name, worksheetId: sheet.id, source };
  return [sheet.id, workbookTarget].map((target) => ({ type, target, args }));
}

type CellsEvent = Extract<WorkbookEvent, { readonly kind: "cells" }>;

function cellsChanged(session: Session, event: CellsEvent): readonly ExcelEvent[] {
  const { sheet, area, change } = event;
  const args = {
    address: addressOf(area),
    changeType: change,
    source: sourceOf(session, event),
    triggerSource: event.origin === session.origin ? "ThisLocalAddin" : "Unknown",
    shiftDirection: shiftOf(event),
    worksheetId: sheet.id,
    ...newValue(sheet, area),
  };
  const events: ExcelEvent[] = [...onSheet(sheet, eventTypes.changed, args)];
  for (const table of sheet.tables.filter(({ area: covered }) => intersection(covered, area) !== null)) {
    const tableArgs = { ...args, tableId: String(table.id) };
    for (const target of [String(table.id), sheet.id, workbookTarget]) {
      events.push({ type: eventTypes.tableChanged, target, args: tableArgs });
    }
  }
  return events.map((wanted) => withRange(session, wanted, sheet, area));
}

/** The event's getRange() names a range that the host holds for it. */
function withRange(session: Session, event: ExcelEvent, sheet: Sheet, area: Area): ExcelEvent {
  if (!session.subscriptions.has(`${event.type} ${event.target}`)) return event;
  const id = holdRange(session, newRange(session, sheet, area));
  session.passing.clear();
  return { ...event, args: { ...event.args, referenceId: id } };
}

function shiftOf({ change }: CellsEvent): string {
  const shifts: Readonly<Record<string, string>> = { CellInserted: "ShiftCellDown", CellDeleted: "ShiftCellUp" };
  return shifts[change] ?? "None";
}

/** The details of an edit are given for a single cell; the value before is not known to this host. */
function newValue(sheet: Sheet, area: Area): { readonly [name: string]: Json } {
  if (area.rows !== 1 || area.columns !== 1) return {};
  const value = valueAt(sheet, area.row, area.column);
  return { valueAfter: isCellError(value) ? value.error : (value ?? "") };
}

function selected(sheet: Sheet): readonly ExcelEvent[] {
  const events = [...onSheet(sheet, eventTypes.selectionChanged, { address: addressOf(sheet.selection) })];
  for (const table of sheet.tables) {
    const inside = intersection(table.area, sheet.selection);
    const address = inside === null ? "" : addressOf(inside);
    const args = { address, tableId: String(table.id), worksheetId: sheet.id };
    events.push({ type: eventTypes.tableSelectionChanged, target: String(table.id), args });
  }
  return events;
}

function activated({ workbook }: Session, sheet: Sheet): readonly ExcelEvent[] {
  const left = workbook.sheets.filter((other) => other !== sheet);
  return [
    ...onSheet(sheet, eventTypes.activated, {}),
    ...left.flatMap((other) => onSheet(other, eventTypes.deactivated, {}).filter(({ target }) => target === other.id)),
  ];
}
