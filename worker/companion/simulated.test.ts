import { afterAll, describe, expect, it, jest } from "@jest/globals";
import { client, contract, equipment, period, register, settings } from "../../tests/builders/register";
import {
  randomFrom,
  simulatedMachine,
  type FileFault,
  type SimulatedMachine,
} from "../../tests/builders/simulatedMachine";
import { workbookOf } from "../../tests/builders/workbook";
import type { Config } from "../config/config";
import { isDoubtedTooOften, openMails } from "../mail/outbox";
import { openRegister, type OpenedRegister } from "../run/openRegister";
import { due, lastSlot } from "../schedule/due";
import { usualRhythm } from "../schedule/rhythm";
import { readCells } from "../xlsx/readCells";
import { companionOf, type Companion } from "./companion";
import { isDone } from "./registerState";

jest.setTimeout(10 * 60_000);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const firstDay = Date.UTC(2026, 2, 2);
const weeks = 40;
const seeds = Array.from({ length: 25 }, (_, seed) => seed + 1);

const mailbox = {
  provider: null,
  server: { host: "smtp.firme.example", port: 465, security: "tls" },
  login: "contact@firme.example",
  from: "contact@firme.example",
  to: ["contact@firme.example"],
} as const;
const config: Config = {
  registers: [
    { name: "contrats", file: "/registre/contrats.xlsx", out: "/registre/Tacite", templates: "", rhythm: usualRhythm },
  ],
  mail: mailbox,
  server: null,
  shared: null,
  data: "/données",
};
const machineOptions = { pid: 1, logs: null, machineWarnings: () => [] };

/** Three contracts that are renewed by themselves each year, in three seasons. */
async function smallRegister(): Promise<OpenedRegister> {
  const starts = ["2025-05-15", "2025-07-01", "2025-11-20"] as const;
  const numbers = starts.map((_, index) => `2025-00${String(index + 1)}`);
  const terms = { signedOn: "2025-03-01", noticeLength: 2, noticeUnit: "months" } as const;
  const address = { address: "3 rue du Puits", postcode: "85000", city: "La Roche-sur-Yon" };
  const of = register({
    settings: settings({ firmName: "Chauffage Lemoine", signatory: "Anne Lemoine", email: mailbox.from, ...address }),
    clients: [client({ firstName: "Léa", ...address })],
    contracts: starts.map((startsOn, index) => contract({ ...terms, number: numbers[index] ?? "", startsOn })),
    periods: starts.map((from, index) => period({ id: `P${String(index)}`, contract: numbers[index] ?? "", from })),
    equipment: numbers.map((number, index) => equipment({ id: `E${String(index)}`, contract: number })),
  });
  const bytes = await workbookOf(of, "2026-03-02");
  return openRegister("/registre/contrats.xlsx", {
    readFile: () =>
      Promise.resolve({ bytes, sha256: "first", modifiedAt: "2026-03-01T10:00:00.000Z", size: bytes.length }),
    readCells,
    wait: () => Promise.resolve(),
  });
}

const opened = smallRegister();

/** What happened in all of the simulations, so that none of the faults can have stayed away. */
const met = {
  cuts: 0,
  ticks: 0,
  uncertain: 0,
  refused: 0,
  failed: 0,
  doubled: 0,
  jumps: 0,
  superseded: 0,
  locked: 0,
  stops: 0,
  passwordless: 0,
  shown: 0,
  copiesAhead: 0,
  readFromCopy: 0,
};
const faults: readonly FileFault[] = [
  ...(["none", "none", "half", "missing", "damaged", "secondVersion"] as const),
  ...(["unreadable", "unforeseen", "mute", "gone"] as const),
];
/** Where the file itself can be read. */
const readable: readonly FileFault[] = ["none", "secondVersion", "mute"];

describe(`a companion through ${String(seeds.length * weeks)} weeks of cuts, sleeps, clock changes, outages and file faults`, () => {
  it.each(seeds)("misses no digest and loses or doubles no letter and no mail (seed %i)", async (seed) => {
    const machine = simulatedMachine(await opened);
    // One firm in five has no mailbox at all.
    await live(machine, seed, seed % 5 === 0 ? { ...config, mail: null } : config);
    await expectLetters(machine);
    expectMails(machine);
  });

  afterAll(() => {
    for (const [what, count] of Object.entries(met)) expect([what, count > 10]).toEqual([what, true]);
  });
});

/** Plays the weeks: days on and off, sessions with sleeps, all the faults; then a calm day on which everything works. */
async function live(machine: SimulatedMachine, seed: number, config: Config): Promise<void> {
  const { world } = machine;
  const random = randomFrom(seed);
  const between = (least: number, most: number) => least + random() * (most - least);
  const oneIn = (n: number) => random() < 1 / n;
  for (let day = 0; day < weeks * 7; day += 1) {
    if (oneIn(5)) continue;
    if (oneIn(60)) day = Math.min(day + Math.floor(between(3, 21)), weeks * 7);
    const morning = firstDay + day * DAY + between(4, 12) * HOUR;
    const evening = morning + between(0.2, 11) * HOUR;
    let jump = 0;
    let process: Companion | null = null;
    /** How often it could not have the ledger for this turn. */
    let kept = { turn: "", times: 0 };
    const stopsTold = new Set<string>();
    /** How often the companion has found the file unreadable in this turn of the digest. */
    let unread = { slot: "", times: 0 };
    for (let time = morning; time < evening;) {
      if (oneIn(15)) world.fault = faults[Math.floor(random() * faults.length)] ?? "none";
      else if (oneIn(6)) world.fault = "none";
      if (oneIn(15)) world.server = (["refuses", "cutsBeforeAnswer"] as const)[Math.floor(random() * 2)] ?? "well";
      else if (oneIn(4)) world.server = "well";
      world.isLocked = world.isLocked ? !oneIn(3) : oneIn(40);
      world.hasPassword = world.hasPassword ? !oneIn(60) : oneIn(6);
      world.hasScreen = !oneIn(4);
      if (oneIn(300) && day < weeks * 6) {
        jump = between(-2, 40) * DAY;
        met.jumps += 1;
      } else if (oneIn(4)) jump = 0;
      world.now = time + jump;
      const sent = Math.floor(random() * 60);
      if (sent < 3) world.copies = [];
      else if (sent === 3) world.copies = [world.now];
      else if (sent === 4) {
        world.copies.push(world.now + 30 * DAY);
        met.copiesAhead += 1;
      }
      world.isDead = false;
      world.stepsToCut = oneIn(12) ? Math.ceil(random() * 30) : Infinity;
      let earlier = 0;
      let isFromCopy = false;
      try {
        if (process === null) {
          unread = { slot: "", times: 0 };
          kept = { turn: "", times: 0 };
          stopsTold.clear();
        }
        process ??= await companionOf(config, machineOptions, machine.adapters);
        earlier = machine.inbox.length;
        isFromCopy = machine.hasCopy() && hasSeen(machine) && world.fault !== "gone";
        await process.tick();
      } catch (error) {
        if (!hasNoPower(machine)) throw error;
      }
      met.ticks += 1;
      if (hasNoPower(machine)) {
        met.cuts += 1;
        process = null;
        time += between(1, 60) * MINUTE;
        continue;
      }
      const isRead = readable.includes(world.fault) || isFromCopy;
      if (isRead && !readable.includes(world.fault)) met.readFromCopy += 1;
      met.passwordless += world.hasPassword ? 0 : 1;
      for (const { messageId } of machine.inbox.slice(earlier)) {
        if (!messageId.startsWith("<arret-")) continue;
        expect([messageId, stopsTold.has(messageId)]).toEqual([messageId, false]);
        stopsTold.add(messageId);
        met.stops += 1;
      }
      if (world.isLocked) {
        met.locked += 1;
        const [turn] = due(machine.now(), usualRhythm, isDone(machine.disk.events, "contrats", machine.now()));
        const name = turn === undefined ? "" : `${turn.job} ${turn.at}`;
        kept = { turn: name, times: (kept.turn === name ? kept.times : 0) + 1 };
        // Who cannot have the ledger says so from the second look on.
        if (name !== "" && kept.times > 1) {
          const { lastRun } = machine.disk.state?.registers[0] ?? {};
          expect(lastRun).toMatchObject({ slot: turn?.at, outcome: "failed", code: "ledgerLocked" });
        }
        time += between(10, 180) * MINUTE;
        continue;
      }
      const slot = lastSlot("digest", machine.now(), usualRhythm).at;
      unread = { slot, times: (unread.slot === slot ? unread.times : 0) + (isRead ? 0 : 1) };
      expectDone(machine, slot, isRead, unread.times);
      // A short turn around, a long meeting, or the lid closed for hours.
      time += oneIn(8) ? between(2, 8) * HOUR : between(10, 180) * MINUTE;
    }
  }
  await calm(machine, firstDay + (weeks * 7 + 1) * DAY + 9 * HOUR, config);
}

function hasSeen({ disk }: SimulatedMachine): boolean {
  return (disk.state?.registers[0]?.seen ?? null) !== null;
}

function hasNoPower({ world }: SimulatedMachine): boolean {
  return world.isDead;
}

async function calm({ world, adapters }: SimulatedMachine, from: number, of: Config): Promise<void> {
  Object.assign(world, {
    ...{ fault: "none", server: "well", stepsToCut: Infinity, isDead: false },
    ...{ isLocked: false, hasPassword: true, hasScreen: true, copies: [] },
  });
  const companion = await companionOf(of, machineOptions, adapters);
  for (const hour of [0, 7, 14]) {
    world.now = from + hour * HOUR;
    await companion.tick();
  }
}

/** After a look that was not cut: the turn that had come is done, or its failure is recorded and told. */
function expectDone({ disk }: SimulatedMachine, slot: string, isRead: boolean, timesUnread: number): void {
  const ran = disk.events.filter((event) => event.event === "ran" && event.job === "digest" && event.slot === slot);
  const outcomes = ran.map((event) => (event.event === "ran" ? event.outcome : ""));
  if (isRead) expect([slot, outcomes]).toEqual([slot, expect.arrayContaining(["done"])]);
  else if (timesUnread >= 2) expect([slot, outcomes.length > 0]).toEqual([slot, true]);
  expect(outcomes.filter((outcome) => outcome === "failed").length).toBeLessThan(2);
}

/** Each letter once, and the same as on a PC where nothing ever went wrong. */
async function expectLetters({ disk }: SimulatedMachine): Promise<void> {
  const generated = disk.events.flatMap((event) => (event.event === "generated" ? event : []));
  const keys = generated.map(({ contract: number, periodFrom, kind, issue }) =>
    [number, periodFrom, kind, issue].join(" "),
  );
  expect(new Set(keys).size).toBe(keys.length);
  for (const { file } of generated) expect([file, disk.files.has(file)]).toEqual([file, true]);
  const lying = [...disk.files.keys()].filter((name) => name.startsWith("Lettres/"));
  expect(lying.sort()).toEqual(generated.map(({ file }) => file).sort());
  expect(new Set(keys.map(contractAndPeriod))).toEqual(await lettersOfCalm());
}

let calmLetters: Promise<ReadonlySet<string>> | null = null;

function lettersOfCalm(): Promise<ReadonlySet<string>> {
  calmLetters ??= (async () => {
    const machine = simulatedMachine(await opened);
    for (let day = 0; day < weeks * 7; day += 1) {
      machine.world.now = firstDay + day * DAY + 9 * HOUR;
      await (await companionOf(config, machineOptions, machine.adapters)).tick();
    }
    await calm(machine, firstDay + (weeks * 7 + 1) * DAY + 9 * HOUR, config);
    const generated = machine.disk.events.flatMap((event) => (event.event === "generated" ? event : []));
    expect(generated.length).toBeGreaterThan(2);
    return new Set(generated.map(({ contract: number, periodFrom }) => `${number} ${periodFrom}`));
  })();
  return calmLetters;
}

function contractAndPeriod(key: string): string {
  return key.split(" ").slice(0, 2).join(" ");
}

/** Every mail went out or was replaced by a newer one; none twice, except where the ledger says that nobody knows. */
function expectMails({ disk, inbox }: SimulatedMachine): void {
  const { events } = disk;
  const doubted = new Set(openMails(events, "contrats").map(({ mail }) => mail));
  expect(openMails(events, "contrats").filter((mail) => !isDoubtedTooOften(mail))).toEqual([]);
  for (const event of events) {
    if (event.event !== "mailQueued") continue;
    const of = events.filter((each) => "mail" in each && each.mail === event.mail);
    const count = (kind: string) => of.filter((each) => each.event === kind).length;
    const arrived = inbox.filter(({ messageId }) => messageId === event.messageId).length;
    expect(count("mailQueued")).toBe(1);
    expect(arrived).toBeLessThanOrEqual(count("mailSent") + count("mailUncertain"));
    expect(arrived).toBeGreaterThanOrEqual(count("mailSent"));
    met.shown += count("mailShown");
    if (count("mailSent") + count("mailShown") === 0 && !doubted.has(event.mail)) {
      // A digest tells what is wrong now, and stands for the word of a failure too.
      const isReplaced = events.some(
        (each) => each.event === "mailQueued" && [event.kind, "digest"].includes(each.kind) && each.seq > event.seq,
      );
      expect([event.mail, isReplaced]).toEqual([event.mail, true]);
      met.superseded += 1;
    }
    met.doubled += arrived > 1 ? 1 : 0;
    met.uncertain += count("mailUncertain");
    met.refused += count("mailRefused");
  }
  const queued = new Set(events.flatMap((event) => (event.event === "mailQueued" ? event.messageId : [])));
  expect(inbox.every(({ messageId }) => queued.has(messageId) || messageId.startsWith("<arret-"))).toBe(true);
  met.failed += events.filter((event) => event.event === "ran" && event.outcome === "failed").length;
}
