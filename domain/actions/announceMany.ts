import type { Change } from "../changes";
import type { ContractFile } from "../contract/contractFile";
import type { DateSpan } from "../dates/civilDate";
import type { Cents, PriceBasis } from "../money";
import { noticeOf } from "../notice/notice";
import type { Register } from "../register";
import { announcedPeriod, announceFor, termsBefore } from "./announceRenewal";
import { accepted, isRefused, refused } from "./decision";
import type { ActionContext, Decision, Refused } from "./decision";
import { filesByNumber } from "./finding";
import { revisedPrice } from "./revision";
import type { Revision } from "./revision";

export type AnnouncementsInput = {
  readonly contracts: readonly string[];
  readonly revision: Revision;
  /** Why prices change, for the letters to say it; null or absent: nothing is said. */
  readonly reason?: string | null;
};

/** What becomes of the price of one contract's next period. */
export type Announcement = {
  readonly next: DateSpan;
  /** As it would be had nothing been announced; null for a period of another length. */
  readonly before: Cents | null;
  readonly price: Cents | null;
  readonly basis: PriceBasis | null;
  /** `equal`: the revision gives the old price; `neverRevised`: « ne pas réviser », what was announced by hand stays. */
  readonly kind: "revised" | "equal" | "neverRevised";
  /** None where it is all written already. */
  readonly changes: readonly Change[];
};

/**
 * The prices of the next periods of several contracts are announced with one revision. One that cannot be is left as it
 * is, and the summary says why; « ne pas réviser » keeps its price.
 */
export function announceMany(register: Register, input: AnnouncementsInput, context: ActionContext): Decision {
  const numbers = [...new Set(input.contracts)];
  if (numbers.length === 0) return refused("nothingChosen", {});
  const fileOf = filesByNumber(register, context.today);
  const decided = numbers.map((contract) => {
    const file = fileOf(contract);
    const outcome = isRefused(file) ? file : announcementFor(file, input.revision, input.reason ?? null);
    return { contract, file, outcome };
  });
  const skipped = decided.flatMap(({ outcome }) => (isRefused(outcome) ? outcome.refusals : []));
  const done = decided.flatMap(({ contract, file, outcome }) =>
    isRefused(file) || isRefused(outcome) ? [] : [{ contract, file, ...outcome }],
  );
  const announced = done.filter(({ changes }) => changes.length > 0);
  if (announced.length === 0 && skipped.length > 0) return { refusals: skipped };
  const namesOf = (some: typeof done) => some.map(({ contract }) => contract);
  return accepted(
    announced.flatMap(({ changes }) => changes),
    "announceMany",
    {
      announced: namesOf(announced),
      unrevised: namesOf(done.filter(({ kind }) => kind === "neverRevised")),
      rewritten: namesOf(announced.filter(({ file }) => hasPreparedLetter(file, register, context))),
      skipped,
    },
  );
}

/** What the revision makes of the price of the contract's next period. Refused where there is no price to revise. */
export function announcementFor(file: ContractFile, revision: Revision, reason: string | null): Announcement | Refused {
  const next = announcedPeriod(file);
  if (isRefused(next)) return next;
  const { contract } = file;
  const terms = termsBefore(file, next.number);
  if (terms === null) return refused("noPeriod", { contract: contract.number });
  const common = { next, before: terms.price, basis: terms.basis };
  if (contract.neverRevise) {
    const price = contract.nextPrice ?? terms.price;
    return { ...common, price, kind: "neverRevised", changes: [] };
  }
  const price = revisedPrice(contract, terms.price, revision);
  if (typeof price !== "number") return price;
  const isEqual = price === terms.price;
  const decision = announceFor(file, {
    price: isEqual ? null : price,
    basis: terms.basis,
    services: contract.nextServices,
    reason: isEqual ? null : reason,
  });
  const kind = isEqual ? "equal" : "revised";
  if (!isRefused(decision)) return { ...common, price, kind, changes: decision.changes };
  return decision.refusals.every(({ code }) => code === "nothingToDo")
    ? { ...common, price, kind, changes: [] }
    : decision;
}

/** Whether a letter lies ready with the old price, so that another is to be written. */
function hasPreparedLetter(file: ContractFile, { settings }: Register, { today }: ActionContext): boolean {
  return file.current !== null && noticeOf(file, file.current, settings, today).state === "generated";
}
