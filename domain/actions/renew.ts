import { insert, update } from "../changes";
import type { ContractFile } from "../contract/contractFile";
import { periodAfter } from "../contract/periods";
import { addMonths } from "../dates/civilDate";
import type { CivilDate, DateSpan } from "../dates/civilDate";
import type { Register } from "../register";
import type { Contract } from "../workbook/schema";
import { firstRefused, notInFuture } from "./checks";
import { accepted, isRefused, refusal, refused } from "./decision";
import type { ActionContext, Decision, Refusal, Refused } from "./decision";
import { findContract, findPeriod } from "./finding";
import { newRow } from "../workbook/newRow";
import { revisedPrice } from "./revision";
import type { Revision } from "./revision";
import { termsOf } from "../contract/terms";
import type { Terms } from "../contract/terms";

export type RenewalInput = {
  readonly contract: string;
  /** Absent: the price stays. A price announced to the client comes first, and « ne pas réviser » is kept. */
  readonly revision?: Revision;
  /** The day on which the renewal is recorded; absent: today. */
  readonly on?: CivilDate;
};

/** The next period begins, or has begun by the client's silence: it is written down with its price and services. */
export function renew(register: Register, input: RenewalInput, context: ActionContext): Decision {
  const file = findContract(register, input.contract, context.today);
  return isRefused(file) ? file : renewFor(file, input, context);
}

/** The same for a contract whose file is at hand. */
export function renewFor(
  file: ContractFile,
  input: Omit<RenewalInput, "contract">,
  context: Pick<ActionContext, "today" | "newKey">,
): Decision {
  const contract = file.contract.number;
  const { on = context.today } = input;
  const next = nextPeriod(file);
  const at = { table: "periods", column: "renewalRecordedOn" } as const;
  const reason = firstRefused(goesOn(file.contract), notInFuture(on, context.today, at));
  if (reason !== null) return reason;
  if (isRefused(next)) return next;
  const agreed = termsOf(file, next.number);
  if (agreed === null) return refused("noPeriod", { contract });
  const terms = isRevised(file.contract, input.revision) ? revised(file.contract, agreed, input.revision) : agreed;
  if (isRefused(terms)) return terms;

  const { from, to, number } = next;
  const row = newRow("periods", {
    ...{ id: context.newKey("P"), contract, number, from, to, renewalRecordedOn: on },
    ...terms,
  });
  const announced = { nextPrice: null, nextBasis: null, nextServices: null, nextReason: null };
  return accepted([insert("periods", row), update("contracts", file.contract, announced)], "renew", {
    contract,
    period: { from, to },
    price: terms.price,
    revised: terms.price !== null && terms.price !== lastPrice(file, number),
  });
}

/** A renewal recorded so many months before the period ends is early: the client may still refuse, and prices change. */
const EARLY_MONTHS = 2;

/** Whether it is so early to record the renewal after a period that ends on the day that the user is to be asked. */
export function isEarlyRenewal(periodEnd: CivilDate, today: CivilDate): boolean {
  return today < addMonths(periodEnd, -EARLY_MONTHS);
}

/** Whether the revision touches the price of the contract: « ne pas réviser » and what was announced come first. */
function isRevised(contract: Contract, revision: Revision | undefined): revision is Revision {
  return revision !== undefined && !contract.neverRevise && contract.nextPrice === null;
}

function revised(contract: Contract, terms: Terms, revision: Revision): Terms | Refused {
  const price = revisedPrice(contract, terms.price, revision);
  return typeof price === "number" ? { ...terms, price } : price;
}

function lastPrice(file: ContractFile, number: number): number | null {
  return file.periods.findLast((period) => period.row !== null && period.number < number)?.row?.price ?? null;
}

/** The oldest period that began by silence and that nobody recorded, else the one after the last. */
function nextPeriod(file: ContractFile): (DateSpan & { readonly number: number }) | Refused {
  const current = findPeriod(file);
  if (isRefused(current)) return current;
  const contract = file.contract.number;
  const last = file.periods.findLast(({ row }) => row !== null);
  if (last === undefined) return refused("noPeriod", { contract });
  if (last.number > current.number) return refused("alreadyRenewed", { contract, from: last.from });
  const silent = file.periods.find(({ number }) => number === last.number + 1);
  const span = silent ?? periodAfter(file.contract, file.periodRows, last);
  return { from: span.from, to: span.to, number: last.number + 1 };
}

/** A contract that somebody ended, or that ends by itself, is not renewed. */
export function goesOn({ number, terminatedOn, refusalOn, renewalKind }: Contract): Refusal | null {
  if (terminatedOn !== null) return refusal("terminated", { contract: number, on: terminatedOn });
  if (refusalOn !== null) return refusal("refusalRecorded", { contract: number, on: refusalOn });
  return renewalKind === "none" ? refusal("notRenewable", { contract: number }) : null;
}
