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

/** The register's mails that still are to go out, the oldest first. A newer mail of the same kind stands for the unsent ones before it. */
export function openMails(events: readonly LedgerEvent[], register: string): readonly OpenMail[] {
  const open = new Map<MailKind, OpenMail>();
  for (const event of events) {
    if (!("mail" in event) || event.register !== register) continue;
    if (event.event === "mailQueued") {
      const { mail, kind, messageId, file, sha256 } = event;
      const untried = { failures: 0, triedAt: null, isUncertain: false, isCut: false };
      // Deleted first, for a map keeps the place of a key that is set again.
      open.delete(kind);
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
      return { ...open, failures: open.failures + 1, isUncertain: false, isCut: false };
    case "mailUncertain":
      return { ...open, failures: open.failures + 1, isUncertain: true, isCut: false };
    case "mailSent":
    case "mailShown":
      return null;
  }
}

const MINUTE = 60_000;
const SHORTEST_WAIT = 10 * MINUTE;
const LONGEST_WAIT = 360 * MINUTE;

/**
 * How many milliseconds a mail still waits at the instant: ten minutes after a first failure, then twice as long each time,
 * six hours at most; it is never given up. A start tries at once what was refused, for the PC may soon be off again; what
 * the server may have already waits its ten minutes then too. A clock that was set back makes nobody wait.
 */
export function nextAttemptIn({ failures, triedAt, isUncertain }: OpenMail, now: Instant, isStart = false): number {
  if (triedAt === null || failures === 0) return 0;
  const elapsed = millisecondsBetween(triedAt, now);
  const usual = Math.min(SHORTEST_WAIT * 2 ** (failures - 1), LONGEST_WAIT);
  const wait = isStart ? (isUncertain ? SHORTEST_WAIT : 0) : usual;
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
  readonly files?: MailFiles;
};

/** What became of each mail that was open; `waits` in milliseconds, `lost` when its file is gone or is not what was queued. */
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
    const milliseconds = nextAttemptIn(mail, input.now, input.isStart);
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
  { mail, messageId, file, sha256 }: OpenMail,
  { ledger, folder, register, envelope, mailer, files = diskFiles }: DeliveryInput,
): Promise<MailResult | { readonly kind: "lost" }> {
  const eml = await files.read(join(folder, file));
  if (eml === null || sha256Of(eml) !== sha256) return { kind: "lost" };
  await ledger.append({ event: "mailSending", register, mail, messageId, to: envelope.to });
  const result = await mailer(envelope, eml);
  switch (result.kind) {
    case "taken":
      await ledger.append({ event: "mailSent", register, mail, messageId, rejected: result.rejected });
      break;
    case "refused":
      await ledger.append({ event: "mailRefused", register, mail, code: result.code, reason: result.reason });
      break;
    case "uncertain":
      await ledger.append({ event: "mailUncertain", register, mail, messageId });
  }
  return result;
}

function isOf(event: { readonly register: string; readonly mail: string }, register: string, mail: string): boolean {
  return event.register === register && event.mail === mail;
}
