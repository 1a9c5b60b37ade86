import { join } from "node:path";
import { readState } from "../companion/state";
import { isLocked } from "../ledger/lock";
import { millisecondsBetween } from "../schedule/zonedTime";
import { companionConfig } from "./configOption";
import type { Environment } from "./environment";
import { exitCodes } from "./exitCodes";
import { LOCK_FILE, type StartOptions } from "./startCommand";
import { startWords as words } from "./startWords";
import { statusLines } from "./statusLines";

const HOUR = 60 * 60_000;

/** Says what the companion did last, what it will do next, and what is wrong. */
export async function statusCommand(options: StartOptions, environment: Environment): Promise<number> {
  const { terminal, clock } = environment;
  const { data, mail } = await companionConfig(options, environment);
  const state = await readState(data);
  if (state === null) {
    terminal.print(words.never);
    return exitCodes.done;
  }
  // The process's number alone would not do: after a power cut another program may have it.
  const runs = state.stoppedAt === null && (await isLocked(join(data, LOCK_FILE), clock.now()));
  // Two hours of the night are without ticks.
  const isStale = state.tickedAt !== null && millisecondsBetween(state.tickedAt, clock.now()) > 3 * HOUR;
  if (runs) terminal.print(isStale ? words.stale : words.running);
  for (const line of statusLines(state, { isRunning: runs, hasMailbox: mail !== null })) terminal.print(line);
  return exitCodes.done;
}
