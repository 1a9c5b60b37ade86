import type { ContractFile } from "../contract/contractFile";
import type { CivilDate } from "../dates/civilDate";
import type { Problem } from "../problem";
import type { Register } from "../register";
import { contractChecks } from "./contractChecks";
import { factChecks } from "./factChecks";
import { conflictingInvoiceNumbers } from "./invoiceNumbers";
import { unknownReferences } from "./references";

/** Everything that the cells taken one by one do not show: rows that lead nowhere, facts that contradict each other. */
export function registerChecks(
  register: Register,
  files: readonly ContractFile[],
  today: CivilDate,
): readonly Problem[] {
  const equipmentOwners = new Map(register.equipment.map(({ id, contract }) => [id, contract]));
  return [
    ...unknownReferences(register),
    ...files.flatMap((file) => [
      ...contractChecks(file),
      ...factChecks(file, equipmentOwners, register.settings, today),
    ]),
    ...conflictingInvoiceNumbers(register),
  ];
}
