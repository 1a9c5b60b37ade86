import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pino } from "pino";
import { createStream, type RotatingFileStream } from "rotating-file-stream";
import { harmless, harmlessError, type LogFacts, type LogLevel } from "./logEntry";

/** Says what happens, for whoever has to help. It never throws and never waits: a log that cannot be written stops nothing. */
export type Log = {
  /** `what` is a word of ours, such as "ran" or "mailRefused". */
  readonly write: (level: LogLevel, what: string, facts?: LogFacts) => void;
  /** Waits until all of it is on the disk. */
  readonly close: () => Promise<void>;
};

/**
 * A log that keeps nothing.
 *
 * @internal For tests.
 */
export const silentLog: Log = { write: () => undefined, close: () => Promise.resolve() };

/** The files of the log, the newest first. */
export const LOG_FILES = ["tacite.log", "tacite.1.log", "tacite.2.log", "tacite.3.log", "tacite.4.log"] as const;

type LogOptions = {
  /** The present instant, ISO. */
  readonly now: () => string;
  /** When a file is full: "1M" unless said otherwise. */
  readonly size?: `${number}${"K" | "M"}`;
};

/** Where the log files lie in the data folder of the configuration. */
export function logFolder(data: string): string {
  return join(data, "logs");
}

/** Opens the log in the folder, which it makes: five files of a megabyte at most, one line of JSON per event. */
export function openLog(folder: string, { now, size = "1M" }: LogOptions): Log {
  let stream: RotatingFileStream | null = null;
  const opened = (): RotatingFileStream => {
    if (stream !== null) return stream;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const name = (index: number | Date | null): string => LOG_FILES[typeof index === "number" ? index : 0] ?? "";
    const created = createStream(name, { path: folder, size, rotate: LOG_FILES.length - 1, mode: 0o600 });
    // The disk is full, or the folder is gone: the next line tries again.
    created.on("error", () => {
      if (stream === created) stream = null;
    });
    stream = created;
    return created;
  };
  const write = (line: string): void => {
    try {
      opened().write(line);
    } catch {
      stream = null;
    }
  };
  const lines = pino(
    {
      base: null,
      messageKey: "what",
      timestamp: () => `,"at":"${now()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  return {
    write: (level, what, facts = {}) => lines[level](written(facts), what),
    close: () =>
      new Promise((resolve) => {
        if (stream === null) return resolve();
        stream.once("close", () => resolve());
        stream.once("error", () => resolve());
        stream.end();
        stream = null;
      }),
  };
}

function written({ error, contracts, ...facts }: LogFacts): Readonly<Record<string, unknown>> {
  const plain = Object.entries(facts).map(([name, value]) => [
    name,
    typeof value === "string" ? harmless(value) : value,
  ]);
  return {
    ...(Object.fromEntries(plain) as Readonly<Record<string, unknown>>),
    ...(contracts === undefined ? {} : { contracts: contracts.map(harmless) }),
    ...(error === undefined ? {} : { error: harmlessError(error) }),
  };
}
