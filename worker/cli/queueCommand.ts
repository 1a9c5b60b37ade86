import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../config/config";
import { ConfigInvalid } from "../config/readConfig";
import { configWords } from "../config/configWords";
import { LedgerLocked, takeLock, type Lock } from "../ledger/lock";
import { logFolder, openLog } from "../log/log";
import { startQueue } from "../queue/queue";
import { queueWords as words } from "../queue/queueWords";
import { connect, type Connected } from "../queue/redis";
import { registerJob } from "../queue/registerJob";
import { confirmShared, sharedProblems } from "../queue/sharedFolder";
import { companionAdapters } from "./companionAdapters";
import { configFrom } from "./configOption";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";
import { VERSION } from "./version";

/** Takes registers from the queue at the address until it is asked to stop. */
export async function queueCommand(
  { config: file, queue: address }: { readonly config: string; readonly queue: string },
  environment: Environment,
): Promise<number> {
  const { stopAsked, newRegisterId } = environment;
  const asked = stopAsked();
  const config = await configFrom(file, environment);
  const { shared } = config;
  const wrong = sharedProblems(config);
  if (shared === null || wrong.length > 0) {
    throw new ConfigInvalid(file, [configWords.title(file, wrong.length), ...wrong]);
  }
  const connected = await connect(address);
  try {
    await confirmShared(shared, connected.redis, newRegisterId);
    await takeJobs(config, connected, asked, environment);
    return exitCodes.done;
  } finally {
    connected.redis.disconnect();
  }
}

async function takeJobs(
  config: Config,
  connected: Connected,
  asked: Promise<void>,
  environment: Environment,
): Promise<void> {
  const { clock, terminal } = environment;
  const { folder, lock } = await ownFolder(config.data, clock.now());
  const logs = logFolder(folder);
  const log = openLog(logs, { now: clock.now });
  try {
    log.write("info", "started", { version: VERSION, count: config.registers.length });
    const adapters = {
      ...companionAdapters(config, log, environment),
      // Nobody sits before this machine.
      show: () => Promise.reject(new Error("No screen")),
    };
    const worker = { pid: process.pid, startedAt: clock.now(), logs };
    const { stop } = await startQueue(config, connected, registerJob(config, worker, adapters), log);
    terminal.print(words.started(config.registers.length));
    await asked;
    await stop();
    log.write("info", "stopped");
  } finally {
    await log.close();
    await lock.release();
  }
}

/** Several workers of one machine have a folder each for their logs: the first that is free. */
async function ownFolder(data: string, now: string): Promise<{ readonly folder: string; readonly lock: Lock }> {
  for (let number = 1; ; number += 1) {
    const folder = join(data, `ouvrier-${String(number)}`);
    await mkdir(folder, { recursive: true });
    try {
      return { folder, lock: await takeLock(join(folder, "tacite.lock"), now) };
    } catch (error) {
      if (!(error instanceof LedgerLocked)) throw error;
    }
  }
}
