import type { Register } from "../register";
import { accepted, isRefused, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { filesByNumber } from "./finding";
import { renewFor } from "./renew";

/** Several contracts are renewed at their announced prices. One that cannot be is left as it is, and the summary says why. */
export function renewMany(
  register: Register,
  { contracts }: { readonly contracts: readonly string[] },
  context: ActionContext,
): Decision {
  const numbers = [...new Set(contracts)];
  if (numbers.length === 0) return refused("nothingChosen", {});
  const fileOf = filesByNumber(register, context.today);
  const decisions = numbers.map((contract) => {
    const file = fileOf(contract);
    return { contract, decision: isRefused(file) ? file : renewFor(file, {}, context) };
  });
  const done = decisions.flatMap(({ contract, decision }) => (isRefused(decision) ? [] : [{ contract, ...decision }]));
  const skipped = decisions.flatMap(({ decision }) => (isRefused(decision) ? decision.refusals : []));
  if (done.length === 0) return { refusals: skipped };
  const renewed = done.map(({ contract }) => contract);
  const unpriced = done.flatMap(({ contract, summary }) =>
    summary.code === "renew" && summary.facts.price === null ? [contract] : [],
  );
  return accepted(
    done.flatMap(({ changes }) => changes),
    "renewMany",
    { renewed, unpriced, skipped },
  );
}
