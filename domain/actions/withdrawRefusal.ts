import { update } from "../changes";
import type { Register } from "../register";
import { accepted, isRefused, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { findContract } from "./finding";

export type WithdrawalInput = { readonly contract: string };

/** The refusal is withdrawn, and the contract goes on as before it. */
export function withdrawRefusal(register: Register, input: WithdrawalInput, context: ActionContext): Decision {
  const file = findContract(register, input.contract, context.today);
  if (isRefused(file)) return file;
  if (file.contract.refusalOn === null) return refused("noRefusal", { contract: input.contract });
  const changes = [update("contracts", file.contract, { refusalOn: null, refusalChannel: null, refusalReason: null })];
  return accepted(changes, "withdrawRefusal", { contract: input.contract });
}
