import { addDays, addMonths, type CivilDate, daysBetween } from "../dates/civilDate";
import { columnHeader } from "../i18n/columnHeader";
import { workbook } from "../i18n/fr/workbook";
import { exclTax, inclTax, type Price } from "../money";
import { TODAY_NAME, tables, type ColumnName, type TableName } from "./schema";
import type { FormulaColumn, ShownRow } from "./statuses";

/** Name of the cell of the sheet Paramètres that holds the delay of payment in days. */
export const PAYMENT_DELAY_NAME = "Delai_paiement";

/** What a formula needs beside its own row. */
export type FormulaContext = { readonly today: CivilDate; readonly paymentDelayDays: number };

/** A calculated column: what Excel computes, and the same computed here. */
export type Formula<T extends TableName> = {
  /** As it is stored in the file: English function names, commas, no leading "=". */
  readonly excel: string;
  readonly compute: (row: ShownRow<T>, context: FormulaContext) => string | number | null;
};

/** The words of the column Paiement. */
export const paymentStates = { paid: "Payée", due: "À payer", late: "En retard" } as const;

/** A longer notice is a slip of the hand; in days it is a year. */
const LONGEST_NOTICE = 366;

const contract = cellsOf("contracts");
const invoice = cellsOf("invoices");
const period = cellsOf("periods");
const { noticeUnit, renewalKind, basis, invoiceKind } = workbook.choices;

/**
 * Every calculated column of the register. A cell of another type than its column asks counts as blank.
 *
 * @internal Tested by itself.
 */
export const formulas: { readonly [T in TableName]: { readonly [C in FormulaColumn<T>]: Formula<T> } } = {
  contracts: {
    refusalDeadline: { excel: refusalDeadlineFormula(), compute: refusalDeadline },
    windowFrom: { excel: monthsBeforeDeadline(3), compute: (row) => before(refusalDeadline(row), 3) },
    windowTo: { excel: monthsBeforeDeadline(1), compute: (row) => before(refusalDeadline(row), 1) },
    daysToDeadline: {
      excel: ifNumber(contract("refusalDeadline"), `${contract("refusalDeadline")}-${TODAY_NAME}`),
      compute: (row, { today }) => {
        const deadline = refusalDeadline(row);
        return deadline === null ? null : daysBetween(today, deadline);
      },
    },
  },
  interventions: {},
  invoices: {
    amountExclTax: {
      excel: exclTaxFormula(invoice("amount"), invoice("basis"), invoice("vatRate")),
      compute: ({ amount, ...row }) => priced(amount, row, exclTax),
    },
    amountInclTax: {
      excel: inclTaxFormula(invoice("amount"), invoice("basis"), invoice("vatRate")),
      compute: ({ amount, ...row }) => priced(amount, row, inclTax),
    },
    paymentState: { excel: paymentStateFormula(), compute: paymentState },
  },
  clients: {},
  periods: {
    priceExclTax: {
      excel: exclTaxFormula(period("price"), period("basis"), period("vatRate")),
      compute: ({ price, ...row }) => priced(price, row, exclTax),
    },
    priceInclTax: {
      excel: inclTaxFormula(period("price"), period("basis"), period("vatRate")),
      compute: ({ price, ...row }) => priced(price, row, inclTax),
    },
  },
  equipment: {},
  letters: {},
  journal: {},
};

/** The formula of a column, or null when the column is not a calculated one. */
export function formulaOf<T extends TableName>(table: T, column: string): Formula<T> | null {
  const ofTable: Readonly<Record<string, Formula<T>>> = formulas[table];
  return ofTable[column] ?? null;
}

function refusalDeadline(row: ShownRow<"contracts">): CivilDate | null {
  const { periodEnd, noticeLength } = row;
  if (periodEnd === undefined || periodEnd === null || row.renewalKind !== "tacit") return null;
  if (noticeLength < 0 || noticeLength > LONGEST_NOTICE) return null;
  switch (row.noticeUnit) {
    case "months":
      return addMonths(periodEnd, -noticeLength);
    case "weeks":
      return addDays(periodEnd, -7 * noticeLength);
    case "days":
      return addDays(periodEnd, -noticeLength);
  }
}

function refusalDeadlineFormula(): string {
  const end = contract("periodEnd");
  const notice = contract("noticeLength");
  const unit = contract("noticeUnit");
  const known = [
    `ISNUMBER(${end})`,
    `NOT(ISTEXT(${notice}))`,
    `${notice}>=0`,
    `${notice}<=${LONGEST_NOTICE}`,
    isBlankOr(contract("renewalKind"), renewalKind.tacit),
  ];
  const byUnit = `IF(${isBlankOr(unit, noticeUnit.months)},EDATE(${end},-${notice}),IF(${unit}="${noticeUnit.weeks}",${end}-7*${notice},IF(${unit}="${noticeUnit.days}",${end}-${notice},"")))`;
  return `IF(AND(${known.join(",")}),${byUnit},"")`;
}

function before(date: CivilDate | null, months: number): CivilDate | null {
  return date === null ? null : addMonths(date, -months);
}

function monthsBeforeDeadline(months: number): string {
  const deadline = contract("refusalDeadline");
  return ifNumber(deadline, `EDATE(${deadline},-${months})`);
}

function priced(
  amount: number | null,
  { basis, vatRate }: Omit<Price, "amount">,
  convert: (price: Price) => number | null,
): number | null {
  return amount === null ? null : convert({ amount, basis, vatRate });
}

function exclTaxFormula(amount: string, typedBasis: string, rate: string): string {
  const converted = `ROUND(${cents(amount)}*10000/(10000+${hundredths(rate)}),0)/100`;
  const fromTtc = `IF(${isBlankOr(typedBasis, basis.TTC)},${ifNumber(rate, converted)},"")`;
  return ifNumber(amount, `IF(${typedBasis}="${basis.HT}",${cents(amount)}/100,${fromTtc})`);
}

function inclTaxFormula(amount: string, typedBasis: string, rate: string): string {
  const converted = `ROUND(${cents(amount)}*(10000+${hundredths(rate)})/10000,0)/100`;
  const fromHt = `IF(${typedBasis}="${basis.HT}",${ifNumber(rate, converted)},"")`;
  return ifNumber(amount, `IF(${isBlankOr(typedBasis, basis.TTC)},${cents(amount)}/100,${fromHt})`);
}

/** Whole cents and whole hundredths of a percent keep Excel's binary decimals out of the product. */
function cents(amount: string): string {
  return `ROUND(${amount}*100,0)`;
}

/** 5.5 typed as a plain number means the same as 5.5 %. */
function hundredths(rate: string): string {
  return `ROUND(${rate}*IF(${rate}<1,10000,100),0)`;
}

function paymentState(row: ShownRow<"invoices">, { today, paymentDelayDays }: FormulaContext): string | null {
  if (row.issuedOn === null || row.kind === "creditNote") return null;
  if (row.paidOn !== null) return paymentStates.paid;
  const dueOn = row.dueOn ?? addDays(row.issuedOn, paymentDelayDays);
  return dueOn < today ? paymentStates.late : paymentStates.due;
}

function paymentStateFormula(): string {
  const [issued, due] = [invoice("issuedOn"), invoice("dueOn")];
  const delay = `IF(ISNUMBER(${PAYMENT_DELAY_NAME}),${PAYMENT_DELAY_NAME},30)`;
  const late = `IF(ISNUMBER(${due}),${due},${issued}+${delay})<${TODAY_NAME}`;
  const unpaid = `IF(${late},"${paymentStates.late}","${paymentStates.due}")`;
  const state = `IF(ISNUMBER(${invoice("paidOn")}),"${paymentStates.paid}",${unpaid})`;
  return ifNumber(issued, `IF(${invoice("kind")}="${invoiceKind.creditNote}","",${state})`);
}

function ifNumber(cell: string, then: string): string {
  return `IF(ISNUMBER(${cell}),${then},"")`;
}

function isBlankOr(cell: string, word: string): string {
  return `OR(${cell}="",${cell}="${word}")`;
}

/** References to the cells of the formula's own row. */
function cellsOf<T extends TableName>(table: T): (column: ColumnName<T>) => string {
  return (column) => `${tables[table].excelName}[[#This Row],[${columnHeader(workbook, table, column)}]]`;
}
