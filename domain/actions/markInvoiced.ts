import { insert } from "../changes";
import { cannotShareNumber, linesNumbered, payersOf } from "../checks/invoiceNumbers";
import type { ContractFile } from "../contract/contractFile";
import type { Period } from "../contract/periods";
import { addDays } from "../dates/civilDate";
import type { CivilDate } from "../dates/civilDate";
import { splitCents } from "../money";
import type { Cents } from "../money";
import { instalmentsOf, invoicesOf, invoicesOfRepair, standingInvoice } from "../obligations/billing";
import type { Instalment } from "../obligations/billing";
import type { Register } from "../register";
import type { Invoice } from "../workbook/schema";
import { firstRefused, notBefore, notInFuture, wholeNumber } from "./checks";
import { accepted, isRefused, refusal, refused } from "./decision";
import type { ActionContext, Decision, Refusal, Refused } from "./decision";
import { findContract, findPeriod, firstDayOf } from "./finding";
import { newRow } from "../workbook/newRow";
import { termsOf } from "../contract/terms";

/** What one line bills: an instalment of a period (absent: the first one to bill of the current period) or a repair. */
export type BilledItem = {
  readonly contract: string;
  /** Absent: what the item comes to. In cents. */
  readonly amount?: Cents;
} & (
  | { readonly period?: number; readonly instalment?: number; readonly intervention?: never }
  | { readonly intervention: string; readonly period?: never; readonly instalment?: never }
);

export type InvoicedInput = {
  /** The number in the firm's invoicing software; one number may bill several contracts of one payer. */
  readonly number: string | null;
  /** Absent: today. */
  readonly on?: CivilDate;
  /** Absent: the delay of the settings. */
  readonly dueOn?: CivilDate | null;
  readonly items: readonly BilledItem[];
};

/** An invoice was issued in the firm's own software. */
export function markInvoiced(register: Register, input: InvoicedInput, context: ActionContext): Decision {
  const on = input.on ?? context.today;
  const number = input.number?.trim() ?? "";
  const shared = {
    number: number === "" ? null : number,
    issuedOn: on,
    dueOn: input.dueOn ?? addDays(on, register.settings.paymentDelayDays),
  };
  const drafts = input.items.map((item) => billedRow(register, item, context.today));
  const refusals = drafts.filter(isRefused).flatMap((draft) => draft.refusals);
  const rows = drafts.flatMap((draft) => (isRefused(draft) ? [] : [draft]));
  const issuedOn = { table: "invoices", column: "issuedOn" } as const;
  const reason = firstRefused(
    ...refusals,
    input.items.length === 0 ? refusal("nothingChosen", {}) : null,
    notInFuture(on, context.today, issuedOn),
    notBefore(shared.dueOn, on, { table: "invoices", column: "dueOn" }),
    ...rows.flatMap(({ file, row }) => [
      notBefore(on, firstDayOf(file), issuedOn),
      wholeNumber(row.amount, 0, { table: "invoices", column: "amount" }),
    ]),
    sameItemTwice(rows.map(({ row }) => row)),
    numberFree(register, shared.number, on, rows),
  );
  if (reason !== null) return reason;
  const changes = rows.map(({ row }) =>
    insert("invoices", newRow("invoices", { ...row, ...shared, id: context.newKey("F") })),
  );
  const amount = rows.reduce((sum, { row }) => sum + (row.amount ?? 0), 0);
  const contracts = [...new Set(rows.map(({ row }) => row.contract))];
  return accepted(changes, "markInvoiced", { number: shared.number, contracts, amount });
}

type Billed = {
  readonly file: ContractFile;
  readonly row: Pick<
    Invoice,
    "contract" | "kind" | "period" | "instalment" | "intervention" | "amount" | "basis" | "vatRate"
  >;
};

function billedRow(register: Register, item: BilledItem, today: CivilDate): Billed | Refused {
  const file = findContract(register, item.contract, today);
  if (isRefused(file)) return file;
  const row =
    item.intervention === undefined ? instalmentRow(file, item) : repairRow(file, item.intervention, item.amount);
  return isRefused(row) ? row : { file, row };
}

function instalmentRow(file: ContractFile, item: BilledItem): Billed["row"] | Refused {
  const contract = file.contract.number;
  const period = findPeriod(file, item.period);
  if (isRefused(period)) return period;
  const instalment = chosenInstalment(file, period, item.instalment);
  if (isRefused(instalment)) return instalment;
  const terms = termsOf(file, period.number);
  const share = terms?.price ?? null;
  const part = share === null ? null : (splitCents(share, instalment.count)[instalment.number - 1] ?? null);
  const amount = item.amount ?? part;
  if (amount === null) return refused("priceUnknown", { contract });
  return {
    contract,
    kind: "contract",
    period: period.number,
    instalment: instalment.number,
    intervention: null,
    amount,
    basis: terms?.basis ?? "TTC",
    vatRate: terms?.vatRate ?? null,
  };
}

/** The instalment with the number, or the first one of the period that nobody has billed. */
function chosenInstalment(file: ContractFile, period: Period, number: number | undefined): Instalment | Refused {
  const contract = file.contract.number;
  const all = instalmentsOf(file.contract, period);
  const standing = (one: Instalment) => standingInvoice(invoicesOf(file, period.number, one.number));
  const chosen = all.find((one) => (number === undefined ? standing(one) === null : one.number === number));
  const last = all.at(-1);
  if (last === undefined) return refused("nothingToInvoice", { contract });
  if (chosen === undefined && number !== undefined) return refused("nothingToInvoice", { contract });
  const billed = standing(chosen ?? last);
  if (chosen !== undefined && billed === null) return chosen;
  return refused("alreadyInvoiced", { contract, number: billed?.number ?? null });
}

function repairRow(file: ContractFile, intervention: string, typed: Cents | undefined): Billed["row"] | Refused {
  const contract = file.contract.number;
  const repair = file.interventions.find(({ id }) => id === intervention);
  if (repair === undefined) return refused("unknownIntervention", { intervention });
  if (repair.doneOn === null) return refused("visitNotDone", {});
  const billed = standingInvoice(invoicesOfRepair(file, repair));
  if (billed !== null) return refused("alreadyInvoiced", { contract, number: billed.number });
  const amount = typed ?? repair.amount;
  if (amount === null) return refused("missing", { table: "invoices", column: "amount" });
  const { basis, vatRate } = repair;
  return { contract, kind: "repair", period: null, instalment: 1, intervention, amount, basis, vatRate };
}

function sameItemTwice(rows: readonly Billed["row"][]): Refusal | null {
  const keyOfItem = (row: Billed["row"]) => row.intervention ?? [row.contract, row.period, row.instalment].join(":");
  const twice = rows.find((row, i) => rows.slice(0, i).some((other) => keyOfItem(other) === keyOfItem(row)));
  return twice === undefined ? null : refusal("alreadyInvoiced", { contract: twice.contract, number: null });
}

/** One number is one invoice to one payer, together with the lines that bear it already. */
function numberFree(register: Register, number: string | null, on: CivilDate, rows: readonly Billed[]): Refusal | null {
  if (number === null) return null;
  const payers = payersOf(register);
  const others = linesNumbered(register, number);
  const isTaken = rows.some(({ row }) =>
    others.some((other) => cannotShareNumber({ ...row, issuedOn: on }, other, payers)),
  );
  const isForSeveral = new Set(rows.map(({ row }) => payers.get(row.contract))).size > 1;
  return isTaken || isForSeveral ? refusal("invoiceNumberUsed", { number }) : null;
}
