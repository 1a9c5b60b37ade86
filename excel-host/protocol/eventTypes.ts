import type { Session } from "./addinSession";
import { subscribe, unsubscribe } from "./addinSession";

/** The numbers by which office.js knows the events, beside each `on…` property of its source. */
export const eventTypes = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  protectionChanged: 24,
  nameChanged: 25,
  visibilityChanged: 26,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

/** The target of events of the whole workbook. */
export const workbookTarget = "Workbook";

/** The pairs of methods by which an object's events are wanted and no longer wanted. */
export function eventMethods(
  session: Session,
  target: string,
  events: Readonly<Record<string, number>>,
): Record<string, () => undefined> {
  return Object.fromEntries(
    Object.entries(events).flatMap(([name, type]) => [
      [`_Register${name}`, () => void subscribe(session, type, target)],
      [`_Unregister${name}`, () => void unsubscribe(session, type, target)],
    ]),
  );
}
