import { newRow } from "../workbook/newRow";
import { addDays } from "../dates/civilDate";
import { nextWorkingDay, previousWorkingDay } from "../dates/workingDays";
import type { Intervention, Invoice } from "../workbook/schema";
import type { Repair } from "./contractLine";
import type { Past } from "./past";
import { paymentOf } from "./pastInvoices";
import { sampleFirm, technicianOf } from "./sampleFirm";

const BILLED_AFTER_DAYS = 3;
const VAT_RATE = 1000;

/** The repairs that a line tells. */
export function repairsOf(past: Past): readonly Intervention[] {
  return (past.line.repairs ?? []).map((repair) => repairRow(past, repair));
}

function repairRow({ contract, equipment, rank, today }: Past, repair: Repair): Intervention {
  const doneOn = previousWorkingDay(addDays(today, repair.on), sampleFirm);
  return newRow("interventions", {
    contract: contract.number,
    kind: "repair",
    equipment: equipment.at(-1)?.row.id ?? null,
    plannedOn: doneOn,
    doneOn,
    outcome: "done",
    technician: technicianOf(rank),
    report: repair.report,
    parts: repair.parts ?? null,
    ...(repair.amount === undefined
      ? { billing: "covered" }
      : { billing: "toBill", amount: repair.amount * 100, vatRate: VAT_RATE }),
  });
}

/** The invoices of the repairs that were billed, without their numbers. */
export function invoicesOfRepairs(past: Past, interventions: readonly Intervention[]): readonly Invoice[] {
  const told = past.line.repairs ?? [];
  return interventions.flatMap((row): Invoice[] => {
    const repair = told.find(({ report }) => row.kind === "repair" && report === row.report);
    if (repair === undefined || row.doneOn === null || row.amount === null || repair.invoice === "missing") return [];
    const issuedOn = nextWorkingDay(addDays(row.doneOn, BILLED_AFTER_DAYS), sampleFirm);
    const payment = paymentOf(issuedOn, past);
    return [
      newRow("invoices", {
        contract: row.contract,
        kind: "repair",
        intervention: row.id,
        amount: row.amount,
        basis: row.basis,
        vatRate: row.vatRate,
        ...payment,
        paidOn: repair.invoice === "unpaid" ? null : payment.paidOn,
      }),
    ];
  });
}
