import { appendFile, mkdtemp, readdir, readFile, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import type { NewEvent } from "./events";
import { headOf, LEDGER_FILE, openLedger, readLedger } from "./ledger";

const clock = { now: () => "2026-09-10T08:00:00.000Z" };
const newFile = async () => join(await mkdtemp(join(tmpdir(), "tacite-ledger-")), LEDGER_FILE);

const key = { registerId: "R1", contract: "C-001", periodFrom: "2026-01-01", kind: "renewalNotice", issue: 1 } as const;
const digest = (day: `${number}-${number}-${number}`): NewEvent => ({
  event: "digest",
  registerId: "R1",
  day,
  issue: 1,
  files: ["résumé.html"],
  sha256: "b".repeat(64),
});

/** A ledger of three digests, closed. */
async function threeEvents(): Promise<string> {
  const file = await newFile();
  const ledger = await openLedger(file, clock);
  for (const day of ["2026-09-10", "2026-09-17", "2026-09-24"] as const) await ledger.append(digest(day));
  await ledger.close();
  return file;
}

async function daysIn(file: string): Promise<readonly string[]> {
  return (await readLedger(file)).events.map((event) => (event.event === "digest" ? event.day : event.event));
}

describe("openLedger", () => {
  it("keeps events in order, numbered and chained, across openings", async () => {
    const file = await threeEvents();
    const ledger = await openLedger(file, clock);
    expect(ledger.head().count).toBe(3);
    await Promise.all([ledger.append(digest("2026-10-01")), ledger.append(digest("2026-10-08"))]);
    await ledger.close();
    const { events } = await readLedger(file);
    expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]);
    expect(events.slice(1).map(({ prev }) => prev)).toEqual(events.slice(0, -1).map(({ hash }) => hash));
    expect(await daysIn(file)).toEqual(["2026-09-10", "2026-09-17", "2026-09-24", "2026-10-01", "2026-10-08"]);
  });

  it("creates its folder, and leaves nothing but the ledger there", async () => {
    const folder = join(await mkdtemp(join(tmpdir(), "tacite-ledger-")), "a", "b");
    const ledger = await openLedger(join(folder, LEDGER_FILE), clock);
    expect(ledger.head()).toEqual({ count: 0, hash: "0".repeat(64) });
    await ledger.close();
    expect(await readdir(folder)).toEqual([LEDGER_FILE]);
  });

  it("refuses an event that makes no sense and stays usable", async () => {
    const ledger = await openLedger(await newFile(), clock);
    await expect(ledger.append(digest("2026-02-30"))).rejects.toThrow();
    await expect(ledger.append({ ...digest("2026-09-10"), files: ["../elsewhere"] } as NewEvent)).rejects.toThrow();
    await expect(ledger.append({ event: "returned", ...key, on: "2026-09-10" })).rejects.toMatchObject({
      name: "LetterUnknown",
    });
    await ledger.append(digest("2026-09-10"));
    expect(ledger.head().count).toBe(1);
    await ledger.close();
    await expect(ledger.append(digest("2026-09-17"))).rejects.toThrow();
  });
});

describe("a torn last line", () => {
  it("is ignored by readers and replaced by the next event, wherever the cut fell", async () => {
    const whole = await readFile(await threeEvents());
    const second = whole.indexOf("\n", whole.indexOf("\n") + 1) + 1;
    for (let cut = second; cut < whole.length; cut += 7) {
      const file = await newFile();
      await writeFile(file, whole.subarray(0, cut));
      expect(await daysIn(file)).toEqual(["2026-09-10", "2026-09-17"]);
      const ledger = await openLedger(file, clock);
      await ledger.append(digest("2026-09-24"));
      await ledger.close();
      expect((await readFile(file)).equals(whole)).toBe(true);
    }
  });

  it("may also be the zeros that a power cut leaves, with or without a line end", async () => {
    for (const torn of ["\0".repeat(300), "\0".repeat(300) + "\n", '{"seq":4,\n']) {
      const file = await threeEvents();
      await appendFile(file, torn);
      const ledger = await openLedger(file, clock);
      await ledger.append(digest("2026-10-01"));
      await ledger.close();
      expect(await daysIn(file)).toEqual(["2026-09-10", "2026-09-17", "2026-09-24", "2026-10-01"]);
    }
  });
});

describe("a ledger that somebody altered", () => {
  const alter = async (change: (lines: string[]) => readonly string[]) => {
    const file = await threeEvents();
    const lines = (await readFile(file, "utf8")).trimEnd().split("\n");
    await writeFile(file, change(lines).join("\n") + "\n");
    return file;
  };
  const broken = (line: number, reason: string) => ({ name: "LedgerBroken", line, reason });

  it("is refused with the line where it stops being true", async () => {
    const day = await alter(([a, b = "", c = ""]) => [a ?? "", b.replace("2026-09-17", "2026-09-18"), c]);
    await expect(readLedger(day)).rejects.toMatchObject(broken(2, "wrongHash"));
    const removed = await alter(([a = "", , c = ""]) => [a, c]);
    await expect(readLedger(removed)).rejects.toMatchObject(broken(2, "wrongPrevious"));
    const swapped = await alter(([a = "", b = "", c = ""]) => [b, a, c]);
    await expect(readLedger(swapped)).rejects.toMatchObject(broken(1, "wrongPrevious"));
    const garbage = await alter(([a = "", , c = ""]) => [a, "?", c]);
    await expect(readLedger(garbage)).rejects.toMatchObject(broken(2, "unreadable"));
    const last = await alter(([a = "", b = "", c = ""]) => [a, b, c.replace('"seq":3', '"seq":4')]);
    await expect(readLedger(last)).rejects.toMatchObject(broken(3, "wrongHash"));
  });

  it("is left as it is, and free", async () => {
    const file = await alter(([a = "", , c = ""]) => [a, c]);
    const before = await readFile(file, "utf8");
    await expect(openLedger(file, clock)).rejects.toMatchObject({ name: "LedgerBroken" });
    expect(await readFile(file, "utf8")).toBe(before);
    await expect(openLedger(file, clock)).rejects.toMatchObject({ name: "LedgerBroken" });
  });

  it("shows a cut tail by a head that is not the printed one", async () => {
    const printed = headOf((await readLedger(await threeEvents())).events);
    const cut = headOf((await readLedger(await alter(([a = "", b = ""]) => [a, b]))).events);
    expect(printed.count).toBe(3);
    expect(cut.count).toBe(2);
    expect(cut.hash).not.toBe(printed.hash);
  });
});

describe("the lock", () => {
  const lockHeldBy = (holder: object) =>
    JSON.stringify({ birth: null, host: hostname(), since: "2026-09-10T07:59:59.000Z", ...holder });

  it("keeps a second opening out until the first is closed", async () => {
    const file = await newFile();
    const first = await openLedger(file, clock);
    await expect(openLedger(file, clock)).rejects.toMatchObject({
      name: "LedgerLocked",
      pid: process.pid,
      lockFile: `${file}.lock`,
    });
    await first.close();
    await (await openLedger(file, clock)).close();
  });

  it("lets one of many in", async () => {
    const file = await newFile();
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => openLedger(file, clock)));
    const opened = tries.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : []));
    expect(opened).toHaveLength(1);
    await opened[0]?.close();
  });

  it("is taken over from a process that is gone, even when its number was given again", async () => {
    for (const holder of [
      { pid: 99999999 },
      { pid: process.pid, birth: "1" },
      { pid: process.ppid, since: "1999-01-01T00:00:00.000Z" },
    ]) {
      const file = await newFile();
      await writeFile(`${file}.lock`, lockHeldBy(holder));
      await (await openLedger(file, clock)).close();
    }
  });

  it("is respected when its holder lives, is on another machine or cannot be read", async () => {
    for (const lock of [lockHeldBy({ pid: process.ppid }), lockHeldBy({ pid: 99999999, host: "bureau" }), "?"]) {
      const file = await newFile();
      await writeFile(`${file}.lock`, lock);
      await expect(openLedger(file, clock)).rejects.toMatchObject({ name: "LedgerLocked" });
      expect(await readFile(`${file}.lock`, "utf8")).toBe(lock);
    }
  });

  it("is taken over from another machine that has not been heard of for five minutes", async () => {
    const file = await newFile();
    await writeFile(`${file}.lock`, lockHeldBy({ pid: 1, host: "bureau" }));
    const { mtimeMs } = await stat(`${file}.lock`);
    for (const [minutes, isFree] of [
      [4.9, false],
      [5.1, true],
    ] as const) {
      await utimes(`${file}.lock`, 0, mtimeMs / 1000 - minutes * 60);
      const opening = openLedger(file, clock);
      if (isFree) await (await opening).close();
      else await expect(opening).rejects.toMatchObject({ name: "LedgerLocked", host: "bureau" });
    }
    expect(await readdir(dirname(file))).toEqual([LEDGER_FILE]);
  });

  it("is taken over when another program has its number, where nobody can tell the two apart, after five minutes", async () => {
    const file = await newFile();
    await writeFile(`${file}.lock`, lockHeldBy({ pid: process.ppid, birth: null }));
    const { mtimeMs } = await stat(`${file}.lock`);
    await utimes(`${file}.lock`, 0, mtimeMs / 1000 - 4.9 * 60);
    await expect(openLedger(file, clock)).rejects.toMatchObject({ name: "LedgerLocked", pid: process.ppid });
    await utimes(`${file}.lock`, 0, mtimeMs / 1000 - 5.1 * 60);
    await (await openLedger(file, clock)).close();
    expect(await readdir(dirname(file))).toEqual([LEDGER_FILE]);
  });

  it.each(["", "?"])(
    "is taken over when it cannot be read (%j) and nobody has written it for five minutes",
    async (left) => {
      const file = await newFile();
      await writeFile(`${file}.lock`, left);
      const { mtimeMs } = await stat(`${file}.lock`);
      await utimes(`${file}.lock`, 0, mtimeMs / 1000 - 4.9 * 60);
      await expect(openLedger(file, clock)).rejects.toMatchObject({ name: "LedgerLocked", pid: null });
      await utimes(`${file}.lock`, 0, mtimeMs / 1000 - 5.1 * 60);
      await (await openLedger(file, clock)).close();
      expect(await readdir(dirname(file))).toEqual([LEDGER_FILE]);
    },
  );

  it("lets nothing more be written once another machine has it, and is then not removed", async () => {
    const file = await threeEvents();
    const ledger = await openLedger(file, clock);
    const before = await readFile(file, "utf8");
    const theirs = lockHeldBy({ pid: 1, host: "bureau" });
    await writeFile(`${file}.lock`, theirs);
    await expect(ledger.append(digest("2026-10-01"))).rejects.toMatchObject({ name: "LedgerLocked", host: "bureau" });
    await ledger.close();
    expect(await readFile(file, "utf8")).toBe(before);
    expect(await readFile(`${file}.lock`, "utf8")).toBe(theirs);
  });

  it("does not let an event follow a head that is no longer on the disk", async () => {
    const file = await threeEvents();
    const ledger = await openLedger(file, clock);
    await truncate(file, 100);
    await expect(ledger.append(digest("2026-10-01"))).rejects.toMatchObject({ name: "LedgerBroken", line: 3 });
    await ledger.close();
  });
});
