import { catalogues } from "../../domain/i18n";
import type { Plan } from "../../domain/plan/plan";
import type { MailConfig } from "../config/config";
import type { LedgerEvent } from "../ledger/events";
import type { Ledger } from "../ledger/ledger";
import { asSeen, lookAtFile, newFileMemory, seenAfter, type FileMemory, type Look } from "../living/lookAtFile";
import { queueMail, type Delivery } from "../mail/outbox";
import type { OpenedRegister } from "../run/openRegister";
import { run, runLetters } from "../run/run";
import { mailDomain, type DigestEnvelope, type WrittenDigest } from "../run/writeDigest";
import { due, type Slot } from "../schedule/due";
import { rhythmAsked } from "../schedule/rhythm";
import { dayIn, wallTime, type Instant } from "../schedule/zonedTime";
import { newFailureMemory, noteFailure, reportStop } from "./failures";
import type { FailedTurn, FailureMemory, Stop } from "./failures";
import { handOver, hasMailToHandOver, newMailMemory, type HandOverInput, type MailMemory } from "./handOver";
import { digestPage, isDone, registerState } from "./registerState";
import type { RegisterState, SeenFile } from "./state";

/** One look at one register. */
export type FollowInput = HandOverInput & {
  readonly before: RegisterState | null;
  readonly memory: RegisterMemory;
};

/** What is kept of a register from one look to the next, for as long as the process lives. */
export type RegisterMemory = MailMemory & FailureMemory & { readonly files: FileMemory };

export function newRegisterMemory(): RegisterMemory {
  return { files: newFileMemory(), ...newFailureMemory(), ...newMailMemory() };
}

/** What one look at one register has brought, for its state. */
type Done = {
  /** Null while the ledger cannot be read. */
  events: readonly LedgerEvent[] | null;
  problems: RegisterState["problems"] | null;
  hasDigest: boolean;
  deliveries: readonly Delivery[];
  notShown: string | null;
  failed: FailedTurn | null;
};

/**
 * Looks at the register's file, does the turns that are due, and hands over the mails that wait. What keeps the
 * work from being done is in the state that it gives, and was told by mail, once for each turn.
 */
export async function followRegister(given: FollowInput): Promise<RegisterState> {
  const { before, memory, adapters } = given;
  const seen = before?.seen ?? null;
  const look = await lookAtRegister(seen, given);
  const asked = look.opened?.register.settings ?? seen;
  const register = { ...given.register, rhythm: rhythmAsked(given.register.rhythm, asked) };
  const input = { ...given, register };
  const done: Done = {
    events: null,
    problems: null,
    hasDigest: false,
    deliveries: [],
    notShown: null,
    failed: null,
  };
  let stopped: Stop | null = null;
  try {
    done.events = await adapters.readEvents(register.out);
    const turns = turnsLeft(done, input);
    if (turns.length > 0 || hasMailToHandOver(done.events, input)) await work(look, turns, done, input);
    if (turnsLeft(done, input).length === 0) memory.putOff.clear();
  } catch (error) {
    stopped = await reportStop(error, turnsLeft(done, input)[0] ?? null, input);
  }
  const { opened } = look;
  const after = opened === null ? seen : done.hasDigest ? asSeen(opened) : seenAfter(opened, seen);
  const { isPasswordGiven } = adapters;
  return registerState({ ...input, ...done, isPasswordGiven, look, seen: after, stopped });
}

/** A disk that fails in a way that nobody foresaw holds back no mail that waits. */
async function lookAtRegister(seen: SeenFile | null, { register, memory, now, adapters }: FollowInput): Promise<Look> {
  try {
    return await lookAtFile(register.file, seen, memory.files, adapters.disk, now);
  } catch (error) {
    adapters.log.write("error", "lookFailed", { register: register.name, error });
    const failure = adapters.disk.explain(error);
    const { code, sentence } = failure;
    return { opened: null, failure, warnings: [{ code, sentence }] };
  }
}

/** The turns that are due; each that has come, where nobody can tell what was done. */
function turnsLeft({ events }: Done, { register, now }: FollowInput): readonly Slot[] {
  return due(now, register.rhythm, events === null ? () => false : isDone(events, register.name, now));
}

async function work(look: Look, turns: readonly Slot[], done: Done, input: FollowInput): Promise<void> {
  const ledger = await input.adapters.openLedger(input.register.out);
  try {
    for (const turn of turns) await doTurn(turn, look, ledger, done, input);
    const page = digestPage(ledger.events(), look.opened?.registerId ?? input.before?.seen?.registerId);
    Object.assign(done, await handOver(ledger, { page, isNew: done.hasDigest }, input));
  } finally {
    done.events = [...ledger.events()];
    await ledger.close();
  }
}

async function doTurn(turn: Slot, look: Look, ledger: Ledger, done: Done, input: FollowInput): Promise<void> {
  const { adapters, register } = input;
  // By hand, or by the other program, while this one waited for the ledger.
  if (isDone(ledger.events(), register.name, input.now)(turn)) return;
  const facts = { register: register.name, job: turn.job, slot: turn.at };
  const earlier = ledger.events().length;
  if (look.opened === null) {
    done.failed = await noteFailure(turn, look.failure, ledger, input);
    return;
  }
  try {
    const plan = await runTurn(turn, look.opened, look, ledger, input);
    await ledger.append({ event: "ran", ...facts, outcome: "done", reason: null });
    done.problems = countsOf(plan);
    if (turn.job === "digest") done.hasDigest = true;
    const letters = ledger.events().slice(earlier);
    const contracts = letters.flatMap((event) => (event.event === "generated" ? [event.contract] : []));
    adapters.log.write("info", "ran", { ...facts, outcome: "done", contracts });
  } catch (error) {
    adapters.log.write("error", "runFailed", { ...facts, error });
    done.failed = await noteFailure(turn, adapters.disk.explain(error), ledger, input);
  }
}

/** Does the work of the turn; a digest lies in the outbox once it is done. */
async function runTurn(
  turn: Slot,
  opened: OpenedRegister,
  { warnings }: Look,
  ledger: Ledger,
  { register, mail, now, adapters }: FollowInput,
): Promise<Plan> {
  const { zone } = register.rhythm;
  const runInput = {
    opened,
    ledger,
    folder: register.out,
    today: dayIn(now, zone),
    words: catalogues.fr,
    fileWarnings: warnings.map(({ sentence }) => sentence),
    adapters: {
      ...(await adapters.runAdapters(register.templates)),
      localTime: (instant: Instant) => wallTime(instant, zone),
    },
  };
  if (turn.job === "letters") return (await runLetters(runInput)).plan;
  const { plan, digest } = await run(runInput);
  // Done before on that day, on a clock that ran ahead or at an hour that was changed since: its mail has that name.
  const day = turn.at.slice(0, 10);
  const times = ledger
    .events()
    .filter((event) => event.event === "ran")
    .filter(({ job, outcome }) => job === "digest" && outcome === "done")
    .filter((event) => event.register === register.name && event.slot.startsWith(day)).length;
  const name = `recapitulatif-${day}${times === 0 ? "" : `-${String(times + 1)}`}`;
  const messageId = `<${name}@${mailDomain(opened.registerId)}>`;
  const eml = await mailOf(digest, plan.settings.firmName, messageId, mail);
  const queued = { register: register.name, mail: name, kind: "digest", messageId, eml } as const;
  await queueMail(ledger, register.out, queued, adapters.mailFiles);
  return plan;
}

function mailOf(
  digest: WrittenDigest,
  firmName: string | null,
  messageId: string,
  mail: MailConfig | null,
): Promise<Uint8Array> {
  const envelope: DigestEnvelope =
    mail === null
      ? { messageId, from: null, to: [] }
      : {
          messageId,
          from: { name: firmName ?? "Tacite", address: mail.from },
          to: mail.to.map((address) => ({ name: "", address })),
        };
  return digest.mail(envelope);
}

/** Rows to correct and letters that cannot be written, by code. */
function countsOf({ problems, letters }: Plan): RegisterState["problems"] {
  const counts = new Map<string, number>();
  const refused = letters.filter(({ refusedBecause }) => refusedBecause.length > 0).map(() => "letterRefused");
  for (const code of [...problems.map((problem) => problem.code), ...refused]) {
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].map(([code, count]) => ({ code, count }));
}
