import { label } from "./label";

/** All that a line of ours bears; whatever else came into the file stays out. */
const kept = new Set(
  "level at what register contracts job slot outcome code mail count bytes milliseconds port status method route version error".split(
    " ",
  ),
);

/** The lines of a log file with the registers by their places; a line that is none of ours is left out. */
export function logLines(text: string, names: readonly string[]): string {
  const lines = text.split("\n").flatMap((line) => {
    const read = objectIn(line);
    if (read === null) return [];
    const fields = Object.entries(read).filter(([name]) => kept.has(name));
    const { register, ...rest } = Object.fromEntries(fields);
    const named = typeof register === "string" ? { register: label(names.indexOf(register)) } : {};
    return JSON.stringify({ ...rest, ...named });
  });
  return lines.map((line) => `${line}\n`).join("");
}

function objectIn(line: string): object | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}
