import { compareText } from "../compareText";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import type { Client, Contract, Equipment, Intervention, Invoice, Letter, PeriodRow } from "../workbook/schema";
import { periodAt, periodsOf } from "./periods";
import type { Period } from "./periods";

/** Everything the register knows of one contract, in an order that does not depend on the sheets. */
export type ContractFile = {
  readonly contract: Contract;
  /** Null when the client's row is missing, which is reported. */
  readonly client: Client | null;
  readonly periodRows: readonly PeriodRow[];
  readonly equipment: readonly Equipment[];
  /** By the day done, else planned. */
  readonly interventions: readonly Intervention[];
  readonly invoices: readonly Invoice[];
  readonly letters: readonly Letter[];
  /** Recorded and derived, up to the current one. */
  readonly periods: readonly Period[];
  /** The one that contains today; before the contract its first, after it its last. Null without a start date. */
  readonly current: Period | null;
};

/** The files of all contracts, in the order of their numbers. */
export function contractFiles(register: Register, today: CivilDate): readonly ContractFile[] {
  const clients = new Map(register.clients.map((client) => [client.number, client]));
  const periods = byContract(register.periods);
  const equipment = byContract(register.equipment);
  const interventions = byContract(register.interventions);
  const invoices = byContract(register.invoices);
  const letters = byContract(register.letters);

  return [...register.contracts]
    .sort((a, b) => compareText(a.number, b.number))
    .map((contract) => {
      const of = <T>(rows: ReadonlyMap<string, readonly T[]>) => rows.get(contract.number) ?? [];
      const periodRows = of(periods);
      const known = periodsOf(contract, periodRows, today);
      return {
        contract,
        client: clients.get(contract.client) ?? null,
        periodRows,
        equipment: of(equipment),
        interventions: [...of(interventions)].sort(
          (a, b) => compareText(dayOf(a), dayOf(b)) || compareText(a.id, b.id),
        ),
        invoices: [...of(invoices)].sort(
          (a, b) => compareText(a.issuedOn ?? "", b.issuedOn ?? "") || compareText(a.id, b.id),
        ),
        letters: [...of(letters)].sort((a, b) => a.issue - b.issue || compareText(a.id, b.id)),
        periods: known,
        current: periodAt(known, today),
      };
    });
}

/** The file of one contract, or null when the register has no such contract. */
export function contractFile(register: Register, number: string, today: CivilDate): ContractFile | null {
  const own = <T extends { readonly contract: string }>(rows: readonly T[]) =>
    rows.filter((row) => row.contract === number);
  const contracts = register.contracts.filter((contract) => contract.number === number);
  const narrowed: Register = {
    ...register,
    contracts,
    periods: own(register.periods),
    equipment: own(register.equipment),
    interventions: own(register.interventions),
    invoices: own(register.invoices),
    letters: own(register.letters),
  };
  return contractFiles(narrowed, today)[0] ?? null;
}

function dayOf(intervention: Intervention): string {
  return intervention.doneOn ?? intervention.plannedOn ?? "";
}

/** Rows grouped by contract, those of each contract by their keys. */
function byContract<R extends { readonly contract: string; readonly id: string }>(
  rows: readonly R[],
): ReadonlyMap<string, readonly R[]> {
  const groups = new Map<string, R[]>();
  for (const row of rows) {
    const group = groups.get(row.contract);
    if (group === undefined) groups.set(row.contract, [row]);
    else group.push(row);
  }
  for (const group of groups.values()) group.sort((a, b) => compareText(a.id, b.id));
  return groups;
}
