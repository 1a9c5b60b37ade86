import type { PlannedLetter } from "../../domain/letters/plannedLetter";
import { planOf } from "../../domain/plan/plan";
import type { Plan } from "../../domain/plan/plan";
import type { RunInput } from "./adapters";
import { withLedger } from "./openRegister";
import { writeDigest } from "./writeDigest";
import type { WrittenDigest } from "./writeDigest";
import { writeLetters } from "./writeLetters";
import type { FaultyTemplate } from "./writeLetters";

export type RunResult = {
  readonly plan: Plan;
  /** Letters written by this run, relative to the output folder. */
  readonly written: readonly string[];
  /** Letters that are due and cannot be written. */
  readonly refused: readonly PlannedLetter[];
  readonly faultyTemplates: readonly FaultyTemplate[];
  readonly digest: WrittenDigest;
};

/** What a run wrote before the digest. */
export type LettersResult = Omit<RunResult, "digest">;

/**
 * One run: finish what a killed run began, write the letters that are due, then the digest. Running again on the same
 * file and day writes nothing. The workbook itself is never written.
 */
export async function run(input: RunInput): Promise<RunResult> {
  const letters = await runLetters(input);
  return { ...letters, digest: await writeDigest(input, letters.plan) };
}

/** The same without the digest. */
export async function runLetters(input: RunInput): Promise<LettersResult> {
  const { ledger, folder, adapters } = input;
  await adapters.recover(ledger, folder);
  const { written, faultyTemplates } = await writeLetters(input, currentPlan(input));
  // The letters just written are facts now: the digest says that they wait to be sent.
  const plan = currentPlan(input);
  const refused = plan.letters.filter(({ refusedBecause }) => refusedBecause.length > 0);
  return { plan, written, refused, faultyTemplates };
}

function currentPlan({ opened, ledger, adapters, today }: RunInput): Plan {
  const { register, problems } = withLedger(opened, adapters.lettersOf(ledger, opened.registerId));
  return planOf(register, problems, today);
}
