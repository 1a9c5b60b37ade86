import { update } from "../changes";
import type { Register } from "../register";
import { accepted, isRefused, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { findContract } from "./finding";
import { holderOf } from "./holder";
import type { HolderInput } from "./holder";

export type HolderChangeInput = { readonly contract: string; readonly client: HolderInput };

/** The contract passes to another client and keeps its number, its dates and its appliances. */
export function changeHolder(register: Register, input: HolderChangeInput, context: ActionContext): Decision {
  const file = findContract(register, input.contract, context.today);
  if (isRefused(file)) return file;
  const holder = holderOf(register, input.client, context.today);
  if (isRefused(holder)) return holder;
  const { client, changes } = holder;
  if (client.number === file.contract.client) return refused("sameHolder", { contract: input.contract });
  const change = update("contracts", file.contract, { client: client.number });
  return accepted([...changes, change], "changeHolder", { contract: input.contract, name: client.name });
}
