import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, it, jest } from "@jest/globals";
import fc from "fast-check";
import { companionAdapters } from "../worker/cli/companionAdapters";
import { companionOf } from "../worker/companion/companion";
import type { Config } from "../worker/config/config";
import { LOG_FILES, openLog } from "../worker/log/log";
import { usualRhythm } from "../worker/schedule/rhythm";
import { writeRegister } from "../worker/xlsx/writeRegister";
import type { Register } from "../domain/register";
import { arbitraryRegister } from "./builders/arbitraryRegister";
import { clientTexts } from "./builders/clientTexts";
import { smallFirm } from "./builders/smallFirm";

jest.setTimeout(300_000);

const now = "2026-11-24T08:00:00.000Z";
const quiet = { print: () => undefined, warn: () => undefined, progress: () => undefined };

/** The log of a companion that does a turn on the register, and then finds it damaged. */
async function logOf(register: Register): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tacite-log-"));
  const file = join(folder, "contrats.xlsx");
  const data = join(folder, "data");
  await mkdir(data);
  await writeFile(file, await writeRegister(register, { today: "2026-11-24", writtenAt: "2026-11-24T08:00:00Z" }));
  const templates = resolve(__dirname, "../templates");
  const config: Config = {
    registers: [{ name: "contrats", file, out: join(folder, "Tacite"), templates, rhythm: usualRhythm }],
    mail: null,
    server: null,
    shared: null,
    data,
  };
  const log = openLog(join(folder, "logs"), { now: () => now });
  const clock = {
    now: () => now,
    today: () => "2026-11-24" as const,
    localTime: (instant: string) => instant.slice(0, 16),
    wait: () => Promise.resolve(),
  };
  const environment = {
    clock,
    terminal: quiet,
    newRegisterId: () => "",
    templatesFolder: templates,
    paneFolder: "",
    stopAsked: () => Promise.resolve(),
  };
  const real = companionAdapters(config, log, environment);
  const machine = { pid: 1, logs: null, machineWarnings: () => [] };
  const turn = async (at: string, show: () => Promise<void>) => {
    const companion = await companionOf(config, machine, { ...real, now: () => at, show });
    await companion.tick();
    await companion.stop();
  };
  await turn(now, () => Promise.reject(new Error(clientTexts(register).join(" "))));
  await writeFile(file, "no longer a workbook");
  await turn("2026-12-01T08:00:00.000Z", () => Promise.resolve());
  await log.close();
  const text = await readFile(join(folder, "logs", LOG_FILES[0]), "utf8");
  await rm(folder, { recursive: true, force: true });
  return text;
}

it("the log of a run names the contracts whose letters were made, and no client", async () => {
  const lines = (await logOf(smallFirm())).trim().split("\n");
  const ran = lines.map((line) => JSON.parse(line) as { what: string; outcome?: string; contracts?: string[] });
  expect(ran.flatMap(({ contracts = [] }) => contracts)).toEqual(["2026-001", "2026-002"]);
  expect(ran.some(({ outcome }) => outcome === "failed")).toBe(true);
  expect(lines.join("\n")).not.toMatch(/Martin|Durand|Puits|Roche/);
});

it("the log of a run on any register holds no name, no address and no telephone of a client", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRegister, async (register) => {
      const text = await logOf(register);
      expect(text).toContain('"what":"ran"');
      for (const secret of clientTexts(register)) expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
    }),
    { numRuns: 5 },
  );
});
