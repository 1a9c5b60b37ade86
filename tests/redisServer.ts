import { execFileSync, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./freePort";

/** Debian's Redis server, or null where it is not installed. */
export function redisServer(): string | null {
  try {
    execFileSync("redis-server", ["--version"], { stdio: "ignore" });
    return "redis-server";
  } catch {
    return null;
  }
}

export type RedisServer = { readonly url: string; readonly port: string; readonly close: () => Promise<void> };

/** An empty server of its own on a free port of this machine, or on the port of one that is gone; it keeps nothing. */
export async function startRedis(program: string, onPort?: string): Promise<RedisServer> {
  const folder = await mkdtemp(join(tmpdir(), "tacite-redis-"));
  const port = onPort ?? String(await freePort());
  const args = ["--port", port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder];
  const server = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<void>((done) => server.once("exit", () => done()));
  await new Promise<void>((ready, failed) => {
    server.stdout.on("data", (chunk: Buffer) => {
      if (chunk.includes("Ready to accept connections")) ready();
    });
    void ended.then(() => failed(new Error("Redis did not start")));
  });
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    close: async () => {
      server.kill("SIGTERM");
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}
