import { open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname, uptime } from "node:os";
import { dirname } from "node:path";
import * as z from "zod";
import { errorCode } from "../files/errorCode";
import { birthOf, isRunning } from "../files/processes";
import { retryWhileBusy, tempPathIn, writeNew } from "../files/writeAtomic";

const holder = z.object({
  pid: z.int().positive(),
  birth: z.string().nullable(),
  host: z.string(),
  since: z.string(),
});

type Holder = Readonly<z.infer<typeof holder>>;

/** Another run is writing: who it is, since when (ISO), and the file to delete should that be untrue. */
export class LedgerLocked extends Error {
  readonly pid: number | null;
  readonly host: string | null;
  readonly since: string | null;

  constructor(
    readonly lockFile: string,
    by: Holder | null,
  ) {
    super(
      `Ledger is in use: ${lockFile}${by === null ? "" : ` held by process ${by.pid} on ${by.host} since ${by.since}`}`,
    );
    this.name = "LedgerLocked";
    this.pid = by?.pid ?? null;
    this.host = by?.host ?? null;
    this.since = by?.since ?? null;
  }
}

/** The lock file, held by this process. */
export type Lock = {
  /** Throws LedgerLocked when another machine has taken it over, having heard nothing from this one for too long. */
  readonly confirm: () => Promise<void>;
  readonly release: () => Promise<void>;
};

const TRIES = 5;
/** A holder writes its lock again this often, so that the other machines of a shared folder know that it lives. */
const BEAT = 60_000;
/** It is gone when it has not for so long: a share may show the age of a file a minute late. */
const GONE = 5 * 60_000;

/**
 * Takes the lock file for this process; `since` is the present instant (ISO). A lock left by a process or a machine that
 * is gone is taken over, and one that nobody can read after five minutes. Throws LedgerLocked when it is held.
 */
export async function takeLock(lockFile: string, since: string): Promise<Lock> {
  const mine: Holder = { pid: process.pid, birth: await birthOf(process.pid), host: hostname(), since };
  const text = JSON.stringify(mine);
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (!(await writeNew(lockFile, Buffer.from(text))).exists) return held(lockFile, text);
    const found = await textOf(lockFile);
    if (found === null) continue;
    const by = holderIn(found);
    if (await isHeld(by, since, lockFile)) throw new LedgerLocked(lockFile, by);
    await setAside(lockFile, found);
  }
  throw new LedgerLocked(lockFile, null);
}

/** Whether a process that lives holds the lock file; `now` is the present instant (ISO). */
export async function isLocked(lockFile: string, now: string): Promise<boolean> {
  const found = await textOf(lockFile);
  return found !== null && isHeld(holderIn(found), now, lockFile);
}

function held(lockFile: string, mine: string): Lock {
  const beat = setInterval(() => void writeAgain(lockFile, mine), BEAT);
  beat.unref();
  return {
    confirm: async () => {
      const found = await textOf(lockFile);
      if (found !== mine) throw new LedgerLocked(lockFile, found === null ? null : holderIn(found));
    },
    release: async () => {
      clearInterval(beat);
      if ((await textOf(lockFile)) === mine) await retryWhileBusy(() => rm(lockFile, { force: true }));
    },
  };
}

/** The same file is read and written, so that a lock which has taken the place of ours is never touched. */
async function writeAgain(lockFile: string, mine: string): Promise<void> {
  try {
    const handle = await open(lockFile, "r+");
    try {
      if ((await handle.readFile("utf8")) !== mine) return;
      await handle.write(mine, 0);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch {
    // The folder is out of reach: the next beat may find it again, and `confirm` says so if it was too long.
  }
}

async function isHeld(by: Holder | null, now: string, lockFile: string): Promise<boolean> {
  // A process on another machine that shares the folder is known by its beats alone. A lock that cannot be read is being
  // written now, or was when its holder was killed: nobody beats there either.
  if (by?.host !== hostname()) return (await unwrittenFor(lockFile)) < GONE;
  if (!isRunning(by.pid)) return false;
  const birth = await birthOf(by.pid);
  if (birth !== null && by.birth !== null) return birth === by.birth;
  // Windows' fast start keeps counting the hours while the PC is off: a lock that nobody beats is nobody's.
  return !startedSince(by.since, now) && (await unwrittenFor(lockFile)) < GONE;
}

/** Milliseconds since the file was written, on the clock of the disk that it lies on: machines may disagree on the time. */
async function unwrittenFor(file: string): Promise<number> {
  const probe = tempPathIn(dirname(file));
  await writeFile(probe, "");
  try {
    const [written, now] = await Promise.all([stat(file), stat(probe)]);
    return now.mtimeMs - written.mtimeMs;
  } catch (error) {
    // Released meanwhile: the next try takes it.
    if (errorCode(error) === "ENOENT") return Infinity;
    throw error;
  } finally {
    await rm(probe, { force: true });
  }
}

/** Whether the machine was started after the instant: whoever lived then is gone, even if its id was given again. */
function startedSince(instant: string, now: string): boolean {
  // eslint-disable-next-line no-restricted-syntax -- two instants that were given are compared; no clock is read
  return Date.parse(now) - Date.parse(instant) > uptime() * 1000;
}

/** Removes a dead process's lock, unless a second process was quicker: then what it put there goes back. */
async function setAside(lockFile: string, expected: string): Promise<void> {
  const aside = tempPathIn(dirname(lockFile));
  try {
    await retryWhileBusy(() => rename(lockFile, aside));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return;
    throw error;
  }
  const taken = await readFile(aside);
  if (taken.toString("utf8") !== expected) await writeNew(lockFile, taken);
  await retryWhileBusy(() => rm(aside));
}

async function textOf(file: string): Promise<string | null> {
  try {
    return await readFile(file, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}

function holderIn(text: string): Holder | null {
  try {
    return holder.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
