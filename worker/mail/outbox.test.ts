import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, jest } from "@jest/globals";
import fc from "fast-check";
import { chained } from "../ledger/chain";
import type { LedgerEvent, NewEvent } from "../ledger/events";
import { headOf, type Ledger } from "../ledger/ledger";
import type { Mailer, MailResult } from "./mailer";
import { deliver, nextAttemptIn, openMails, queueMail, type Delivery, type OpenMail } from "./outbox";

jest.setTimeout(60_000);

const register = "contrats";
const envelope = { from: "contact@energie.example", to: ["paul@energie.example"] };
const taken: MailResult = { kind: "taken", rejected: [] };
const busy: MailResult = { kind: "refused", cause: "busy", code: "451", reason: "451 Later", permanent: false };
const refused: MailResult = { kind: "refused", cause: "sender", code: "550", reason: "550 Not you", permanent: true };
const uncertain: MailResult = { kind: "uncertain", code: "ECONNECTION", reason: "Connection closed" };

/** 23 November 2026 at 7 o'clock UTC, and so many minutes later. */
const minute = (minutes: number) => new Date(Date.UTC(2026, 10, 23, 7, minutes)).toISOString();

/** The power is cut. */
class Cut extends Error {}

/** A ledger in memory. After `appends` writes the power is cut: in the middle of the next one, or just after it. */
function memoryLedger(
  events: LedgerEvent[],
  now: () => string,
  power: { readonly appends: number; readonly isWritten: boolean } = { appends: Infinity, isWritten: false },
): Ledger {
  let appends = 0;
  const write = (event: NewEvent) => {
    const written = chained(event, headOf(events), now()).event;
    events.push(written);
    return written;
  };
  return {
    events: () => events,
    head: () => headOf(events),
    close: () => Promise.resolve(),
    append: (event) => {
      appends += 1;
      if (appends <= power.appends) return Promise.resolve(write(event));
      if (appends === power.appends + 1 && power.isWritten) write(event);
      return Promise.reject(new Cut());
    },
  };
}

/** A mailer that gives these answers in turn, the last one for ever, and notes what it was handed. */
function mailerOf(...answers: readonly [MailResult, ...MailResult[]]) {
  const handed: string[] = [];
  const mailer: Mailer = (_envelope, eml) => {
    const answer = answers[Math.min(handed.length, answers.length - 1)] ?? answers[0];
    handed.push(Buffer.from(eml).toString());
    return Promise.resolve(answer);
  };
  return { mailer, handed };
}

const digest = (day: string) => ({
  register,
  mail: `recapitulatif-${day}`,
  kind: "digest" as const,
  messageId: `<${day}@contrats>`,
  eml: Buffer.from(`eml of ${day}`),
});

async function outbox(...answers: readonly [MailResult, ...MailResult[]]) {
  const folder = await mkdtemp(join(tmpdir(), "tacite-outbox-"));
  const events: LedgerEvent[] = [];
  const { mailer, handed } = mailerOf(...answers);
  let now = 0;
  let tried = new Set<string>();
  const ledger = memoryLedger(events, () => minute(now));
  return {
    folder,
    events,
    handed,
    ledger,
    queue: (day: string) => queueMail(ledger, folder, digest(day)),
    /** What became of the open mails so many minutes after seven. */
    at: (minutes: number, isStart = false): Promise<readonly Delivery[]> => {
      now = minutes;
      return deliver({ ledger, folder, register, envelope, mailer, now: minute(minutes), isStart, tried });
    },
    /** Another process takes over. */
    restarted: () => {
      tried = new Set();
    },
    history: () => events.map(({ event }) => event),
  };
}

const kinds = (deliveries: readonly Delivery[]) => deliveries.map(({ kind }) => kind);

describe("a queued mail", () => {
  it("lies in the output folder and goes out once, its intent in the ledger before and its outcome after", async () => {
    const { folder, events, queue, at, history, handed } = await outbox(taken);
    await queue("2026-11-23");
    expect(await readFile(join(folder, "Envois/contrats/recapitulatif-2026-11-23.eml"), "utf8")).toBe(
      "eml of 2026-11-23",
    );
    expect(kinds(await at(0))).toEqual(["taken"]);
    expect(await at(1)).toEqual([]);
    expect(handed).toEqual(["eml of 2026-11-23"]);
    expect(history()).toEqual(["mailQueued", "mailSending", "mailSent"]);
    expect(events[1]).toMatchObject({ messageId: "<2026-11-23@contrats>", to: ["paul@energie.example"] });
  });

  it("is queued once, and what it holds then stays", async () => {
    const { folder, ledger, queue, history } = await outbox(taken);
    await queue("2026-11-23");
    await queueMail(ledger, folder, { ...digest("2026-11-23"), eml: Buffer.from("other") });
    expect(history()).toEqual(["mailQueued"]);
    expect(await readFile(join(folder, "Envois/contrats/recapitulatif-2026-11-23.eml"), "utf8")).toMatch(/^eml of/);
  });

  it("that was refused is tried after 10 minutes, 20, 40… never given up, and at once at a start", async () => {
    const { queue, at, handed } = await outbox(busy);
    await queue("2026-11-23");
    const tries: number[] = [];
    for (let now = 0; now <= 24 * 60; now += 10) if (kinds(await at(now))[0] === "refused") tries.push(now);
    expect(tries).toEqual([0, 10, 30, 70, 150, 310, 630, 990, 1350]);
    expect(await at(1351)).toEqual([expect.objectContaining({ kind: "waits", milliseconds: 359 * 60_000 })]);
    expect(kinds(await at(1352, true))).toEqual(["refused"]);
    expect(new Set(handed)).toEqual(new Set(["eml of 2026-11-23"]));
  });

  it("whose outcome is uncertain goes out again under the same Message-ID, ten minutes later even at a start", async () => {
    const { events, queue, at, history } = await outbox(uncertain, taken);
    await queue("2026-11-23");
    expect(kinds(await at(0))).toEqual(["uncertain"]);
    expect(kinds(await at(5, true))).toEqual(["waits"]);
    expect(kinds(await at(10, true))).toEqual(["taken"]);
    expect(history()).toEqual(["mailQueued", "mailSending", "mailUncertain", "mailSending", "mailSent"]);
    expect(new Set(events.map((event) => "messageId" in event && event.messageId))).toEqual(
      new Set(["<2026-11-23@contrats>"]),
    );
  });

  it("is not waited for when the clock was set back", async () => {
    const { queue, at } = await outbox(busy);
    await queue("2026-11-23");
    await at(500);
    expect(kinds(await at(0))).toEqual(["refused"]);
  });

  it("is replaced by the next digest as long as it has not gone out", async () => {
    const { queue, at, handed } = await outbox(busy, taken);
    await queue("2026-11-16");
    await at(0);
    await queue("2026-11-23");
    expect(kinds(await at(1))).toEqual(["taken"]);
    expect(await at(1000)).toEqual([]);
    expect(handed).toEqual(["eml of 2026-11-16", "eml of 2026-11-23"]);
  });

  it("names in the ledger the recipients that the server would not have", async () => {
    const { events, queue, at } = await outbox({ kind: "taken", rejected: ["perdu@energie.example"] });
    await queue("2026-11-23");
    await at(0);
    expect(events.at(-1)).toMatchObject({ event: "mailSent", rejected: ["perdu@energie.example"] });
    expect(await at(1)).toEqual([]);
  });

  it("whose file is gone or was changed is not sent", async () => {
    const { folder, queue, at, handed, history, restarted } = await outbox(taken);
    await queue("2026-11-23");
    const file = join(folder, "Envois/contrats/recapitulatif-2026-11-23.eml");
    await writeFile(file, "changed");
    expect(kinds(await at(0))).toEqual(["lost"]);
    await rm(file);
    for (const minutes of [1, 10, 1000]) expect(await at(minutes, true)).toMatchObject([{ milliseconds: Infinity }]);
    restarted();
    expect(kinds(await at(1001, true))).toEqual(["lost"]);
    expect(handed).toEqual([]);
    expect(history()).toEqual(["mailQueued", "mailRefused"]);
    await writeFile(file, "eml of 2026-11-23");
    restarted();
    expect(kinds(await at(1002))).toEqual(["taken"]);
  });

  it("goes out three times at most to a server that always cuts after the last word, and the next digest takes its place", async () => {
    const { queue, at, handed, restarted } = await outbox(uncertain, uncertain, uncertain, taken);
    await queue("2026-11-16");
    // A week of looks every ten minutes, the PC being started each morning.
    for (let now = 0; now < 7 * 24 * 60; now += 10) {
      if (now % (24 * 60) === 0) restarted();
      await at(now, now % (24 * 60) === 0);
    }
    expect(handed).toEqual(["eml of 2026-11-16", "eml of 2026-11-16", "eml of 2026-11-16"]);
    await queue("2026-11-23");
    expect(kinds(await at(7 * 24 * 60))).toEqual(["taken"]);
    expect(handed.at(-1)).toBe("eml of 2026-11-23");
  });

  it("that was refused for good is not tried again, however often the PC wakes, but once by each new process", async () => {
    const { queue, at, handed, restarted } = await outbox(refused, refused, taken);
    await queue("2026-11-16");
    for (let now = 0; now < 24 * 60; now += 10) await at(now, true);
    expect(handed).toHaveLength(1);
    restarted();
    await at(24 * 60, true);
    // The settings are corrected, and Tacite is started again at once.
    restarted();
    expect(kinds(await at(24 * 60 + 1, true))).toEqual(["taken"]);
    expect(handed).toHaveLength(3);
  });

  it("that was refused for good makes room for the next digest", async () => {
    const { queue, at, handed } = await outbox(refused, taken);
    await queue("2026-11-16");
    await at(0);
    await queue("2026-11-23");
    expect(kinds(await at(10))).toEqual(["taken"]);
    expect(handed).toEqual(["eml of 2026-11-16", "eml of 2026-11-23"]);
  });
});

describe("a power cut", () => {
  it("at any write of a bad week loses no mail, and doubles none of which the ledger does not say so", async () => {
    const answers = [busy, uncertain, taken] as const;
    const cuts = Array.from({ length: 12 }, (_, appends) => [
      { appends, isWritten: false },
      { appends, isWritten: true },
    ]).flat();
    let cutOnes = 0;
    for (const cut of cuts) {
      const folder = await mkdtemp(join(tmpdir(), "tacite-cut-"));
      const events: LedgerEvent[] = [];
      const received: string[] = [];
      let calls = 0;
      const mailer: Mailer = (_envelope, eml) => {
        const answer = answers[Math.min(calls, 2)] ?? taken;
        calls += 1;
        // What is uncertain has arrived here: the worst case for a doubled mail.
        if (answer.kind !== "refused") received.push(Buffer.from(eml).toString());
        return Promise.resolve(answer);
      };
      let now = 0;
      const week = async (power?: typeof cut) => {
        const ledger = memoryLedger(events, () => minute(now), power);
        const tried = new Set<string>();
        for (const days of [0, 7]) {
          await queueMail(ledger, folder, digest(days === 0 ? "2026-11-16" : "2026-11-23"));
          for (let tick = 0; tick < 6; tick += 1) {
            now += 60;
            await deliver({ ledger, folder, register, envelope, mailer, now: minute(now), isStart: tick === 0, tried });
          }
        }
      };
      await week(cut).catch((error: unknown) => {
        expect(error).toBeInstanceOf(Cut);
        cutOnes += 1;
      });
      now += 60;
      await week();

      expect(openMails(events, register)).toEqual([]);
      for (const day of ["2026-11-16", "2026-11-23"]) {
        const times = received.filter((eml) => eml === `eml of ${day}`).length;
        const doubts = events.filter((event) => event.event === "mailUncertain" && event.mail.endsWith(day)).length;
        expect(times).toBeGreaterThanOrEqual(1);
        expect(times).toBeLessThanOrEqual(1 + doubts);
      }
    }
    // The week without a cut writes ten events: all cuts but the last four fall into it.
    expect(cutOnes).toBe(20);
  });
});

type Step = { readonly register: string; readonly mail: number; readonly event: NewEvent["event"] };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    register: fc.constantFrom(register, "autre"),
    mail: fc.integer({ min: 0, max: 3 }),
    event: fc.constantFrom("mailQueued", "mailSending", "mailSent", "mailRefused", "mailUncertain", "mailShown"),
  }),
  { maxLength: 30 },
);

/** The events of the steps, a mail being queued once and before all else; even mails are digests, odd ones tell of failures. */
function eventsOf(list: readonly Step[]): readonly LedgerEvent[] {
  const events: LedgerEvent[] = [];
  const queued = new Set<string>();
  list.forEach(({ register: of, mail: number, event }, minutes) => {
    const mail = `m${number}`;
    const id = `${of} ${mail}`;
    if ((event === "mailQueued") === queued.has(id)) return;
    queued.add(id);
    const key = { register: of, mail, messageId: `<${mail}>` };
    const full = {
      mailQueued: {
        ...key,
        event: "mailQueued",
        kind: number % 2 === 0 ? "digest" : "failure",
        file: mail,
        sha256: "0".repeat(64),
      },
      mailSending: { ...key, event: "mailSending", to: [] },
      mailSent: { ...key, event: "mailSent", rejected: [] },
      mailRefused: { ...key, event: "mailRefused", code: "451", reason: "later", permanent: false },
      mailUncertain: { ...key, event: "mailUncertain" },
      mailShown: { ...key, event: "mailShown" },
    } as Record<string, NewEvent>;
    const made = full[event];
    if (made !== undefined) events.push(chained(made, headOf(events), minute(minutes)).event);
  });
  return events;
}

describe("whatever the ledger holds", () => {
  it("a mail is open when no newer one or digest stands for it, it was neither sent nor shown, and is the register's own", () => {
    fc.assert(
      fc.property(steps, (list) => {
        const events = eventsOf(list);
        const own = events.flatMap((event) => ("mail" in event && event.register === register ? [event] : []));
        const expected = (["digest", "failure"] as const).flatMap((kind) => {
          const newest = own.filter((event) => event.event === "mailQueued" && event.kind === kind).at(-1);
          const isDone = own.some(
            ({ event, mail }) => mail === newest?.mail && (event === "mailSent" || event === "mailShown"),
          );
          const isReplaced = own.some(
            (each) => each.event === "mailQueued" && each.kind === "digest" && each.seq > (newest?.seq ?? 0),
          );
          return newest === undefined || isDone || isReplaced ? [] : [newest.mail];
        });
        expect(
          openMails(events, register)
            .map(({ mail }) => mail)
            .sort(),
        ).toEqual([...expected].sort());
      }),
    );
  });

  it("after a delivery no try is left without an outcome, and a second one at the same time tries nothing more", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const events = [...eventsOf(list)];
        const now = minute(10_000);
        const ledger = memoryLedger(events, () => now);
        const input = {
          ledger,
          folder: "/nowhere",
          register,
          envelope,
          mailer: mailerOf(taken).mailer,
          now,
          tried: new Set<string>(),
        };
        await deliver({ ...input, isStart: true });
        const count = events.length;
        await deliver({ ...input, isStart: true });
        expect(events).toHaveLength(count);
        for (const { isCut } of openMails(events, register)) expect(isCut).toBe(false);
      }),
      { numRuns: 50 },
    );
  });

  it("a mail waits six hours at most, the longer the more often it failed, and less as time goes", () => {
    const mail = (failures: number): OpenMail => ({
      mail: "m",
      kind: "digest",
      messageId: "<m>",
      file: "m",
      sha256: "0",
      failures,
      triedAt: minute(0),
      isUncertain: false,
      isCut: false,
      doubts: 0,
      stop: null,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 500 }), (failures, minutes) => {
        const wait = nextAttemptIn(mail(failures), minute(minutes));
        expect(wait).toBeLessThanOrEqual(360 * 60_000);
        expect(wait).toBeLessThanOrEqual(nextAttemptIn(mail(failures + 1), minute(minutes)));
        expect(nextAttemptIn(mail(failures), minute(minutes + 1))).toBe(Math.max(0, wait - 60_000));
        expect(nextAttemptIn(mail(failures), minute(minutes), { isStart: true, tried: new Set() })).toBe(0);
      }),
    );
    expect([1, 2, 6, 7, 50].map((failures) => nextAttemptIn(mail(failures), minute(0)) / 60_000)).toEqual([
      10, 20, 320, 360, 360,
    ]);
  });
});
