import type { CivilDate } from "../dates/civilDate";
import type { Intervention } from "../workbook/schema";

/** An intervention that took place. */
export type Done = Intervention & { readonly doneOn: CivilDate };

/** A maintenance visit carried out in full; a partial one leaves the rest due, a cancelled one goes back to the plan. */
export function isVisitDone(intervention: Intervention): intervention is Done {
  return intervention.kind === "maintenance" && isDone(intervention);
}

/** Whether an intervention of any kind was carried out in full. Done on a day without a result counts as done. */
export function isDone(intervention: Intervention): intervention is Done {
  return intervention.doneOn !== null && (intervention.outcome === null || intervention.outcome === "done");
}
