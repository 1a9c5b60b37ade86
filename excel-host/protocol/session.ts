import type { Workbook } from "../model/workbook";
import { newRangeObject } from "../objects/range";
import { worksheetObject } from "../objects/worksheet";
import type { PaneControl, Session } from "./addinSession";

/** Lets an add-in into a workbook. @param origin names it as the author of edits */
export function createSession(workbook: Workbook, origin: string, pane: PaneControl): Session {
  return {
    workbook,
    origin,
    ranges: new Map(),
    passing: new Set(),
    subscriptions: new Map(),
    pane,
    make: { range: newRangeObject, worksheet: worksheetObject },
    lastReference: 0,
  };
}
