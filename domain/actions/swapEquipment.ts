import { insert, update } from "../changes";
import { addDays } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import type { Equipment } from "../workbook/schema";
import { firstRefused, notBefore, notInFuture } from "./checks";
import { accepted, isRefused, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { findContract } from "./finding";
import { newRow } from "../workbook/newRow";

export type SwapInput = {
  readonly contract: string;
  /** The appliance that leaves. */
  readonly equipment: string;
  /** First day of the new one; absent: today. */
  readonly on?: CivilDate;
  /** What is known of the new one; its category, place and visits are those of the old one unless told. */
  readonly replacement: Partial<Omit<Equipment, "id" | "contract" | "coveredFrom" | "coveredTo" | "replaces">>;
};

/** An appliance was replaced by another, under the same contract. */
export function swapEquipment(register: Register, input: SwapInput, context: ActionContext): Decision {
  const { contract, equipment, on = context.today, replacement } = input;
  const file = findContract(register, contract, context.today);
  if (isRefused(file)) return file;
  const old = file.equipment.find(({ id }) => id === equipment);
  if (old === undefined) return refused("unknownEquipment", { equipment, contract });
  if (old.coveredTo !== null && old.coveredTo < on) return refused("equipmentOutOfService", { on });
  const lastDay = addDays(on, -1);
  const at = { table: "equipment", column: "coveredFrom" } as const;
  const reason = firstRefused(notInFuture(on, context.today, at), notBefore(lastDay, old.coveredFrom, at));
  const { category, place, occupantName, occupantPhone, visitsPerYear, visitTiming, visitMonths } = old;
  const kept = { category, place, occupantName, occupantPhone, visitsPerYear, visitTiming, visitMonths };
  const added = { id: context.newKey("E"), contract, coveredFrom: on, replaces: old.id };
  const changes = [
    update("equipment", old, { coveredTo: lastDay }),
    insert("equipment", newRow("equipment", { ...kept, ...replacement, ...added })),
  ];
  return reason ?? accepted(changes, "swapEquipment", { contract, on });
}
