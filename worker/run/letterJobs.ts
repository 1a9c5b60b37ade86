import { join } from "node:path";
import { priceInclTax, termsOf } from "../../domain/contract/terms";
import type { LetterSubject } from "../../domain/letters/letterContent";
import { letterAbout } from "../../domain/letters/plannedLetter";
import { letterRefusals } from "../../domain/letters/letterRefusals";
import type { Cents } from "../../domain/money";
import { letterSubject } from "../../domain/plan/plan";
import type { Plan } from "../../domain/plan/plan";
import type { RunInput } from "./adapters";
import { waitingLetters } from "./waitingLetters";

/** The folder, in the output folder, where the letters lie. */
const LETTERS_FOLDER = "Lettres";

/** A letter to write, and under which name in the output folder. */
type LetterJob = { readonly subject: LetterSubject; readonly file: string };

/**
 * The letters to write: those that are due, those that wait to be sent and are no longer in the folder, and the next
 * edition of those that wait and print a price that is no longer the announced one.
 */
export async function letterJobs(input: RunInput, plan: Plan): Promise<readonly LetterJob[]> {
  return [...dueLetters(input, plan), ...(await waitingAgain(input, plan))];
}

/** The price of the next period that the letter prints, with tax, in cents. */
export function printedPrice({ file, period }: Pick<LetterSubject, "file" | "period">): Cents | null {
  return priceInclTax(termsOf(file, period.number + 1));
}

function dueLetters(input: RunInput, plan: Plan): readonly LetterJob[] {
  const writable = plan.letters.filter(({ refusedBecause }) => refusedBecause.length === 0);
  const wanted = new Set(writable.map(({ contract }) => contract));
  return plan.contracts
    .filter(({ file }) => wanted.has(file.contract.number))
    .flatMap((contract): LetterJob[] => {
      const subject = letterSubject(contract, plan.settings, input.today);
      return subject === null ? [] : [{ subject, file: fileOf(input, subject) }];
    });
}

/** A letter that takes the place of one that waits is planned already. */
async function waitingAgain(input: RunInput, plan: Plan): Promise<readonly LetterJob[]> {
  const { adapters, folder, ledger, opened, today } = input;
  const due = new Set(plan.letters.map(({ contract }) => contract));
  const jobs: LetterJob[] = [];
  for (const { fact, contract } of waitingLetters(adapters.lettersOf(ledger, opened.registerId), plan)) {
    const { file, period, notice, obligations } = contract;
    const about = period === null || notice === null ? null : letterAbout(file, period, notice);
    if (period === null || about === null || due.has(fact.contract)) continue;
    const price = printedPrice({ file, period });
    const isRepriced = fact.price !== null && price !== null && fact.price !== price;
    if (!isRepriced && (await adapters.readFile(join(folder, fact.file))) !== null) continue;
    const { deadline, late } = fact;
    const letter = { ...about, issue: isRepriced ? about.issue : fact.issue, deadline, late };
    const subject = { file, period, letter, obligations, settings: plan.settings, today };
    if (letterRefusals(subject, plan.problems).length > 0) continue;
    jobs.push({ subject, file: isRepriced ? fileOf(input, subject) : fact.file });
  }
  return jobs;
}

function fileOf({ adapters }: RunInput, { file, letter }: LetterSubject): string {
  const { contract, periodEnd, issue, late } = letter;
  const clientName = file.client?.name ?? "";
  return `${LETTERS_FOLDER}/${adapters.letterFileName({ contract, clientName, periodEnd, issue, late })}`;
}
