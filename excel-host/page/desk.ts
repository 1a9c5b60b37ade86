import type { Workbook } from "../model/workbook";
import { Refused } from "../model/refused";
import { refusalText } from "./refusalText";

/** What every piece of the page shares: the workbook on it, and how to say what happened. */
export type Desk = {
  readonly workbook: Workbook;
  /** Shows a sentence until the next one; screen readers hear it. */
  readonly say: (text: string, urgent?: boolean) => void;
  /** Whether the person is typing in a cell: Excel then makes add-ins wait. */
  readonly setTyping: (typing: boolean) => void;
};

/** The person at the keyboard, as author of edits. */
export const person = "user";

/** Runs what a person asked for; what Excel refuses is said in a sentence. @returns whether it was done */
export function attempt(desk: Desk, work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    desk.say(refusalText(error), true);
    return false;
  }
}
