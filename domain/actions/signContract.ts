import { insert } from "../changes";
import { addDays, monthsFrom } from "../dates/civilDate";
import type { Register } from "../register";
import { firstRefused, notBefore, present } from "./checks";
import { contractRefusals, contractRow } from "./contractDraft";
import type { ContractInput, EquipmentInput, PeriodInput } from "./contractDraft";
import { accepted, isRefused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { holderOf } from "./holder";
import type { HolderInput } from "./holder";
import { numbersOf } from "./numbering";
import { newRow } from "../workbook/newRow";

export type SignatureInput = {
  readonly client: HolderInput;
  readonly contract: ContractInput;
  readonly period: PeriodInput;
  readonly equipment: readonly EquipmentInput[];
};

/** A contract is signed: its client if he is new, its first period with what was agreed, and its appliances. */
export function signContract(register: Register, input: SignatureInput, context: ActionContext): Decision {
  const numbers = numbersOf(register, context.today);
  const holder = holderOf(numbers, input.client, context.today);
  if (isRefused(holder)) return holder;
  const contract = contractRow(numbers, input.contract, holder.client.number);
  const { number, startsOn, firstMonths } = contract;
  const reason = firstRefused(
    ...contractRefusals(numbers, contract, input.period, context.today),
    present(startsOn, { table: "contracts", column: "startsOn" }),
    notBefore(input.period.to, startsOn, { table: "periods", column: "to" }),
    present(input.period.price, { table: "periods", column: "price" }),
  );
  if (reason !== null || startsOn === null) return reason ?? { refusals: [] };

  const to = input.period.to ?? addDays(monthsFrom(startsOn, firstMonths), -1);
  const first = { id: context.newKey("P"), contract: number, number: 1, from: startsOn, to };
  const changes = [
    ...holder.changes,
    insert("contracts", contract),
    insert("periods", newRow("periods", { ...input.period, ...first })),
    ...input.equipment.map((one) =>
      insert("equipment", newRow("equipment", { ...one, id: context.newKey("E"), contract: number })),
    ),
  ];
  return accepted(changes, "signContract", {
    contract: number,
    name: holder.client.name,
    period: { from: startsOn, to },
  });
}
