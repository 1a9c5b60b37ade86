import { createHash, randomBytes } from "node:crypto";
import { link, open, readdir, rename, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { errorCode } from "./errorCode";
import { isRunning } from "./processes";

/** Process ids say nothing across the machines of a shared folder: a temporary file also names its machine. */
const MACHINE = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const TEMP_NAME = /^\.tacite-([0-9a-f]{8})-(\d+)-[0-9a-f]{16}\.tmp$/;

/** On Windows an antivirus, a synchroniser or Word holds a file for an instant: these codes are worth another try. */
const BUSY_CODES = ["EPERM", "EBUSY", "EACCES"];
const BUSY_PAUSES_MS = [20, 40, 80, 160, 320];

const NO_LINK_CODES = ["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK"];
const NO_FOLDER_SYNC_CODES = ["EPERM", "EACCES", "EISDIR", "EINVAL", "ENOTSUP", "EBADF"];

/**
 * Writes the whole file or nothing: after a crash at any instant the path holds its old bytes or the new ones.
 * Replaces what was there. Throws the system's error when it cannot (folder missing, disk full, file held open on Windows).
 */
export async function writeAtomic(path: string, bytes: Uint8Array): Promise<void> {
  const temp = await writeTemp(dirname(path), bytes);
  try {
    await retryWhileBusy(() => rename(temp, path));
  } catch (error) {
    await discard(temp);
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Like `writeAtomic`, but never replaces a file: when the path is taken nothing is written and `exists` is true. */
export async function writeNew(path: string, bytes: Uint8Array): Promise<{ readonly exists: boolean }> {
  const temp = await writeTemp(dirname(path), bytes);
  try {
    await placeByLink(temp, path);
  } catch (error) {
    await discard(temp);
    if (errorCode(error) === "EEXIST") return { exists: true };
    throw error;
  }
  await syncFolder(dirname(path));
  return { exists: false };
}

/** Removes what this machine's killed writers left behind in the folder; a file that a living process is writing stays. */
export async function removeStaleTemps(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const [, machine, id] = TEMP_NAME.exec(name) ?? [];
    const pid = Number(id);
    if (machine !== MACHINE || (pid !== process.pid && isRunning(pid))) continue;
    await discard(join(folder, name));
  }
}

/** A name in the folder that no other writer uses, and that `removeStaleTemps` recognises after a crash. */
export function tempPathIn(folder: string): string {
  return join(folder, `.tacite-${MACHINE}-${process.pid}-${randomBytes(8).toString("hex")}.tmp`);
}

/** Runs the action again, for about half a second in all, while the system says that the file is in use. */
export async function retryWhileBusy<T>(action: () => Promise<T>): Promise<T> {
  for (const wait of BUSY_PAUSES_MS) {
    try {
      return await action();
    } catch (error) {
      if (!BUSY_CODES.includes(errorCode(error))) throw error;
      await pause(wait);
    }
  }
  return action();
}

/**
 * Moves the temporary file to a free path on a disk without hard links (FAT, some shares): the path is first claimed by an empty file.
 * A crash in between leaves that empty file. Throws EEXIST when the path is taken.
 *
 * @internal Tested by itself.
 */
export async function placeByClaim(temp: string, path: string): Promise<void> {
  await (await open(path, "wx")).close();
  await retryWhileBusy(() => rename(temp, path));
}

async function placeByLink(temp: string, path: string): Promise<void> {
  try {
    await link(temp, path);
  } catch (error) {
    if (!NO_LINK_CODES.includes(errorCode(error))) throw error;
    await placeByClaim(temp, path);
    return;
  }
  await discard(temp);
}

async function writeTemp(folder: string, bytes: Uint8Array): Promise<string> {
  const temp = tempPathIn(folder);
  const handle = await open(temp, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await discard(temp);
    throw error;
  }
  await handle.close();
  return temp;
}

/** Windows does not let a folder be flushed; there the rename itself is journalled. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (!NO_FOLDER_SYNC_CODES.includes(errorCode(error))) throw error;
  }
}

async function discard(path: string): Promise<void> {
  try {
    await retryWhileBusy(() => unlink(path));
  } catch (error) {
    // What cannot be removed now is removed by a later start; it must not hide the outcome of the write.
    if (!TEMP_NAME.test(basename(path))) throw error;
  }
}
