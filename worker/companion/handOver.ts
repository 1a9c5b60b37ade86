import { join } from "node:path";
import type { MailConfig, RegisterConfig } from "../config/config";
import type { LedgerEvent } from "../ledger/events";
import type { Ledger } from "../ledger/ledger";
import type { Mailer } from "../mail/mailer";
import { deliver, nextAttemptIn, openMails, type Delivery } from "../mail/outbox";
import type { Instant } from "../schedule/zonedTime";
import type { CompanionAdapters } from "./adapters";

/** What is kept of a register's mails for as long as the process lives. */
export type MailMemory = {
  /** The mails whose page was shown while they wait for a mailbox that can be used. */
  readonly shown: Set<string>;
  /** Those that it has handed to the server. */
  readonly tried: Set<string>;
};

export function newMailMemory(): MailMemory {
  return { shown: new Set(), tried: new Set() };
}

/** The mails of one register, at one look. */
export type HandOverInput = {
  readonly register: RegisterConfig;
  readonly mail: MailConfig | null;
  /** The mailbox ready to send; null where there is none, or none that can be used now. */
  readonly mailer: () => Promise<Mailer | null>;
  readonly memory: MailMemory;
  readonly now: Instant;
  /** The companion, or the PC, has just started or woken. */
  readonly isStart: boolean;
  readonly adapters: CompanionAdapters;
};

/** Whether a mail waits that can be handed over at this look. */
export function hasMailToHandOver(
  events: readonly LedgerEvent[],
  { register, mail, memory: { tried }, now, isStart }: Omit<HandOverInput, "mailer" | "adapters">,
): boolean {
  const open = openMails(events, register.name);
  // A digest of this very look comes with its turn.
  if (mail === null) return isStart && open.length > 0;
  return open.some((each) => each.isCut || nextAttemptIn(each, now, { isStart, tried }) === 0);
}

/** The newest digest's page, relative to the output folder, and whether it was made at this very look. */
export type DigestPage = { readonly page: string | null; readonly isNew: boolean };

/** What became of the mails; `notShown` is the page that no browser would show. */
export type HandedOver = { readonly deliveries: readonly Delivery[]; readonly notShown: string | null };

/**
 * Sends what waits in the outbox or, where that cannot be, shows the digest in the browser: once and for all without a
 * mailbox, else once in this process, for the mail still goes out when the mailbox can be used.
 */
export async function handOver(ledger: Ledger, digest: DigestPage, input: HandOverInput): Promise<HandedOver> {
  const { register, mail, memory, now, isStart, adapters } = input;
  const open = openMails(ledger.events(), register.name);
  if (open.length === 0) return { deliveries: [], notShown: null };
  const mailer = await input.mailer();
  if (mail === null || mailer === null) {
    const waiting = open.find(({ kind }) => kind === "digest");
    return { deliveries: [], notShown: waiting === undefined ? null : await show(waiting.mail, ledger, digest, input) };
  }
  const envelope = { from: mail.from, to: mail.to };
  const place = { ledger, folder: register.out, register: register.name, files: adapters.mailFiles };
  const deliveries = await deliver({ ...place, envelope, mailer, now, isStart, tried: memory.tried });
  for (const delivery of deliveries) {
    const code = "code" in delivery ? { code: delivery.code } : {};
    const facts = { register: register.name, mail: delivery.mail.mail, outcome: delivery.kind, ...code };
    if (delivery.kind !== "waits") adapters.log.write("info", "mail", facts);
  }
  return { deliveries, notShown: null };
}

/** Shows the page in the place of its mail; gives the page back when that cannot be. */
async function show(
  name: string,
  ledger: Ledger,
  { page, isNew }: DigestPage,
  { register, mail, memory, isStart, adapters }: HandOverInput,
): Promise<string | null> {
  if (page === null || memory.shown.has(name) || !(isStart || isNew)) return null;
  const path = join(register.out, page);
  try {
    await adapters.show(path);
  } catch {
    return path;
  }
  memory.shown.add(name);
  if (mail === null) await ledger.append({ event: "mailShown", register: register.name, mail: name });
  return null;
}
