import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, it, jest } from "@jest/globals";
import type { LedgerEvent } from "../worker/ledger/events";
import { LEDGER_FILE, readLedger } from "../worker/ledger/ledger";
import { timeZones } from "../worker/schedule/rhythm";
import { dayIn, wallTime } from "../worker/schedule/zonedTime";
import { sampleWorkbook } from "./builders/workbook";
import { describeIf } from "./optionalTools";
import { redisServer, startRedis, type RedisServer } from "./redisServer";

// A job whose worker is gone is taken again within forty seconds.
jest.setTimeout(4 * 60_000);

const program = resolve(__dirname, "../dist/tacite.mjs");
const started = new Date().toISOString();
/** A zone where it is neither about midnight nor about the hour of the turns while the test runs. */
const zone = timeZones.find((each) => Math.abs(Number(wallTime(started, each).slice(11, 13)) - 13) < 8) ?? timeZones[0];
const sound = ["Lyon", "Nantes", "Lille"];

let folder: string;
let redis: RedisServer;
let workers: ChildProcess[];

const outOf = (name: string) => join(folder, "partage", name);
const lockOf = (name: string) => join(outOf(name), `${LEDGER_FILE}.lock`);
const eventsOf = async (name: string) => (await readLedger(join(outOf(name), LEDGER_FILE))).events;

function startWorker(): ChildProcess {
  const args = [program, "start", "--config", join(folder, "tacite.json"), "--queue", redis.url];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "inherit"] });
  workers.push(child);
  return child;
}

const endOf = (child: ChildProcess) => new Promise<number | null>((ended) => child.once("exit", ended));

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) {
    if (workers.every(({ exitCode }) => exitCode !== null)) throw new Error("every worker has ended");
    await pause(5);
  }
}

/** Which of the processes works on the ledger now, with a letter already there. */
function workingOn(name: string): ChildProcess | undefined {
  try {
    const { pid } = JSON.parse(readFileSync(lockOf(name), "utf8")) as { pid: number };
    if (!readFileSync(join(outOf(name), LEDGER_FILE), "utf8").includes('"generated"')) return undefined;
    return workers.find((worker) => worker.pid === pid);
  } catch {
    return undefined;
  }
}

const ran = (events: readonly LedgerEvent[]) =>
  events.flatMap((event) => (event.event === "ran" ? `${event.job} ${event.outcome}` : [])).sort();

const isDone = async (name: string) => ran(await eventsOf(name)).includes("digest done");

describeIf(redisServer, "workers of one queue", (server) => {
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "tacite-queue-"));
    redis = await startRedis(server);
    workers = [];
    const workbook = await sampleWorkbook(dayIn(started, zone));
    for (const name of [...sound, "Perdu"]) {
      await mkdir(outOf(name), { recursive: true });
      await writeFile(join(outOf(name), "contrats.xlsx"), name === "Perdu" ? "not a workbook" : workbook);
    }
    const registers = [...sound, "Perdu"].map((name) => ({
      name,
      file: `partage/${name}/contrats.xlsx`,
      out: `partage/${name}`,
      hour: 0,
      zone,
    }));
    await writeFile(join(folder, "tacite.json"), JSON.stringify({ registers, data: "data", shared: "partage" }));
  });

  afterEach(async () => {
    for (const worker of workers.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
      const ended = endOf(worker);
      worker.kill("SIGKILL");
      await ended;
    }
    await redis.close();
    await rm(folder, { recursive: true });
  });

  it("lose and double nothing when one is killed in the middle of a register, and pass over one that fails", async () => {
    startWorker();
    startWorker();
    let killed: { readonly name: string; readonly child: ChildProcess } | undefined;
    await until(async () => {
      await pause(0);
      killed = sound.flatMap((name) => ({ name, child: workingOn(name) })).find(hasChild);
      return killed !== undefined;
    });
    if (killed === undefined) throw new Error("nobody worked");
    const ended = endOf(killed.child);
    killed.child.kill("SIGKILL");
    await ended;
    expect(await isDone(killed.name)).toBe(false);
    expect(existsSync(lockOf(killed.name))).toBe(true);

    for (const name of sound) await until(() => isDone(name));
    await until(async () => ran(await eventsOf("Perdu")).includes("digest failed"));
    const left = workers.find(({ signalCode }) => signalCode === null);
    if (left === undefined) throw new Error("no worker is left");
    const stopped = endOf(left);
    left.kill("SIGTERM");
    expect(await stopped).toBe(0);

    for (const name of sound) {
      const events = await eventsOf(name);
      const letters = events.flatMap((event) => (event.event === "generated" ? event.file : []));
      expect(letters.length).toBeGreaterThan(3);
      expect({ name, doubled: letters.length - new Set(letters).size }).toEqual({ name, doubled: 0 });
      expect({ name, ran: ran(events).filter((each) => each === "digest done") }).toEqual({
        name,
        ran: ["digest done"],
      });
      expect((await readdir(join(outOf(name), "Lettres"))).sort()).toEqual(
        letters.map((file) => file.replace("Lettres/", "")).sort(),
      );
      expect((await readdir(outOf(name))).filter((file) => /tmp$|lock$/.test(file))).toEqual([]);
      expect(existsSync(join(outOf(name), "etat.json"))).toBe(true);
    }
    const counts = await Promise.all(
      sound.map(async (name) => (await eventsOf(name)).filter(({ event }) => event === "generated").length),
    );
    expect(new Set(counts).size).toBe(1);
    expect(ran(await eventsOf("Perdu")).filter((each) => each.endsWith("done"))).toEqual([]);
  });

  it("stop within ten seconds when they are asked while Redis is gone", async () => {
    const worker = startWorker();
    for (const name of sound) await until(() => isDone(name));
    const ended = endOf(worker);
    await redis.close();
    // It tries to find Redis again meanwhile.
    await pause(3_000);
    expect(worker.exitCode).toBeNull();
    worker.kill("SIGTERM");
    const tooLate = pause(10_000, "too late", { ref: false });
    expect(await Promise.race([ended, tooLate])).toBe(0);
  });
});

function hasChild(each: {
  readonly name: string;
  readonly child: ChildProcess | undefined;
}): each is { readonly name: string; readonly child: ChildProcess } {
  return each.child !== undefined;
}
