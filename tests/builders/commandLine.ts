import { mkdtemp, readdir, readFile, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import type { CivilDate } from "../../domain/dates/civilDate";
import { runCommandLine } from "../../worker/cli/program";
import { sha256Of } from "../../worker/ledger/chain";

/** What a command answered. No-break spaces are plain ones here, as an expected sentence is typed. */
export type Answer = {
  readonly exitCode: number;
  readonly printed: string;
  readonly warned: string;
};

/** The command line in this process, on a clock that stands still: it is 9 o'clock on the day. */
export async function tacite(args: readonly string[], today: CivilDate = "2026-11-24"): Promise<Answer> {
  const printed: string[] = [];
  const warned: string[] = [];
  const exitCode = await runCommandLine(args, {
    clock: {
      now: () => `${today}T08:00:00.000Z`,
      today: () => today,
      localTime: (instant) => instant.slice(0, 16),
      wait: () => Promise.resolve(),
    },
    terminal: {
      print: (line) => printed.push(line),
      warn: (line) => warned.push(line),
      progress: () => undefined,
    },
    newRegisterId: () => "register-of-the-test",
    templatesFolder: resolve(__dirname, "../../templates"),
    paneFolder: resolve(__dirname, "../../dist/addin"),
    stopAsked: () => Promise.resolve(),
  });
  const text = (lines: readonly string[]) => lines.join("\n").replaceAll("\u00a0", " ");
  return { exitCode, printed: text(printed), warned: text(warned) };
}

/** A new folder, to be removed by the system. */
export function newFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), "tacite-command-"));
}

/** Every file below the folder, with "/", and what shows that it was touched: its content and when it was written. */
export async function filesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const described = files.map(async (file): Promise<[string, string]> => {
    const { mtimeMs } = await stat(file);
    return [relative(folder, file).replaceAll("\\", "/"), `${sha256Of(await readFile(file))} ${mtimeMs}`];
  });
  return Object.fromEntries((await Promise.all(described)).sort(([a], [b]) => (a < b ? -1 : 1)));
}
