import { isUndoable } from "../../domain/actions/decision";
import { undoAction } from "../../domain/actions/journal";
import type { Register } from "../../domain/register";

/**
 * The last batch of the Journal that has not been undone and can be, null when there is none: the last by the clock,
 * for the sheet may have been sorted by hand.
 */
export function lastUndoable({ journal }: Register): string | null {
  const actions = new Set(journal.map(({ action }) => action));
  const inTime = [...journal].sort((one, other) => Number(one.at > other.at) - Number(one.at < other.at));
  const last = inTime.findLast(({ action, batch }) => isUndoable(action) && !actions.has(undoAction(batch)));
  return last?.batch ?? null;
}
