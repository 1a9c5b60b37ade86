import { update } from "../changes";
import { periodAfter } from "../contract/periods";
import { termsOf } from "../contract/terms";
import type { Cents, PriceBasis } from "../money";
import type { Register } from "../register";
import { firstRefused, wholeNumber } from "./checks";
import { accepted, isRefused, refusal, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
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
  if (isRefused(file)) return file;
  const period = findPeriod(file);
  if (isRefused(period)) return period;
  // Recording the renewal that was forgotten would take for itself what is meant for the next one.
  if (period.row === null) return refused("renewalNotRecorded", { contract: input.contract, from: period.from });
  const { price, basis = null, services = null, reason = null } = input;
  const changes = [
    update("contracts", file.contract, {
      nextPrice: price,
      nextBasis: price === null ? null : basis,
      nextServices: services,
      nextReason: reason,
    }),
  ];
  const { from } = periodAfter(file.contract, file.periodRows, period);
  const withdrawn = price === null && file.contract.nextPrice !== null;
  const nextPrice = { table: "contracts", column: "nextPrice" } as const;
  const before = termsOf({ ...file, contract: { ...file.contract, nextPrice: null } }, period.number + 1);
  return (
    firstRefused(
      goesOn(file.contract),
      wholeNumber(price, 0, nextPrice),
      // There is no “as before” for a period of another length; what was announced may still be taken back.
      price === null && file.contract.nextPrice === null && before !== null && before.price === null
        ? refusal("priceUnknown", { contract: input.contract }, nextPrice)
        : null,
    ) ?? accepted(changes, "announceRenewal", { contract: input.contract, from, price, withdrawn })
  );
}
