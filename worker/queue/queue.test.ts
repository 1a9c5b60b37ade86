import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it, jest } from "@jest/globals";
import { newFolder, tacite } from "../../tests/builders/commandLine";
import { describeIf } from "../../tests/optionalTools";
import { redisServer, startRedis } from "../../tests/redisServer";
import { exitCodes } from "../cli/exitCodes";
import { silentLog } from "../log/log";
import { usualRhythm } from "../schedule/rhythm";
import { startQueue } from "./queue";
import { connect } from "./redis";
import { confirmShared, MARKER_FILE } from "./sharedFolder";

jest.setTimeout(60_000);

let folder: string;
let config: string;

const register = (name: string) => ({ name, file: `partage/${name}/contrats.xlsx`, out: `partage/${name}` });
const start = (queue: string) => tacite(["start", "--config", config, "--queue", queue]);
const configure = (values: object) => writeFile(config, JSON.stringify({ data: "data", ...values }));

const registerConfig = (name: string) => ({ name, file: "", out: "", templates: "", rhythm: usualRhythm });

/** A worker of these registers in this process, with work that notes which it was given. */
async function startWorker(url: string, ...given: readonly (string | (() => Promise<void>))[]) {
  const names = given.filter((each) => typeof each === "string");
  const lasting = given.find((each) => typeof each === "function");
  const connected = await connect(url);
  const begun: string[] = [];
  const done: string[] = [];
  const work = async ({ name }: { readonly name: string }) => {
    begun.push(name);
    await lasting?.();
    done.push(name);
    return "done";
  };
  const { stop } = await startQueue({ registers: names.map(registerConfig) }, connected, work, silentLog);
  return { begun, done, stop, redis: connected.redis };
}

async function until(reached: () => boolean): Promise<void> {
  while (!reached()) await pause(20);
}

beforeEach(async () => {
  folder = await newFolder();
  config = join(folder, "tacite.json");
  await mkdir(join(folder, "partage"));
  await configure({ registers: [register("Lyon")], shared: "partage" });
});
afterEach(() => rm(folder, { recursive: true }));

describe("tacite start --queue", () => {
  it("is refused without shared storage, and for what lies outside it", async () => {
    await configure({ registers: [register("Lyon")] });
    const without = await start("redis://127.0.0.1:1");
    expect([without.exitCode, without.warned]).toEqual([
      exitCodes.configInvalid,
      expect.stringContaining("shared : ce champ manque, et la file en a besoin."),
    ]);
    const outside = { name: "Nantes", file: "contrats.xlsx", out: "partage/Lyon" };
    await configure({ registers: [register("Lyon"), outside], shared: "partage" });
    const { warned } = await start("redis://127.0.0.1:1");
    expect(warned).toContain("registers[1].file : ce chemin n’est pas dans le stockage partagé");
    expect(warned).toContain("registers[1].out : c’est déjà le dossier de « Lyon ».");
    expect(warned).not.toContain("registers[0]");
  });

  it("says what an address must look like, and that Redis does not answer", async () => {
    const odd = await start("http://serveur:6379");
    expect([odd.exitCode, odd.warned]).toEqual([
      exitCodes.queueRefused,
      expect.stringContaining("L’adresse de la file ne convient pas."),
    ]);
    const { exitCode, warned, printed } = await start("redis://:secret@127.0.0.1:1");
    expect(exitCode).toBe(exitCodes.queueRefused);
    expect(warned).toContain("Redis ne répond pas sur 127.0.0.1:1 (ECONNREFUSED).");
    expect(warned + printed).not.toContain("secret");
  });

  it("says which libraries to install", async () => {
    const missing = () => Promise.reject(Object.assign(new Error("bullmq"), { code: "ERR_MODULE_NOT_FOUND" }));
    await expect(connect("redis://127.0.0.1:1", missing)).rejects.toMatchObject({
      sentence: expect.stringContaining("npm install bullmq ioredis"),
    });
  });
});

describeIf(redisServer, "a queue on a real Redis", (server) => {
  it("is refused to whoever has another folder than the first", async () => {
    const redis = await startRedis(server);
    const { redis: client } = await connect(redis.url);
    try {
      const [first, second] = [join(folder, "partage"), join(folder, "local")];
      await mkdir(second);
      await confirmShared(first, client, () => "first");
      await confirmShared(first, client, () => "again");
      await expect(confirmShared(second, client, () => "second")).rejects.toMatchObject({ name: "QueueRefused" });
      expect([await readdir(first), await readdir(second)]).toEqual([[MARKER_FILE], []]);
    } finally {
      client.disconnect();
      await redis.close();
    }
  });

  it("gives its registers again to a Redis that comes back empty", async () => {
    const redis = await startRedis(server);
    const worker = await startWorker(redis.url, "Lyon");
    await until(() => worker.done.length === 1);
    await redis.close();
    const again = await startRedis(server, redis.port);
    await until(() => worker.done.length === 2);
    await worker.stop();
    await again.close();
    expect(worker.done).toEqual(["Lyon", "Lyon"]);
  });

  it("does not bring back with an old worker, whose connection was cut, what a newer one has taken out", async () => {
    const redis = await startRedis(server);
    const old = await startWorker(redis.url, "Lyon", "Nantes");
    const newer = await startWorker(redis.url, "Lyon");
    const { redis: client, libraries } = await connect(redis.url);
    let times = 0;
    old.redis.on("ready", () => (times += 1));
    await client.call("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
    await until(() => times > 0);
    await old.redis.ping();
    await old.stop();
    const queue = new libraries.bullmq.Queue("registres", { connection: client, prefix: "tacite" });
    const keys = (await queue.getJobSchedulers()).map(({ key }) => key);
    await queue.close();
    client.disconnect();
    await newer.stop();
    await redis.close();
    expect(keys).toEqual(["Lyon"]);
  });

  it("lets a worker stop without Redis, once it has finished its register", async () => {
    const redis = await startRedis(server);
    let finish = () => undefined as void;
    const finished = new Promise<void>((done) => (finish = done));
    const worker = await startWorker(redis.url, "Lyon", () => finished);
    await until(() => worker.begun.length === 1);
    await redis.close();
    let isStopped = false;
    const stopped = worker.stop().then(() => (isStopped = true));
    await pause(100);
    expect(isStopped).toBe(false);
    finish();
    await stopped;
    expect(worker.done).toEqual(["Lyon"]);
  });

  it("closes what it has opened when Redis cannot keep the registers", async () => {
    const redis = await startRedis(server);
    const connected = await connect(redis.url);
    await connected.redis.call("ACL", "SETUSER", "default", "-set");
    const registers = [registerConfig("Lyon")];
    await expect(startQueue({ registers }, connected, () => Promise.resolve(""), silentLog)).rejects.toThrow("NOPERM");
    let others = 1;
    // The server takes an instant to see that a connection is gone.
    for (let looks = 0; looks < 100 && others > 0; looks += 1) {
      others =
        String(await connected.redis.client("LIST"))
          .trim()
          .split("\n").length - 1;
      await pause(20);
    }
    connected.redis.disconnect();
    expect(others).toBe(0);
    await redis.close();
  });

  it("starts, takes its registers, and stops when it is asked", async () => {
    const redis = await startRedis(server);
    try {
      const { exitCode, printed } = await start(redis.url);
      expect([exitCode, printed]).toEqual([0, expect.stringContaining("Cet ouvrier prend les registres de la file")]);
      const { redis: client, libraries } = await connect(redis.url);
      const queue = new libraries.bullmq.Queue("registres", { connection: client, prefix: "tacite" });
      expect((await queue.getJobSchedulers()).map(({ key }) => key)).toEqual(["Lyon"]);
      await queue.close();
      client.disconnect();
    } finally {
      await redis.close();
    }
  });
});
