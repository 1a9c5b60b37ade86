import type { Companion } from "../../addin/companion/companion";
import { CompanionError, type CompanionProblem } from "../../addin/companion/companionClient";
import { createExporting } from "../../addin/companion/exporting";
import type { CompanionReport, PreparedLetter } from "../../domain/companion/companionApi";

/** A companion that lies in memory, and what a test may do to it. */
export type MemoryCompanion = Companion & {
  readonly opened: string[];
  /** From now on each question comes to this. */
  failWith: CompanionProblem | null;
  /** Lets the next slice of the workbook be read. */
  readonly goOn: () => void;
};

const letter = (contract: string, deadline: "2027-01-14" | "2026-11-20"): PreparedLetter => ({
  contract,
  periodFrom: "2026-03-15",
  kind: "renewalNotice",
  issue: 1,
  deadline,
  file: `Lettres/${contract}.docx`,
  late: deadline < "2026-11-24",
});

const report: CompanionReport = {
  warnings: ["Le certificat de https://localhost se termine le 10/12/2026 ; après, Excel n’ouvrira plus le volet."],
  register: {
    name: "contrats",
    lastRun: { at: "2026-11-23T07:00", isDone: true, sentence: null },
    next: { letters: "2026-11-25T07:00", digest: "2026-11-30T07:00" },
    copyAt: "2026-11-20T17:42",
    warnings: [],
  },
};

/** `kind`: "here", "elsewhere" where another server gave the page, "unknown" where it does not follow the register. */
export function memoryCompanion(kind: string): MemoryCompanion | null {
  if (kind === "elsewhere") return null;
  const opened: string[] = [];
  const slices: (() => void)[] = [];
  const answer = <T>(value: T): Promise<T> =>
    companion.failWith === null ? Promise.resolve(value) : Promise.reject(new CompanionError(companion.failWith));
  const companion: MemoryCompanion = {
    report: () => answer(kind === "unknown" ? { ...report, register: null } : report),
    letters: () => answer({ letters: [letter("2026-001", "2027-01-14"), letter("2026-002", "2026-11-20")] }),
    openFolder(registerId) {
      opened.push(registerId);
      return answer(undefined);
    },
    exporting: createExporting(
      async (onProgress, signal) => {
        for (let done = 0; done <= 2; done += 1) {
          onProgress(done, 2);
          await new Promise<void>((resolve) => slices.push(resolve));
          if (signal.aborted) return null;
        }
        return new Uint8Array(2);
      },
      () => answer({ at: "2026-11-24T09:00", name: kind === "unknown" ? null : "contrats" }),
    ),
    opened,
    failWith: null,
    goOn: () => slices.splice(0).forEach((resolve) => resolve()),
  };
  return companion;
}
