import { createHash } from "node:crypto";
import { parseEvent, type LedgerEvent, type NewEvent } from "./events";

/** The chain's end: how many events it has and the hash of the last. Printed in each digest, so that a cut tail is seen. */
export type LedgerHead = { readonly count: number; readonly hash: string };

export const EMPTY_HEAD: LedgerHead = { count: 0, hash: "0".repeat(64) };

export type BreakReason = "unreadable" | "unknownEvent" | "wrongHash" | "wrongPrevious" | "wrongNumber";

/** The ledger was altered: the line (from 1) is not what was written, or does not follow the one before. */
export class LedgerBroken extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly reason: BreakReason,
  ) {
    super(`Ledger ${file} is broken at line ${line}: ${reason}`);
    this.name = "LedgerBroken";
  }
}

/** What a ledger's bytes hold: its sound events, and the length in bytes of their lines; anything after is a torn last line. */
export type ChainContent = {
  readonly events: readonly LedgerEvent[];
  readonly soundBytes: number;
  readonly isTorn: boolean;
};

const HASH_FIELD = /,"hash":"([0-9a-f]{64})"\}$/;
const HASH_FIELD_LENGTH = `,"hash":"${EMPTY_HEAD.hash}"}`.length;

export function sha256Of(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The event chained to the head, and its line. The hash covers the line's own bytes before it, closed by "}". */
export function chained(
  event: NewEvent,
  head: LedgerHead,
  at: string,
): { readonly event: LedgerEvent; readonly line: string } {
  const link = { seq: head.count + 1, at, prev: head.hash };
  const body = JSON.stringify({ ...link, ...event });
  const hash = sha256Of(body);
  return { event: { ...event, ...link, hash }, line: `${body.slice(0, -1)},"hash":"${hash}"}\n` };
}

/**
 * Reads a ledger's bytes and proves the chain. A last line without its end or without sense is what a crash leaves: it is not an event.
 * Throws LedgerBroken (naming `file`) for anything else that is not as written.
 */
export function readChain(bytes: Buffer, file: string): ChainContent {
  const events: LedgerEvent[] = [];
  let head = EMPTY_HEAD;
  let start = 0;
  for (let end = bytes.indexOf("\n"); end !== -1; end = bytes.indexOf("\n", start)) {
    const read = readLine(bytes.subarray(start, end), head);
    if (read === "unreadable" && end === bytes.length - 1) break;
    if (typeof read === "string") throw new LedgerBroken(file, head.count + 1, read);
    events.push(read);
    head = { count: read.seq, hash: read.hash };
    start = end + 1;
  }
  return { events, soundBytes: start, isTorn: start < bytes.length };
}

function readLine(line: Buffer, head: LedgerHead): LedgerEvent | BreakReason {
  const value = jsonOf(line.toString("utf8"));
  if (value === null) return "unreadable";
  const hash = HASH_FIELD.exec(line.toString("utf8"))?.[1];
  const body = line.subarray(0, Math.max(0, line.length - HASH_FIELD_LENGTH));
  if (hash === undefined || sha256Of(Buffer.concat([body, Buffer.from("}")])) !== hash) return "wrongHash";
  const event = parseEvent(value);
  if (event === null) return "unknownEvent";
  if (event.prev !== head.hash) return "wrongPrevious";
  if (event.seq !== head.count + 1) return "wrongNumber";
  return event;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
