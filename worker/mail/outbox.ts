import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { readIfPresent } from "../files/readIfPresent";
import { writeAtomic } from "../files/writeAtomic";
import { sha256Of } from "../ledger/chain";
import type { LedgerEvent, MailKind } from "../ledger/events";
import type { Ledger } from "../ledger/ledger";
import { millisecondsBetween, type Instant } from "../schedule/zonedTime";
import type { Envelope, Mailer, MailResult } from "./mailer";

/** A mail that is to go out: `mail` names it among those of its register, for example "recapitulatif-2026-11-23". */
export type MailToQueue = {
  readonly register: string;
  readonly mail: string;
  readonly kind: MailKind;
  /** The one in the mail, with its angle brackets. */
  readonly messageId: string;
  readonly eml: Uint8Array;
};

/** A mail that still is to go out. */
export type OpenMail = Omit<MailToQueue, "register" | "eml"> & {
  /** Relative to the output folder. */
  readonly file: string;
  readonly sha256: string;
  /** How often it was handed to the server without being taken. */
  readonly failures: number;
  /** When it was last handed to the server; null before the first time. */
  readonly triedAt: Instant | null;
  /** Nobody saw the outcome of the last try: the server may have it. */
  readonly isUncertain: boolean;
  /** The process that tried last was cut, and the ledger does not say so yet. */
  readonly isCut: boolean;
  /** How often nobody saw the outcome: as many copies may have arrived. */
  readonly doubts: number;
  /** Why it is not tried again as things are: the server's last word, or the mail's file is not what was queued. */
  readonly stop: "refused" | "lost" | null;
};

/** How the mails are put in the output folder and read from it; a test gives others. */
export type MailFiles = {
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** Whole or not at all; the folder is made. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
};

export const diskFiles: MailFiles = {
  read: readIfPresent,
  write: async (path, bytes) => {
    await mkdir(dirname(path), { recursive: true });
    await writeAtomic(path, bytes);
  },
};

/** Puts the mail in the output folder and in the ledger; once it is there, nothing is ever changed in it. */
export async function queueMail(
  ledger: Ledger,
  folder: string,
  { eml, ...mail }: MailToQueue,
  files: MailFiles = diskFiles,
): Promise<void> {
  const { register } = mail;
  if (ledger.events().some((event) => event.event === "mailQueued" && isOf(event, register, mail.mail))) return;
  const file = `Envois/${register}/${mail.mail}.eml`;
  await files.write(join(folder, file), eml);
  await ledger.append({ event: "mailQueued", ...mail, file, sha256: sha256Of(eml) });
}

/**
 * The register's mails that still are to go out, the oldest first. A newer mail of the same kind stands for the unsent ones
 * before it, and a digest for all of them: it tells what is wrong now.
 */
export function openMails(events: readonly LedgerEvent[], register: string): readonly OpenMail[] {
  const open = new Map<MailKind, OpenMail>();
  for (const event of events) {
    if (!("mail" in event) || event.register !== register) continue;
    if (event.event === "mailQueued") {
      const { mail, kind, messageId, file, sha256 } = event;
      const untried = { failures: 0, triedAt: null, isUncertain: false, isCut: false, doubts: 0, stop: null };
      // Deleted first, for a map keeps the place of a key that is set again.
      if (kind === "digest") open.clear();
      else open.delete(kind);
      open.set(kind, { mail, kind, messageId, file, sha256, ...untried });
      continue;
    }
    const of = [...open.values()].find(({ mail }) => mail === event.mail);
    if (of === undefined) continue;
    const next = after(of, event);
    if (next === null) open.delete(of.kind);
    else open.set(of.kind, next);
  }
  return [...open.values()];
}

type Outcome = Exclude<Extract<LedgerEvent, { mail: string }>, { event: "mailQueued" }>;

/** The mail once this has happened to it; null when it is done with. */
function after(open: OpenMail, event: Outcome): OpenMail | null {
  switch (event.event) {
    case "mailSending":
      return { ...open, triedAt: event.at, isUncertain: false, isCut: true };
    case "mailRefused":
      return { ...open, ...failed(open), isUncertain: false, stop: stopOf(event) };
    case "mailUncertain":
      return { ...open, ...failed(open), isUncertain: true, stop: null, doubts: open.doubts + 1 };
    case "mailSent":
    case "mailShown":
      return null;
  }
}

function failed({ failures }: OpenMail) {
  return { failures: failures + 1, isCut: false };
}

const LOST = "lost";

function stopOf({ code, permanent }: Extract<Outcome, { event: "mailRefused" }>): OpenMail["stop"] {
  if (code === LOST) return LOST;
  return permanent ? "refused" : null;
}

const MINUTE = 60_000;
const SHORTEST_WAIT = 10 * MINUTE;
const LONGEST_WAIT = 360 * MINUTE;
/** A server that always cuts after the last word takes the mail each time. */
const MOST_DOUBTS = 3;

/** Whether the firm is likely to have it, several times: it is not sent again, and the next digest takes its place. */
export function isDoubtedTooOften({ doubts }: OpenMail): boolean {
  return doubts >= MOST_DOUBTS;
}

/** The process that asks: whether it, or the PC, has just started or woken, and which mails it has tried itself. */
export type Trying = { readonly isStart: boolean; readonly tried: ReadonlySet<string> };

/**
 * How many milliseconds a mail still waits at the instant: ten minutes after a first failure, then twice as long each time,
 * six hours at most. A start tries at once what was refused, for the PC may soon be off again; what the server may have
 * already waits its ten minutes then too. What was refused for good is tried once by each process, at once at its start,
 * for whoever has corrected the settings starts it again; Infinity otherwise, as for what was sent too often without an answer: the next
 * digest takes its place. A clock that was set back makes nobody wait.
 */
export function nextAttemptIn(open: OpenMail, now: Instant, process: Trying | null = null): number {
  const { mail, failures, triedAt, isUncertain, stop } = open;
  if (isDoubtedTooOften(open)) return Infinity;
  if (stop !== null && (process === null || process.tried.has(mail))) return Infinity;
  if (triedAt === null || failures === 0) return 0;
  const elapsed = millisecondsBetween(triedAt, now);
  const usual = Math.min(SHORTEST_WAIT * 2 ** (failures - 1), LONGEST_WAIT);
  const isStart = process?.isStart === true;
  const soonest = isStart && !isUncertain ? 0 : SHORTEST_WAIT;
  const wait = isStart || stop !== null ? soonest : usual;
  return elapsed < 0 ? 0 : Math.max(0, wait - elapsed);
}

export type DeliveryInput = {
  readonly ledger: Ledger;
  readonly folder: string;
  readonly register: string;
  readonly envelope: Envelope;
  readonly mailer: Mailer;
  readonly now: Instant;
  /** The companion, or the PC, has just started or woken. */
  readonly isStart: boolean;
  /** The mails that this process has tried; those of this delivery are added. */
  readonly tried: Set<string>;
  readonly files?: MailFiles;
};

/** What became of each mail that was open; `waits` in milliseconds or for ever, `lost` when its file is gone or is not what was queued. */
export type Delivery = { readonly mail: OpenMail } & (
  MailResult | { readonly kind: "waits"; readonly milliseconds: number } | { readonly kind: "lost" }
);

/**
 * Hands the register's open mails to the server. Each try is in the ledger before the server hears of it, and its outcome
 * after: whatever a cut leaves without outcome is noted as uncertain, and sent again under the same Message-ID.
 */
export async function deliver(input: DeliveryInput): Promise<readonly Delivery[]> {
  const { ledger, register } = input;
  await noteCuts(ledger, register);
  const deliveries: Delivery[] = [];
  for (const mail of openMails(ledger.events(), register)) {
    const milliseconds = nextAttemptIn(mail, input.now, input);
    deliveries.push({ mail, ...(milliseconds === 0 ? await attempt(mail, input) : { kind: "waits", milliseconds }) });
  }
  return deliveries;
}

/** Says of every try without an outcome, also of mails that a newer one has replaced, that nobody knows what became of it. */
async function noteCuts(ledger: Ledger, register: string): Promise<void> {
  const cut = new Map<string, string>();
  for (const event of ledger.events()) {
    if (!("mail" in event) || event.register !== register) continue;
    if (event.event === "mailSending") cut.set(event.mail, event.messageId);
    else cut.delete(event.mail);
  }
  for (const [mail, messageId] of cut) await ledger.append({ event: "mailUncertain", register, mail, messageId });
}

async function attempt(
  { mail, messageId, file, sha256, stop }: OpenMail,
  { ledger, folder, register, envelope, mailer, tried, files = diskFiles }: DeliveryInput,
): Promise<MailResult | { readonly kind: "lost" }> {
  tried.add(mail);
  const eml = await files.read(join(folder, file));
  if (eml === null || sha256Of(eml) !== sha256) {
    const refusal = { code: LOST, reason: "Its file is gone, or is not what was queued", permanent: true };
    if (stop !== "lost") await ledger.append({ event: "mailRefused", register, mail, ...refusal });
    return { kind: "lost" };
  }
  await ledger.append({ event: "mailSending", register, mail, messageId, to: envelope.to });
  const result = await mailer(envelope, eml);
  switch (result.kind) {
    case "taken":
      await ledger.append({ event: "mailSent", register, mail, messageId, rejected: result.rejected });
      break;
    case "refused": {
      const { code, reason, permanent } = result;
      await ledger.append({ event: "mailRefused", register, mail, code, reason, permanent });
      break;
    }
    case "uncertain":
      await ledger.append({ event: "mailUncertain", register, mail, messageId });
  }
  return result;
}

function isOf(event: { readonly register: string; readonly mail: string }, register: string, mail: string): boolean {
  return event.register === register && event.mail === mail;
}
