import { letterAbout } from "../letters/plannedLetter";
import { missingLetterValues } from "../letters/letterRefusals";
import type { Place, Problem } from "../problem";
import type { Plan, PlannedContract } from "./plan";

/**
 * What keeps the letters of the current periods from being written, also where it is too early to write them: time is
 * left then to fill the cells in. Cells that the plan's own problems name already are not named again.
 */
export function letterProblems(plan: Plan): readonly Problem[] {
  const seen = new Set(plan.problems.map(({ at }) => nameOf(at)));
  return plan.contracts
    .flatMap((contract) => missingFor(contract, plan))
    .filter(({ at }) => {
      const isNew = !seen.has(nameOf(at));
      seen.add(nameOf(at));
      return isNew;
    });
}

function missingFor({ file, period, notice, obligations }: PlannedContract, plan: Plan): readonly Problem[] {
  const { settings, today } = plan;
  const planned = plan.letters.some(({ contract }) => contract === file.contract.number);
  if (period === null || notice === null || !(planned || notice.state === "notDue")) return [];
  const letter = letterAbout(file, period, notice);
  return letter === null ? [] : missingLetterValues({ file, period, letter, obligations, settings, today });
}

/** A cell without a row of its own is told apart by its contract. */
function nameOf({ table, key, column, contract }: Place): string {
  return [table, key ?? contract, column].join(":");
}
