import { update } from "../changes";
import type { Register } from "../register";
import { accepted, isRefused, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { findContract } from "./finding";

export type ReversalInput = { readonly contract: string };

/** The termination did not happen: the contract is again in the state that it had before. */
export function reverseTermination(register: Register, input: ReversalInput, context: ActionContext): Decision {
  const file = findContract(register, input.contract, context.today);
  if (isRefused(file)) return file;
  if (file.contract.terminatedOn === null) return refused("notTerminated", { contract: input.contract });
  const changes = [update("contracts", file.contract, { terminatedOn: null, terminationReason: null })];
  return accepted(changes, "reverseTermination", { contract: input.contract });
}
