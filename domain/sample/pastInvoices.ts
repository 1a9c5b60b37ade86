import { newRow } from "../workbook/newRow";
import { addDays } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { nextWorkingDay, previousWorkingDay } from "../dates/workingDays";
import { splitCents } from "../money";
import { billingSpan, instalmentsOf } from "../obligations/billing";
import type { Invoice } from "../workbook/schema";
import type { ContractLine } from "./contractLine";
import type { Past } from "./past";
import { sampleFirm } from "./sampleFirm";

const ISSUED_AFTER_DAYS = 2;
const QUICKEST_PAYMENT_DAYS = 12;
const CREDITED_DAYS_AGO = 2;

/** What was billed under the contract until today, and how the last of it went, without the invoices' numbers. */
export function invoicesOfPeriods(past: Past): readonly Invoice[] {
  const billed = billedSoFar(past);
  const last = billed.at(-1);
  return last === undefined ? billed : [...billed.slice(0, -1), ...lastAsTold(last, past.line.invoice, past.today)];
}

function billedSoFar(past: Past): readonly Invoice[] {
  const { contract, periods, today } = past;
  return periods.flatMap((period) =>
    instalmentsOf(contract, period).flatMap((instalment): Invoice[] => {
      const { from } = billingSpan(contract, period, instalment, sampleFirm.invoiceDelayDays);
      const issuedOn = nextWorkingDay(addDays(from, ISSUED_AFTER_DAYS), sampleFirm);
      if (issuedOn > today || (contract.terminatedOn !== null && instalment.from > contract.terminatedOn)) return [];
      const { price, basis, vatRate } = period.row;
      return [
        newRow("invoices", {
          contract: contract.number,
          kind: "contract",
          period: period.number,
          instalment: instalment.number,
          amount: price === null ? null : (splitCents(price, instalment.count)[instalment.number - 1] ?? null),
          basis,
          vatRate,
          ...paymentOf(issuedOn, past),
        }),
      ];
    }),
  );
}

function lastAsTold(last: Invoice, told: ContractLine["invoice"], today: CivilDate): readonly Invoice[] {
  switch (told) {
    case "missing":
      return [];
    case "unpaid":
      return [{ ...last, paidOn: null, notes: "Relance envoyée." }];
    case "credited":
      return [{ ...last, paidOn: null }, creditNote(last, today)];
    case undefined:
      return [last];
  }
}

function creditNote(invoice: Invoice, today: CivilDate): Invoice {
  return {
    ...invoice,
    kind: "creditNote",
    issuedOn: previousWorkingDay(addDays(today, -CREDITED_DAYS_AGO), sampleFirm),
    amount: -(invoice.amount ?? 0),
    dueOn: null,
    paidOn: null,
    notes: "Facture établie au mauvais nom, à refaire.",
  };
}

/** The days of an invoice: issued, due, and paid within the month if that has come. */
export function paymentOf(
  issuedOn: CivilDate,
  { rank, today }: Pick<Past, "rank" | "today">,
): Pick<Invoice, "issuedOn" | "dueOn" | "paidOn"> {
  const paidOn = nextWorkingDay(addDays(issuedOn, QUICKEST_PAYMENT_DAYS + ((rank * 5) % 14)), sampleFirm);
  return { issuedOn, dueOn: addDays(issuedOn, sampleFirm.paymentDelayDays), paidOn: paidOn > today ? null : paidOn };
}
