import { mkdir, readFile, stat, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { errorCode } from "../files/errorCode";
import { removeStaleTemps, writeNew } from "../files/writeAtomic";
import { sha256Of } from "./chain";
import { letterId, type LetterFile, type LetterKey, type NewEvent } from "./events";
import type { Ledger } from "./ledger";

/** A letter to be put in the output folder; `file` is the wished path in it, with "/". */
export type FileToProduce = Omit<LetterFile, "sha256"> & { readonly key: LetterKey; readonly bytes: Uint8Array };

/** Where the letter came to lie: `file` differs from the wish when that name was taken. `written` is false when it was already there. */
export type ProducedFile = { readonly file: string; readonly sha256: string; readonly written: boolean };

type Prepared = Extract<NewEvent, { event: "prepared" }>;

/**
 * Finishes what a killed run had begun in the output folder: a letter in place that the ledger only announced is recorded,
 * one that never arrived is left to be produced again. To be called once, after opening the ledger and before producing.
 */
export async function recover(ledger: Ledger, folder: string): Promise<void> {
  const unfinished = unfinishedOf(ledger);
  await removeLeftovers(folder, unfinished);
  for (const prepared of unfinished) {
    const path = join(folder, prepared.file);
    const present = await fingerprintOf(path);
    if (present === prepared.sha256) await ledger.append({ ...prepared, event: "generated" });
    // On a disk without hard links a killed writer leaves the name claimed by an empty file.
    else if (present === EMPTY_FILE) await unlink(path);
  }
}

/**
 * Puts a letter in the output folder and records it: announced, put in place, recorded, each on the disk before the next.
 * A file that is already there is never replaced: with the same content it is the letter, otherwise the letter takes
 * the next free name, « NAME (2).docx ».
 */
export async function produceFile(ledger: Ledger, folder: string, letter: FileToProduce): Promise<ProducedFile> {
  const { key, bytes, file: wished, ...rest } = letter;
  const sha256 = sha256Of(bytes);
  await mkdir(dirname(join(folder, wished)), { recursive: true });
  for (let number = 1; ; number += 1) {
    const file = numbered(wished, number);
    const path = join(folder, file);
    const present = await fingerprintOf(path);
    if (present !== null && present !== sha256) continue;
    const facts = { ...key, ...rest, file, sha256 };
    if (present === null) {
      await ledger.append({ event: "prepared", ...facts });
      if ((await writeNew(path, bytes)).exists) continue;
    }
    await ledger.append({ event: "generated", ...facts });
    return { file, sha256, written: present === null };
  }
}

const EMPTY_FILE = sha256Of("");

function unfinishedOf(ledger: Ledger): readonly Prepared[] {
  const unfinished = new Map<string, Prepared>();
  for (const event of ledger.events()) {
    if (event.event === "prepared") unfinished.set(letterId(event), event);
    if (event.event === "generated") unfinished.delete(letterId(event));
  }
  return [...unfinished.values()];
}

async function removeLeftovers(folder: string, unfinished: readonly Prepared[]): Promise<void> {
  const folders = new Set([folder, ...unfinished.map(({ file }) => dirname(join(folder, file)))]);
  for (const each of folders) if (await isFolder(each)) await removeStaleTemps(each);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

/** The SHA-256 of the file at the path, null when nothing is there, "" when what is there is not a file. */
async function fingerprintOf(path: string): Promise<string | null> {
  try {
    return sha256Of(await readFile(path));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    if (errorCode(error) === "EISDIR") return "";
    throw error;
  }
}

function numbered(file: string, number: number): string {
  if (number === 1) return file;
  const dot = file.lastIndexOf(".");
  const end = dot > file.lastIndexOf("/") + 1 ? dot : file.length;
  return `${file.slice(0, end)} (${number})${file.slice(end)}`;
}
