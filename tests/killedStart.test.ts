import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";
import type { SMTPServerOptions } from "smtp-server";
import { companionAdapters } from "../worker/cli/companionAdapters";
import { companionOf } from "../worker/companion/companion";
import type { Config } from "../worker/config/config";
import { LEDGER_FILE, readLedger } from "../worker/ledger/ledger";
import { lettersOf } from "../worker/ledger/letters";
import { silentLog } from "../worker/log/log";
import { openMails } from "../worker/mail/outbox";
import { smtpMailer } from "../worker/mail/smtpMailer";
import { timeZones } from "../worker/schedule/rhythm";
import { dayIn, instantAfter, wallTime } from "../worker/schedule/zonedTime";
import { account, startMailServer, type MailServer } from "./builders/mailServer";
import { sampleWorkbook } from "./builders/workbook";
import { certificateFor, openssl, type Certificate } from "./openssl";
import { describeIf } from "./optionalTools";

jest.setTimeout(30 * 60_000);

const program = resolve(__dirname, "../dist/tacite.mjs");
/** TACITE_KILLS=200 for a long look. */
const kills = Number(process.env.TACITE_KILLS ?? 20);
const lanes = 2;

const started = new Date().toISOString();
/** A zone where it is neither about midnight nor about the hour of the turns while the test runs. */
const zone = timeZones.find((each) => Math.abs(Number(wallTime(started, each).slice(11, 13)) - 13) < 8) ?? timeZones[0];
const today = dayIn(started, zone);

let folder: string;
let certificate: Certificate;
let calm: { readonly letters: readonly unknown[]; readonly milliseconds: number; readonly events: number };
let server: MailServer;

/** What the ledger and the server say at the end. */
type Outcome = { readonly uncertain: boolean; readonly doubled: boolean; readonly left: number };

const clock = {
  now: () => new Date().toISOString(),
  today: () => today,
  localTime: (instant: string) => wallTime(instant, zone),
  wait: (milliseconds: number) => pause(milliseconds),
};

async function configured(name: string): Promise<Config> {
  const data = join(folder, name);
  const out = join(data, "out");
  const rhythm = { day: "monday", hour: 0, zone } as const;
  const mail = {
    provider: null,
    server: { host: "localhost", port: server.port, security: "starttls" },
    login: account.login,
    from: account.login,
    to: [`${name}@energie.example`],
  } as const;
  const file = join(folder, "registre.xlsx");
  const written = {
    registers: [{ name: "registre", file, out, day: "lundi", hour: rhythm.hour, zone }],
    mail: { user: mail.login, ...mail.server, from: mail.from, to: mail.to },
    data,
  };
  await writeFile(join(folder, `${name}.json`), JSON.stringify(written));
  const templates = resolve(__dirname, "../templates");
  return { registers: [{ name: "registre", file, out, templates, rhythm }], mail, server: null, shared: null, data };
}

function start(name: string): { readonly child: ChildProcess; readonly ended: Promise<number | null> } {
  const env = {
    ...process.env,
    TACITE_SMTP_PASSWORD: account.password,
    NODE_EXTRA_CA_CERTS: certificate.certFile,
  };
  const args = [program, "start", "--config", join(folder, `${name}.json`)];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  return { child, ended: new Promise((done) => child.once("close", done)) };
}

const ledgerOf = ({ registers }: Config) => join(registers[0]?.out ?? "", LEDGER_FILE);

function linesOf(file: string): number {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").length - 1 : 0;
}

async function reached(file: string, lines: number, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && linesOf(file) < lines) await pause(1);
}

async function idle(config: Config, child: ChildProcess): Promise<void> {
  while (child.exitCode === null && !existsSync(join(config.data, "etat.json"))) await pause(5);
}

const lettersIn = async (config: Config) =>
  lettersOf((await readLedger(ledgerOf(config))).events, "exemple-chauffage-lemoine");

/** Starts again in this process, which has the program loaded, and lets eleven minutes pass for what is uncertain. */
async function finish(config: Config): Promise<void> {
  const mail = config.mail;
  if (mail === null) return;
  const environment = {
    clock,
    terminal: { print: () => undefined, warn: () => undefined, progress: () => undefined },
    newRegisterId: () => "",
    templatesFolder: "",
    paneFolder: "",
    stopAsked: () => Promise.resolve(),
  };
  let passed = 0;
  const limits = { connecting: 30_000, silence: 30_000, authorities: [certificate.cert] };
  const mailer = smtpMailer({ server: mail.server, login: mail.login, password: account.password }, limits);
  const adapters = {
    ...companionAdapters(config, silentLog, environment),
    now: () => instantAfter(clock.now(), passed),
    mailer: () => Promise.resolve(mailer),
  };
  const machine = { pid: process.pid, logs: null, machineWarnings: () => [] };
  const companion = await companionOf(config, machine, adapters);
  await companion.tick();
  passed = 11 * 60_000;
  await companion.tick();
}

async function killedAndStartedAgain(number: number): Promise<Outcome> {
  const name = `killed-${String(number)}`;
  const config = await configured(name);
  const { child, ended } = start(name);
  if (number % 5 === 0) await pause((calm.milliseconds * number) / kills);
  else if (number % 5 === 1) await new Promise<void>((done) => whenAtServer(name, done, ended));
  else await reached(ledgerOf(config), Math.floor((calm.events * number) / kills), child);
  await pause(number % 4);
  child.kill("SIGKILL");
  await ended;
  const left = linesOf(ledgerOf(config));
  if (number % 10 === 0) await stoppedInPeace(config, name);
  await finish(config);

  const { events } = await readLedger(ledgerOf(config));
  const count = (kind: string) => events.filter(({ event }) => event === kind).length;
  const arrived = server.taken.filter(({ to }) => to.includes(`${name}@energie.example`)).length;
  const ran = events.flatMap((event) => (event.event === "ran" ? `${event.job} ${event.outcome}` : [])).sort();
  expect({ number, letters: await lettersIn(config) }).toEqual({ number, letters: calm.letters });
  expect({ number, ran, open: openMails(events, "registre") }).toEqual({ number, ran: calmRuns, open: [] });
  expect({ number, queued: count("mailQueued"), sent: count("mailSent") }).toEqual({ number, queued: 1, sent: 1 });
  expect(arrived).toBeGreaterThanOrEqual(1);
  expect(arrived).toBeLessThanOrEqual(1 + count("mailUncertain"));
  const names = await readdir(config.registers[0]?.out ?? "");
  expect(names.filter((each) => /tmp$|lock$/.test(each))).toEqual([]);
  await rm(config.data, { recursive: true });
  return { uncertain: count("mailUncertain") > 0, doubled: arrived > 1, left };
}

let calmRuns: readonly string[];

/** The installed program finishes the work too, and stops when it is asked. */
async function stoppedInPeace(config: Config, name: string): Promise<void> {
  await rm(join(config.data, "etat.json"), { force: true });
  const { child, ended } = start(name);
  await idle(config, child);
  child.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(existsSync(join(config.data, "tacite.lock"))).toBe(false);
}

const waiting = new Map<string, () => void>();

/** Calls back once the server has the whole mail for this name and has not answered yet, or the program has ended. */
function whenAtServer(name: string, done: () => void, ended: Promise<unknown>): void {
  waiting.set(`${name}@energie.example`, done);
  void ended.then(done);
}

/** Takes every mail; says so to the test before it answers. */
function slowToAnswer(taken: () => MailServer): SMTPServerOptions {
  return {
    onData: (stream, { envelope }, answer) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const to = envelope.rcptTo.map(({ address }) => address);
        (taken().taken as { from: string; to: readonly string[]; eml: string }[]).push({
          from: "",
          to,
          eml: Buffer.concat(chunks).toString("latin1"),
        });
        const told = to.flatMap((address) => waiting.get(address) ?? []);
        for (const tell of told) tell();
        for (const address of to) waiting.delete(address);
        setTimeout(() => answer(), told.length > 0 ? 300 : 0);
      });
    },
  };
}

describeIf(openssl, "a companion killed at any instant, then started again,", () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tacite-killed-start-"));
    await writeFile(join(folder, "registre.xlsx"), await sampleWorkbook(today));
    certificate = certificateFor("localhost");
    server = await startMailServer(certificate, () => slowToAnswer(() => server));
    const config = await configured("calm");
    const begun = performance.now();
    const { child, ended } = start("calm");
    await idle(config, child);
    const milliseconds = performance.now() - begun;
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
    const { events } = await readLedger(ledgerOf(config));
    calmRuns = events.flatMap((event) => (event.event === "ran" ? `${event.job} ${event.outcome}` : [])).sort();
    calm = { letters: await lettersIn(config), milliseconds, events: events.length };
  });

  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it("has done everything when nothing disturbs it", () => {
    expect(calm.letters.length).toBeGreaterThan(3);
    expect(calmRuns).toContain("digest done");
    expect(server.taken.map(({ to }) => to)).toEqual([["calm@energie.example"]]);
  });

  it(`loses and doubles no letter and no mail, ${String(kills)} times`, async () => {
    const outcomes: Outcome[] = [];
    const numbers = Array.from({ length: kills }, (_, number) => number);
    const lane = async () => {
      for (let number = numbers.shift(); number !== undefined; number = numbers.shift()) {
        outcomes.push(await killedAndStartedAgain(number));
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    expect(outcomes).toHaveLength(kills);
    // The kills are of use only where they interrupt something, some of them between the server and the ledger.
    expect(outcomes.filter(({ left }) => left > 0 && left < calm.events).length).toBeGreaterThan(kills / 4);
    expect(outcomes.filter(({ uncertain }) => uncertain).length).toBeGreaterThan(kills / 20);
  });
});
