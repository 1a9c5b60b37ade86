import { update } from "../changes";
import type { ContractFile } from "../contract/contractFile";
import { periodAfter } from "../contract/periods";
import { termsOf } from "../contract/terms";
import type { Terms } from "../contract/terms";
import type { DateSpan } from "../dates/civilDate";
import type { Cents, PriceBasis } from "../money";
import type { Register } from "../register";
import { firstRefused, wholeNumber } from "./checks";
import { accepted, isRefused, refusal, refused } from "./decision";
import type { ActionContext, Decision, Refused } from "./decision";
import { findContract, findPeriod } from "./finding";
import { goesOn } from "./renew";

export type AnnouncementInput = {
  readonly contract: string;
  /** In cents; null: as before. */
  readonly price: Cents | null;
  /** Null or absent: as before. */
  readonly basis?: PriceBasis | null;
  /** Null or absent: as before. */
  readonly services?: string | null;
  readonly reason?: string | null;
};

/** What will change with the next period, for the renewal notice to say it and the renewal to apply it. */
export function announceRenewal(register: Register, input: AnnouncementInput, context: ActionContext): Decision {
  const file = findContract(register, input.contract, context.today);
  return isRefused(file) ? file : announceFor(file, input);
}

/** The same for a contract whose file is at hand. */
export function announceFor(file: ContractFile, input: Omit<AnnouncementInput, "contract">): Decision {
  const contract = file.contract.number;
  const period = announcedPeriod(file);
  if (isRefused(period)) return period;
  const { price, basis = null, services = null, reason = null } = input;
  const changes = [
    update("contracts", file.contract, {
      nextPrice: price,
      nextBasis: price === null ? null : basis,
      nextServices: services,
      nextReason: reason,
    }),
  ];
  const withdrawn = price === null && file.contract.nextPrice !== null;
  const nextPrice = { table: "contracts", column: "nextPrice" } as const;
  const before = termsBefore(file, period.number);
  return (
    firstRefused(
      wholeNumber(price, 0, nextPrice),
      // There is no “as before” for a period of another length; what was announced may still be taken back.
      price === null && file.contract.nextPrice === null && before !== null && before.price === null
        ? refusal("priceUnknown", { contract }, nextPrice)
        : null,
    ) ?? accepted(changes, "announceRenewal", { contract, from: period.from, price, withdrawn })
  );
}

/** The period for which a price can be announced now: the one after the current; refused where there is none to come. */
export function announcedPeriod(file: ContractFile): (DateSpan & { readonly number: number }) | Refused {
  const contract = file.contract.number;
  const period = findPeriod(file);
  if (isRefused(period)) return period;
  // Recording the renewal that was forgotten would take for itself what is meant for the next one.
  if (period.row === null) return refused("renewalNotRecorded", { contract, from: period.from });
  const recorded = file.periodRows.find(({ number }) => number > period.number);
  // The next period has its price already: an announcement would be for the one after.
  if (recorded !== undefined) return refused("alreadyRenewed", { contract, from: recorded.from });
  const { from, to } = periodAfter(file.contract, file.periodRows, period);
  return firstRefused(goesOn(file.contract)) ?? { from, to, number: period.number + 1 };
}

/** The terms of a period as they would be had nothing been announced. */
export function termsBefore(file: ContractFile, number: number): Terms | null {
  return termsOf({ ...file, contract: { ...file.contract, nextPrice: null } }, number);
}
