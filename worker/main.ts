import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { civilDate } from "../domain/dates/civilDate";
import type { Clock, Terminal } from "./cli/environment";
import { runCommandLine } from "./cli/program";
import { errorCode } from "./files/errorCode";

/** The only place that reads the clock. Days and hours are those of the machine's own zone. */
const clock: Clock = {
  now: () => new Date().toISOString(),
  today: () => localDay(new Date()),
  localTime: (instant) => {
    const moment = new Date(instant);
    return `${localDay(moment)}T${twoDigits(moment.getHours())}:${twoDigits(moment.getMinutes())}`;
  },
  wait: async (milliseconds) => {
    await setTimeout(milliseconds);
  },
};

function localDay(moment: Date) {
  return civilDate(moment.getFullYear(), moment.getMonth() + 1, moment.getDate());
}

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}

const CLEAR_LINE = "\r\u001b[K";
let progressing = false;

function endProgress(): void {
  if (progressing) process.stderr.write(CLEAR_LINE);
  progressing = false;
}

const terminal: Terminal = {
  print: (line) => {
    endProgress();
    process.stdout.write(`${line}\n`);
  },
  warn: (line) => {
    endProgress();
    process.stderr.write(`${line}\n`);
  },
  progress: (line) => {
    // A file or another program that reads the output has no use for a line that replaces itself.
    if (!process.stderr.isTTY) return;
    process.stderr.write(`${CLEAR_LINE}${line}`);
    progressing = true;
  },
};

process.stdout.on("error", (error) => {
  // Whoever read the answer may have read enough of it, or closed the window.
  if (!["EPIPE", "EIO"].includes(errorCode(error))) throw error;
});

process.exitCode = await runCommandLine(process.argv.slice(2), {
  clock,
  terminal,
  newRegisterId: randomUUID,
  templatesFolder: fileURLToPath(new URL("../templates", import.meta.url)),
  paneFolder: fileURLToPath(new URL("addin", import.meta.url)),
  // SIGHUP: the window was closed. A second signal stops at once, as it does where nobody listens.
  stopAsked: () =>
    new Promise((stop) => {
      for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.once(signal, () => stop());
    }),
});
endProgress();
