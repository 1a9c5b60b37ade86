import { join, relative, sep } from "node:path";
import type { Redis } from "ioredis";
import type { Config } from "../config/config";
import { errorCode } from "../files/errorCode";
import { readIfPresent } from "../files/readIfPresent";
import { writeNew } from "../files/writeAtomic";
import { QueueRefused } from "./queueRefused";
import { queueWords as words } from "./queueWords";

/** What keeps these registers from being followed by several machines: a sentence each. */
export function sharedProblems({ registers, shared }: Config): readonly string[] {
  if (shared === null) return [words.noShared];
  return registers.flatMap(({ name, file, out }, place) => {
    const at = `registers[${String(place)}]`;
    const earlier = registers.slice(0, place).find((other) => relative(other.out, out) === "");
    return [
      ...(isInside(file, shared) ? [] : [words.outside(`${at}.file`, shared)]),
      ...(isInside(out, shared) ? [] : [words.outside(`${at}.out (« ${name} »)`, shared)]),
      ...(earlier === undefined ? [] : [words.sameOut(`${at}.out`, earlier.name)]),
    ];
  });
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== "" && way !== ".." && !way.startsWith(`..${sep}`) && way !== path;
}

/**
 * Lies in the shared folder and says which it is.
 *
 * @internal Named by its test.
 */
export const MARKER_FILE = "stockage-partage.txt";
const KEY = "tacite:shared";

/**
 * Makes sure that this machine's shared folder is the one that the other workers of the queue see: the first leaves an
 * identity (`newId`) in the folder and with Redis, the others must find the same in both. Throws QueueRefused.
 */
export async function confirmShared(
  shared: string,
  redis: Pick<Redis, "get" | "set">,
  newId: () => string,
): Promise<void> {
  const marker = join(shared, MARKER_FILE);
  if ((await redis.get(KEY)) === null) {
    await writeNew(marker, Buffer.from(newId())).catch((error: unknown) => {
      if (errorCode(error) === "ENOENT") throw new QueueRefused(words.noFolder(shared), error);
      throw error;
    });
    const own = await textOf(marker);
    if (own !== null) await redis.set(KEY, own, "NX");
  }
  if ((await textOf(marker)) !== (await redis.get(KEY))) throw new QueueRefused(words.notShared(shared));
}

async function textOf(file: string): Promise<string | null> {
  const bytes = await readIfPresent(file);
  return bytes === null ? null : new TextDecoder().decode(bytes);
}
