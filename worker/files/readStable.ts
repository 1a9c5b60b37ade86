import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { WorkbookUnreadable } from "../xlsx/workbookUnreadable";

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

/**
 * A file's bytes as one consistent copy, read again while Excel or a synchroniser is still writing it.
 * @throws WorkbookUnreadable fileMissing, fileLocked or fileTruncated once the attempts are used up.
 */
export async function readStable(file: string, { attempts, delayMs, wait }: ReadStableOptions): Promise<StableFile> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await readOnce(file);
    } catch (error) {
      if (!(error instanceof WorkbookUnreadable) || attempt >= attempts) throw error;
      await wait(delayMs);
    }
  }
}

async function readOnce(file: string): Promise<StableFile> {
  try {
    const before = await stat(file);
    const bytes = await readFile(file);
    const after = await stat(file);
    const changed = after.size !== before.size || after.mtimeMs !== before.mtimeMs || bytes.length !== after.size;
    if (changed) throw new WorkbookUnreadable("fileTruncated");
    return {
      bytes,
      sha256: createHash("sha256").update(bytes).digest("hex"),
      modifiedAt: after.mtime.toISOString(),
      size: bytes.length,
    };
  } catch (error) {
    throw unreadable(error);
  }
}

function unreadable(error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") return new WorkbookUnreadable("fileMissing", { cause: error });
  if (code === "EBUSY" || code === "EACCES" || code === "EPERM") {
    return new WorkbookUnreadable("fileLocked", { cause: error });
  }
  return error;
}
