import { update } from "../changes";
import { suspensionOf } from "../contract/coverage";
import { addDays } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import { accepted, isRefused, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { findContract } from "./finding";

/** `on` is the first day that counts again; absent: today. */
export type ResumptionInput = { readonly contract: string; readonly on?: CivilDate };

/** The pause ends; one that had not begun is forgotten. */
export function resume(register: Register, input: ResumptionInput, context: ActionContext): Decision {
  const file = findContract(register, input.contract, context.today);
  if (isRefused(file)) return file;
  const { on = context.today } = input;
  const suspension = suspensionOf(file.contract);
  if (suspension === null || suspension.to < on) return refused("notSuspended", { contract: input.contract });
  const after = on <= suspension.from ? { suspendedFrom: null, suspendedTo: null } : { suspendedTo: addDays(on, -1) };
  return accepted([update("contracts", file.contract, after)], "resume", { contract: input.contract, on });
}
