import { handOverCertificate } from "../../../domain/actions/handOverCertificate";
import { fieldsIn, pick } from "./field";
import type { Option } from "./field";
import { form } from "./form";
import type { ContractFormSubject } from "./form";

/** The certificate of a visit that was done and has none yet; the one that is owed comes first. */
export function certificateForm({ planned, about, today, words, texts }: ContractFormSubject) {
  const { requiredField } = fieldsIn(words);
  const { file, obligations } = planned;
  const owed = obligations.filter(({ kind, state }) => kind === "certificate" && state !== "done");
  const visits = file.interventions
    .filter((one) => one.kind !== "repair" && one.doneOn !== null && one.certificateOn === null)
    .toReversed();
  const first = visits.find(({ id }) => id === about) ?? visits.find(({ id }) => id === owed[0]?.about) ?? visits[0];
  const options = visits.map((one): Option => {
    const kind = words.workbook.choices.interventionKind[one.kind];
    return [one.id, one.doneOn === null ? kind : texts.certificate.visit(kind, words.formats.shortDate(one.doneOn))];
  });
  return form({
    blocked: visits.length === 0 ? texts.certificate.nothing : null,
    fields: {
      intervention: pick(texts.certificate.which, Object.fromEntries(options), first?.id ?? ""),
      on: requiredField("interventions", "certificateOn", today),
    },
    perform: (session, values) => session.perform(handOverCertificate, values),
  });
}
