import { catalogues } from "../../domain/i18n";
import type { Plan } from "../../domain/plan/plan";
import type { MailConfig } from "../config/config";
import type { LedgerEvent } from "../ledger/events";
import type { Ledger } from "../ledger/ledger";
import { LedgerLocked } from "../ledger/lock";
import {
  asSeen,
  lookAtFile,
  newFileMemory,
  seenAfter,
  type Failure,
  type FileMemory,
  type Look,
} from "../living/lookAtFile";
import { queueMail, type Delivery } from "../mail/outbox";
import type { OpenedRegister } from "../run/openRegister";
import { run, runLetters } from "../run/run";
import { mailDomain, type DigestEnvelope, type WrittenDigest } from "../run/writeDigest";
import { due, type Slot } from "../schedule/due";
import { dayIn, wallTime, type Instant } from "../schedule/zonedTime";
import { companionWords as words } from "./companionWords";
import { handOver, hasMailToHandOver, newMailMemory, type HandOverInput, type MailMemory } from "./handOver";
import { digestPage, isDone, registerState } from "./registerState";
import type { RegisterState } from "./state";

/** One look at one register. */
export type FollowInput = HandOverInput & {
  readonly before: RegisterState | null;
  readonly memory: RegisterMemory;
};

/** What is kept of a register from one look to the next, for as long as the process lives. */
export type RegisterMemory = MailMemory & {
  readonly files: FileMemory;
  /** The turns that a passing failure has put off once. */
  readonly putOff: Set<string>;
};

export function newRegisterMemory(): RegisterMemory {
  return { files: newFileMemory(), putOff: new Set(), ...newMailMemory() };
}

/** What the work at one register brought, for its state. */
type Done = {
  problems: RegisterState["problems"] | null;
  hasDigest: boolean;
  deliveries: readonly Delivery[];
  notShown: string | null;
};

/**
 * Looks at the register's file, does the turns that are due, and hands over the mails that wait. What keeps the
 * work from being done is in the state that it gives, and was told by mail, once for each turn.
 */
export async function followRegister(input: FollowInput): Promise<RegisterState> {
  const { register, before, memory, now, adapters } = input;
  const seen = before?.seen ?? null;
  let look: Look = { opened: null, failure: { code: "", sentence: "", isPassing: true }, warnings: [] };
  let turns: readonly Slot[] = [];
  let events: readonly LedgerEvent[] = [];
  const done: Done = { problems: null, hasDigest: false, deliveries: [], notShown: null };
  let stopped: Failure | null = null;
  try {
    look = await lookAtFile(register.file, seen, memory.files, adapters.disk);
    events = await adapters.readEvents(register.out);
    turns = due(now, register.rhythm, isDone(events, register.name, now));
    if (turns.length > 0 || hasMailToHandOver(events, input)) events = await work(look, turns, done, input);
  } catch (error) {
    // Whoever works there by hand does what is due; if not, the next look does.
    if (!(error instanceof LedgerLocked)) stopped = await reportStop(error, turns, input);
  }
  const { opened } = look;
  const after = opened === null ? seen : done.hasDigest ? asSeen(opened) : seenAfter(opened, seen);
  return registerState({ ...input, ...done, look, events, seen: after, stopped, turn: turns[0] ?? null });
}

async function work(look: Look, turns: readonly Slot[], done: Done, input: FollowInput) {
  const ledger = await input.adapters.openLedger(input.register.out);
  try {
    for (const turn of turns) await doTurn(turn, look, ledger, done, input);
    const page = digestPage(ledger.events(), look.opened?.registerId ?? input.before?.seen?.registerId);
    Object.assign(done, await handOver(ledger, { page, isNew: done.hasDigest }, input));
    return [...ledger.events()];
  } finally {
    await ledger.close();
  }
}

async function doTurn(turn: Slot, look: Look, ledger: Ledger, done: Done, input: FollowInput): Promise<void> {
  const { adapters, register, memory } = input;
  // By hand, or by the other program, while this one waited for the ledger.
  if (isDone(ledger.events(), register.name, input.now)(turn)) return;
  const facts = { register: register.name, job: turn.job, slot: turn.at };
  const earlier = ledger.events().length;
  if (look.opened === null) {
    await noteFailure(turn, look.failure, ledger, input);
    return;
  }
  try {
    const plan = await runTurn(turn, look.opened, look, ledger, input);
    await ledger.append({ event: "ran", ...facts, outcome: "done", reason: null });
    memory.putOff.clear();
    done.problems = countsOf(plan);
    if (turn.job === "digest") done.hasDigest = true;
    const letters = ledger.events().slice(earlier);
    const contracts = letters.flatMap((event) => (event.event === "generated" ? [event.contract] : []));
    adapters.log.write("info", "ran", { ...facts, outcome: "done", contracts });
  } catch (error) {
    adapters.log.write("error", "runFailed", { ...facts, error });
    await noteFailure(turn, adapters.disk.explain(error), ledger, input);
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
  const name = `recapitulatif-${turn.at.slice(0, 10)}${timesDone(turn, ledger, register.name)}`;
  const messageId = `<${name}@${mailDomain(opened.registerId)}>`;
  const eml = await mailOf(digest, plan.settings.firmName, messageId, mail);
  const queued = { register: register.name, mail: name, kind: "digest", messageId, eml } as const;
  await queueMail(ledger, register.out, queued, adapters.mailFiles);
  return plan;
}

/** Nothing, or "-2" where the turn was done before on a clock that ran ahead: its mail has that name. */
function timesDone({ job, at }: Slot, ledger: Ledger, register: string): string {
  const done = ledger
    .events()
    .filter(
      (event) =>
        event.event === "ran" &&
        event.register === register &&
        event.job === job &&
        event.slot === at &&
        event.outcome === "done",
    );
  return done.length === 0 ? "" : `-${String(done.length + 1)}`;
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

/** Records that the turn has failed, and tells it by mail, once. What may pass by itself is given one more look first. */
async function noteFailure(turn: Slot, failure: Failure, ledger: Ledger, input: FollowInput): Promise<void> {
  const { register, memory, adapters } = input;
  const { job, at: slot } = turn;
  const key = `${job} ${slot}`;
  if (failure.isPassing && !memory.putOff.has(key)) {
    memory.putOff.add(key);
    return;
  }
  const isNoted = ledger
    .events()
    .some(
      (event) => event.event === "ran" && event.register === register.name && event.job === job && event.slot === slot,
    );
  if (isNoted) return;
  const name = `echec-${job === "digest" ? "recapitulatif" : "lettres"}-${slot.slice(0, 10)}`;
  const messageId = `<${name}@${mailDomain(register.name)}>`;
  if (input.mail !== null) {
    const eml = await failureMail(turn, failure, messageId, input.mail, input);
    const queued = { register: register.name, mail: name, kind: "failure", messageId, eml } as const;
    await queueMail(ledger, register.out, queued, adapters.mailFiles);
  }
  const facts = { register: register.name, job, slot };
  await ledger.append({ event: "ran", ...facts, outcome: "failed", reason: failure.code });
  adapters.log.write("warn", "ran", { ...facts, outcome: "failed", code: failure.code });
}

function failureMail(
  { job }: Slot,
  { sentence }: Failure,
  messageId: string,
  { from, to }: MailConfig,
  { register: { name }, now, adapters }: FollowInput,
): Promise<Uint8Array> {
  const isDigest = job === "digest";
  return adapters.plainMail({
    from,
    to,
    subject: words.failureSubject(name, isDigest),
    text: words.failureText(name, sentence, isDigest),
    messageId,
    at: now,
  });
}

/** Says by mail what stopped the work before the ledger could be written. The state remembers that it was said. */
async function reportStop(error: unknown, turns: readonly Slot[], input: FollowInput): Promise<Failure> {
  const { register, mail, before, adapters } = input;
  const failure = adapters.disk.explain(error);
  const turn = turns[0] ?? null;
  adapters.log.write("error", "stopped", { register: register.name, code: failure.code, error });
  const told = before?.lastRun;
  const isTold = told?.outcome === "failed" && told.code === failure.code && told.slot === turn?.at;
  if (mail === null || turn === null || isTold) return failure;
  const mailer = await input.mailer();
  if (mailer === null) return failure;
  const messageId = `<arret-${turn.job}-${turn.at.slice(0, 10)}@${mailDomain(register.name)}>`;
  await mailer({ from: mail.from, to: mail.to }, await failureMail(turn, failure, messageId, mail, input));
  return failure;
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
