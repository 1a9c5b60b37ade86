import { beforeEach, describe, expect, it, jest } from "@jest/globals";
import { smallFirm } from "../../tests/builders/smallFirm";
import { simulatedMachine, type SimulatedMachine } from "../../tests/builders/simulatedMachine";
import { workbookOf } from "../../tests/builders/workbook";
import { explain } from "../cli/explain";
import type { Config } from "../config/config";
import { LedgerLocked } from "../ledger/lock";
import { openRegister, type OpenedRegister } from "../run/openRegister";
import { usualRhythm } from "../schedule/rhythm";
import { readCells } from "../xlsx/readCells";
import type { CompanionAdapters } from "./adapters";
import { companionOf } from "./companion";
import type { RegisterState } from "./state";

jest.setTimeout(60_000);

const MINUTE = 60_000;
/** Tuesday 24 November 2026, nine o'clock in Paris: the letters of the day and the digest of Monday are due. */
const tuesday = Date.UTC(2026, 10, 24, 8);

const mail = {
  provider: null,
  server: { host: "smtp.firme.example", port: 465, security: "tls" },
  login: "contact@firme.example",
  from: "contact@firme.example",
  to: ["contact@firme.example"],
} as const;

function configOf(...names: readonly string[]): Config {
  const registers = names.map((name) => {
    const file = name === "contrats" ? "/registre/contrats.xlsx" : `/registre/${name}.xlsx`;
    return { name, file, out: "/registre/Tacite", templates: "", rhythm: usualRhythm };
  });
  return { registers, mail, server: null, shared: null, data: "/données" };
}

async function read(): Promise<OpenedRegister> {
  const bytes = await workbookOf(smallFirm(), "2026-11-24");
  const file = { bytes, sha256: "first", modifiedAt: "2026-11-20T10:00:00.000Z", size: bytes.length };
  return openRegister("/registre/contrats.xlsx", {
    readFile: () => Promise.resolve(file),
    readCells,
    wait: () => Promise.resolve(),
  });
}

const opened = read();

let machine: SimulatedMachine;
beforeEach(async () => {
  machine = simulatedMachine(await opened);
  machine.world.now = tuesday;
});

const start = (config = configOf("contrats"), adapters: Partial<CompanionAdapters> = {}) =>
  companionOf(config, { pid: 1, logs: "/logs", machineWarnings: () => [] }, { ...machine.adapters, ...adapters });

async function ticked(companion: Awaited<ReturnType<typeof start>>, minutes = 10): Promise<RegisterState> {
  machine.world.now += minutes * MINUTE;
  await companion.tick();
  const [state] = machine.disk.state?.registers ?? [];
  if (state === undefined) throw new Error("no state");
  return state;
}

/** What the ledger says, in short. */
const told = () =>
  machine.disk.events.flatMap((event) => {
    if (event.event === "ran") return `${event.register} ${event.job} ${event.slot} ${event.outcome}`;
    return "mail" in event ? `${event.event} ${event.mail}` : [];
  });

const digestSent = ["mailQueued", "mailSending", "mailSent"].map((event) => `${event} recapitulatif-2026-11-23`);

describe("a companion", () => {
  it("catches up at its start what a PC that was off has missed, and then rests", async () => {
    const companion = await start();
    const state = await ticked(companion, 0);
    const done = [
      "contrats letters 2026-11-24T07:00 done",
      "mailQueued recapitulatif-2026-11-23",
      "contrats digest 2026-11-23T07:00 done",
      "mailSending recapitulatif-2026-11-23",
      "mailSent recapitulatif-2026-11-23",
    ];
    expect(told()).toEqual(done);
    expect(state).toMatchObject({
      lastRun: { job: "digest", slot: "2026-11-23T07:00", outcome: "done", sentence: null },
      lastDigest: { day: "2026-11-24", page: "/registre/Tacite/recapitulatif-2026-11-24.html" },
      next: { letters: "2026-11-25T06:00:00Z", digest: "2026-11-30T06:00:00Z" },
      warnings: [],
      mails: [],
    });
    await ticked(companion);
    await ticked(companion);
    expect(told()).toEqual(done);
    expect(machine.world.reads).toBe(1);
  });

  it("does the work of each day when its hour comes", async () => {
    const companion = await start();
    await ticked(companion, 0);
    await ticked(companion, 21 * 60 + 59);
    expect(told()).toHaveLength(5);
    await ticked(companion, 1);
    expect(told().slice(5)).toEqual(["contrats letters 2026-11-25T07:00 done"]);
  });

  it("tells a file that cannot be read once, by mail and in the state, and makes the digest as soon as it can", async () => {
    machine.world.fault = "damaged";
    const companion = await start();
    const failed = await ticked(companion, 0);
    expect(failed).toMatchObject({
      lastRun: { outcome: "failed", code: "damaged", sentence: "damaged" },
      warnings: [{ code: "damaged", sentence: "damaged" }],
    });
    await ticked(companion);
    expect(told().filter((line) => line.includes("failed"))).toHaveLength(2);
    expect(machine.inbox.map(({ messageId }) => messageId)).toEqual([
      "<echec-recapitulatif-2026-11-23@contrats.tacite.invalid>",
    ]);
    machine.world.fault = "none";
    expect(await ticked(companion)).toMatchObject({ lastRun: { outcome: "done" }, warnings: [] });
    expect(told()).toEqual(expect.arrayContaining(digestSent));
  });

  it("gives a file that is only half there one more look before it says so", async () => {
    machine.world.fault = "half";
    const companion = await start();
    await ticked(companion, 0);
    expect(told()).toEqual([]);
    await ticked(companion);
    expect(told().filter((line) => line.includes("failed"))).toHaveLength(2);
  });

  it("does not hold back a register for another that fails", async () => {
    const open: CompanionAdapters["disk"]["open"] = (file) =>
      file.includes("perdu") ? Promise.reject(new Error("unexpected")) : machine.adapters.disk.open(file);
    const companion = await start(configOf("perdu", "contrats"), { disk: { ...machine.adapters.disk, open } });
    await ticked(companion, 0);
    expect(told().filter((line) => line.startsWith("contrats"))).toEqual([
      "contrats letters 2026-11-24T07:00 done",
      "contrats digest 2026-11-23T07:00 done",
    ]);
    expect(machine.disk.state?.registers.map(({ lastRun }) => [lastRun?.outcome, lastRun?.code])).toEqual([
      ["failed", "bug"],
      ["done", null],
    ]);
  });

  it("waits while somebody works on the same ledger by hand", async () => {
    let isLocked = true;
    const openLedger: CompanionAdapters["openLedger"] = (folder) =>
      isLocked ? Promise.reject(new LedgerLocked("lock", null)) : machine.adapters.openLedger(folder);
    const companion = await start(configOf("contrats"), { openLedger, disk: { ...machine.adapters.disk, explain } });
    expect(await ticked(companion, 0)).toMatchObject({ lastRun: null, warnings: [] });
    isLocked = false;
    expect(await ticked(companion)).toMatchObject({ lastRun: { outcome: "done" } });
  });

  it("says by mail, once, that the ledger cannot be written", async () => {
    const openLedger = () => Promise.reject(new Error("disk full"));
    const companion = await start(configOf("contrats"), { openLedger });
    const state = await ticked(companion, 0);
    await ticked(companion);
    expect(state).toMatchObject({ lastRun: { outcome: "failed", code: "bug" } });
    expect(machine.inbox.map(({ messageId }) => messageId)).toEqual([
      "<arret-letters-2026-11-24@contrats.tacite.invalid>",
    ]);
  });
});

describe("the mail of a companion", () => {
  it("waits for a server that refuses, and is tried at once after a restart", async () => {
    machine.world.server = "refuses";
    const refused = await ticked(await start(), 0);
    expect(refused.mails).toMatchObject([
      { mail: "recapitulatif-2026-11-23", standing: "refused", failures: 1, nextTryAt: "2026-11-24T08:10:00Z" },
    ]);
    expect(refused.mails[0]?.sentence).toMatch(/^Le serveur demande de revenir plus tard/);
    machine.world.server = "well";
    expect((await ticked(await start(), 1)).mails).toEqual([]);
  });

  it("is not sent for ever to a server that cuts after the last word, which the state says", async () => {
    machine.world.server = "cutsBeforeAnswer";
    const companion = await start();
    for (let hours = 0; hours < 5 * 24; hours += 1) await ticked(companion, 60);
    expect(machine.inbox).toHaveLength(3);
    const { mails } = await ticked(companion);
    expect(mails).toMatchObject([{ mail: "recapitulatif-2026-11-23", standing: "uncertain", nextTryAt: null }]);
    expect(mails[0]?.sentence).toMatch(/^L’envoi a été coupé trois fois/);
    machine.world.server = "well";
    expect((await ticked(companion, 24 * 60)).mails).toEqual([]);
    expect(told()).toContain("mailSent recapitulatif-2026-11-30");
  });

  it("that the server refuses for good is said with what to do, and the ledger is left alone until then", async () => {
    let opened = 0;
    const openLedger: CompanionAdapters["openLedger"] = (folder) => {
      opened += 1;
      return machine.adapters.openLedger(folder);
    };
    const refusal = { kind: "refused", cause: "sender", code: "550", reason: "550 Not you", permanent: true } as const;
    const mailer = () => Promise.resolve(() => Promise.resolve(refusal));
    const companion = await start(configOf("contrats"), { openLedger, mailer });
    const { mails } = await ticked(companion, 0);
    for (let looks = 0; looks < 100; looks += 1) await ticked(companion);
    expect([opened, machine.disk.state?.registers[0]?.mails]).toEqual([1, mails]);
    expect(mails).toMatchObject([{ standing: "refused", failures: 1, nextTryAt: null }]);
    expect(mails[0]?.sentence).toMatch(/relancez-le.: il renverra ce message/);
    expect((await ticked(await start())).mails).toEqual([]);
  });

  it("whose file was altered is told as lost, once in the ledger, and is not looked for at every look", async () => {
    machine.world.server = "refuses";
    const companion = await start();
    await ticked(companion, 0);
    machine.disk.files.set("Envois/contrats/recapitulatif-2026-11-23.eml", Buffer.from("altered"));
    machine.world.server = "well";
    for (let looks = 0; looks < 3; looks += 1) {
      const { mails } = await ticked(companion);
      expect(mails).toMatchObject([{ standing: "lost", nextTryAt: null }]);
    }
    expect(told().filter((line) => line.startsWith("mailRefused"))).toHaveLength(2);
    expect(machine.inbox).toEqual([]);
  });

  it("is the browser where there is no mailbox, once, and again at the next start where no browser opens", async () => {
    const config = { ...configOf("contrats"), mail: null };
    machine.world.hasScreen = false;
    const companion = await start(config);
    const state = await ticked(companion, 0);
    expect(state.warnings).toMatchObject([{ code: "notShown" }]);
    machine.world.hasScreen = true;
    expect((await ticked(companion)).warnings).toEqual(state.warnings);
    expect(machine.world.shown).toEqual([]);
    await ticked(await start(config));
    await ticked(await start(config));
    expect(machine.world.shown).toEqual(["/registre/Tacite/recapitulatif-2026-11-24.html"]);
    expect(machine.inbox).toEqual([]);
  });

  it("is the browser too where the password is not known, and goes out as soon as it is", async () => {
    let isKnown = false;
    const mailer: CompanionAdapters["mailer"] = () =>
      isKnown ? machine.adapters.mailer() : Promise.resolve({ code: "noPassword", sentence: "Tapez-le." });
    const companion = await start(configOf("contrats"), { mailer });
    const { mails } = await ticked(companion, 0);
    expect(machine.disk.state?.warnings).toEqual([{ code: "noPassword", sentence: "Tapez-le." }]);
    expect(mails).toMatchObject([{ mail: "recapitulatif-2026-11-23", standing: "waiting" }]);
    // A night later the page is not shown again; after a restart it is, for the mail still waits.
    await ticked(companion, 12 * 60);
    expect(machine.world.shown).toHaveLength(1);
    await ticked(await start(configOf("contrats"), { mailer }));
    expect(machine.world.shown).toHaveLength(2);
    isKnown = true;
    expect((await ticked(companion)).mails).toEqual([]);
    expect(told()).not.toContain("mailShown recapitulatif-2026-11-23");
    expect(told()).toEqual(expect.arrayContaining(digestSent));
  });

  it("says which it is where no browser opens: no mailbox, or one that cannot be used yet", async () => {
    machine.world.hasScreen = false;
    const without = await ticked(await start({ ...configOf("contrats"), mail: null }), 0);
    expect(without.warnings[0]?.sentence).toMatch(/^Aucune boîte mail n’est réglée\./);
    const mailer = () => Promise.resolve({ code: "noPassword", sentence: "Tapez-le." });
    const unusable = await ticked(await start(configOf("contrats"), { mailer }), 0);
    expect(unusable.warnings[0]?.sentence).toMatch(/^La boîte mail ne peut pas encore servir/);
  });
});

describe("a failure", () => {
  const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));

  it("of the look itself holds back no mail that waits, is said and is mailed", async () => {
    machine.world.server = "refuses";
    await ticked(await start(), 0);
    machine.world.server = "well";
    const names = failing("a folder that nobody foresaw");
    const state = await ticked(
      await start(configOf("contrats"), { disk: { ...machine.adapters.disk, names } }),
      24 * 60,
    );
    expect(machine.inbox.map(({ messageId }) => messageId).sort()).toEqual([
      "<echec-lettres-2026-11-25@contrats.tacite.invalid>",
      expect.stringMatching(/^<recapitulatif-2026-11-23@/),
    ]);
    expect(state).toMatchObject({
      lastRun: { slot: "2026-11-25T07:00", outcome: "failed", sentence: "Error: a folder that nobody foresaw" },
      warnings: [{ code: "bug", sentence: "Error: a folder that nobody foresaw" }],
    });
  });

  it("to read the ledger is told by mail, once", async () => {
    const companion = await start(configOf("contrats"), { readEvents: failing("EIO") });
    expect(await ticked(companion, 0)).toMatchObject({
      lastRun: { outcome: "failed", sentence: "Error: EIO", isTold: true },
    });
    await ticked(companion);
    await ticked(await start(configOf("contrats"), { readEvents: failing("EIO") }));
    expect(machine.inbox.map(({ messageId }) => messageId)).toEqual([
      "<arret-letters-2026-11-24@contrats.tacite.invalid>",
    ]);
  });

  it("that the mailbox refused to tell is told once it takes it, and not tried at each look", async () => {
    const openLedger = failing("disk full");
    machine.world.server = "refuses";
    const companion = await start(configOf("contrats"), { openLedger });
    expect(await ticked(companion, 0)).toMatchObject({ lastRun: { outcome: "failed", isTold: false } });
    machine.world.server = "well";
    expect(await ticked(companion)).toMatchObject({ lastRun: { isTold: false } });
    expect(await ticked(companion, 50)).toMatchObject({ lastRun: { isTold: true } });
    await ticked(companion, 70);
    expect(machine.inbox).toHaveLength(1);
  });

  it("that no mailbox could tell is told once there is one", async () => {
    const openLedger = failing("disk full");
    const mailer = () => Promise.resolve({ code: "noPassword", sentence: "Tapez-le." });
    const without = await ticked(await start(configOf("contrats"), { openLedger, mailer }), 0);
    expect(without).toMatchObject({ lastRun: { outcome: "failed", isTold: false } });
    expect(await ticked(await start(configOf("contrats"), { openLedger }))).toMatchObject({
      lastRun: { isTold: true },
    });
    expect(machine.inbox).toHaveLength(1);
  });

  it("of a run says why, as long as it lasts, also after a restart", async () => {
    const runAdapters = failing("no template");
    const expected = { lastRun: { outcome: "failed", code: "bug", sentence: "Error: no template" } };
    const companion = await start(configOf("contrats"), { runAdapters });
    expect(await ticked(companion, 0)).toMatchObject(expected);
    expect(await ticked(companion)).toMatchObject(expected);
    const openLedger = () => Promise.reject(new LedgerLocked("lock", null));
    const disk = { ...machine.adapters.disk, explain };
    expect(await ticked(await start(configOf("contrats"), { openLedger, disk }))).toMatchObject(expected);
  });

  it("is a ledger that another program does not give back, from the second look on", async () => {
    const openLedger = () => Promise.reject(new LedgerLocked("lock", null));
    const disk = { ...machine.adapters.disk, explain };
    const companion = await start(configOf("contrats"), { openLedger, disk });
    expect(await ticked(companion, 0)).toMatchObject({ lastRun: null, warnings: [] });
    expect(await ticked(companion)).toMatchObject({
      lastRun: { outcome: "failed", code: "ledgerLocked", isTold: true },
      warnings: [{ code: "ledgerLocked" }],
    });
  });
});

describe("a clock that ran ahead", () => {
  it("has not done the turns of the days to come", async () => {
    machine.world.now = tuesday + 30 * 24 * 60 * MINUTE;
    await ticked(await start(), 0);
    machine.world.now = tuesday;
    await ticked(await start(), 0);
    machine.world.now = tuesday + 27 * 24 * 60 * MINUTE;
    await ticked(await start(), 0);
    expect(told().filter((line) => line.includes("digest"))).toEqual([
      "contrats digest 2026-12-21T07:00 done",
      "contrats digest 2026-11-23T07:00 done",
      "contrats digest 2026-12-21T07:00 done",
    ]);
    expect(told()).toContain("mailSent recapitulatif-2026-12-21-2");
  });
});

describe("a digest whose hour is changed on its own day", () => {
  it("goes out again under another name, and is not dropped", async () => {
    const at = (hour: number): Config => {
      const config = configOf("contrats");
      const registers = config.registers.map(
        (each) => ({ ...each, rhythm: { ...usualRhythm, day: "tuesday", hour } }) as const,
      );
      return { ...config, registers };
    };
    await ticked(await start(at(7)), 0);
    await ticked(await start(at(9)));
    expect(told().filter((line) => line.startsWith("mailSent"))).toEqual([
      "mailSent recapitulatif-2026-11-24",
      "mailSent recapitulatif-2026-11-24-2",
    ]);
  });
});

describe("a look that takes long", () => {
  it("is no sleep: a server that stalls is left in peace for longer each time", async () => {
    let tries = 0;
    const stalls = () => {
      tries += 1;
      machine.world.now += 26 * MINUTE;
      return Promise.resolve({
        kind: "refused",
        cause: "stalled",
        code: "ETIMEDOUT",
        reason: "",
        permanent: false,
      } as const);
    };
    const companion = await start(configOf("contrats"), { mailer: () => Promise.resolve(stalls) });
    for (const minutes of [0, 10, 10, 10]) await ticked(companion, minutes);
    expect(tries).toBe(3);
  });
});

describe("a register whose disk never answers", () => {
  it("holds back the others once, is looked at by one look only, and is followed again when the disk answers", async () => {
    let answer = (): void => undefined;
    const answered = new Promise<void>((done) => (answer = done));
    let looks = 0;
    const stamp: CompanionAdapters["disk"]["stamp"] = async (file) => {
      if (file.includes("perdu")) {
        looks += 1;
        await answered;
      }
      return machine.adapters.disk.stamp(file);
    };
    const adapters = { ...machine.adapters, disk: { ...machine.adapters.disk, stamp } };
    const options = { pid: 1, logs: null, machineWarnings: () => [], patience: 5_000 };
    const companion = await companionOf(configOf("perdu", "contrats"), options, adapters);
    for (let ticks = 0; ticks < 3; ticks += 1) {
      await companion.tick();
      expect(machine.disk.state?.registers.map(({ name, lastRun }) => [name, lastRun?.outcome])).toEqual([
        ["contrats", "done"],
      ]);
      expect(machine.disk.state?.warnings).toMatchObject([
        { code: "notReached", sentence: expect.stringMatching(/perdu.* se fait attendre/) },
      ]);
    }
    expect(looks).toBe(1);
    answer();
    do {
      await new Promise((later) => setTimeout(later, 20));
      await companion.tick();
    } while (machine.disk.state?.warnings.length !== 0);
    expect(machine.disk.state.registers.map(({ name, lastRun }) => [name, lastRun?.outcome])).toEqual([
      ["perdu", "done"],
      ["contrats", "done"],
    ]);
  });
});

describe("a register that meets a bug", () => {
  it("is named in the state, until it is followed again", async () => {
    let isFaulty = true;
    const explainOrFail = (error: unknown) => {
      if (isFaulty) throw new Error("bug");
      return explain(error);
    };
    const { readEvents, disk } = machine.adapters;
    const companion = await start(configOf("contrats"), {
      disk: { ...disk, explain: explainOrFail },
      readEvents: (folder) => (isFaulty ? Promise.reject(new Error("bug")) : readEvents(folder)),
    });
    await companion.tick();
    expect(machine.disk.state?.warnings).toMatchObject([
      { code: "followFailed", sentence: expect.stringContaining("contrats") },
    ]);
    isFaulty = false;
    await ticked(companion);
    expect(machine.disk.state?.warnings).toEqual([]);
  });
});
