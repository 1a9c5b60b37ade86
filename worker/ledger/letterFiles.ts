import { join } from "node:path";
import { readIfPresent } from "../files/readIfPresent";
import { sha256Of } from "./chain";
import { letterId, type LedgerEvent } from "./events";

/** A letter of the ledger and what has become of its file in the output folder. */
type LetterFileState = { readonly file: string; readonly state: "intact" | "altered" | "missing" };

/** Compares each letter as it was last made with the file that lies there now. */
export async function letterFiles(events: readonly LedgerEvent[], folder: string): Promise<readonly LetterFileState[]> {
  const generated = events.filter((event) => event.event === "generated");
  const latest = new Map(generated.map((event) => [letterId(event), event]));
  const states: LetterFileState[] = [];
  for (const { file, sha256 } of latest.values()) {
    const bytes = await readIfPresent(join(folder, file));
    states.push({ file, state: bytes === null ? "missing" : sha256Of(bytes) === sha256 ? "intact" : "altered" });
  }
  return states;
}
