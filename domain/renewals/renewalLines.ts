import { announcementFor } from "../actions/announceMany";
import { isRefused } from "../actions/decision";
import type { Refusal } from "../actions/decision";
import { isEarlyRenewal, renewFor } from "../actions/renew";
import type { Revision } from "../actions/revision";
import { suspensionOf } from "../contract/coverage";
import { pricedRow, termsOf } from "../contract/terms";
import type { CivilDate } from "../dates/civilDate";
import { inclTax } from "../money";
import { noticeOf } from "../notice/notice";
import type { Cents, PriceBasis } from "../money";
import type { Plan } from "../plan/plan";
import type { Candidate } from "./candidates";

/** What the user is to know before he chooses a contract; it stops nothing. */
export type LineWarning =
  /** The letter has left with another price. */
  | { readonly code: "noticeSent"; readonly on: CivilDate }
  /** A letter lies ready with another price: a new one will be written. */
  | { readonly code: "letterReady" }
  /** The last legal day has passed and no letter was sent. `freeFrom`: from when the client may leave for it, if he may. */
  | { readonly code: "noticeLate"; readonly lastDay: CivilDate; readonly freeFrom: CivilDate | null }
  /** No letter will say the new price: the contract or the client asks for none. */
  | { readonly code: "noLetter" }
  /** In whole percents, negative where the price falls. */
  | { readonly code: "bigChange"; readonly percent: number }
  | { readonly code: "announcedBefore"; readonly price: Cents }
  | { readonly code: "suspended"; readonly from: CivilDate }
  /** A cell of the price cannot be read as it is typed. */
  | { readonly code: "priceInDoubt" }
  /** Without tax and without a rate: the letter, which says the price with tax, cannot be written. */
  | { readonly code: "taxUnknown" }
  /** The period ends so much later that the client may still refuse. */
  | { readonly code: "early"; readonly endsOn: CivilDate }
  | { readonly code: "unpriced" };

/** A contract as the preview shows it. */
export type RenewalLine = {
  readonly candidate: Candidate;
  readonly before: Cents | null;
  readonly after: Cents | null;
  readonly basis: PriceBasis | null;
  /** « Ne pas réviser »: the price stays. */
  readonly isKept: boolean;
  /** Why it cannot be done; empty when it can. */
  readonly refusals: readonly Refusal[];
  readonly warnings: readonly LineWarning[];
  /** Whether it is chosen at first: nothing stands in the way, and nothing is to be thought over. */
  readonly isProposed: boolean;
};

/** Warnings for which a contract is only taken when the user chooses it himself. */
const toThinkOver = {
  announcing: ["noticeSent", "noticeLate", "bigChange", "priceInDoubt"],
  // Without a letter the contract is renewed all the same.
  recording: ["priceInDoubt", "early"],
} as const satisfies Record<string, readonly LineWarning["code"][]>;

/** A price seldom changes by more: it is rather a wrong index or a price in the other basis. */
const BIG_CHANGE_PERCENT = 20;

/** What announcing the revision would make of each candidate; without a revision, its price as it is. */
export function announcementLines(
  candidates: readonly Candidate[],
  revision: Revision | null,
  plan: Plan,
): readonly RenewalLine[] {
  const doubtful = doubtfulPeriods(plan);
  return candidates.map((candidate) => {
    const { file, period } = candidate.planned;
    const outcome = announcementFor(file, revision ?? { by: "percent", basisPoints: 0 }, null);
    if (isRefused(outcome)) return refusedLine(candidate, outcome.refusals, warningsAbout(candidate, plan, doubtful));
    const { before, price, basis, kind } = outcome;
    const { nextPrice } = file.contract;
    const told = nextPrice ?? before;
    const warnings: LineWarning[] = [
      ...(price === told || kind === "neverRevised" ? [] : letterWarnings(candidate)),
      ...(kind === "neverRevised" ? [] : changeWarnings(before, price)),
      ...(nextPrice === null || nextPrice === price ? [] : [{ code: "announcedBefore" as const, price: nextPrice }]),
      ...warningsAbout(candidate, plan, doubtful),
      ...(isTaxUnknown(candidate, price, basis, period?.number ?? 0) ? [{ code: "taxUnknown" as const }] : []),
    ];
    return lineOf(candidate, { before, after: price, basis, isKept: kind === "neverRevised" }, warnings, "announcing");
  });
}

/** What recording the renewal would make of each candidate: the announced price, or the same. */
export function recordingLines(candidates: readonly Candidate[], plan: Plan): readonly RenewalLine[] {
  const doubtful = doubtfulPeriods(plan);
  return candidates.map((candidate) => {
    const { file } = candidate.planned;
    const { today } = plan;
    const outcome = renewFor(file, {}, { today, newKey: (prefix) => prefix });
    if (isRefused(outcome)) return refusedLine(candidate, outcome.refusals, warningsAbout(candidate, plan, doubtful));
    const { summary } = outcome;
    const after = summary.code === "renew" ? summary.facts.price : null;
    const last = file.periods.findLast(({ row }) => row !== null)?.number ?? 0;
    const warnings: LineWarning[] = [
      ...(isEarlyRenewal(candidate.endsOn, today) ? [{ code: "early" as const, endsOn: candidate.endsOn }] : []),
      ...(after === null ? [{ code: "unpriced" as const }] : []),
      ...warningsAbout(candidate, plan, doubtful),
    ];
    const before = termsOf(file, last)?.price ?? null;
    const basis = termsOf(file, last + 1)?.basis ?? null;
    return lineOf(candidate, { before, after, basis, isKept: file.contract.neverRevise }, warnings, "recording");
  });
}

/** The sums of the lines whose two prices are known, in the same basis, in cents. */
export function totalsOf(lines: readonly RenewalLine[]): readonly {
  readonly basis: PriceBasis;
  readonly before: Cents;
  readonly after: Cents;
}[] {
  return (["TTC", "HT"] as const).flatMap((basis) => {
    const own = lines.filter((line) => line.basis === basis && line.before !== null && line.after !== null);
    const sum = (price: (line: RenewalLine) => Cents | null) =>
      own.reduce((total, line) => total + (price(line) ?? 0), 0);
    return own.length === 0 ? [] : [{ basis, before: sum(({ before }) => before), after: sum(({ after }) => after) }];
  });
}

function refusedLine(
  candidate: Candidate,
  refusals: readonly Refusal[],
  warnings: readonly LineWarning[],
): RenewalLine {
  const { file, period } = candidate.planned;
  const before = period === null ? null : (termsOf(file, period.number)?.price ?? null);
  const { basis } = candidate;
  return { candidate, before, after: null, basis, isKept: false, refusals, warnings, isProposed: false };
}

function lineOf(
  candidate: Candidate,
  prices: Pick<RenewalLine, "before" | "after" | "basis" | "isKept">,
  warnings: readonly LineWarning[],
  step: keyof typeof toThinkOver,
): RenewalLine {
  const doubts: readonly LineWarning["code"][] = toThinkOver[step];
  const isProposed = !warnings.some(({ code }) => doubts.includes(code));
  return { candidate, ...prices, refusals: [], warnings, isProposed };
}

function letterWarnings({ planned: { notice } }: Candidate): LineWarning[] {
  const sentOn = notice?.letter?.sentOn ?? null;
  if (sentOn !== null) return [{ code: "noticeSent", on: sentOn }];
  if (notice?.state === "notRequired" || notice?.state === "noWindow") return [{ code: "noLetter" }];
  return notice?.state === "generated" ? [{ code: "letterReady" }] : [];
}

function changeWarnings(before: Cents | null, after: Cents | null): LineWarning[] {
  if (before === null || before === 0 || after === null) return [];
  const percent = ((after - before) * 100) / before;
  return Math.abs(percent) > BIG_CHANGE_PERCENT ? [{ code: "bigChange", percent: Math.round(percent) }] : [];
}

/** The notice of the last recorded period is the one that the renewal needs. */
function missedLetter({ planned: { file, consequence } }: Candidate, { settings, today }: Plan): LineWarning[] {
  const last = file.periods.findLast(({ row }) => row !== null);
  if (last === undefined) return [];
  const { state, window, letter } = noticeOf(file, last, settings, today);
  if (state !== "late" || window === null || (letter !== null && letter.sentOn !== null)) return [];
  return [{ code: "noticeLate", lastDay: window.to, freeFrom: consequence?.freeFrom ?? null }];
}

function warningsAbout(candidate: Candidate, plan: Plan, doubtful: ReadonlySet<string>): LineWarning[] {
  const { file } = candidate.planned;
  const suspension = suspensionOf(file.contract);
  return [
    ...missedLetter(candidate, plan),
    ...(suspension !== null && suspension.to >= plan.today
      ? [{ code: "suspended" as const, from: suspension.from }]
      : []),
    ...(file.periodRows.some(({ id }) => doubtful.has(id)) ? [{ code: "priceInDoubt" as const }] : []),
  ];
}

/** The rows of periods of which a cell of the price could not be read. */
function doubtfulPeriods({ problems }: Plan): ReadonlySet<string> {
  return new Set(
    problems.flatMap(({ at, code }) => {
      const isPrice = at.column === "price" || at.column === "basis" || at.column === "vatRate";
      // A text that reads as an amount is one.
      return at.table === "periods" && at.key !== undefined && isPrice && code !== "amountIsText" ? [at.key] : [];
    }),
  );
}

function isTaxUnknown(
  { planned: { file } }: Candidate,
  amount: Cents | null,
  basis: PriceBasis | null,
  number: number,
): boolean {
  const vatRate = pricedRow(file, number)?.vatRate ?? null;
  return amount !== null && basis !== null && inclTax({ amount, basis, vatRate }) === null;
}
