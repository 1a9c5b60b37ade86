import type { Period } from "../contract/periods";
import type { CivilDate } from "../dates/civilDate";
import type { Contract, Equipment } from "../workbook/schema";
import type { Appliance, ContractLine } from "./contractLine";

/** Every contract of the sample was signed and has a start. */
export type SampleContract = Contract & { readonly startsOn: CivilDate; readonly signedOn: CivilDate };

export type Covered = { readonly appliance: Appliance; readonly row: Equipment };

export type RecordedPeriod = Period & { readonly row: NonNullable<Period["row"]> };

/** What a contract has lived through so far, from which its interventions, invoices and letters follow. */
export type Past = {
  readonly line: ContractLine;
  readonly contract: SampleContract;
  readonly equipment: readonly Covered[];
  readonly periods: readonly RecordedPeriod[];
  /** Place of the contract in the sample: spreads days and technicians. */
  readonly rank: number;
  readonly today: CivilDate;
};
