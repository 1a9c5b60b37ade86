import type { Config } from "../config/config";
import type { Mailer } from "../mail/mailer";
import { millisecondsBetween, type Instant } from "../schedule/zonedTime";
import type { CompanionAdapters } from "./adapters";
import { companionWords as words } from "./companionWords";
import { followRegister, newRegisterMemory } from "./followRegister";
import type { CompanionState, RegisterState, Warning } from "./state";

export type Companion = {
  /** Looks at each register in turn and does what is due. Never throws. */
  readonly tick: () => Promise<void>;
  /** Says in the state that it was asked to stop. */
  readonly stop: () => Promise<void>;
};

/** What the companion is told once, when it starts. */
export type CompanionOptions = {
  readonly pid: number;
  readonly logs: string | null;
  /** What is wrong with this machine, asked at each tick: the server, its certificate. */
  readonly machineWarnings: () => readonly Warning[];
};

/** Ticks are ten minutes apart, but for two hours at night: who comes after longer has slept, or his clock was moved. */
const AWAKE = 25 * 60_000;

/** The companion of these registers; nothing is done before the first tick. */
export async function companionOf(
  config: Config,
  { pid, logs, machineWarnings }: CompanionOptions,
  adapters: CompanionAdapters,
): Promise<Companion> {
  const before = await adapters.readState();
  const followedWith = config.registers.map((register) => ({ register, memory: newRegisterMemory() }));
  let registers: readonly RegisterState[] = before?.registers ?? [];
  let restsSince: Instant | null = null;
  let followWarnings: readonly Warning[] = [];
  let mailWarning: Warning | null = null;
  const startedAt = adapters.now();

  async function saved(now: Instant, stoppedAt: Instant | null): Promise<void> {
    const warnings = [...(mailWarning === null ? [] : [mailWarning]), ...followWarnings, ...machineWarnings()];
    const state: CompanionState = {
      version: 1,
      pid,
      startedAt,
      tickedAt: now,
      stoppedAt,
      warnings,
      logs,
      registers,
    };
    try {
      await adapters.writeState(state);
    } catch (error) {
      // What it says can wait; the work cannot.
      adapters.log.write("error", "stateNotWritten", { error });
    }
  }

  return {
    tick: async () => {
      const now = adapters.now();
      const isStart = restsSince === null || Math.abs(millisecondsBetween(restsSince, now)) > AWAKE;
      let asked: Promise<Mailer | null> | null = null;
      const mailer = () => {
        asked ??= askMailer();
        return asked;
      };
      const askMailer = async (): Promise<Mailer | null> => {
        if (config.mail === null) return null;
        const found = await adapters.mailer();
        mailWarning = typeof found === "function" ? null : found;
        return typeof found === "function" ? found : null;
      };
      const followed: RegisterState[] = [];
      const failed: Warning[] = [];
      for (const { register, memory } of followedWith) {
        const last = registers.find(({ name }) => name === register.name) ?? null;
        const input = { register, mail: config.mail, mailer, before: last, memory, now, isStart, adapters };
        try {
          followed.push(await followRegister(input));
        } catch (error) {
          // A bug, or a machine that fails: the other registers still have their turn.
          adapters.log.write("error", "followFailed", { register: register.name, error });
          failed.push({ code: "followFailed", sentence: words.followFailed(register.name) });
          if (last !== null) followed.push(last);
        }
      }
      registers = followed;
      followWarnings = failed;
      await saved(now, null);
      // A tick that waits for a server for long is no sleep.
      restsSince = adapters.now();
    },
    stop: async () => {
      const now = adapters.now();
      await saved(now, now);
    },
  };
}
