import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { CompanionAdapters } from "../companion/adapters";
import { followRegister, newRegisterMemory, type RegisterMemory } from "../companion/followRegister";
import { hasMailToHandOver } from "../companion/handOver";
import { isDone } from "../companion/registerState";
import { readState, writeState, type Warning } from "../companion/state";
import type { Config, RegisterConfig } from "../config/config";
import { LedgerLocked, takeLock } from "../ledger/lock";
import { newFileMemory } from "../living/lookAtFile";
import type { Mailer } from "../mail/mailer";
import { due } from "../schedule/due";
import { rhythmAsked } from "../schedule/rhythm";

/** The process that takes the jobs, for the state that it writes. */
export type QueueWorker = { readonly pid: number; readonly startedAt: string; readonly logs: string };

/**
 * The work of a job: what `tacite start` does at a look at one register, where something is due or a mail waits. Its
 * state lies in the register's own folder, so that the next job may be done by any machine. Gives back the job's function.
 */
export function registerJob({ mail }: Config, worker: QueueWorker, adapters: CompanionAdapters) {
  const memories = new Map<string, RegisterMemory>();
  return async (register: RegisterConfig): Promise<"idle" | "busy" | "done"> => {
    const { name, out } = register;
    const asked = adapters.now();
    const kept = memories.get(name) ?? newRegisterMemory();
    memories.set(name, kept);
    const stateBefore = async () => (await readState(out))?.registers.find((each) => each.name === name) ?? null;
    const isIdle = async () => {
      const rhythm = rhythmAsked(register.rhythm, (await stateBefore())?.seen ?? null);
      const events = await adapters.readEvents(out);
      const hasMail = hasMailToHandOver(events, { register, mail, memory: kept, now: asked, isStart: false });
      return !hasMail && due(asked, rhythm, isDone(events, name, asked)).length === 0;
    };
    // What cannot be read is told by the work itself.
    if (await isIdle().catch(() => false)) return "idle";
    await mkdir(out, { recursive: true });
    const lock = await takeLock(join(out, "tacite.lock"), asked).catch((error: unknown) => {
      // Another worker is at it, or was and its machine is gone: a later job takes its place.
      if (error instanceof LedgerLocked) return null;
      throw error;
    });
    if (lock === null) return "busy";
    // Another worker may have sent a mail since: it is no clock that was set back.
    const now = adapters.now();
    try {
      const warnings: Warning[] = [];
      const mailer = async (): Promise<Mailer | null> => {
        const found = mail === null ? null : await adapters.mailer();
        if (found === null || typeof found === "function") return found;
        warnings.push(found);
        return null;
      };
      const before = await stateBefore();
      // The workbook is not kept: there may be thousands.
      const memory = { ...kept, files: newFileMemory() };
      const state = await followRegister({ register, mail, mailer, before, memory, now, isStart: false, adapters });
      await lock.confirm();
      await writeState(out, {
        version: 1,
        ...worker,
        tickedAt: now,
        stoppedAt: null,
        warnings,
        registers: [state],
      });
      return "done";
    } finally {
      await lock.release();
    }
  };
}
