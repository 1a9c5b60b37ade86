import type { ContractInput, EquipmentInput } from "../actions/contractDraft";
import type { CivilDate } from "../dates/civilDate";
import { addDays } from "../dates/civilDate";
import type { Register } from "../register";
import { normalized } from "../workbook/words";
import type { ListRow } from "./list";

type Told = {
  readonly contract: ContractInput;
  /** The end of the period that runs. */
  readonly to: CivilDate | null;
  readonly equipment: readonly EquipmentInput[];
};

/**
 * Finds the contract of the register that a row without a number tells of again: of the same client, with the same
 * appliances and the same day of the year to begin. A list is imported twice more easily than one signs twice.
 */
export function knownContracts(register: Register): (client: string, row: ListRow, told: Told) => string | null {
  const equipment = grouped(register.equipment);
  const periods = grouped(register.periods);
  const contracts = new Map<string, Register["contracts"][number][]>();
  for (const one of register.contracts) contracts.set(one.client, [...(contracts.get(one.client) ?? []), one]);
  return (client, row, told) => {
    const { startsOn, endsOn, signedOn } = row.values;
    const isDated = startsOn !== undefined || endsOn !== undefined || signedOn !== undefined;
    const appliances = appliancesKey(told.equipment);
    const found = (contracts.get(client) ?? []).find((one) => {
      const days = [one.startsOn, ...(periods.get(one.number) ?? []).map(({ from }) => from)];
      const begins = [told.contract.startsOn ?? null, told.to === null ? null : addDays(told.to, 1)];
      const isSameDay = begins.some((day) => day !== null && days.some((known) => known?.slice(5) === day.slice(5)));
      return (!isDated || isSameDay) && appliancesKey(equipment.get(one.number) ?? []) === appliances;
    });
    return found?.number ?? null;
  };
}

function grouped<R extends { readonly contract: string }>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const found = new Map<string, R[]>();
  for (const row of rows) {
    const others = found.get(row.contract);
    if (others === undefined) found.set(row.contract, [row]);
    else others.push(row);
  }
  return found;
}

function appliancesKey(equipment: readonly EquipmentInput[]): string {
  return equipment
    .map(({ category, brand, model, serial }) =>
      [category ?? "other", ...[brand, model, serial].map((text) => normalized(text ?? ""))].join("/"),
    )
    .sort()
    .join("|");
}
