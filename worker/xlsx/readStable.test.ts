import { appendFile, mkdir, mkdtemp, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { excelSaved } from "../../tests/builders/excelSaved";
import { readStable } from "./readStable";

let folder: string;
let file: string;
let waited: number[];
const saved = excelSaved();
const onLinux = process.platform === "linux" ? it : it.skip;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "tacite-"));
  file = join(folder, "Registre été.xlsx");
  waited = [];
});
afterEach(() => rm(folder, { recursive: true }));

describe("readStable", () => {
  it("gives the bytes with their hash, size and time of saving", async () => {
    await writeFile(file, saved);
    await utimes(file, new Date(), new Date("2026-03-15T08:30:00Z"));
    const stable = await read();
    expect(stable).toMatchObject({ size: saved.length, modifiedAt: "2026-03-15T08:30:00.000Z" });
    expect(stable.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(Buffer.from(stable.bytes).equals(saved)).toBe(true);
    expect(waited).toEqual([]);
  });

  it("waits for the rest of a half-synchronised file", async () => {
    await writeFile(file, saved.subarray(0, 1000));
    const stable = await read(() => appendFile(file, saved.subarray(1000)));
    expect(stable.size).toBe(saved.length);
    expect(waited).toEqual([200]);
  });

  it("waits for a file that Excel is replacing", async () => {
    const stable = await read(() => writeFile(file, saved));
    expect(stable.size).toBe(saved.length);
  });

  onLinux("waits for a disk that fails for an instant", async () => {
    // The system answers EIO to whoever reads it from its start.
    await symlink("/proc/self/mem", file);
    await expect(read()).rejects.toMatchObject({ code: "diskFault" });
    waited = [];
    const stable = await read(async () => {
      await rm(file);
      await writeFile(file, saved);
    });
    expect([stable.size, waited]).toEqual([saved.length, [200]]);
  });

  it("gives up after the attempts it was allowed", async () => {
    await writeFile(file, saved.subarray(0, 1000));
    await expect(read()).rejects.toMatchObject({ code: "fileTruncated" });
    expect(waited).toEqual([200, 200]);
  });

  it.each([
    ["fileMissing", 1, () => Promise.resolve()],
    ["fileEmpty", 2, () => writeFile(file, "")],
    ["notXlsx", 0, () => writeFile(file, "Contrat;Client")],
    ["folder", 0, () => mkdir(file)],
  ])("says %s after waiting %i times", async (code, times, prepare) => {
    await prepare();
    await expect(read()).rejects.toMatchObject({ code });
    expect(waited).toHaveLength(times);
  });
});

function read(whileWaiting: () => Promise<void> = () => Promise.resolve()) {
  return readStable(file, {
    attempts: 3,
    delayMs: 200,
    wait: async (milliseconds) => {
      waited.push(milliseconds);
      await whileWaiting();
    },
  });
}
