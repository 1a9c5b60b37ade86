import { apply } from "../../domain/changes";
import { isRefused } from "../../domain/actions/decision";
import type { Accepted, ActionContext, Decision } from "../../domain/actions/decision";
import { journaled } from "../../domain/actions/journal";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { Register } from "../../domain/register";

/** What an action is given on a day; its keys are new1, new2… after their prefix. */
export function contextOn(today: CivilDate, firstKey = 1): ActionContext {
  let next = firstKey;
  return {
    today,
    at: `${today} 09:00`,
    who: "Lucie",
    newKey: (prefix) => `${prefix}-new${String(next++)}`,
  };
}

/** The decision, which must not be a refusal. */
export function done(decision: Decision): Accepted {
  if (isRefused(decision)) throw new Error(`Refused: ${JSON.stringify(decision.refusals)}`);
  return decision;
}

/** The codes of a refused decision; none when it was accepted. */
export function reasons(decision: Decision): readonly string[] {
  return isRefused(decision) ? decision.refusals.map(({ code }) => code) : [];
}

/** The register after the decision, without its Journal. */
export function after(register: Register, decision: Decision): Register {
  return apply(register, done(decision).changes);
}

/** The register after the decision, written down in its Journal. */
export function written(register: Register, decision: Decision, context: ActionContext): Register {
  return apply(register, journaled(done(decision), context));
}
