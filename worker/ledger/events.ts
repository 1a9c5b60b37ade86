import * as z from "zod";
import { isCivilDate, type CivilDate } from "../../domain/dates/civilDate";
import { choiceSets } from "../../domain/workbook/choices";

const civilDate = z.custom<CivilDate>((value) => typeof value === "string" && isCivilDate(value));
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const text = z.string().min(1);

/** Relative to the output folder, with "/" on every system, so that the folder can be moved as a whole. */
const filePath = text.refine((path) => !/^\/|\\|^[A-Za-z]:/.test(path) && !path.split("/").includes(".."));

/** Names one letter: the same contract and period gets a higher issue when a corrected deadline asks for a new letter. */
const letterKey = {
  registerId: text,
  contract: text,
  periodFrom: civilDate,
  kind: z.enum(choiceSets.letterKind),
  issue: z.int().positive(),
};

/** What `prepared` and `generated` both say: the first must allow the second to be written after a crash. `on` is the run's civil day. */
const letterFile = {
  file: filePath,
  sha256,
  on: civilDate,
  deadline: civilDate,
  periodEnd: civilDate,
  late: z.boolean(),
  template: text,
};

/** Names one mail to the firm, for example "recapitulatif-2026-11-23". */
const mailKey = { register: text, mail: text };
/** The weekly digest, or the word that a run has failed. */
const mailKind = z.enum(["digest", "failure"]);

const newEvent = z.discriminatedUnion("event", [
  /** The letter is about to be put in place. */
  z.object({ event: z.literal("prepared"), ...letterKey, ...letterFile }),
  /** The letter is in place. */
  z.object({ event: z.literal("generated"), ...letterKey, ...letterFile }),
  /** The mail is about to be handed to the server. */
  z.object({ event: z.literal("sending"), ...letterKey, messageId: text, to: text }),
  z.object({
    event: z.literal("sent"),
    ...letterKey,
    on: civilDate,
    channel: z.enum(choiceSets.channel),
    messageId: text.nullable(),
    tracking: text.nullable(),
  }),
  /** The server took nothing: the letter may be sent again. */
  z.object({ event: z.literal("refused"), ...letterKey, reason: text }),
  /** It came back undelivered. */
  z.object({ event: z.literal("returned"), ...letterKey, on: civilDate }),
  /** A `sending` whose outcome nobody saw: sent again under the same Message-ID. */
  z.object({ event: z.literal("uncertain"), ...letterKey, messageId: text }),
  z.object({
    event: z.literal("digest"),
    registerId: text,
    day: civilDate,
    issue: z.int().positive(),
    files: z.array(filePath).readonly(),
    sha256,
  }),
  /** A turn of the schedule was done, or failed for the first time: `slot` is its wall time, "YYYY-MM-DDTHH:MM". */
  z.object({
    event: z.literal("ran"),
    register: text,
    job: z.enum(["letters", "digest"]),
    slot: text,
    outcome: z.enum(["done", "failed"]),
    reason: text.nullable(),
  }),
  /** A mail to the firm lies in the output folder, whole, and is to go out; nothing is ever changed in it. */
  z.object({ event: z.literal("mailQueued"), ...mailKey, kind: mailKind, messageId: text, file: filePath, sha256 }),
  /** It is about to be handed to the server. */
  z.object({ event: z.literal("mailSending"), ...mailKey, messageId: text, to: z.array(text).readonly() }),
  /** The server has taken it; `rejected` are the recipients that it would not have. */
  z.object({ event: z.literal("mailSent"), ...mailKey, messageId: text, rejected: z.array(text).readonly() }),
  /**
   * The server took nothing. `code` is the server's, the connection's, or "lost" where the mail's file was not what had
   * been queued; `permanent` when trying again as things are would bring the same. The older events do not say.
   */
  z.object({
    event: z.literal("mailRefused"),
    ...mailKey,
    code: text,
    reason: text,
    permanent: z.boolean().default(false),
  }),
  /** A `mailSending` whose outcome nobody saw: it goes out again under the same Message-ID, but not for ever. */
  z.object({ event: z.literal("mailUncertain"), ...mailKey, messageId: text }),
  /** It was shown in the browser, once, for want of a mail server. */
  z.object({ event: z.literal("mailShown"), ...mailKey }),
]);

const chainLink = z.object({
  seq: z.int().positive(),
  at: z.iso.datetime({ offset: true }),
  prev: sha256,
  hash: sha256,
});

/** What happened, before the ledger numbers and chains it. */
export type NewEvent = Readonly<z.infer<typeof newEvent>>;
/** Where an event stands: its number from 1, the instant of writing, the hash of the line before and its own. */
type ChainLink = Readonly<z.infer<typeof chainLink>>;
export type LedgerEvent = NewEvent & ChainLink;
export type LetterEvent = Extract<NewEvent, { periodFrom: CivilDate }>;
/** What became of the sending of a letter. */
export type DeliveryEvent = Exclude<LetterEvent, { event: "prepared" | "generated" }>;
export type MailKind = z.infer<typeof mailKind>;
export type LetterKey = Pick<LetterEvent, keyof typeof letterKey>;
export type LetterFile = Pick<Extract<NewEvent, { event: "generated" }>, keyof typeof letterFile>;

/** The event with its own fields only, as it is to be written. Throws a ZodError: a wrong event is a bug of the caller. */
export function checkNewEvent(value: NewEvent): NewEvent {
  return newEvent.parse(value);
}

/** An event read back from a line, or null when it is none of ours. */
export function parseEvent(value: unknown): LedgerEvent | null {
  const link = chainLink.safeParse(value);
  const event = newEvent.safeParse(value);
  return link.success && event.success ? { ...event.data, ...link.data } : null;
}

/** Whether the event is about a letter. */
export function isLetterEvent<E extends NewEvent>(event: E): event is Extract<E, { periodFrom: CivilDate }> {
  return "periodFrom" in event;
}

/** The letter's key as one string, to find it in a map. */
export function letterId(key: LetterKey): string {
  return JSON.stringify([key.registerId, key.contract, key.periodFrom, key.kind, key.issue]);
}
