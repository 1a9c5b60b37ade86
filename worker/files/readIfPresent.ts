import { readFile } from "node:fs/promises";
import { errorCode } from "./errorCode";

/** The bytes of the file, or null when nothing is there. Throws what the system says of anything else. */
export async function readIfPresent(path: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw error;
  }
}
