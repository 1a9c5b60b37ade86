import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";
import { companionClient } from "../addin/companion/companionClient";
import { createExporting } from "../addin/companion/exporting";
import { waitingLetters } from "../addin/companion/waitingLetters";
import { noticeSent } from "../domain/actions/noticeSent";
import { planOf } from "../domain/plan/plan";
import type { Register } from "../domain/register";
import { writeState } from "../worker/companion/state";
import { silentLog } from "../worker/log/log";
import { newestCopy } from "../worker/server/copies";
import { startServer, type RunningServer } from "../worker/server/server";
import { writeRegister } from "../worker/xlsx/writeRegister";
import { tacite } from "./builders/commandLine";
import { after, contextOn } from "./builders/context";
import { followedState } from "./builders/followedState";
import { askServer } from "./builders/localClient";
import { smallFirm } from "./builders/smallFirm";
import { certificateFor, openssl } from "./openssl";
import { describeIf } from "./optionalTools";

jest.setTimeout(300_000);

const now = "2026-11-24T08:00:00.000Z";

describeIf(openssl, "the pane and the companion of one machine", () => {
  const certificate = certificateFor("localhost");
  let folder: string;
  let server: RunningServer;
  let page: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "tacite-pair-"));
    await mkdir(join(folder, "pane"));
    await writeFile(join(folder, "pane", "taskpane.html"), "<head></head>");
    const register = await writeRegister(smallFirm(), { today: "2026-11-24", writtenAt: "2026-11-24T08:00:00Z" });
    await writeFile(join(folder, "contrats.xlsx"), register);
    const run = await tacite(["run", "--register", join(folder, "contrats.xlsx")]);
    expect(run.exitCode).toBe(0);
    server = await startServer({
      port: 0,
      data: join(folder, "data"),
      pane: join(folder, "pane"),
      certificate,
      log: silentLog,
      now: () => now,
      localTime: (instant) => instant.slice(0, 16),
      show: () => Promise.resolve(),
    });
    await writeState(join(folder, "data"), followedState(folder, "small-firm"));
    page = (await askServer(server.port, certificate.cert, { path: "/taskpane.html" })).text;
  });
  afterAll(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** What a browser does with the pane's requests: same origin, its own headers. */
  const browser = (async (path: string, { method, headers, body }: RequestInit = {}) => {
    const origin = `https://localhost:${String(server.port)}`;
    const sent = { path, method, headers: { origin, ...(headers as Record<string, string>) }, body } as Parameters<
      typeof askServer
    >[2];
    const { status, text } = await askServer(server.port, certificate.cert, sent);
    return new Response(status === 204 ? null : text, { status });
  }) as typeof fetch;
  const token = () => /content="([\w-]{43})"/.exec(page)?.[1] ?? "";
  const client = () => companionClient(token(), browser);
  const opened = (register: Register) => ({
    register,
    problems: [],
    positions: {} as never,
    plan: planOf(register, [], "2026-11-24"),
  });

  it("list the letters until the workbook knows them as sent", async () => {
    const { letters } = await client().letters("small-firm");
    const firm = smallFirm();
    expect(waitingLetters(letters, opened(firm)).map(({ contract }) => contract)).toEqual(["2026-001", "2026-002"]);
    const sent = after(firm, noticeSent(firm, { contract: "2026-001", issue: 1 }, contextOn("2026-11-24")));
    expect(waitingLetters(letters, opened(sent)).map(({ contract }) => contract)).toEqual(["2026-002"]);
  });

  it("list the newest edition of a period alone, and none of a period that is over", () => {
    const letter = {
      contract: "2026-001",
      periodFrom: "2026-03-15",
      kind: "renewalNotice",
      deadline: "2027-01-14",
    } as const;
    const rest = { file: "a.docx", late: false };
    const second = { ...letter, ...rest, issue: 2 };
    const list = [
      { ...letter, ...rest, issue: 1 },
      second,
      { ...letter, ...rest, issue: 1, periodFrom: "2025-03-15" as const },
    ];
    expect(waitingLetters(list, opened(smallFirm()))).toEqual([second]);
  });

  it("hand over the copy of the workbook whole", async () => {
    const bytes = new Uint8Array(await readFile(join(folder, "contrats.xlsx")));
    const states: string[] = [];
    const exporting = createExporting((onProgress) => {
      onProgress(1, 2);
      return Promise.resolve(bytes);
    }, client().send);
    exporting.subscribe(() => states.push(exporting.current().kind));
    await Promise.all([exporting.start(), exporting.start()]);
    expect(states).toEqual(["reading", "reading", "sending", "kept"]);
    expect(exporting.current()).toEqual({ kind: "kept", copy: { at: "2026-11-24T08:00", name: "contrats" } });
    const copy = await newestCopy(join(folder, "data"), "small-firm", "2100-01-01T00:00:00.000Z");
    expect(new Uint8Array(await readFile(copy?.file ?? ""))).toEqual(bytes);
  });

  it("tell each other what is wrong by a code that has its sentence", async () => {
    const none = new AbortController().signal;
    await expect(client().send(new Uint8Array([1, 2, 3]), none)).rejects.toMatchObject({ problem: "notAWorkbook" });
    await expect(client().send(new Uint8Array(51 * 1024 * 1024), none)).rejects.toMatchObject({ problem: "tooLarge" });
    await expect(client().letters("other")).rejects.toMatchObject({ problem: "notFollowed" });
    await expect(companionClient("wrong", browser).report("small-firm")).rejects.toMatchObject({
      problem: "notPaired",
    });
    const down = companionClient(token(), () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(down.report("small-firm")).rejects.toMatchObject({ problem: "unreachable" });
    const other = companionClient(token(), () => Promise.resolve(new Response("<html>", { status: 404 })));
    await expect(other.report("small-firm")).rejects.toMatchObject({ problem: "unreachable" });
    await client().openFolder("small-firm");
  });

  it("stop when asked, and start again", async () => {
    const exporting = createExporting(
      (_, signal) => new Promise((resolve) => signal.addEventListener("abort", () => resolve(null))),
      client().send,
    );
    const end = exporting.start();
    exporting.cancel();
    await end;
    expect(exporting.current()).toEqual({ kind: "stopped" });
    const again = exporting.start();
    expect(exporting.current()).toEqual({ kind: "reading", done: 0, total: 0 });
    exporting.cancel();
    await again;
  });
});
