import { readFile, rename, rm } from "node:fs/promises";
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

const TRIES = 5;

/**
 * Takes the lock file for this process; `since` is the present instant (ISO). Gives back the function that releases it.
 * A lock left by a process that is gone is taken over. Throws LedgerLocked when it is held.
 */
export async function takeLock(lockFile: string, since: string): Promise<() => Promise<void>> {
  const mine: Holder = { pid: process.pid, birth: await birthOf(process.pid), host: hostname(), since };
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (!(await writeNew(lockFile, Buffer.from(JSON.stringify(mine)))).exists) {
      return () => retryWhileBusy(() => rm(lockFile, { force: true }));
    }
    const found = await textOf(lockFile);
    if (found === null) continue;
    const by = holderIn(found);
    if (by === null || (await isHeld(by, since))) throw new LedgerLocked(lockFile, by);
    await setAside(lockFile, found);
  }
  throw new LedgerLocked(lockFile, null);
}

async function isHeld(by: Holder, now: string): Promise<boolean> {
  // Nothing can be known of a process on another machine that shares the folder.
  if (by.host !== hostname()) return true;
  if (!isRunning(by.pid)) return false;
  const birth = await birthOf(by.pid);
  if (birth !== null && by.birth !== null) return birth === by.birth;
  return !startedSince(by.since, now);
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
