import type { Config, RegisterConfig } from "../config/config";
import type { Log } from "../log/log";
import type { connect } from "./redis";

const QUEUE = "registres";
const PREFIX = "tacite";
/** As often as the companion of one machine looks at its registers. */
const EVERY = 10 * 60_000;
/** How often is looked for jobs whose worker is gone; the sign of life that it gave last holds for half a minute. */
const STALLED = 10_000;

type Connected = Awaited<ReturnType<typeof connect>>;

/**
 * Gives each register its job scheduler, named as the register, and takes jobs one at a time until it is stopped. The
 * configuration of the worker that started last says which registers there are.
 */
export async function startQueue(
  { registers }: Pick<Config, "registers">,
  { libraries, redis }: Connected,
  work: (register: RegisterConfig) => Promise<string>,
  log: Log,
): Promise<{ readonly stop: () => Promise<void> }> {
  const { Queue, Worker } = libraries.bullmq;
  const known = new Map(registers.map((register) => [register.name, register]));
  const queue = new Queue(QUEUE, { connection: redis, prefix: PREFIX });
  const worker = new Worker(
    QUEUE,
    async ({ name }) => {
      const register = known.get(name);
      // Another worker has a newer configuration.
      if (register === undefined) log.write("warn", "registerUnknown", { register: name });
      else await work(register);
    },
    { connection: redis, prefix: PREFIX, autorun: false, concurrency: 1, stalledInterval: STALLED },
  );
  let isLost = false;
  const onError = (error: Error) => {
    if (!isLost) log.write("warn", "queueLost", { error });
    isLost = true;
  };
  queue.on("error", onError);
  worker.on("error", onError);
  worker.on("active", () => {
    isLost = false;
  });
  worker.on("stalled", () => log.write("warn", "jobTakenAgain"));
  worker.on("failed", (job, error) => log.write("error", "jobFailed", { register: job?.name ?? "", error }));

  for (const { key } of await queue.getJobSchedulers()) if (!known.has(key)) await queue.removeJobScheduler(key);
  for (const name of known.keys()) {
    const opts = { removeOnComplete: true, removeOnFail: true };
    await queue.upsertJobScheduler(name, { every: EVERY }, { name, opts });
  }
  const working = worker.run();
  return {
    stop: async () => {
      await worker.close();
      await working;
      await queue.close();
      await redis.quit();
    },
  };
}
