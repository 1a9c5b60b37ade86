import { join } from "node:path";
import type { MailConfig, RegisterConfig } from "../config/config";
import type { LedgerEvent } from "../ledger/events";
import type { Look } from "../living/lookAtFile";
import { refusalSentence } from "../mail/mailWords";
import { isDoubtedTooOften, nextAttemptIn, openMails, type Delivery, type OpenMail } from "../mail/outbox";
import { nextInstant, type Slot } from "../schedule/due";
import { instantAfter, millisecondsBetween, type Instant } from "../schedule/zonedTime";
import { companionWords as words } from "./companionWords";
import type { FailedTurn, Stop } from "./failures";
import type { LastRun, OpenMailState, RegisterState, SeenFile, Warning } from "./state";

/** All that is known of a register after a look at it. */
export type Known = {
  readonly register: RegisterConfig;
  readonly mail: MailConfig | null;
  readonly isPasswordGiven: boolean;
  readonly before: RegisterState | null;
  readonly now: Instant;
  readonly look: Look;
  /** Null when the ledger could not be read. */
  readonly events: readonly LedgerEvent[] | null;
  readonly seen: SeenFile | null;
  readonly problems: RegisterState["problems"] | null;
  readonly deliveries: readonly Delivery[];
  /** The page that no browser would show. */
  readonly notShown: string | null;
  readonly stopped: Stop | null;
  /** The last turn that failed at this look. */
  readonly failed: FailedTurn | null;
};

const NOT_SHOWN = "notShown";
const DAY = 24 * 60 * 60_000;

/**
 * Whether the ledger says that the turn was done. What was done on a clock that ran more than a day ahead does not count:
 * the events written after it, or the present instant, are then earlier.
 */
export function isDone(events: readonly LedgerEvent[], register: string, now: Instant): (slot: Slot) => boolean {
  const done = new Set<string>();
  let earliest = now;
  for (const event of events.toReversed()) {
    const isAhead = event.at > earliest && millisecondsBetween(earliest, event.at) > DAY;
    if (event.at < earliest) earliest = event.at;
    if (event.event !== "ran" || event.register !== register || event.outcome !== "done" || isAhead) continue;
    done.add(`${event.job} ${event.slot}`);
  }
  return ({ job, at }) => done.has(`${job} ${at}`);
}

/** The page of the newest digest, relative to the output folder; null before the first. */
export function digestPage(events: readonly LedgerEvent[], registerId: string | undefined): string | null {
  return registerId === undefined ? null : (lastDigest(events, registerId)?.files[0] ?? null);
}

function lastDigest(events: readonly LedgerEvent[], registerId: string) {
  return events.filter((event) => event.event === "digest").findLast((event) => event.registerId === registerId);
}

/** The register as the file etat.json shows it. */
export function registerState(known: Known): RegisterState {
  const { register, before, now, look, seen, problems } = known;
  const events = known.events ?? [];
  const { name, file, out, rhythm } = register;
  const digest = seen === null ? undefined : lastDigest(events, seen.registerId);
  const page = digest?.files[0];
  return {
    name,
    file: look.opened?.file ?? file,
    out,
    rhythm,
    lastRun: lastRunOf(known, events),
    lastDigest:
      digest === undefined || page === undefined
        ? (before?.lastDigest ?? null)
        : { day: digest.day, page: join(out, page) },
    next: { letters: nextInstant("letters", now, rhythm), digest: nextInstant("digest", now, rhythm) },
    warnings: warningsOf(known, events),
    problems: problems ?? before?.problems ?? [],
    mails:
      known.events === null ? (before?.mails ?? []) : openMails(events, name).map((mail) => mailState(mail, known)),
    seen,
  };
}

function lastRunOf({ register, before, now, stopped, failed }: Known, events: readonly LedgerEvent[]): LastRun | null {
  if (stopped !== null && stopped.turn !== null) {
    const { turn, failure, isTold } = stopped;
    const { code, sentence } = failure;
    return { job: turn.job, slot: turn.at, at: now, outcome: "failed", code, sentence, isTold };
  }
  const ran = events.filter((event) => event.event === "ran").findLast((event) => event.register === register.name);
  if (ran === undefined) return before?.lastRun ?? null;
  const { job, slot, at, outcome, reason } = ran;
  if (outcome === "done") return { job, slot, at, outcome, code: null, sentence: null };
  // The ledger keeps the first code alone: the sentence may name the user's folders.
  const last = before?.lastRun;
  const said =
    failed !== null && failed.turn.job === job && failed.turn.at === slot
      ? failed.failure
      : last?.job === job && last.slot === slot && last.outcome === outcome
        ? last
        : null;
  return { job, slot, at, outcome, code: said?.code ?? reason, sentence: said?.sentence ?? null };
}

function warningsOf(
  { register, mail, before, look, deliveries, stopped, notShown }: Known,
  events: readonly LedgerEvent[],
): readonly Warning[] {
  const isWaiting = deliveries.length === 0 && openMails(events, register.name).some(({ kind }) => kind === "digest");
  const earlier = isWaiting ? (before?.warnings.find(({ code }) => code === NOT_SHOWN) ?? null) : null;
  const unseen = notShown === null ? earlier : { code: NOT_SHOWN, sentence: words.notShown(notShown, mail !== null) };
  const sent = events
    .filter((event) => event.event === "mailSent")
    .findLast((event) => event.register === register.name);
  return [
    ...look.warnings,
    ...(stopped === null ? [] : [stopped.failure].map(({ code, sentence }) => ({ code, sentence }))),
    ...(unseen === null ? [] : [unseen]),
    ...(sent === undefined || sent.rejected.length === 0
      ? []
      : [{ code: "recipientsRejected", sentence: words.rejected(sent.rejected) }]),
  ];
}

function mailState(open: OpenMail, { deliveries, before, mail: config, isPasswordGiven, now }: Known): OpenMailState {
  const { mail, kind, failures, file, isUncertain, stop } = open;
  const delivery = deliveries.find((each) => each.mail.mail === mail);
  const earlier = before?.mails.find((each) => each.mail === mail);
  const wait = nextAttemptIn(open, now);
  const shared = { mail, kind, failures, nextTryAt: wait === 0 || wait === Infinity ? null : instantAfter(now, wait) };
  if (stop === "lost") return { ...shared, standing: "lost", sentence: words.lost(file) };
  if (isDoubtedTooOften(open)) return { ...shared, standing: "uncertain", sentence: words.doubted };
  if (delivery?.kind === "refused" && config !== null) {
    const sentence = refusalSentence(delivery, config, isPasswordGiven);
    return { ...shared, standing: "refused", sentence: delivery.permanent ? words.refusedForGood(sentence) : sentence };
  }
  if (isUncertain) return { ...shared, standing: "uncertain", sentence: null };
  if (failures > 0) return { ...shared, standing: "refused", sentence: earlier?.sentence ?? null };
  return { ...shared, standing: "waiting", sentence: null };
}
