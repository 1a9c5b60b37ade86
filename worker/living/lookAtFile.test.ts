import { copyFile, mkdir, mkdtemp, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "@jest/globals";
import { newRow } from "../../domain/workbook/newRow";
import { excelSaved } from "../../tests/builders/excelSaved";
import { client, contract, register, settings } from "../../tests/builders/register";
import { workbookOf } from "../../tests/builders/workbook";
import { explain } from "../cli/explain";
import { openFile } from "../cli/reader";
import type { SeenFile } from "../companion/state";
import {
  asSeen,
  lookAtFile,
  newFileMemory,
  seenAfter,
  type Failure,
  type FileMemory,
  type LivingDisk,
  type Look,
} from "./lookAtFile";
import { realDisk } from "./realDisk";

const today = "2026-11-24";
const now = "2026-11-25T08:00:00.000Z";
const entry = { at: "2026-11-24T08:00", action: "logVisit", batch: "B1", table: "interventions", row: "I1" } as const;
const journal = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    newRow("journal", { ...entry, change: "inserted", id: `J${String(index)}` }),
  );
const clients = [client()];
const contracts = [contract()];

/** The register with one visit in its journal, then with two, and another register. */
const books: Record<"old" | "recent" | "other", Uint8Array> = {
  old: new Uint8Array(),
  recent: new Uint8Array(),
  other: new Uint8Array(),
};

let folder: string;
let file: string;
let read: string[];
let copy: Awaited<ReturnType<LivingDisk["newestCopy"]>>;
let memory: FileMemory;

const disk: LivingDisk = {
  ...realDisk,
  open: (path) => {
    read.push(basename(path));
    return openFile(path, () => Promise.resolve());
  },
  newestCopy: () => Promise.resolve(copy),
  explain,
  localTime: (instant) => instant.slice(0, 16),
};

const look = (seen: SeenFile | null = null) => lookAtFile(file, seen, memory, disk, now);
const warningsOf = async (seen: SeenFile | null = null) =>
  (await look(seen)).warnings.map(({ code, sentence }) => [code, sentence.replaceAll("\u00a0", " ")]);

async function saved(path: string, bytes: Uint8Array, at = "2026-11-24T08:00:00Z") {
  await writeFile(path, bytes);
  await utimes(path, new Date(at), new Date(at));
}

async function seenNow(): Promise<SeenFile> {
  const { opened } = await look();
  if (opened === null) throw new Error("unreadable");
  return asSeen(opened);
}

beforeAll(async () => {
  books.old = await workbookOf(register({ clients, contracts, journal: journal(1) }), today);
  books.recent = await workbookOf(register({ clients, contracts, journal: journal(2) }), today);
  books.other = await workbookOf(register({ settings: settings({ registerId: "autre-registre" }) }), today);
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tacite-living-"));
  file = join(folder, "contrats.xlsx");
  read = [];
  copy = null;
  memory = newFileMemory();
  await saved(file, books.recent);
});

describe("a file that nobody touched", () => {
  it("is not read again", async () => {
    const first = await look();
    const second = await look();
    expect(read).toEqual(["contrats.xlsx"]);
    expect(second.opened).toBe(first.opened);
    expect(second.warnings).toEqual([]);
  });

  it.each([
    ["saved again", () => saved(file, books.recent, "2026-11-24T09:00:00Z")],
    [
      "replaced by another of its size and time",
      async () => {
        await saved(join(folder, "new"), books.recent);
        await rename(join(folder, "new"), file);
      },
    ],
  ])("is read again once it is %s", async (_, touch) => {
    await look();
    await touch();
    await look();
    expect(read).toEqual(["contrats.xlsx", "contrats.xlsx"]);
  });
});

describe("a file that is not there in whole", () => {
  it.each([
    ["empty", new Uint8Array(), "fileEmpty"],
    ["cut short", "half", "fileTruncated"],
    ["reserved and still blank", new Uint8Array(5_000), "fileTruncated"],
  ])("because it is %s is tried again at the next look, and said so", async (_, bytes, code) => {
    await saved(file, typeof bytes === "string" ? books.recent.subarray(0, 4_000) : bytes);
    expect(await look()).toMatchObject({ opened: null, failure: { code, isPassing: true } });
    expect(await warningsOf()).toEqual([
      [code, expect.stringMatching(/^contrats\.xlsx n’est pas encore là en entier.*réessaie/)],
    ]);
    // The synchroniser keeps the time of the file that it brings.
    await saved(file, books.recent);
    expect((await look()).opened).not.toBeNull();
  });

  it("because it is no workbook is read at each look, for a synchroniser may finish it unseen", async () => {
    await saved(file, Buffer.from("Numéro;Client\n1;Martin\n"));
    expect(await look()).toMatchObject({ failure: { code: "notXlsx", isPassing: false } });
    await look();
    expect(read).toEqual(["contrats.xlsx", "contrats.xlsx"]);
  });
});

describe("a disk that fails", () => {
  const failing = (code: string): LivingDisk => ({
    ...disk,
    open: () => Promise.reject(Object.assign(new Error(code), { code })),
  });

  it.each([
    ["EIO", "diskFault", "le disque ne répond pas"],
    ["UNKNOWN", "diskFault", "le disque ne répond pas"],
    ["ESTALE", "shareUnreachable", "le dossier partagé ne répond pas"],
    ["ETIMEDOUT", "shareUnreachable", "le dossier partagé ne répond pas"],
    ["EMFILE", "tooManyFiles", "cet ordinateur a trop de fichiers ouverts"],
    ["ENFILE", "tooManyFiles", "cet ordinateur a trop de fichiers ouverts"],
  ])("with %s is said, and the file is read at the next look though nothing of it has changed", async (...row) => {
    const [code, name, words] = row;
    const { failure, warnings } = (await lookAtFile(file, null, memory, failing(code), now)) as Look & {
      failure: Failure;
    };
    expect(failure).toMatchObject({ code: name, isPassing: true });
    expect(failure.sentence).toContain(words);
    expect(warnings.map((warning) => warning.code)).toEqual([name]);
    expect((await look()).opened).not.toBeNull();
  });

  it("and keeps the size and the time of the file to itself is asked for the file", async () => {
    const mute: LivingDisk = { ...disk, stamp: () => Promise.resolve(null), names: () => Promise.resolve([]) };
    expect((await lookAtFile(file, null, memory, mute, now)).opened).not.toBeNull();
  });
});

describe("a second version beside the register", () => {
  it("is told, with what to do, and read once", async () => {
    await saved(join(folder, "contrats-PC de Paul.xlsx"), books.old);
    const expected = [
      "conflictCopies",
      "Le registre contrats.xlsx a une deuxième version à côté de lui : contrats-PC de Paul.xlsx. Ouvrez les deux, reportez dans contrats.xlsx ce qui n’est que dans l’autre, puis supprimez l’autre.",
    ];
    expect(await warningsOf()).toEqual([expected]);
    expect(await warningsOf()).toEqual([expected]);
    expect(read).toEqual(["contrats.xlsx", "contrats-PC de Paul.xlsx"]);
  });

  it("is none when it is another register, or the very same", async () => {
    await saved(join(folder, "contrats-Lyon.xlsx"), books.other);
    await copyFile(file, join(folder, "contrats (1).xlsx"));
    expect(await warningsOf()).toEqual([]);
  });
});

describe("an older version in the place of the register", () => {
  it("is told as long as it is there", async () => {
    const seen = await seenNow();
    await saved(file, books.old, "2026-11-24T10:00:00Z");
    expect(await warningsOf(seen)).toEqual([
      [
        "older",
        expect.stringMatching(
          /^Une version plus ancienne a pris la place de contrats\.xlsx : celle du 24\/11\/2026 à 08:00 a été lue/,
        ),
      ],
    ]);
    const { opened } = await look(seen);
    expect(opened === null ? null : seenAfter(opened, seen)).toEqual(seen);
    await saved(file, books.recent, "2026-11-24T08:00:00Z");
    expect(await warningsOf(seen)).toEqual([]);
  });

  it("is known by its date where nothing else tells", async () => {
    const seen = await seenNow();
    const edited = await workbookOf(register({ clients, contracts: [], journal: journal(2) }), today);
    await saved(file, edited, "2026-11-20T08:00:00Z");
    expect((await warningsOf(seen)).map(([code]) => code)).toEqual(["older"]);
    await saved(file, edited, "2026-11-25T08:00:00Z");
    expect(await warningsOf(seen)).toEqual([]);
  });
});

describe("a register that left its place", () => {
  it("is followed in its folder, under another name", async () => {
    const seen = await seenNow();
    await rename(file, join(folder, "clients 2027.xlsx"));
    await saved(join(folder, "autre.xlsx"), books.other);
    expect(await warningsOf(seen)).toEqual([
      ["moved", expect.stringContaining("clients 2027.xlsx et le suit. Mettez")],
    ]);
    read = [];
    await look(seen);
    expect(read).toEqual(["contrats.xlsx"]);
  });

  it("is followed from where it was found last", async () => {
    const elsewhere = join(folder, "archives");
    await mkdir(join(elsewhere, "2026"), { recursive: true });
    const seen = { ...(await seenNow()), file: join(elsewhere, "contrats.xlsx") };
    await rename(file, join(elsewhere, "2026", "contrats.xlsx"));
    expect(await warningsOf(seen)).toEqual([["moved", expect.stringContaining("2026")]]);
  });

  it("and is nowhere is asked for, not made anew", async () => {
    const seen = await seenNow();
    await rm(file);
    expect(await warningsOf(seen)).toEqual([["fileMissing", expect.stringContaining("Remettez-le")]]);
  });

  it("is looked for without reading again the workbooks beside it that are no registers", async () => {
    const seen = await seenNow();
    await rm(file);
    await saved(join(folder, "devis.xlsx"), excelSaved());
    await look(seen);
    expect(read).toContain("devis.xlsx");
    read = [];
    await look(seen);
    expect(read).toEqual(["contrats.xlsx"]);
  });

  it("is followed into a folder inside, the one saved last where there are several", async () => {
    const seen = await seenNow();
    await rm(file);
    await mkdir(join(folder, "2026"));
    await saved(join(folder, "2026", "contrats.xlsx"), books.recent, "2026-11-24T09:00:00Z");
    await saved(join(folder, "ancien.xlsx"), books.old, "2026-11-01T09:00:00Z");
    const { opened, warnings } = await look(seen);
    expect(opened?.file).toBe(join(folder, "2026", "contrats.xlsx"));
    expect(warnings.map(({ code }) => code)).toEqual(["severalMoved"]);
  });

  it("is followed with the second versions that lie beside its new place", async () => {
    const seen = await seenNow();
    await mkdir(join(folder, "2026"));
    await rename(file, join(folder, "2026", "contrats.xlsx"));
    await saved(join(folder, "2026", "contrats-PC de Paul.xlsx"), books.old, "2026-11-01T09:00:00Z");
    expect((await warningsOf(seen)).map(([code]) => code)).toEqual(["severalMoved", "conflictCopies"]);
  });

  it("and is nowhere is missing", async () => {
    const seen = await seenNow();
    await rm(file);
    expect(await look(seen)).toMatchObject({ opened: null, failure: { code: "fileMissing", isPassing: true } });
  });
});

describe("a copy that the pane has sent", () => {
  it("is taken where the file cannot be read, or was saved before it", async () => {
    const seen = await seenNow();
    copy = { file: join(folder, "copie"), at: "2026-11-24T09:00:00.000Z" };
    await saved(copy.file, books.recent);
    expect(await look(seen)).toMatchObject({ opened: { file, savedAt: copy.at }, warnings: [{ code: "paneCopy" }] });
    await saved(file, new Uint8Array());
    expect(await look(seen)).toMatchObject({ opened: { file, savedAt: copy.at }, warnings: [{ code: "paneCopy" }] });
    await saved(file, books.recent, "2026-11-24T10:00:00Z");
    expect(await look(seen)).toMatchObject({ opened: { file, savedAt: "2026-11-24T10:00:00.000Z" }, warnings: [] });
  });

  it("is asked for as of now, for a clock that ran ahead may have dated it", async () => {
    const asked: string[] = [];
    const newestCopy: LivingDisk["newestCopy"] = (_, until) => {
      asked.push(until);
      return Promise.resolve(null);
    };
    await lookAtFile(file, null, memory, { ...disk, newestCopy }, now);
    expect(asked).toEqual([now]);
  });

  it("hides neither a second version beside the register nor Excel that holds it open", async () => {
    const seen = await seenNow();
    copy = { file: join(folder, "copie"), at: "2026-11-24T09:00:00.000Z" };
    await saved(copy.file, books.recent);
    await saved(join(folder, "contrats-PC de Paul.xlsx"), books.old);
    await writeFile(join(folder, "~$contrats.xlsx"), "Paul");
    await saved(file, new Uint8Array());
    expect((await warningsOf(seen)).map(([code]) => code)).toEqual(["paneCopy", "conflictCopies", "openInExcel"]);
  });
});

describe("the other oddities", () => {
  it("are another register in its place, and Excel that holds it open", async () => {
    const seen = await seenNow();
    await saved(file, books.other, "2026-11-24T10:00:00Z");
    await writeFile(join(folder, "~$contrats.xlsx"), "Paul");
    expect((await warningsOf(seen)).map(([code]) => code)).toEqual(["otherRegister", "openInExcel"]);
  });

  it("do not make the memory grow", async () => {
    const seen = await seenNow();
    for (let hour = 10; hour < 20; hour += 1) {
      copy = { file: join(folder, `copie ${String(hour)}`), at: `2026-11-24T${String(hour)}:00:00.000Z` };
      await saved(copy.file, books.recent);
      await look(seen);
    }
    expect([...memory.registers.keys()]).toEqual([file, join(folder, "copie 19")]);
  });
});
