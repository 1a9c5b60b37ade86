import type { CivilDate } from "../dates/civilDate";
import type { Contract, Equipment, PeriodRow } from "../workbook/schema";
import { notInFuture, wholeNumber } from "./checks";
import { refusal } from "./decision";
import type { Refusal } from "./decision";
import { newRow } from "../workbook/newRow";
import type { Numbers } from "./numbering";

/** What is typed of a contract; its number is proposed unless one is typed. */
export type ContractInput = Partial<Omit<Contract, "client">>;

/** What is typed of an appliance under the contract. */
export type EquipmentInput = Partial<Omit<Equipment, "id" | "contract" | "replaces">>;

/** What is typed of the first period that is written down; its end, when it is not the one that the length gives. */
export type PeriodInput = Pick<PeriodRow, "price"> &
  Partial<Pick<PeriodRow, "to" | "basis" | "vatRate" | "services" | "options">>;

/** The contract's row, under the number that was typed or the one that comes next. */
export function contractRow(numbers: Numbers, input: ContractInput, client: string): Contract {
  const typed = input.number?.trim() ?? "";
  return newRow("contracts", {
    ...input,
    client,
    number: typed === "" ? numbers.nextContract() : typed,
    renewalMonths: input.renewalMonths ?? (input.renewalKind === "none" ? null : Math.max(1, input.firstMonths ?? 12)),
  });
}

/** The reasons for which what was typed cannot make a contract. */
export function contractRefusals(
  numbers: Numbers,
  contract: Contract,
  period: PeriodInput,
  today: CivilDate,
): readonly (Refusal | null)[] {
  const { number } = contract;
  return [
    numbers.hasContract(number) ? refusal("numberTaken", { number, proposed: numbers.nextContract() }) : null,
    notInFuture(contract.signedOn, today, { table: "contracts", column: "signedOn" }),
    wholeNumber(contract.firstMonths, 1, { table: "contracts", column: "firstMonths" }),
    wholeNumber(contract.renewalMonths, 1, { table: "contracts", column: "renewalMonths" }),
    wholeNumber(contract.noticeLength, 0, { table: "contracts", column: "noticeLength" }),
    wholeNumber(period.price, 0, { table: "periods", column: "price" }),
    wholeNumber(period.vatRate, 0, { table: "periods", column: "vatRate" }),
  ];
}
