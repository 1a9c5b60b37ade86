import type { PreparedLetter } from "../../domain/companion/companionApi";
import type { OpenedRegister } from "../actions/session";

/**
 * The prepared letters that this workbook does not know as sent: the newest edition of each contract's current period.
 * The workbook is ahead of the companion, which reads it once it is saved.
 */
export function waitingLetters(
  letters: readonly PreparedLetter[],
  { register, plan }: OpenedRegister,
): readonly PreparedLetter[] {
  const current = new Map(plan.contracts.map(({ file, period }) => [file.contract.number, period?.from]));
  const isNewest = (letter: PreparedLetter) =>
    !letters.some(
      ({ contract, periodFrom, issue }) =>
        contract === letter.contract && periodFrom === letter.periodFrom && issue > letter.issue,
    );
  const isSent = (letter: PreparedLetter) =>
    register.letters.some(
      ({ contract, periodFrom, issue, sentOn }) =>
        contract === letter.contract && periodFrom === letter.periodFrom && issue >= letter.issue && sentOn !== null,
    );
  return letters.filter(
    (letter) => current.get(letter.contract) === letter.periodFrom && isNewest(letter) && !isSent(letter),
  );
}
