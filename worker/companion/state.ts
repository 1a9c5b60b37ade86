import { join } from "node:path";
import * as z from "zod";
import { readIfPresent } from "../files/readIfPresent";
import { writeAtomic } from "../files/writeAtomic";
import { jobs } from "../schedule/due";
import { timeZones, weekdays } from "../schedule/rhythm";

/*
 * What the companion says of itself in the file « etat.json » of the data folder: `tacite status`, the pane and the
 * diagnostic read it, whether the companion runs or not. Sentences are French and finished; they may name files, never
 * a client. A diagnostic that leaves the machine takes the codes.
 */

const instant = z.iso.datetime();

/** Something is not as it should be with a file, the mailbox or the server: what, and what to do. */
const warning = z.object({ code: z.string(), sentence: z.string() });

/** A mail of the outbox that has not gone out. */
const openMail = z.object({
  /** Names it among those of its register. */
  mail: z.string(),
  kind: z.enum(["digest", "failure"]),
  /** `waiting` for its first try or for a mailbox, `lost` when its file is gone or was altered. */
  standing: z.enum(["waiting", "refused", "uncertain", "lost"]),
  failures: z.int(),
  /** What the server's refusal means and what to do; null where nothing is wrong. */
  sentence: z.string().nullable(),
  nextTryAt: instant.nullable(),
});

/** The last turn that was done, or that failed and has not been done since. */
const lastRun = z.object({
  job: z.enum(jobs),
  /** Wall time in the register's zone at which the turn was to begin. */
  slot: z.string(),
  at: instant,
  outcome: z.enum(["done", "failed"]),
  /** Why it failed: a code, and the sentence with what to do. */
  code: z.string().nullable(),
  sentence: z.string().nullable(),
  /** Of a turn for which not even the ledger could be used: whether the mailbox took the word of it. */
  isTold: z.boolean().optional(),
});

/** The workbook as it was when it was last read. */
const seenFile = z.object({
  file: z.string(),
  savedAt: instant,
  sha256: z.string(),
  registerId: z.string(),
  /** How far its own history goes, to notice that an older version has taken its place. */
  revision: z.int(),
  journalRows: z.int(),
  /** When it asks for its digest; null where it leaves that to the configuration. */
  digestDay: z.enum(weekdays).nullable().optional(),
  digestHour: z.int().nullable().optional(),
});

const registerState = z.object({
  /** The name in the configuration, by which the ledger knows it. */
  name: z.string(),
  file: z.string(),
  /** The folder of the letters, the digests and the ledger. */
  out: z.string(),
  rhythm: z.object({ day: z.enum(weekdays), hour: z.int(), zone: z.enum(timeZones) }),
  lastRun: lastRun.nullable(),
  /** The newest digest: its day, and the absolute path of its page. */
  lastDigest: z.object({ day: z.string(), page: z.string() }).nullable(),
  next: z.object({ letters: instant, digest: instant }),
  warnings: z.array(warning).readonly(),
  /** Rows to correct, and letters that cannot be written, by code. */
  problems: z.array(z.object({ code: z.string(), count: z.int() })).readonly(),
  mails: z.array(openMail).readonly(),
  seen: seenFile.nullable(),
});

const companionState = z.object({
  version: z.literal(1),
  /** Of the process that wrote this. */
  pid: z.int(),
  startedAt: instant,
  /** The last look at the registers; older than an hour while the PC is on: the companion does not run. */
  tickedAt: instant.nullable(),
  /** When it was asked to stop; null while it runs, and after a cut. */
  stoppedAt: instant.nullable(),
  /** What concerns the machine rather than a register: no password, no server, a certificate that ends. */
  warnings: z.array(warning).readonly(),
  /** The folder of the log files. */
  logs: z.string().nullable(),
  registers: z.array(registerState).readonly(),
});

export type Warning = Readonly<z.infer<typeof warning>>;
export type OpenMailState = Readonly<z.infer<typeof openMail>>;
export type LastRun = Readonly<z.infer<typeof lastRun>>;
export type SeenFile = Readonly<z.infer<typeof seenFile>>;
export type RegisterState = Readonly<z.infer<typeof registerState>>;
export type CompanionState = Readonly<z.infer<typeof companionState>>;

/** Where the state lies, in the data folder of the configuration. */
function stateFile(data: string): string {
  return join(data, "etat.json");
}

/** The state as it was last written; null when there is none, or none that this version understands. */
export async function readState(data: string): Promise<CompanionState | null> {
  const bytes = await readIfPresent(stateFile(data));
  if (bytes === null) return null;
  try {
    return companionState.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return null;
  }
}

/** Replaces the state as a whole; the folder must exist. */
export function writeState(data: string, state: CompanionState): Promise<void> {
  return writeAtomic(stateFile(data), Buffer.from(`${JSON.stringify(state, null, 2)}\n`));
}
