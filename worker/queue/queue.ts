import type { Config, RegisterConfig } from "../config/config";
import type { Log } from "../log/log";
import type { Connected } from "./redis";

const QUEUE = "registres";
const PREFIX = "tacite";
/** As often as the companion of one machine looks at its registers. */
const EVERY = 10 * 60_000;
/** How often is looked for jobs whose worker is gone; the sign of life that it gave last holds for half a minute. */
const STALLED = 10_000;
/** Is with Redis once the registers are: a Redis that has lost everything has lost it too. */
const DECLARED = "tacite:declared";
const HOUR = 60 * 60_000;

/**
 * Gives each register its job scheduler, named as the register, and takes jobs one at a time until it is stopped. The
 * configuration of the worker that started last says which registers there are; a Redis that comes back empty is given
 * them again. Throws what keeps it from starting; the connection is the caller's to close.
 */
export async function startQueue(
  { registers }: Pick<Config, "registers">,
  { libraries, redis, letGo }: Connected,
  work: (register: RegisterConfig) => Promise<string>,
  log: Log,
): Promise<{ readonly stop: () => Promise<void> }> {
  const { Queue, Worker } = libraries.bullmq;
  const known = new Map(registers.map((register) => [register.name, register]));
  let current: Promise<unknown> = Promise.resolve();
  const queue = new Queue(QUEUE, { connection: redis, prefix: PREFIX });
  const worker = new Worker(
    QUEUE,
    async ({ name }) => {
      const register = known.get(name);
      // Another worker has a newer configuration.
      if (register === undefined) {
        log.write("warn", "registerUnknown", { register: name });
        return;
      }
      const working = work(register);
      current = working.catch(() => undefined);
      await working;
    },
    { connection: redis, prefix: PREFIX, autorun: false, concurrency: 1, stalledInterval: STALLED },
  );
  let isLost = false;
  let isStopping = false;
  const onError = (error: unknown) => {
    if (!isLost && !isStopping) log.write("warn", "queueLost", { error });
    isLost = true;
  };
  queue.on("error", onError);
  worker.on("error", onError);
  worker.on("active", () => {
    isLost = false;
  });
  worker.on("stalled", () => log.write("warn", "jobTakenAgain"));
  worker.on("failed", (job, error) => log.write("error", "jobFailed", { register: job?.name ?? "", error }));

  const declare = async () => {
    for (const { key } of await queue.getJobSchedulers()) if (!known.has(key)) await queue.removeJobScheduler(key);
    for (const name of known.keys()) {
      const opts = { removeOnComplete: true, removeOnFail: true };
      await queue.upsertJobScheduler(name, { every: EVERY }, { name, opts });
    }
    await redis.set(DECLARED, "1");
  };
  // Not where the registers are still there: a worker with an older configuration would bring back those taken out since.
  const declareAgain = async () => {
    try {
      if ((await redis.exists(DECLARED)) === 0) await declare();
    } catch (error) {
      onError(error);
    }
  };
  const onReady = () => void declareAgain();

  try {
    await declare();
  } catch (error) {
    await worker.close(true);
    await queue.close();
    throw error;
  }
  redis.on("ready", onReady);
  const hourly = setInterval(onReady, HOUR);
  const working = worker.run().catch(onError);
  return {
    stop: async () => {
      isStopping = true;
      clearInterval(hourly);
      redis.off("ready", onReady);
      letGo();
      // Without Redis nothing more can be said to it, but the register in progress is finished.
      const isThere = redis.status === "ready";
      await Promise.all([worker.close(!isThere), current]);
      await queue.close();
      redis.disconnect();
      // What was asked of a Redis that is gone is never answered, nor given up.
      if (isThere) await working;
    },
  };
}
