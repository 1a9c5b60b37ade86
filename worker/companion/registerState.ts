import { join } from "node:path";
import type { MailConfig, RegisterConfig } from "../config/config";
import type { LedgerEvent } from "../ledger/events";
import type { Failure, Look } from "../living/lookAtFile";
import { refusalSentence } from "../mail/mailWords";
import { isDoubtedTooOften, nextAttemptIn, openMails, type Delivery, type OpenMail } from "../mail/outbox";
import { nextInstant, type Slot } from "../schedule/due";
import { instantAfter, millisecondsBetween, type Instant } from "../schedule/zonedTime";
import { companionWords as words } from "./companionWords";
import type { LastRun, OpenMailState, RegisterState, SeenFile, Warning } from "./state";

/** All that is known of a register after a look at it. */
export type Known = {
  readonly register: RegisterConfig;
  readonly mail: MailConfig | null;
  readonly before: RegisterState | null;
  readonly now: Instant;
  readonly look: Look;
  readonly events: readonly LedgerEvent[];
  readonly seen: SeenFile | null;
  readonly problems: RegisterState["problems"] | null;
  readonly deliveries: readonly Delivery[];
  /** The page that no browser would show. */
  readonly notShown: string | null;
  /** What kept the ledger from being read or written, and the turn that was not done for it. */
  readonly stopped: Failure | null;
  readonly turn: Slot | null;
};

const DAY = 24 * 60 * 60_000;

/**
 * Whether the ledger says that the turn was done. What was done on a clock that ran more than a day ahead does not count:
 * the events written after it, or the present instant, are then earlier.
 */
export function isDone(events: readonly LedgerEvent[], register: string, now: Instant): (slot: Slot) => boolean {
  return ({ job, at }) => {
    let earliest = now;
    return (
      events.findLast((event) => {
        const isIt = event.event === "ran" && event.register === register && event.job === job && event.slot === at;
        const isAhead = event.at > earliest && millisecondsBetween(earliest, event.at) > DAY;
        if (event.at < earliest) earliest = event.at;
        return isIt && event.outcome === "done" && !isAhead;
      }) !== undefined
    );
  };
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
  const { register, before, now, look, events, seen, problems } = known;
  const { name, file, out, rhythm } = register;
  const digest = seen === null ? undefined : lastDigest(events, seen.registerId);
  const page = digest?.files[0];
  return {
    name,
    file: look.opened?.file ?? file,
    out,
    rhythm,
    lastRun: lastRunOf(known),
    lastDigest:
      digest === undefined || page === undefined
        ? (before?.lastDigest ?? null)
        : { day: digest.day, page: join(out, page) },
    next: { letters: nextInstant("letters", now, rhythm), digest: nextInstant("digest", now, rhythm) },
    warnings: warningsOf(known),
    problems: problems ?? before?.problems ?? [],
    mails: openMails(events, name).map((mail) => mailState(mail, known)),
    seen,
  };
}

function lastRunOf({ register, before, now, look, events, stopped, turn }: Known): LastRun | null {
  if (stopped !== null && turn !== null) {
    const { code, sentence } = stopped;
    return { job: turn.job, slot: turn.at, at: now, outcome: "failed", code, sentence };
  }
  const ran = events.filter((event) => event.event === "ran").findLast((event) => event.register === register.name);
  if (ran === undefined) return before?.lastRun ?? null;
  const { job, slot, at, outcome, reason: code } = ran;
  // The ledger keeps the code alone: the sentence may name the user's folders.
  const said = before?.lastRun ?? null;
  const sentence =
    outcome === "done"
      ? null
      : look.opened === null
        ? look.failure.sentence
        : said?.code === code
          ? said.sentence
          : null;
  return { job, slot, at, outcome, code, sentence };
}

function warningsOf({ register, mail, look, events, stopped, notShown }: Known): readonly Warning[] {
  const sent = events
    .filter((event) => event.event === "mailSent")
    .findLast((event) => event.register === register.name);
  return [
    ...look.warnings,
    ...(stopped === null ? [] : [{ code: stopped.code, sentence: stopped.sentence }]),
    ...(notShown === null ? [] : [{ code: "notShown", sentence: words.notShown(notShown, mail !== null) }]),
    ...(sent === undefined || sent.rejected.length === 0
      ? []
      : [{ code: "recipientsRejected", sentence: words.rejected(sent.rejected) }]),
  ];
}

function mailState(open: OpenMail, { deliveries, before, mail: config, now }: Known): OpenMailState {
  const { mail, kind, failures, file, isUncertain, stop } = open;
  const delivery = deliveries.find((each) => each.mail.mail === mail);
  const earlier = before?.mails.find((each) => each.mail === mail);
  const wait = nextAttemptIn(open, now);
  const shared = { mail, kind, failures, nextTryAt: wait === 0 || wait === Infinity ? null : instantAfter(now, wait) };
  if (stop === "lost") return { ...shared, standing: "lost", sentence: words.lost(file) };
  if (isDoubtedTooOften(open)) return { ...shared, standing: "uncertain", sentence: words.doubted };
  if (delivery?.kind === "refused" && config !== null) {
    const sentence = refusalSentence(delivery, config);
    return { ...shared, standing: "refused", sentence: delivery.permanent ? words.refusedForGood(sentence) : sentence };
  }
  if (isUncertain) return { ...shared, standing: "uncertain", sentence: null };
  if (failures > 0) return { ...shared, standing: "refused", sentence: earlier?.sentence ?? null };
  return { ...shared, standing: "waiting", sentence: null };
}
