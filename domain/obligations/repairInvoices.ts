import { actsSince } from "../contract/coverage";
import { periodAt } from "../contract/periods";
import { addDays } from "../dates/civilDate";
import { invoicesOfRepair, isRepairToBill, standingInvoice } from "./billing";
import { stateOf } from "./obligation";
import type { Obligation, ObligationRule } from "./obligation";

/** The invoice of each repair that the contract does not cover. */
export const repairInvoices: ObligationRule = (file, settings, today) => {
  const since = actsSince(file);
  if (since === null) return [];
  return file.interventions.flatMap((repair): Obligation[] => {
    const { doneOn } = repair;
    if (repair.kind !== "repair" || repair.outcome === "cancelled" || doneOn === null || doneOn < since) return [];
    if (!isRepairToBill(file.contract, repair)) return [];
    const period = periodAt(file.periods, doneOn);
    const invoice = standingInvoice(invoicesOfRepair(file, repair));
    if (period === null || (invoice !== null && period.number !== file.current?.number)) return [];
    const due = { from: doneOn, to: addDays(doneOn, settings.invoiceDelayDays) };
    return [
      {
        key: ["repairInvoice", repair.id].join(":"),
        contract: file.contract.number,
        period: period.number,
        equipment: repair.equipment,
        kind: "repairInvoice",
        due,
        state: invoice === null ? stateOf(due, today) : "done",
        source: "contract",
        about: repair.id,
      },
    ];
  });
};
