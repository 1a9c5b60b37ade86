import type { CompanionAdapters } from "../../worker/companion/adapters";
import type { CompanionState } from "../../worker/companion/state";
import type { LedgerEvent, NewEvent } from "../../worker/ledger/events";
import type { Ledger } from "../../worker/ledger/ledger";
import { LedgerLocked } from "../../worker/ledger/lock";
import { lettersOf } from "../../worker/ledger/letters";
import type { Failure } from "../../worker/living/lookAtFile";
import { silentLog } from "../../worker/log/log";
import type { MailResult } from "../../worker/mail/mailer";
import type { OpenedRegister } from "../../worker/run/openRegister";

/** Numbers from 0 to 1 that come again the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

class PowerCut extends Error {}

/** `unreadable` and `unforeseen` leave the stamp as it was, `mute` hides it, and `gone` is a folder that cannot be listed. */
export type FileFault =
  "none" | "half" | "missing" | "damaged" | "secondVersion" | "unreadable" | "unforeseen" | "mute" | "gone";
export type ServerMood = "well" | "refuses" | "cutsBeforeAnswer";

const file = "/registre/contrats.xlsx";
const paneFile = "/données/copies/registre.xlsx";
const failures: Readonly<Record<string, Failure>> = {
  half: { code: "fileTruncated", sentence: "half", isPassing: true },
  missing: { code: "fileMissing", sentence: "missing", isPassing: true },
  damaged: { code: "damaged", sentence: "damaged", isPassing: false },
  unreadable: { code: "diskFault", sentence: "unreadable", isPassing: true },
  unforeseen: { code: "bug", sentence: "unforeseen", isPassing: false },
};

export type SimulatedMachine = ReturnType<typeof simulatedMachine>;

/**
 * A PC of which the test holds the clock, the disk, the mail server and the plug. What is on the disk outlives a cut; the
 * ledger's events are on it once `append` has resolved, or if the cut falls just after the write.
 */
export function simulatedMachine(register: OpenedRegister) {
  const disk = {
    events: [] as LedgerEvent[],
    files: new Map<string, Uint8Array>(),
    state: null as CompanionState | null,
  };
  const inbox: { readonly messageId: string; readonly at: string }[] = [];
  const world = {
    now: 0,
    fault: "none" as FileFault,
    server: "well" as ServerMood,
    hasScreen: true,
    hasPassword: true,
    /** Another process has the ledger, and does not give it back. */
    isLocked: false,
    /** When the pane has sent copies of the workbook, on a clock that may have run ahead. */
    copies: [] as number[],
    /** The power fails at this step from now; Infinity: never. */
    stepsToCut: Infinity,
    isDead: false,
    reads: 0,
    shown: [] as string[],
  };
  const now = () => new Date(world.now).toISOString();

  /** Before and after each thing done to the world: here the power may fail. */
  function step(): void {
    if (world.isDead) throw new PowerCut();
    world.stepsToCut -= 1;
    if (world.stepsToCut <= 0) {
      world.isDead = true;
      throw new PowerCut();
    }
  }
  async function durably<T>(action: () => T): Promise<T> {
    await Promise.resolve();
    step();
    const result = action();
    step();
    return result;
  }

  /** The newest that the pane has sent by then. */
  function newestCopy(until: number): number | null {
    const sent = world.copies.filter((at) => at <= until);
    return sent.length === 0 ? null : Math.max(...sent);
  }

  const ledger: Ledger = {
    events: () => disk.events,
    head: () => ({ count: disk.events.length, hash: "0".repeat(64) }),
    append: (event: NewEvent) =>
      durably(() => {
        const written = { ...event, seq: disk.events.length + 1, at: now(), prev: "", hash: "" };
        disk.events.push(written);
        return written;
      }),
    close: () => Promise.resolve(),
  };

  async function produce(facts: Extract<NewEvent, { event: "prepared" }>, bytes: Uint8Array): Promise<void> {
    await ledger.append(facts);
    await durably(() => disk.files.set(facts.file, bytes));
    await ledger.append({ ...facts, event: "generated" });
  }

  const adapters: CompanionAdapters = {
    now,
    disk: {
      stamp: (path) => {
        if (path === paneFile) return Promise.resolve({ size: 1, modifiedMs: newestCopy(world.now) ?? 0, inode: 2 });
        const isUnchanged = world.fault === "unreadable" || world.fault === "unforeseen";
        const size = (isUnchanged ? "none" : world.fault).length;
        return Promise.resolve(["missing", "mute"].includes(world.fault) ? null : { size, modifiedMs: 1, inode: 1 });
      },
      names: () =>
        world.fault === "gone"
          ? Promise.reject(new Error("gone"))
          : Promise.resolve(["contrats.xlsx", ...(world.fault === "secondVersion" ? ["contrats-PC.xlsx"] : [])]),
      folders: () => Promise.resolve([]),
      isOpenInExcel: () => Promise.resolve(false),
      open: async (path) => {
        step();
        world.reads += 1;
        if (path === paneFile) return Promise.resolve({ ...register, sha256: "pane" });
        const failure = failures[world.fault];
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- what is thrown here is what `explain` gives back
        if (failure !== undefined) throw failure;
        return Promise.resolve(path === file ? register : { ...register, sha256: "second" });
      },
      newestCopy: () => {
        const at = newestCopy(world.now);
        return Promise.resolve(at === null ? null : { file: paneFile, at: new Date(at).toISOString() });
      },
      explain: (error) =>
        error instanceof LedgerLocked
          ? { code: "ledgerLocked", sentence: "locked", isPassing: true }
          : (Object.values(failures).find((failure) => failure === error) ?? {
              code: "bug",
              sentence: String(error),
              isPassing: false,
            }),
      localTime: (instant) => instant.slice(0, 16),
    },
    readEvents: () => Promise.resolve(disk.events),
    openLedger: () => (world.isLocked ? Promise.reject(new LedgerLocked("lock", null)) : durably(() => ledger)),
    runAdapters: () =>
      Promise.resolve({
        recover: async () => {
          const generated = disk.events.filter(({ event }) => event === "generated");
          for (const event of [...disk.events]) {
            if (event.event !== "prepared" || !disk.files.has(event.file)) continue;
            if (generated.some((each) => "file" in each && each.file === event.file)) continue;
            await ledger.append({ ...event, event: "generated" });
          }
        },
        lettersOf: (of, registerId) => lettersOf(of.events(), registerId),
        produceFile: async (_, __, { key, bytes, ...rest }) => {
          await produce({ event: "prepared", ...key, ...rest, sha256: "" }, bytes);
          return { file: rest.file, sha256: "", written: true };
        },
        readTemplate: () => Promise.resolve(new Uint8Array(1)),
        checkTemplate: () => Promise.resolve([]),
        renderLetter: () => Promise.resolve(new Uint8Array(1)),
        letterFileName: ({ contract, periodEnd, issue, late }) =>
          `${contract} ${periodEnd} ${String(issue)} ${String(late)}`,
        renderDigest: () => Promise.resolve({ subject: "", html: "", text: "" }),
        buildEml: ({ messageId }) => Promise.resolve(Buffer.from(messageId)),
        readFile: (path) => Promise.resolve(disk.files.get(inFolder(path)) ?? null),
        writeFile: (path, bytes) => durably(() => void disk.files.set(inFolder(path), bytes)),
        onProgress: () => undefined,
      }),
    mailer: () =>
      Promise.resolve(
        world.hasPassword
          ? (_, eml) => send(Buffer.from(eml).toString())
          : { code: "noPassword", sentence: "no password" },
      ),
    isPasswordGiven: false,
    plainMail: ({ messageId }) => Promise.resolve(Buffer.from(messageId)),
    mailFiles: {
      read: (path) => Promise.resolve(disk.files.get(inFolder(path)) ?? null),
      write: (path, bytes) => durably(() => void disk.files.set(inFolder(path), bytes)),
    },
    show: (page) => {
      step();
      if (!world.hasScreen) return Promise.reject(new Error("no screen"));
      world.shown.push(page);
      return Promise.resolve();
    },
    readState: () => Promise.resolve(disk.state),
    writeState: (state) => durably(() => void (disk.state = state)),
    log: silentLog,
  };

  async function send(messageId: string): Promise<MailResult> {
    if (world.server === "refuses") {
      await durably(() => undefined);
      return { kind: "refused", cause: "busy", code: "450", reason: "450 later", permanent: false };
    }
    await durably(() => inbox.push({ messageId, at: now() }));
    if (world.server === "cutsBeforeAnswer") return { kind: "uncertain", code: "ECONNECTION", reason: "closed" };
    return { kind: "taken", rejected: [] };
  }

  return { world, disk, inbox, adapters, now, file, hasCopy: () => newestCopy(world.now) !== null };
}

function inFolder(path: string): string {
  return path.replace(/^\/registre\/Tacite\//, "");
}
