import { update } from "../changes";
import type { ContractFile } from "../contract/contractFile";
import type { Register } from "../register";
import type { Contract } from "../workbook/schema";
import { accepted, isRefused, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { findContract } from "./finding";
import { holderOf } from "./holder";
import type { HolderInput } from "./holder";
import { numbersOf } from "./numbering";

export type HolderChangeInput = { readonly contract: string; readonly client: HolderInput };

/** The contract passes to another client and keeps its number, its dates, its appliances and the place where they are. */
export function changeHolder(register: Register, input: HolderChangeInput, context: ActionContext): Decision {
  const file = findContract(register, input.contract, context.today);
  if (isRefused(file)) return file;
  const holder = holderOf(numbersOf(register, context.today), input.client, context.today);
  if (isRefused(holder)) return holder;
  const { client, changes } = holder;
  if (client.number === file.contract.client) return refused("sameHolder", { contract: input.contract });
  const change = update("contracts", file.contract, { client: client.number, ...placeKept(file) });
  return accepted([...changes, change], "changeHolder", { contract: input.contract, name: client.name });
}

/** A contract that names no place of its own was for the address of the holder who leaves. */
function placeKept({ contract, client }: ContractFile): Partial<Contract> {
  const { placeAddress, placePostcode, placeCity } = contract;
  if (client === null || placeAddress !== null || placePostcode !== null || placeCity !== null) return {};
  return { placeAddress: client.address, placePostcode: client.postcode, placeCity: client.city };
}
