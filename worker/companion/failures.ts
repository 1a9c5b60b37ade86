import type { MailConfig } from "../config/config";
import type { LedgerEvent } from "../ledger/events";
import type { Ledger } from "../ledger/ledger";
import type { Failure } from "../living/lookAtFile";
import type { MailResult } from "../mail/mailer";
import { queueMail } from "../mail/outbox";
import { mailDomain } from "../run/writeDigest";
import type { Slot } from "../schedule/due";
import { millisecondsBetween, type Instant } from "../schedule/zonedTime";
import { companionWords as words } from "./companionWords";
import type { HandOverInput } from "./handOver";
import type { RegisterState } from "./state";

/** What is kept of a register's failures for as long as the process lives. */
export type FailureMemory = {
  /** The turns that a passing failure has put off once. */
  readonly putOff: Set<string>;
  /** What became of the words of a stop, by their Message-ID: when the mailbox was last asked, and what it said. */
  readonly stops: Map<string, { readonly at: Instant; readonly result: MailResult }>;
};

export function newFailureMemory(): FailureMemory {
  return { putOff: new Set(), stops: new Map() };
}

/** A failure at one look at a register. */
export type FailureInput = HandOverInput & { readonly before: RegisterState | null; readonly memory: FailureMemory };

/** A turn that could not be done, and why. */
export type FailedTurn = { readonly turn: Slot; readonly failure: Failure };

/** What kept the ledger from being read or written, the turn that was not done for it, and whether the mailbox took the word. */
export type Stop = { readonly turn: Slot | null; readonly failure: Failure; readonly isTold: boolean };

/** After a refusal that may pass, the word of a stop is tried again so much later. */
const BETWEEN_STOPS = 60 * 60_000;

/** What the ledger says of the turn, the oldest first. */
function ranOf(events: readonly LedgerEvent[], register: string, { job, at }: Slot) {
  return events
    .filter((event) => event.event === "ran")
    .filter((event) => event.register === register && event.job === job && event.slot === at);
}

/**
 * Records that the turn has failed, and queues the mail that tells it, once. What may pass by itself is given one more
 * look first: null then.
 */
export async function noteFailure(
  turn: Slot,
  failure: Failure,
  ledger: Ledger,
  input: FailureInput,
): Promise<FailedTurn | null> {
  const { register, mail, now, adapters } = input;
  if (ranOf(ledger.events(), register.name, turn).some(({ outcome }) => outcome === "failed")) return { turn, failure };
  if (isPutOff(turn, failure, input)) return null;
  const { job, at: slot } = turn;
  const isDigest = job === "digest";
  const name = `echec-${isDigest ? "recapitulatif" : "lettres"}-${slot.slice(0, 10)}`;
  const messageId = `<${name}@${mailDomain(register.name)}>`;
  if (mail !== null) {
    const { from, to } = mail;
    const subject = words.failureSubject(register.name, isDigest);
    const text = words.failureText(register.name, failure.sentence, isDigest);
    const eml = await adapters.plainMail({ from, to, subject, text, messageId, at: now });
    const queued = { register: register.name, mail: name, kind: "failure", messageId, eml } as const;
    await queueMail(ledger, register.out, queued, adapters.mailFiles);
  }
  const facts = { register: register.name, job, slot };
  await ledger.append({ event: "ran", ...facts, outcome: "failed", reason: failure.code });
  adapters.log.write("warn", "ran", { ...facts, outcome: "failed", code: failure.code });
  return { turn, failure };
}

/**
 * Says by mail, once for each turn, what keeps the ledger from being used; the state remembers that it was said. What may
 * pass by itself is given one more look first: null then.
 */
export async function reportStop(error: unknown, turn: Slot | null, input: FailureInput): Promise<Stop | null> {
  const { register, mail, before, adapters } = input;
  const failure = adapters.disk.explain(error);
  const last = before?.lastRun;
  const wasTold = turn !== null && last?.isTold === true && last.job === turn.job && last.slot === turn.at;
  if (!wasTold && isPutOff(turn, failure, input)) return null;
  adapters.log.write("error", "stopped", { register: register.name, code: failure.code, error });
  if (mail === null || turn === null || wasTold) return { turn, failure, isTold: wasTold };
  const isTold = await tellStop(turn, failure, mail, input).catch((cause: unknown) => {
    adapters.log.write("error", "stopNotTold", { register: register.name, error: cause });
    return false;
  });
  return { turn, failure, isTold };
}

/** Whether the mailbox took the word, or may have. */
async function tellStop(turn: Slot, failure: Failure, mail: MailConfig, input: FailureInput): Promise<boolean> {
  const { register, memory, now, isStart, adapters } = input;
  const messageId = `<arret-${turn.job}-${turn.at.slice(0, 10)}@${mailDomain(register.name)}>`;
  const tried = memory.stops.get(messageId);
  if (tried !== undefined && tried.result.kind !== "refused") return true;
  if (tried?.result.kind === "refused" && !isStart) {
    const elapsed = millisecondsBetween(tried.at, now);
    if (tried.result.permanent || (elapsed >= 0 && elapsed < BETWEEN_STOPS)) return false;
  }
  const mailer = await input.mailer();
  if (mailer === null) return false;
  const { from, to } = mail;
  const subject = words.stopSubject(register.name);
  const text = words.stopText(register.name, failure.sentence);
  const result = await mailer({ from, to }, await adapters.plainMail({ from, to, subject, text, messageId, at: now }));
  const code = "code" in result ? { code: result.code } : {};
  adapters.log.write("info", "mail", { register: register.name, mail: "arret", outcome: result.kind, ...code });
  memory.stops.set(messageId, { at: now, result });
  return result.kind !== "refused";
}

/** Whether the failure may pass by itself, and is met for the first time. */
function isPutOff(turn: Slot | null, { isPassing }: Failure, { memory: { putOff } }: FailureInput): boolean {
  const key = turn === null ? "" : `${turn.job} ${turn.at}`;
  if (!isPassing || putOff.has(key)) return false;
  putOff.add(key);
  return true;
}
