import type { Change } from "../../domain/changes";
import type { Problem } from "../../domain/problem";
import { keyColumn, keyOf } from "../../domain/workbook/schema";

/** What could not be understood of the workbook, once changes were written: cells written over hold no problem. */
export function problemsAfter(problems: readonly Problem[], changes: readonly Change[]): readonly Problem[] {
  return changes.reduce(afterOne, problems);
}

function afterOne(problems: readonly Problem[], change: Change): readonly Problem[] {
  if (change.kind === "insert") return problems;
  const key = change.kind === "update" ? change.key : keyOf(change.table, change.row as never);
  const after: Readonly<Record<string, unknown>> = change.kind === "update" ? change.after : {};
  const newKey = after[keyColumn(change.table)];
  return problems.flatMap((problem): Problem[] => {
    const { at } = problem;
    if (at.table !== change.table || at.key !== key) return [problem];
    if (change.kind === "delete" || (at.column !== undefined && Object.hasOwn(after, at.column))) return [];
    return typeof newKey === "string" ? [{ ...problem, at: { ...at, key: newKey } }] : [problem];
  });
}
