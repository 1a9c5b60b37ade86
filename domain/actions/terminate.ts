import { update } from "../changes";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import { firstRefused, notBefore } from "./checks";
import { accepted, isRefused, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { findContract, firstDayOf } from "./finding";

/** `on` is the day of the end, which may lie ahead; absent: today. */
export type TerminationInput = { readonly contract: string; readonly on?: CivilDate; readonly reason?: string | null };

/** The contract is ended by decision, before its term. */
export function terminate(register: Register, input: TerminationInput, context: ActionContext): Decision {
  const file = findContract(register, input.contract, context.today);
  if (isRefused(file)) return file;
  const { contract } = file;
  const { on = context.today, reason = null } = input;
  if (contract.terminatedOn !== null) {
    return refused("terminated", { contract: contract.number, on: contract.terminatedOn });
  }
  const at = { table: "contracts", column: "terminatedOn" } as const;
  const changes = [update("contracts", contract, { terminatedOn: on, terminationReason: reason })];
  return (
    firstRefused(notBefore(on, firstDayOf(file), at)) ??
    accepted(changes, "terminate", { contract: contract.number, on })
  );
}
