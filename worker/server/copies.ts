import { createHash } from "node:crypto";
import { compareText } from "../../domain/compareText";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { errorCode } from "../files/errorCode";
import { removeStaleTemps, writeAtomic } from "../files/writeAtomic";

/** A copy of a workbook that the pane sent, and when (ISO). */
export type Copy = { readonly file: string; readonly at: string };

const KEPT = 10;
/** Begins the name of a copy that was sent before the newest, but dated after it. */
const ASIDE = "autre-horloge-";
const NAME = /^registre-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)[.](\d{3})Z[.]xlsx$/;

/** Keeps the copy in the data folder, whole or not at all, and the nine before it; of those whose clock disagrees, ten too. `now` is the instant, ISO in UTC. */
export async function keepCopy(data: string, registerId: string, bytes: Uint8Array, now: string): Promise<Copy> {
  const folder = copiesOf(data, registerId);
  await mkdir(folder, { recursive: true });
  await removeStaleTemps(folder);
  const file = join(folder, `registre-${now.replaceAll(":", "-")}.xlsx`);
  await writeAtomic(file, bytes);
  const kept = await copies(folder);
  // One of the clocks was wrong, and nobody knows which: they are kept as files, and read no more.
  for (const ahead of kept.filter(({ at }) => at > now))
    await rename(ahead.file, join(folder, ASIDE + basename(ahead.file)));
  const past = kept.filter(({ at }) => at <= now).map((copy) => copy.file);
  const aside = (await readdir(folder)).filter((name) => name.startsWith(ASIDE)).sort(compareText);
  const asideFiles = aside.map((name) => join(folder, name));
  for (const old of [past, asideFiles].flatMap((files) => files.slice(0, -KEPT))) await rm(old, { force: true });
  return { file, at: now };
}

/**
 * The newest copy that the pane has sent of the register until now (ISO in UTC); null when it never sent one. Whoever reads registers takes it
 * where the workbook itself cannot be read, or was saved before it.
 */
export async function newestCopy(data: string, registerId: string, now: string): Promise<Copy | null> {
  const sent = await copies(copiesOf(data, registerId));
  // Of a clock that ran ahead nobody knows when it was, and it would win over all that is saved until then.
  return sent.findLast(({ at }) => at <= now) ?? null;
}

/** An identity comes from a cell, where anything may be typed: it names no folder by itself. */
function copiesOf(data: string, registerId: string): string {
  return join(data, "copies", createHash("sha256").update(registerId).digest("hex").slice(0, 16));
}

/** The oldest first. */
async function copies(folder: string): Promise<readonly Copy[]> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return [];
    throw error;
  });
  return [...names].sort(compareText).flatMap((name) => {
    const [, day, hour, minute, second, millisecond] = NAME.exec(name) ?? [];
    if (day === undefined) return [];
    return { file: join(folder, name), at: `${day}T${hour}:${minute}:${second}.${millisecond}Z` };
  });
}
