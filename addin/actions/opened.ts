import type { Change } from "../../domain/changes";
import { apply } from "../../domain/changes";
import type { CivilDate } from "../../domain/dates/civilDate";
import { planOf } from "../../domain/plan/plan";
import type { ReadRegister } from "../../domain/workbook/readRegister";
import type { Statuses } from "../../domain/workbook/statuses";
import { changedStatuses, statusesOf } from "./changedStatuses";
import type { Reading } from "./mergedReading";
import { problemsAfter } from "./problemsAfter";
import { replanned } from "./replanned";
import type { OpenedRegister } from "./session";
import { touchedContracts } from "../../domain/touchedContracts";

/** The register just read, with its plan. */
export function openedOn(read: ReadRegister, today: CivilDate): OpenedRegister {
  return { ...read, plan: planOf(read.register, read.problems, today) };
}

/** The register as it is once the changes are written, and the states that its sheets are then to show otherwise. */
export function openedAfter(
  before: OpenedRegister,
  changes: readonly Change[],
  today: CivilDate,
): { readonly opened: OpenedRegister; readonly statuses: Statuses } {
  const register = apply(before.register, changes);
  const problems = problemsAfter(before.problems, changes);
  const touched = touchedContracts(before.register, register, changes);
  return reopened(before, { register, problems, positions: before.positions }, touched, today);
}

/** The register as it was read again, and the states that its sheets are to show otherwise. */
export function reopened(
  before: OpenedRegister,
  reading: Reading,
  touched: ReadonlySet<string>,
  today: CivilDate,
): { readonly opened: OpenedRegister; readonly statuses: Statuses } {
  const { register, problems, positions } = reading;
  const input = { register, readProblems: problems, today };
  const plan = replanned({ ...before.plan, readProblems: before.problems }, input, touched);
  const statuses = changedStatuses(statusesOf(before.plan, touched), statusesOf(plan, touched));
  return { opened: { register, problems, positions, plan }, statuses };
}
