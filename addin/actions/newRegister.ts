import { planOf } from "../../domain/plan/plan";
import { emptyRegister } from "../../domain/workbook/emptyRegister";
import type { NewRegister } from "../excel/createTables";
import { fetched } from "../excel/fetched";
import { statusesOf } from "./changedStatuses";
import type { Environment } from "./environment";

/** What the sheets of a new register hold: nothing yet, or the contracts of an invented firm. */
export async function newRegister(withExamples: boolean, { today, newKey }: Environment): Promise<NewRegister> {
  const blank = emptyRegister(newKey("R"));
  if (!withExamples) return { register: blank, statuses: {} };
  // Loaded when it is asked for: most never ask.
  const { sampleRegister } = await fetched(import("../../domain/sample/sampleRegister"));
  const sample = sampleRegister(today());
  const register = { ...sample, settings: { ...sample.settings, registerId: blank.settings.registerId } };
  return { register, statuses: statusesOf(planOf(register, [], today())) };
}
