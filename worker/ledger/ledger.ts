import { mkdir, open, readFile, type FileHandle } from "node:fs/promises";
import { dirname } from "node:path";
import { errorCode } from "../files/errorCode";
import { writeNew } from "../files/writeAtomic";
import { chained, EMPTY_HEAD, LedgerBroken, readChain, type ChainContent, type LedgerHead } from "./chain";
import { checkNewEvent, isLetterEvent, letterId, type DeliveryEvent, type LedgerEvent, type NewEvent } from "./events";
import { takeLock, type Lock } from "./lock";

/** The ledger's name in the output folder. */
export const LEDGER_FILE = "journal-tacite.jsonl";

/** A ledger open for writing; one process at a time has it. */
export type Ledger = {
  /** All events, oldest first. */
  events(): readonly LedgerEvent[];
  /**
   * Resolves once the event is on the disk; calls are written in their order. Throws LedgerLocked when the lock was lost
   * to another machine, LedgerBroken when the ledger no longer ends as it did.
   */
  append(event: NewEvent): Promise<LedgerEvent>;
  head(): LedgerHead;
  /** Waits for what is being written, then lets other processes in. */
  close(): Promise<void>;
};

/** A delivery event about a letter that the ledger never saw generated: a bug of the caller, nothing is written. */
class LetterUnknown extends Error {
  constructor(readonly event: NewEvent) {
    super(`No such letter in the ledger: ${JSON.stringify(event)}`);
    this.name = "LetterUnknown";
  }
}

/**
 * Opens the ledger for writing, creating it when absent; `now` gives the present instant in ISO form.
 * Throws LedgerLocked when another process has it, LedgerBroken when it was altered.
 */
export async function openLedger(file: string, clock: { readonly now: () => string }): Promise<Ledger> {
  await mkdir(dirname(file), { recursive: true });
  const lock = await takeLock(`${file}.lock`, clock.now());
  try {
    const content = await readLedger(file);
    const handle = await openForWriting(file);
    return ledgerOn(file, handle, content, clock.now, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Reads a ledger without taking it; an absent file is an empty ledger. Throws LedgerBroken when it was altered. */
export async function readLedger(file: string): Promise<ChainContent> {
  try {
    return readChain(await readFile(file), file);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return { events: [], soundBytes: 0, isTorn: false };
    throw error;
  }
}

/** Where a list of events ends. */
export function headOf(events: readonly LedgerEvent[]): LedgerHead {
  const last = events.at(-1);
  return last === undefined ? EMPTY_HEAD : { count: last.seq, hash: last.hash };
}

function ledgerOn(file: string, handle: FileHandle, content: ChainContent, now: () => string, lock: Lock): Ledger {
  const events = [...content.events];
  const generated = new Set(events.filter((event) => event.event === "generated").map(letterId));
  let size = content.soundBytes;
  let writing: Promise<unknown> = Promise.resolve();
  let open = true;

  async function write(checked: NewEvent): Promise<LedgerEvent> {
    if (needsLetter(checked) && !generated.has(letterId(checked))) throw new LetterUnknown(checked);
    const head = headOf(events);
    await lock.confirm();
    await confirmHead(handle, size, head, file);
    const { event, line } = chained(checked, head, now());
    // Whatever lies beyond the sound lines is a write that a crash or a full disk cut short.
    await handle.truncate(size);
    const bytes = Buffer.from(line);
    await writeFully(handle, bytes, size);
    await handle.sync();
    size += bytes.length;
    events.push(event);
    if (event.event === "generated") generated.add(letterId(event));
    return event;
  }

  return {
    events: () => events,
    head: () => headOf(events),
    append(event) {
      if (!open) return Promise.reject(new Error("The ledger is closed"));
      const written = writing.then(() => write(checkNewEvent(event)));
      writing = written.catch(() => undefined);
      return written;
    },
    async close() {
      if (!open) return;
      open = false;
      await writing;
      await handle.close();
      await lock.release();
    },
  };
}

function needsLetter(event: NewEvent): event is DeliveryEvent {
  return isLetterEvent(event) && event.event !== "prepared" && event.event !== "generated";
}

/** The last sound line on the disk is still the one that was read or written last, by its hash at the end of it. */
async function confirmHead(handle: FileHandle, size: number, head: LedgerHead, file: string): Promise<void> {
  if (head.count === 0) return;
  const end = `${head.hash}"}\n`;
  const found = await handle.read(Buffer.alloc(end.length), 0, end.length, size - end.length);
  if (found.buffer.toString("latin1") !== end) throw new LedgerBroken(file, head.count, "wrongHash");
}

async function writeFully(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

/** "r+" and not "a": appended writes ignore their position, and a torn line could then not be replaced. */
async function openForWriting(file: string): Promise<FileHandle> {
  await writeNew(file, Buffer.alloc(0));
  return open(file, "r+");
}
