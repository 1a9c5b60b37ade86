import type { Intervention } from "../workbook/schema";

/** A maintenance visit carried out in full; a partial one leaves the rest due, a cancelled one goes back to the plan. */
export function isVisitDone(intervention: Intervention): boolean {
  return intervention.kind === "maintenance" && isDone(intervention);
}

/** Whether an intervention of any kind was carried out in full. Done on a day without a result counts as done. */
export function isDone({ doneOn, outcome }: Intervention): boolean {
  return doneOn !== null && (outcome === null || outcome === "done");
}
