import { isUndoable } from "../../domain/actions/decision";
import { undoAction } from "../../domain/actions/journal";
import type { Register } from "../../domain/register";

/** The last batch of the Journal that has not been undone and can be, null when there is none. */
export function lastUndoable({ journal }: Register): string | null {
  const actions = new Set(journal.map(({ action }) => action));
  const last = journal.findLast(({ action, batch }) => isUndoable(action) && !actions.has(undoAction(batch)));
  return last?.batch ?? null;
}
