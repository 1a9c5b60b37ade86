import { update } from "../changes";
import { periodAt } from "../contract/periods";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import type { Contract } from "../workbook/schema";
import { firstRefused, notBefore, notInFuture } from "./checks";
import { accepted, isRefused, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";
import { findContract, findPeriod, firstDayOf } from "./finding";

export type RefusalInput = {
  readonly contract: string;
  /** Absent: today. */
  readonly on?: CivilDate;
  readonly channel?: Contract["refusalChannel"];
  readonly reason?: Contract["refusalReason"];
};

/** The client refuses the renewal: the contract ends with its period, and what is owed until then stays owed. */
export function recordRefusal(register: Register, input: RefusalInput, context: ActionContext): Decision {
  const file = findContract(register, input.contract, context.today);
  if (isRefused(file)) return file;
  const period = findPeriod(file);
  if (isRefused(period)) return period;
  const { contract } = file;
  const { on = context.today, channel = null, reason = null } = input;
  if (contract.refusalOn !== null) {
    return refused("refusalRecorded", { contract: contract.number, on: contract.refusalOn });
  }
  const at = { table: "contracts", column: "refusalOn" } as const;
  const changes = [update("contracts", contract, { refusalOn: on, refusalChannel: channel, refusalReason: reason })];
  const refusedPeriod = periodAt(file.periods, on) ?? period;
  const facts = { contract: contract.number, on, until: refusedPeriod.to };
  return (
    firstRefused(notInFuture(on, context.today, at), notBefore(on, firstDayOf(file), at)) ??
    accepted(changes, "recordRefusal", facts)
  );
}
