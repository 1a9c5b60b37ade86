import { contractFiles } from "../contract/contractFile";
import type { ContractFile } from "../contract/contractFile";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import type { Settings } from "../workbook/settings";
import { certificates } from "./certificates";
import { invoices } from "./invoices";
import { legalVisits } from "./legalVisits";
import { notices } from "./notices";
import type { Obligation, ObligationRule } from "./obligation";
import { payments } from "./payments";
import { renewals } from "./renewals";
import { repairInvoices } from "./repairInvoices";
import { visits } from "./visits";

/** Every rule from which obligations are derived; a new kind of obligation is one file and one line here. */
const rules: readonly ObligationRule[] = [
  notices,
  renewals,
  invoices,
  payments,
  repairInvoices,
  visits,
  legalVisits,
  certificates,
];

/**
 * All that is owed under the contracts of the register on the day: what is open, and what is done in the current
 * period. The order of the rows in the workbook changes nothing.
 *
 * @internal The plan asks contract by contract; tests ask for all.
 */
export function obligations(register: Register, today: CivilDate): readonly Obligation[] {
  return contractFiles(register, today).flatMap((file) => obligationsOf(file, register.settings, today));
}

/** The same for one contract. */
export function obligationsOf(file: ContractFile, settings: Settings, today: CivilDate): readonly Obligation[] {
  return rules.flatMap((rule) => rule(file, settings, today));
}
