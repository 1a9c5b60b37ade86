import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import { accepted, isRefused, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { filesByNumber } from "./finding";
import { renewFor } from "./renew";
import type { Revision } from "./revision";

export type RenewalsInput = {
  readonly contracts: readonly string[];
  readonly revision?: Revision;
  readonly on?: CivilDate;
};

/** Several contracts are renewed with one revision. One that cannot be is left as it is, and the summary says why. */
export function renewMany(register: Register, input: RenewalsInput, context: ActionContext): Decision {
  const { contracts, ...common } = input;
  const numbers = [...new Set(contracts)];
  if (numbers.length === 0) return refused("nothingChosen", {});
  const fileOf = filesByNumber(register, context.today);
  const decisions = numbers.map((contract) => {
    const file = fileOf(contract);
    return { contract, decision: isRefused(file) ? file : renewFor(file, common, context) };
  });
  const done = decisions.flatMap(({ contract, decision }) => (isRefused(decision) ? [] : [{ contract, ...decision }]));
  const skipped = decisions.flatMap(({ decision }) => (isRefused(decision) ? decision.refusals : []));
  if (done.length === 0) return { refusals: skipped };
  const renewed = done.map(({ contract }) => contract);
  const fixed = new Set(register.contracts.filter(({ neverRevise }) => neverRevise).map(({ number }) => number));
  const unrevised = input.revision === undefined ? [] : renewed.filter((contract) => fixed.has(contract));
  const unpriced = done.flatMap(({ contract, summary }) =>
    summary.code === "renew" && summary.facts.price === null ? [contract] : [],
  );
  return accepted(
    done.flatMap(({ changes }) => changes),
    "renewMany",
    { renewed, unrevised, unpriced, skipped },
  );
}
