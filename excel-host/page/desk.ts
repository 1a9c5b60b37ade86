import type { Workbook } from "../model/workbook";
import type { History } from "../model/history";
import { Refused } from "../model/refused";
import { refusalText } from "./refusalText";

/** What every piece of the page shares: the workbook on it, and how to say what happened. */
export type Desk = {
  readonly workbook: Workbook;
  /** Shows a sentence until the next one; screen readers hear it. */
  readonly say: (text: string, urgent?: boolean) => void;
  /** What the person typed, sorted and inserted, to be undone. */
  readonly history: History;
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

/** The same for an edit, which can be undone. */
export function change(desk: Desk, work: () => void): boolean {
  return attempt(desk, () => desk.history.run(work));
}

/** Takes back what the person did last, or does it again. */
export function undo(desk: Desk, again = false): void {
  if (again ? desk.history.redo() : desk.history.undo()) desk.say(again ? "Rétabli." : "Annulé.");
  else if (again) desk.say("Rien à rétablir.");
  else desk.say("Rien à annuler ici. Ce qu’un complément a écrit s’annule dans son volet.");
}
