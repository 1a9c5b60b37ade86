import { join } from "node:path";
import type { LetterSubject } from "../../domain/letters/letterContent";
import { letterAbout } from "../../domain/letters/plannedLetter";
import { letterRefusals } from "../../domain/letters/letterRefusals";
import { letterSubject } from "../../domain/plan/plan";
import type { Plan } from "../../domain/plan/plan";
import type { RunInput } from "./adapters";
import { waitingLetters } from "./waitingLetters";

/** The folder, in the output folder, where the letters lie. */
const LETTERS_FOLDER = "Lettres";

/** A letter to write, and under which name in the output folder. */
type LetterJob = { readonly subject: LetterSubject; readonly file: string };

/** The letters to write: those that are due, and those that wait to be sent and are no longer in the folder. */
export async function letterJobs(input: RunInput, plan: Plan): Promise<readonly LetterJob[]> {
  return [...dueLetters(input, plan), ...(await lostLetters(input, plan))];
}

function dueLetters({ adapters, today }: RunInput, plan: Plan): readonly LetterJob[] {
  const writable = plan.letters.filter(({ refusedBecause }) => refusedBecause.length === 0);
  const wanted = new Set(writable.map(({ contract }) => contract));
  return plan.contracts
    .filter(({ file }) => wanted.has(file.contract.number))
    .flatMap((contract): LetterJob[] => {
      const subject = letterSubject(contract, plan.settings, today);
      if (subject === null) return [];
      const { contract: number, periodEnd, issue, late } = subject.letter;
      const clientName = contract.file.client?.name ?? "";
      const name = adapters.letterFileName({ contract: number, clientName, periodEnd, issue, late });
      return [{ subject, file: `${LETTERS_FOLDER}/${name}` }];
    });
}

/** A letter that takes the place of a lost one is planned already. */
async function lostLetters(input: RunInput, plan: Plan): Promise<readonly LetterJob[]> {
  const { adapters, folder, ledger, opened, today } = input;
  const due = new Set(plan.letters.map(({ contract }) => contract));
  const jobs: LetterJob[] = [];
  for (const { fact, contract } of waitingLetters(adapters.lettersOf(ledger, opened.registerId), plan)) {
    const { file, period, notice, obligations } = contract;
    const about = period === null || notice === null ? null : letterAbout(file, period, notice);
    if (period === null || about === null || due.has(fact.contract)) continue;
    if ((await adapters.readFile(join(folder, fact.file))) !== null) continue;
    const { issue, deadline, late } = fact;
    const letter = { ...about, issue, deadline, late };
    const subject = { file, period, letter, obligations, settings: plan.settings, today };
    if (letterRefusals(subject, plan.problems).length === 0) jobs.push({ subject, file: fact.file });
  }
  return jobs;
}
