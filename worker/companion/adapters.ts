import type { LedgerEvent } from "../ledger/events";
import type { Ledger } from "../ledger/ledger";
import type { LivingDisk } from "../living/lookAtFile";
import type { Log } from "../log/log";
import type { Mailer } from "../mail/mailer";
import type { MailFiles } from "../mail/outbox";
import type { PlainMail } from "../mail/plainMail";
import type { RunAdapters } from "../run/adapters";
import type { Instant } from "../schedule/zonedTime";
import type { CompanionState, Warning } from "./state";

/** Everything that the companion does to the world, given by the command line so that a test can give its own. */
export type CompanionAdapters = {
  readonly now: () => Instant;
  readonly disk: LivingDisk;
  /** The ledger of an output folder, without taking it. */
  readonly readEvents: (folder: string) => Promise<readonly LedgerEvent[]>;
  /** Takes the ledger; throws LedgerLocked while another run has it. */
  readonly openLedger: (folder: string) => Promise<Ledger>;
  /** The adapters of a run, with the letter templates of this folder. */
  readonly runAdapters: (templates: string) => Promise<Omit<RunAdapters, "localTime">>;
  /** The firm's mailbox, ready to send, or what keeps it from it; not asked where none is configured. */
  readonly mailer: () => Promise<Mailer | Warning>;
  /** The mailbox's password comes from the environment: that is where it is to be corrected. */
  readonly isPasswordGiven: boolean;
  readonly plainMail: (mail: PlainMail) => Promise<Uint8Array>;
  readonly mailFiles: MailFiles;
  /** Opens a page in the user's browser; rejects where there is no screen. */
  readonly show: (page: string) => Promise<void>;
  readonly readState: () => Promise<CompanionState | null>;
  readonly writeState: (state: CompanionState) => Promise<void>;
  readonly log: Log;
};
