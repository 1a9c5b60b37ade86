import type { Area } from "../model/area";
import type { ExcelObject } from "./excelObject";
import type { HeldRange, Sheet, Workbook } from "../model/workbook";

/** One add-in at work in a workbook: what Excel keeps for it between two batches. */
export type Session = {
  readonly workbook: Workbook;
  /** Names the add-in as the author of edits. */
  readonly origin: string;
  /** Ranges that the add-in may name again, by reference id. */
  readonly ranges: Map<string, HeldRange>;
  /** Ranges of the batch under way. */
  readonly passing: Set<HeldRange>;
  /** Excel events that it wants: "<event type> <target>" to how many handlers. */
  readonly subscriptions: Map<string, number>;
  readonly pane: PaneControl;
  readonly make: ObjectMakers;
  lastReference: number;
};

/** Excel's objects lead to each other in circles: they make each other through here. */
export type ObjectMakers = {
  readonly range: (session: Session, sheet: Sheet, area: Area) => ExcelObject;
  readonly worksheet: (session: Session, sheet: Sheet) => ExcelObject;
};

/** What the page around the add-in does when the add-in asks for it. */
export type PaneControl = {
  readonly show: () => void;
  readonly hide: () => void;
  readonly save: () => void;
  /** What was last asked of setStartup; "Inactive" at first. */
  readonly startup: () => string;
  readonly setStartup: (state: string) => void;
  readonly updateRibbon: (update: string) => void;
};

/** A range that follows its cells until the batch ends, or as long as it is held. */
export function newRange(session: Session, sheet: Sheet, area: Area): HeldRange {
  const range = { sheet, area };
  session.passing.add(range);
  session.workbook.heldRanges.add(range);
  return range;
}

/** The reference id under which later batches find the range. */
export function holdRange(session: Session, range: HeldRange): string {
  for (const [id, held] of session.ranges) if (held === range) return id;
  session.lastReference += 1;
  const id = `r${session.lastReference}`;
  session.ranges.set(id, range);
  session.workbook.heldRanges.add(range);
  return id;
}

/** Forgets the ranges of the batch that nobody holds. */
export function forgetPassing(session: Session): void {
  const held = new Set(session.ranges.values());
  for (const range of session.passing) if (!held.has(range)) session.workbook.heldRanges.delete(range);
  session.passing.clear();
}

export function releaseRange(session: Session, id: string): void {
  const range = session.ranges.get(id);
  if (range === undefined) return;
  session.ranges.delete(id);
  session.workbook.heldRanges.delete(range);
}

export function subscribe(session: Session, eventType: number, target: string): void {
  const key = `${eventType} ${target}`;
  session.subscriptions.set(key, (session.subscriptions.get(key) ?? 0) + 1);
}

export function unsubscribe(session: Session, eventType: number, target: string): void {
  const key = `${eventType} ${target}`;
  const left = (session.subscriptions.get(key) ?? 0) - 1;
  if (left > 0) session.subscriptions.set(key, left);
  else session.subscriptions.delete(key);
}
