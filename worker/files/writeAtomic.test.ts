import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { placeByClaim, removeStaleTemps, retryWhileBusy, tempPathIn, writeAtomic, writeNew } from "./writeAtomic";

const emptyFolder = () => mkdtemp(join(tmpdir(), "tacite-files-"));
const bytes = (text: string) => Buffer.from(text);
const textIn = (file: string) => readFile(file, "utf8");
const systemError = (code: string) => Object.assign(new Error(code), { code });

describe("writeAtomic", () => {
  it("replaces a file and leaves nothing else in the folder", async () => {
    const folder = await emptyFolder();
    const file = join(folder, "résumé.html");
    await writeAtomic(file, bytes("old"));
    await writeAtomic(file, bytes("new"));
    expect(await textIn(file)).toBe("new");
    expect(await readdir(folder)).toEqual(["résumé.html"]);
  });

  it("leaves nothing behind when it fails", async () => {
    const folder = await emptyFolder();
    await writeAtomic(join(folder, "inside"), bytes(""));
    await expect(writeAtomic(join(folder, "absent", "x"), bytes("x"))).rejects.toMatchObject({ code: "ENOENT" });
    await expect(writeAtomic(folder, bytes("x"))).rejects.toThrow();
    expect(await readdir(folder)).toEqual(["inside"]);
  });
});

describe("writeNew", () => {
  it("writes where nothing is", async () => {
    const folder = await emptyFolder();
    expect(await writeNew(join(folder, "a.docx"), bytes("letter"))).toEqual({ exists: false });
    expect(await textIn(join(folder, "a.docx"))).toBe("letter");
    expect(await readdir(folder)).toEqual(["a.docx"]);
  });

  it("never replaces a file", async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, "a.docx"), "his");
    expect(await writeNew(join(folder, "a.docx"), bytes("ours"))).toEqual({ exists: true });
    expect(await textIn(join(folder, "a.docx"))).toBe("his");
    expect(await readdir(folder)).toEqual(["a.docx"]);
  });

  it("gives the name to one of many writers", async () => {
    const file = join(await emptyFolder(), "a.docx");
    const outcomes = await Promise.all(["1", "2", "3", "4", "5"].map((text) => writeNew(file, bytes(text))));
    expect(outcomes.filter(({ exists }) => !exists)).toHaveLength(1);
  });

  it("never replaces a file on a disk without hard links either", async () => {
    const folder = await emptyFolder();
    await writeFile(join(folder, "temp"), "letter");
    await placeByClaim(join(folder, "temp"), join(folder, "a.docx"));
    await writeFile(join(folder, "temp"), "other");
    await expect(placeByClaim(join(folder, "temp"), join(folder, "a.docx"))).rejects.toMatchObject({ code: "EEXIST" });
    expect(await textIn(join(folder, "a.docx"))).toBe("letter");
  });
});

describe("retryWhileBusy", () => {
  const failing = (code: string, times: number) => {
    let calls = 0;
    return () => (++calls > times ? Promise.resolve(calls) : Promise.reject(systemError(code)));
  };

  it("waits for a file that another program holds", async () => {
    expect(await retryWhileBusy(failing("EBUSY", 2))).toBe(3);
    expect(await retryWhileBusy(failing("EPERM", 1))).toBe(2);
  });

  it("gives up at once on any other error, and in the end on a busy file", async () => {
    await expect(retryWhileBusy(failing("ENOSPC", 1))).rejects.toMatchObject({ code: "ENOSPC" });
    await expect(retryWhileBusy(failing("EBUSY", 99))).rejects.toMatchObject({ code: "EBUSY" });
  });
});

describe("removeStaleTemps", () => {
  it("removes what killed writers left, not the user's files nor what a living process is writing", async () => {
    const folder = await emptyFolder();
    const own = basename(tempPathIn(folder));
    const of = (pid: number) => own.replace(`-${String(process.pid)}-`, `-${String(pid)}-`);
    const [living, dead] = [of(process.ppid), of(99999999)];
    const elsewhere = dead.replace(/-[0-9a-f]{8}-/, "-00000000-");
    for (const name of [living, dead, own, elsewhere, "notes.tmp", "a.docx"]) await writeFile(join(folder, name), "");
    await removeStaleTemps(folder);
    expect(await readdir(folder)).toEqual([living, elsewhere, "a.docx", "notes.tmp"].sort());
  });
});
