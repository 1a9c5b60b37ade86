import type { Plan, PlannedContract } from "../../domain/plan/plan";
import type { LetterFact } from "../ledger/letters";

/** A letter of the ledger that is still to be sent, with its contract. */
type WaitingLetter = { readonly fact: LetterFact; readonly contract: PlannedContract };

/** The prepared letters on which the contracts' notices rest and that nobody has noted as sent. */
export function waitingLetters(facts: readonly LetterFact[], plan: Plan): readonly WaitingLetter[] {
  const contracts = new Map(plan.contracts.map((contract) => [contract.file.contract.number, contract]));
  return facts.flatMap((fact): WaitingLetter[] => {
    const contract = contracts.get(fact.contract);
    const letter = contract?.notice?.letter;
    const isWaiting =
      letter?.issue === fact.issue && letter.sentOn === null && contract?.period?.from === fact.periodFrom;
    return contract === undefined || !isWaiting ? [] : [{ fact, contract }];
  });
}
