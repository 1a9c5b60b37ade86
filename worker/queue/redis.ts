import type * as Bullmq from "bullmq";
import type * as Ioredis from "ioredis";
import { errorCode } from "../files/errorCode";
import { QueueRefused } from "./queueRefused";
import { queueWords as words } from "./queueWords";

/** The libraries of the queue, which need not be installed. */
export type QueueLibraries = {
  readonly bullmq: typeof Bullmq;
  readonly ioredis: typeof Ioredis;
};

/** Loads them; rejects where they are missing. */
async function queueLibraries(): Promise<QueueLibraries> {
  const [bullmq, ioredis] = await Promise.all([import("bullmq"), import("ioredis")]);
  return { bullmq, ioredis };
}

export type Connected = {
  readonly libraries: QueueLibraries;
  readonly redis: Ioredis.Redis;
  /** From now on neither it nor those made from it come back once they are lost: what waits for Redis is rejected then. */
  readonly letGo: () => void;
};

const ANSWER_WITHIN = 5_000;
const HANG_UP_WITHIN = 200;

/**
 * A connection that has answered once, and from then on comes back by itself. `address` is a redis:// or rediss:// URL;
 * its password is never repeated. Throws QueueRefused.
 */
export async function connect(
  address: string,
  load: () => Promise<QueueLibraries> = queueLibraries,
): Promise<Connected> {
  const place = placeOf(address);
  const libraries = await load().catch((error: unknown) => {
    throw new QueueRefused(words.noLibrary, error);
  });
  let comesBack = false;
  const redis = new libraries.ioredis.Redis(address, {
    lazyConnect: true,
    connectTimeout: ANSWER_WITHIN,
    // ioredis keeps the process for so long, even where the line is closed already; every answer was awaited before.
    disconnectTimeout: HANG_UP_WITHIN,
    // BullMQ's workers wait for as long as it takes.
    maxRetriesPerRequest: null,
    retryStrategy: (times) => (comesBack ? Math.min(times * 500, 20_000) : null),
  });
  let lastError: unknown = null;
  redis.on("error", (error) => {
    lastError = error;
  });
  try {
    await redis.connect();
    await redis.ping();
    comesBack = true;
    const letGo = () => {
      comesBack = false;
    };
    return { libraries, redis, letGo };
  } catch (error) {
    redis.disconnect();
    throw new QueueRefused(refusal(place, lastError ?? error), error);
  }
}

function placeOf(address: string): string {
  if (URL.canParse(address)) {
    const { protocol, host } = new URL(address);
    if (/^rediss?:$/.test(protocol) && host !== "") return host;
  }
  throw new QueueRefused(words.badAddress);
}

function refusal(place: string, error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  if (/NOAUTH|WRONGPASS|NOPERM/.test(message)) return words.noAccess(place);
  return words.noAnswer(place, errorCode(error) || message || "aucune réponse");
}
