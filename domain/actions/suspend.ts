import { update } from "../changes";
import { suspensionOf } from "../contract/coverage";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import { firstRefused, notBefore } from "./checks";
import { accepted, isRefused, refusal, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { findContract, firstDayOf } from "./finding";

export type SuspensionInput = {
  readonly contract: string;
  /** Absent: today. */
  readonly from?: CivilDate;
  /** Last day; null or absent: until further notice. */
  readonly to?: CivilDate | null;
};

/** The contract pauses: its dates do not move, visits inside the pause are not owed, the notice stays due. */
export function suspend(register: Register, input: SuspensionInput, context: ActionContext): Decision {
  const file = findContract(register, input.contract, context.today);
  if (isRefused(file)) return file;
  const { contract, current } = file;
  const { from = context.today, to = null } = input;
  const earlier = suspensionOf(contract);
  // Only a pause that no longer matters may give its place to another.
  if (earlier !== null && (current === null || earlier.to >= current.from)) {
    return refused("suspended", { contract: contract.number, from: earlier.from });
  }
  const changes = [update("contracts", contract, { suspendedFrom: from, suspendedTo: to })];
  return (
    firstRefused(
      notBefore(from, firstDayOf(file), { table: "contracts", column: "suspendedFrom" }),
      to !== null && to < from ? refusal("endBeforeStart", { from, to }) : null,
    ) ?? accepted(changes, "suspend", { contract: contract.number, from, to })
  );
}
