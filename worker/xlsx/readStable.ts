import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { diskFaultOf } from "../files/diskFault";
import { errorCode } from "../files/errorCode";
import { unreadableReason } from "./unreadableReason";
import { passingCodes, WorkbookUnreadable, type UnreadableCode } from "./workbookUnreadable";

/** `modifiedAt` is an ISO instant, `size` is in bytes. */
export type StableFile = {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly modifiedAt: string;
  readonly size: number;
};

export type ReadStableOptions = {
  readonly attempts: number;
  readonly delayMs: number;
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** A file that is being replaced is missing for an instant; a mistyped path stays so, and its user waits. */
const ATTEMPTS_WHEN_MISSING = 2;

/**
 * A workbook's bytes as one consistent copy, read again while Excel or a synchroniser is still writing it,
 * or while the disk does not answer.
 * @throws WorkbookUnreadable with the last reason once the attempts are used up, at once when waiting cannot help.
 */
export async function readStable(file: string, { attempts, delayMs, wait }: ReadStableOptions): Promise<StableFile> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readOnce(file);
    } catch (error) {
      if (!(error instanceof WorkbookUnreadable) || !passingCodes.has(error.code)) throw error;
      const most = error.code === "fileMissing" ? Math.min(attempts, ATTEMPTS_WHEN_MISSING) : attempts;
      if (attempt >= most) throw error;
      await wait(delayMs);
    }
  }
}

async function readOnce(file: string): Promise<StableFile> {
  const before = await fromDisk(() => stat(file));
  if (before.isDirectory()) throw new WorkbookUnreadable("folder");
  const bytes = await fromDisk(() => readFile(file));
  const after = await fromDisk(() => stat(file));
  const changed = after.size !== before.size || after.mtimeMs !== before.mtimeMs || bytes.length !== after.size;
  const reason = changed ? "fileTruncated" : unreadableReason(bytes);
  if (reason !== null) throw new WorkbookUnreadable(reason);
  return {
    bytes,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    modifiedAt: after.mtime.toISOString(),
    size: bytes.length,
  };
}

const diskReasons: Readonly<Record<string, UnreadableCode>> = {
  ENOENT: "fileMissing",
  EBUSY: "fileLocked",
  EACCES: "fileLocked",
  EPERM: "fileLocked",
};

async function fromDisk<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const reason = diskReasons[errorCode(error)] ?? diskFaultOf(error);
    throw reason === null ? error : new WorkbookUnreadable(reason, { cause: error });
  }
}
