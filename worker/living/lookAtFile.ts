import { basename, dirname, join } from "node:path";
import { formats } from "../../domain/i18n/fr/formats";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { SeenFile, Warning } from "../companion/state";
import type { OpenedRegister } from "../run/openRegister";
import { millisecondsBetween, type Instant } from "../schedule/zonedTime";
import { conflictCopies, isWorkbook } from "./conflictNames";
import { livingWords as words } from "./livingWords";

/** What tells whether a file is still the one that was read, without reading it. */
export type FileStamp = { readonly size: number; readonly modifiedMs: number; readonly inode: number };

/** The disk as this folder sees it; main gives the real one, tests others. */
export type LivingDisk = {
  /** Null when nothing is there, or nobody can tell: it is then read. */
  readonly stamp: (file: string) => Promise<FileStamp | null>;
  /** The names in the folder; none when it cannot be looked into. */
  readonly names: (folder: string) => Promise<readonly string[]>;
  readonly folders: (folder: string) => Promise<readonly string[]>;
  readonly isOpenInExcel: (file: string) => Promise<boolean>;
  /** Throws whatever keeps the file from being read. */
  readonly open: (file: string) => Promise<OpenedRegister>;
  /** The newest copy of the workbook that the pane has sent, and when; none of those of a clock that ran ahead of now. */
  readonly newestCopy: (
    registerId: string,
    now: Instant,
  ) => Promise<{ readonly file: string; readonly at: Instant } | null>;
  /** What an error of `open` is called, and what it means; `isPassing` when it may be over at the next look. */
  readonly explain: (error: unknown) => Failure;
  readonly localTime: (instant: Instant) => string;
};

/** Why something could not be done: a code, and the French sentence with what to do. */
export type Failure = Warning & { readonly isPassing: boolean };

/**
 * What is kept between two looks, for as long as the process lives: the register itself, and which register another
 * workbook is, null when it is none. What could not be read is not kept, for the fault may have been the disk's.
 */
export type FileMemory = { readonly registers: Stamped<OpenedRegister>; readonly others: Stamped<Identity | null> };

type Stamped<T> = Map<string, { readonly stamp: FileStamp; readonly found: T }>;
type Identity = Pick<OpenedRegister, "file" | "registerId" | "savedAt" | "sha256">;

export function newFileMemory(): FileMemory {
  return { registers: new Map(), others: new Map() };
}

/** The register as it could be read, or why it could not; and what is odd about its file. */
export type Look = { readonly warnings: readonly Warning[] } & (
  { readonly opened: OpenedRegister } | { readonly opened: null; readonly failure: Failure }
);

/**
 * Looks at the file of a register and reads what has changed since the last look; what has not is not read again. A file
 * that has left its place is looked for by its identity, in the folders where it was and in those inside them. `seen` is the newest version
 * that was ever read, null before the first; `now` the present instant.
 */
export async function lookAtFile(
  file: string,
  seen: SeenFile | null,
  memory: FileMemory,
  disk: LivingDisk,
  now: Instant,
): Promise<Look> {
  const warnings: Warning[] = [];
  const name = basename(file);
  let found = await readChanged(file, memory, disk);
  if (isFailure(found) && found.code === "fileMissing" && seen !== null) {
    const [moved, ...others] = await findMoved([file, seen.file], seen.registerId, memory, disk);
    if (moved === undefined) found = { ...found, sentence: words.gone(name) };
    else {
      found = await readChanged(moved.file, memory, disk);
      const places = [moved, ...others].map((each) => each.file);
      warnings.push(
        others.length === 0
          ? { code: "moved", sentence: words.moved(name, moved.file) }
          : { code: "severalMoved", sentence: words.severalMoved(name, places) },
      );
    }
  }
  const copy = await paneCopy(found, seen, memory, disk, now);
  const used = [file, isFailure(found) ? file : found.file, copy?.opened.file];
  for (const path of memory.registers.keys()) if (!used.includes(path)) memory.registers.delete(path);
  if (copy !== null) {
    // What is beside the register, and where it is, stays to be told.
    found = { ...copy.opened, file: isFailure(found) ? file : found.file };
    warnings.push({ code: "paneCopy", sentence: words.paneCopy(name, shownTime(copy.at, disk)) });
  }
  if (isFailure(found)) {
    const { code, isPassing } = found;
    const isHalf = code === "fileEmpty" || code === "fileTruncated";
    const failure = isHalf ? { code, isPassing, sentence: words.notYetWhole(name) } : found;
    return { opened: null, failure, warnings: [...warnings, { code, sentence: failure.sentence }] };
  }
  if (seen !== null && found.registerId !== seen.registerId) {
    warnings.push({ code: "otherRegister", sentence: words.otherRegister(name) });
  } else if (seen !== null && isOlder(found, seen)) {
    warnings.push({ code: "older", sentence: words.older(name, shownTime(seen.savedAt, disk)) });
  }
  const copies = await secondVersions(found, memory, disk);
  if (copies.length > 0) {
    warnings.push({ code: "conflictCopies", sentence: words.conflictCopies(basename(found.file), copies) });
  }
  if (await disk.isOpenInExcel(found.file)) {
    warnings.push({ code: "openInExcel", sentence: words.openInExcel(basename(found.file)) });
  }
  return { opened: found, warnings };
}

/** What is to be remembered of the version just read; an older one than was seen does not replace it. */
export function seenAfter(opened: OpenedRegister, seen: SeenFile | null): SeenFile {
  const isSame = seen?.registerId === opened.registerId;
  return isSame && isOlder(opened, seen) ? seen : asSeen(opened);
}

/** The version that was read, as it is remembered. */
export function asSeen({ file, savedAt, sha256, registerId, register }: OpenedRegister): SeenFile {
  const { revision, digestDay, digestHour } = register.settings;
  const journalRows = register.journal.length;
  return { file, savedAt, sha256, registerId, revision, journalRows, digestDay, digestHour };
}

/** Its own history is shorter, or it was saved earlier. */
function isOlder(opened: OpenedRegister, seen: SeenFile): boolean {
  const { sha256, revision, journalRows, savedAt } = asSeen(opened);
  if (sha256 === seen.sha256) return false;
  if (revision !== seen.revision) return revision < seen.revision;
  if (journalRows !== seen.journalRows) return journalRows < seen.journalRows;
  return millisecondsBetween(seen.savedAt, savedAt) < 0;
}

function isFailure(found: object | null): found is Failure {
  return found !== null && "isPassing" in found;
}

function readChanged(file: string, memory: FileMemory, disk: LivingDisk): Promise<OpenedRegister | Failure> {
  return unlessKnown(file, memory.registers, disk, () => disk.open(file));
}

/** Which register a file holds, without keeping all of it; null for a workbook that is none. */
function identify(file: string, memory: FileMemory, disk: LivingDisk): Promise<Identity | Failure | null> {
  return unlessKnown(file, memory.others, disk, async () => {
    try {
      const { registerId, savedAt, sha256 } = await disk.open(file);
      return { file, registerId, savedAt, sha256 };
    } catch (error) {
      if (disk.explain(error).code === "notARegister") return null;
      throw error;
    }
  });
}

async function unlessKnown<T>(
  file: string,
  known: Stamped<T>,
  disk: LivingDisk,
  read: () => Promise<T>,
): Promise<T | Failure> {
  const stamp = await disk.stamp(file);
  const before = known.get(file);
  if (stamp !== null && before !== undefined && isSameStamp(before.stamp, stamp)) return before.found;
  known.delete(file);
  try {
    const found = await read();
    if (stamp !== null) known.set(file, { stamp, found });
    return found;
  } catch (error) {
    return disk.explain(error);
  }
}

function isSameStamp(a: FileStamp, b: FileStamp): boolean {
  return a.size === b.size && a.modifiedMs === b.modifiedMs && a.inode === b.inode;
}

/** The workbooks of this identity in the folders where it was and in those inside them, the last saved first. */
async function findMoved(
  places: readonly string[],
  registerId: string,
  memory: FileMemory,
  disk: LivingDisk,
): Promise<readonly Identity[]> {
  const around = new Set<string>();
  for (const folder of new Set(places.map((place) => dirname(place)))) {
    around.add(folder);
    for (const name of await disk.folders(folder)) around.add(join(folder, name));
  }
  const found: Identity[] = [];
  for (const each of around) {
    for (const name of (await disk.names(each)).filter(isWorkbook)) {
      const other = await identify(join(each, name), memory, disk);
      if (other !== null && !isFailure(other) && other.registerId === registerId) found.push(other);
    }
  }
  return found.sort((a, b) => millisecondsBetween(a.savedAt, b.savedAt));
}

/** What the pane has sent, where it says more than the file. */
async function paneCopy(
  found: OpenedRegister | Failure,
  seen: SeenFile | null,
  memory: FileMemory,
  disk: LivingDisk,
  now: Instant,
): Promise<{ readonly opened: OpenedRegister; readonly at: Instant } | null> {
  const registerId = isFailure(found) ? seen?.registerId : found.registerId;
  const copy = registerId === undefined ? null : await disk.newestCopy(registerId, now);
  if (copy === null || (!isFailure(found) && millisecondsBetween(found.savedAt, copy.at) <= 0)) return null;
  const opened = await readChanged(copy.file, memory, disk);
  return isFailure(opened) ? null : { opened: { ...opened, savedAt: copy.at }, at: copy.at };
}

/** Beside the register, the second versions that hold the same one. */
async function secondVersions(
  { file, registerId, sha256 }: OpenedRegister,
  memory: FileMemory,
  disk: LivingDisk,
): Promise<readonly string[]> {
  const names = await disk.names(dirname(file));
  const copies: string[] = [];
  for (const name of conflictCopies(names, basename(file))) {
    const other = await identify(join(dirname(file), name), memory, disk);
    if (other === null) continue;
    const isSecond = isFailure(other) ? other.isPassing : other.registerId === registerId && other.sha256 !== sha256;
    if (isSecond) copies.push(name);
  }
  return copies;
}

function shownTime(instant: Instant, { localTime }: LivingDisk): string {
  const [day = "", time = ""] = localTime(instant).split("T");
  return `${formats.shortDate(day as CivilDate)} à ${time}`;
}
