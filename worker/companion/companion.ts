import type { Config } from "../config/config";
import type { Mailer } from "../mail/mailer";
import { millisecondsBetween, type Instant } from "../schedule/zonedTime";
import type { CompanionAdapters } from "./adapters";
import { companionWords as words } from "./companionWords";
import { followRegister, newRegisterMemory, type FollowInput } from "./followRegister";
import type { CompanionState, Warning } from "./state";

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
  /** How long one look at one register may hold back the others, in milliseconds; a quarter of an hour unless said. */
  readonly patience?: number;
};

/** More than a whole conversation with the mail's server: only a disk or a share that never answers takes so long. */
const LONGEST_LOOK = 15 * 60_000;

/** Ticks are ten minutes apart, but for two hours at night: who comes after longer has slept, or his clock was moved. */
const AWAKE = 25 * 60_000;

/** The companion of these registers; nothing is done before the first tick. */
export async function companionOf(
  config: Config,
  { pid, logs, machineWarnings, patience = LONGEST_LOOK }: CompanionOptions,
  adapters: CompanionAdapters,
): Promise<Companion> {
  const before = await adapters.readState();
  const followedWith = config.registers.map((register) => ({ register, memory: newRegisterMemory() }));
  const states = new Map(before?.registers.map((state) => [state.name, state]));
  /** By name, those at which a look is under way: there are never two at one register. */
  const looking = new Set<string>();
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
      registers: config.registers.flatMap(({ name }) => states.get(name) ?? []),
    };
    try {
      await adapters.writeState(state);
    } catch (error) {
      // What it says can wait; the work cannot.
      adapters.log.write("error", "stateNotWritten", { error });
    }
  }

  /** Looks at the register for as long as it may hold back the others, and says what is wrong with that. */
  async function look(input: FollowInput): Promise<Warning | null> {
    const { name } = input.register;
    looking.add(name);
    const looked = followRegister(input).then(
      (state) => {
        looking.delete(name);
        states.set(name, state);
        return null;
      },
      (error: unknown) => {
        // A bug, or a machine that fails: the other registers still have their turn.
        looking.delete(name);
        adapters.log.write("error", "followFailed", { register: name, error });
        return { code: "followFailed", sentence: words.followFailed(name) };
      },
    );
    return within(patience, looked, () => {
      adapters.log.write("warn", "notReached", { register: name });
      return notReached(name);
    });
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
      const failed: Warning[] = [];
      for (const { register, memory } of followedWith) {
        const before = states.get(register.name) ?? null;
        const input = { register, mail: config.mail, mailer, before, memory, now, isStart, adapters };
        const warning = looking.has(register.name) ? notReached(register.name) : await look(input);
        if (warning !== null) failed.push(warning);
      }
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

function notReached(register: string): Warning {
  return { code: "notReached", sentence: words.notReached(register) };
}

/** What the work comes to, or what is said where it takes longer than so many milliseconds; it then goes on by itself. */
async function within<T>(milliseconds: number, work: Promise<T>, late: () => T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late()), milliseconds);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
