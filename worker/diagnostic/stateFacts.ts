import type { CompanionState } from "../companion/state";
import { label } from "./label";

/** The state by its codes, without the sentences and the paths. */
export function stateFacts(state: CompanionState | null, names: readonly string[]): object | null {
  if (state === null) return null;
  const { version, startedAt, tickedAt, stoppedAt, warnings, registers } = state;
  return {
    version,
    startedAt,
    tickedAt,
    stoppedAt,
    warnings: warnings.map(({ code }) => code),
    registers: registers.map(({ name, lastRun, next, warnings: own, problems, mails, seen }) => ({
      register: label(names.indexOf(name)),
      lastRun: lastRun === null ? null : { ...lastRun, sentence: undefined },
      next,
      warnings: own.map(({ code }) => code),
      problems,
      mails: mails.map(({ kind, standing, failures, nextTryAt }) => ({ kind, standing, failures, nextTryAt })),
      seen: seen === null ? null : { savedAt: seen.savedAt, revision: seen.revision, journalRows: seen.journalRows },
    })),
  };
}
