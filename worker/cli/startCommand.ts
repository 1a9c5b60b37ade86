import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { companionOf } from "../companion/companion";
import type { Config } from "../config/config";
import { LedgerLocked, takeLock } from "../ledger/lock";
import { logFolder, openLog, type Log } from "../log/log";
import { startTicks } from "../schedule/ticks";
import { companionAdapters } from "./companionAdapters";
import { companionConfig } from "./configOption";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";
import { localServer, type LocalServer } from "./localServer";
import { startWords as words } from "./startWords";
import { statusLines } from "./statusLines";
import { readState } from "../companion/state";
import { VERSION } from "./version";

/** What the command line says: a configuration, or one register without any. */
export type StartOptions = { readonly config: string; readonly register: string | null };

/** In the data folder: whoever holds it follows the registers. */
export const LOCK_FILE = "tacite.lock";

/** Follows the registers until it is asked to stop. */
export async function startCommand(options: StartOptions, environment: Environment): Promise<number> {
  const { clock, stopAsked, terminal } = environment;
  // A signal may come while the first turns are being caught up.
  const asked = stopAsked();
  const config = await companionConfig(options, environment);
  const { data } = config;
  await mkdir(data, { recursive: true });
  const lock = await takeLock(join(data, LOCK_FILE), clock.now()).catch((error: unknown) => {
    if (!(error instanceof LedgerLocked)) throw error;
    terminal.warn(words.alreadyRuns(error.pid, error.lockFile));
    return null;
  });
  if (lock === null) return exitCodes.alreadyRunning;
  try {
    const logs = logFolder(data);
    const log = openLog(logs, { now: clock.now });
    try {
      log.write("info", "started", { version: VERSION });
      const server = await localServer(config, log, environment);
      try {
        await follow(config, { logs, log, server, asked }, environment);
      } finally {
        await server.close();
      }
      log.write("info", "stopped");
      return exitCodes.done;
    } catch (error) {
      log.write("error", "startFailed", { error });
      throw error;
    } finally {
      await log.close();
    }
  } finally {
    await lock.release();
  }
}

type Started = {
  readonly logs: string;
  readonly log: Log;
  readonly server: LocalServer;
  readonly asked: Promise<void>;
};

async function follow(config: Config, { logs, log, server, asked }: Started, environment: Environment): Promise<void> {
  const { terminal } = environment;
  const machine = { pid: process.pid, logs, machineWarnings: server.warnings };
  const companion = await companionOf(config, machine, companionAdapters(config, log, environment));
  const tick = async () => {
    await server.watch();
    await companion.tick();
  };
  let working = tick();
  await working;
  terminal.print(words.started(config.registers.length));
  if (server.port !== null) terminal.print(words.serving(server.port));
  const state = await readState(config.data);
  const around = { isRunning: true, hasMailbox: config.mail !== null };
  for (const line of state === null ? [] : statusLines(state, around)) terminal.print(line);
  const ticks = startTicks(
    () => {
      working = tick();
      return working;
    },
    (error) => log.write("error", "tickFailed", { error }),
  );
  await asked;
  terminal.print(words.stopping);
  await ticks.stop();
  // A tick that failed was told by the log.
  await working.catch(() => undefined);
  await companion.stop();
}
