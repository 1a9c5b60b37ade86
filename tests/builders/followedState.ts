import { join } from "node:path";
import type { CompanionState, RegisterState } from "../../worker/companion/state";
import { usualRhythm } from "../../worker/schedule/rhythm";

const at = "2026-11-24T08:00:00.000Z";

/** What the companion says of itself when it follows one register, whose letters lie in « Tacite » in the folder. */
export function followedState(
  folder: string,
  registerId: string,
  own: Partial<RegisterState> = {},
  more: Partial<CompanionState> = {},
): CompanionState {
  return {
    version: 1,
    pid: 1,
    startedAt: at,
    tickedAt: at,
    stoppedAt: null,
    warnings: [],
    logs: null,
    registers: [
      {
        name: "contrats",
        file: join(folder, "contrats.xlsx"),
        out: join(folder, "Tacite"),
        rhythm: usualRhythm,
        lastRun: null,
        lastDigest: null,
        next: { letters: "2026-11-25T06:00:00.000Z", digest: "2026-11-30T06:00:00.000Z" },
        warnings: [],
        problems: [],
        mails: [],
        seen: { file: "contrats.xlsx", savedAt: at, sha256: "", registerId, revision: 0, journalRows: 0 },
        ...own,
      },
    ],
    ...more,
  };
}
