import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readIfPresent } from "../files/readIfPresent";
import { writeAtomic } from "../files/writeAtomic";
import { lettersOf } from "../ledger/letters";
import { produceFile, recover } from "../ledger/recover";
import type { Progress, RunAdapters } from "../run/adapters";

/** The real world for a run, but for its clocks. The libraries are loaded when a run needs them, so that other commands start at once. */
export async function runAdapters(
  templates: string,
  onProgress: (progress: Progress) => void,
): Promise<Omit<RunAdapters, "localTime">> {
  const [{ checkTemplate }, { renderLetter }, { letterFileName }, { renderDigest }, { buildEml }] = await Promise.all([
    import("../word/checkTemplate"),
    import("../word/writeLetter"),
    import("../word/fileName"),
    import("../digest/renderDigest"),
    import("../digest/writeEml"),
  ]);
  return {
    recover,
    produceFile,
    lettersOf: (ledger, registerId) => lettersOf(ledger.events(), registerId),
    readTemplate: async (name) => new Uint8Array(await readFile(join(templates, name)).catch(() => new Uint8Array())),
    checkTemplate,
    renderLetter,
    letterFileName,
    renderDigest,
    buildEml,
    readFile: readIfPresent,
    writeFile: writeAtomic,
    onProgress,
  };
}
