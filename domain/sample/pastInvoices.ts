import { newRow } from "../actions/newRow";
import { addDays } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { nextWorkingDay, previousWorkingDay } from "../dates/workingDays";
import { splitCents } from "../money";
import { billingSpan, instalmentsOf } from "../obligations/billing";
import type { Intervention, Invoice } from "../workbook/schema";
import { compareText } from "./compareText";
import type { Past } from "./pastVisits";
import { sampleFirm } from "./sampleFirm";

const ISSUED_AFTER_DAYS = 2;

/** The invoices of a contract so far and those of its repairs, not numbered yet. */
export function invoicesOfPast(past: Past, interventions: readonly Intervention[]): readonly Invoice[] {
  const { contract, line, today } = past;
  const billed = contractInvoices(past);
  const last = billed.at(-1);
  const told: readonly Invoice[] =
    last === undefined || line.invoice === undefined
      ? billed
      : line.invoice === "missing"
        ? billed.slice(0, -1)
        : line.invoice === "unpaid"
          ? [...billed.slice(0, -1), { ...last, paidOn: null, notes: "Relance envoyée." }]
          : [...billed.slice(0, -1), { ...last, paidOn: null }, creditNote(last, today)];
  return [...told, ...repairInvoices(past, interventions)]
    .sort((a, b) => compareText(a.issuedOn ?? "", b.issuedOn ?? ""))
    .map((row, i) => ({ ...row, id: `F-${contract.number}-${String(i + 1).padStart(2, "0")}` }));
}

function contractInvoices({ contract, periods, today, rank }: Past): Invoice[] {
  return periods.flatMap((period) =>
    instalmentsOf(contract, period).flatMap((instalment): Invoice[] => {
      const { from } = billingSpan(contract, period, instalment, sampleFirm.invoiceDelayDays);
      const issuedOn = nextWorkingDay(addDays(from, ISSUED_AFTER_DAYS), sampleFirm);
      if (issuedOn > today || (contract.terminatedOn !== null && instalment.from > contract.terminatedOn)) return [];
      const row = period.row!;
      return [
        newRow("invoices", {
          contract: contract.number,
          kind: "contract",
          period: period.number,
          instalment: instalment.number,
          amount: splitCents(row.price ?? 0, instalment.count)[instalment.number - 1]!,
          basis: row.basis,
          vatRate: row.vatRate,
          ...payment(issuedOn, 12 + ((rank * 5) % 15), today),
        }),
      ];
    }),
  );
}

function payment(
  issuedOn: CivilDate,
  afterDays: number,
  today: CivilDate,
): Pick<Invoice, "issuedOn" | "dueOn" | "paidOn"> {
  const paidOn = nextWorkingDay(addDays(issuedOn, afterDays), sampleFirm);
  return { issuedOn, dueOn: addDays(issuedOn, sampleFirm.paymentDelayDays), paidOn: paidOn > today ? null : paidOn };
}

function creditNote(invoice: Invoice, today: CivilDate): Invoice {
  return {
    ...invoice,
    kind: "creditNote",
    issuedOn: previousWorkingDay(addDays(today, -2), sampleFirm),
    amount: -(invoice.amount ?? 0),
    dueOn: null,
    paidOn: null,
    notes: "Facture établie au mauvais nom, à refaire.",
  };
}

function repairInvoices({ contract, line, today, rank }: Past, interventions: readonly Intervention[]): Invoice[] {
  const done = interventions.filter(({ kind }) => kind === "repair");
  return (line.repairs ?? []).flatMap((repair): Invoice[] => {
    const row = done.find(({ report }) => report === repair.report);
    if (row?.doneOn == null || repair.amount === undefined || repair.invoice === "missing") return [];
    const paid = payment(nextWorkingDay(addDays(row.doneOn, 3), sampleFirm), 15 + (rank % 10), today);
    return [
      newRow("invoices", {
        contract: contract.number,
        kind: "repair",
        intervention: row.id,
        amount: row.amount,
        basis: row.basis,
        vatRate: row.vatRate,
        ...paid,
        paidOn: repair.invoice === "unpaid" ? null : paid.paidOn,
      }),
    ];
  });
}

/**
 * The same invoices with the numbers of the firm's billing software: one a year in the order of their dates, and one
 * for all that a client is billed on a day.
 */
export function numbered(invoices: readonly Invoice[], payerOf: (contract: string) => string): readonly Invoice[] {
  const byDay = [...invoices].sort((a, b) => compareText(orderOf(a), orderOf(b)));
  const numbers = new Map<string, string>();
  const counts = new Map<string, number>();
  return byDay.map((row) => {
    const item = [row.issuedOn, payerOf(row.contract), row.kind].join(" ");
    const series = `${row.kind === "creditNote" ? "AV" : "FA"}-${(row.issuedOn ?? "").slice(0, 4)}`;
    if (!numbers.has(item)) {
      const count = (counts.get(series) ?? 0) + 1;
      counts.set(series, count);
      numbers.set(item, `${series}-${String(count).padStart(4, "0")}`);
    }
    return { ...row, number: numbers.get(item)! };
  });
}

function orderOf({ issuedOn, id }: Invoice): string {
  return `${issuedOn ?? ""} ${id}`;
}
