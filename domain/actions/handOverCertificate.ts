import { update } from "../changes";
import type { CivilDate } from "../dates/civilDate";
import type { Register } from "../register";
import { firstRefused, notBefore, notInFuture } from "./checks";
import { accepted, refused } from "./decision";
import type { ActionContext, Decision } from "./decision";

/** `on` absent: today. */
export type CertificateInput = { readonly intervention: string; readonly on?: CivilDate };

/** The certificate of a visit was handed over after the visit. */
export function handOverCertificate(register: Register, input: CertificateInput, context: ActionContext): Decision {
  const { intervention, on = context.today } = input;
  const visit = register.interventions.find(({ id }) => id === intervention);
  if (visit === undefined) return refused("unknownIntervention", { intervention });
  if (visit.doneOn === null) return refused("visitNotDone", {});
  if (visit.certificateOn !== null) return refused("certificateHandedOver", { on: visit.certificateOn });
  const at = { table: "interventions", column: "certificateOn" } as const;
  const reason = firstRefused(notInFuture(on, context.today, at), notBefore(on, visit.doneOn, at));
  const changes = [update("interventions", visit, { certificateOn: on })];
  return reason ?? accepted(changes, "handOverCertificate", { contract: visit.contract, on });
}
