import { readFile } from "node:fs/promises";
import { errorCode } from "./errorCode";

/** True when a process with this id runs on this machine, whoever owns it. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
}

/**
 * When the process was started, in the system's own count of ticks since boot; null where the system does not say it (Windows, macOS).
 * Together with the id it names one process: ids alone are given again after a while.
 */
export async function birthOf(pid: number): Promise<string | null> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // The command name, in brackets, may itself hold spaces and brackets: fields are counted after the last one.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? null;
  } catch {
    return null;
  }
}
