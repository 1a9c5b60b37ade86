import { resume } from "../../../domain/actions/resume";
import { suspend } from "../../../domain/actions/suspend";
import { fieldsIn } from "./field";
import { form } from "./form";
import type { ContractFormSubject } from "./form";

export function suspendForm({ planned: { file }, today, words, texts }: ContractFormSubject) {
  const { field, requiredField } = fieldsIn(words);
  return form({
    lead: texts.suspension.lead,
    fields: {
      from: requiredField("contracts", "suspendedFrom", today, { half: true }),
      to: field("contracts", "suspendedTo", null, { hint: texts.suspension.toHint, half: true }),
    },
    perform: (session, values) => session.perform(suspend, { contract: file.contract.number, ...values }),
  });
}

export function resumeForm({ planned: { file }, today, words, texts }: ContractFormSubject) {
  const { requiredField } = fieldsIn(words);
  return form({
    fields: {
      on: requiredField("contracts", "suspendedTo", today, {
        label: texts.suspension.resumeOn,
        hint: texts.suspension.resumeHint,
      }),
    },
    perform: (session, { on }) => session.perform(resume, { contract: file.contract.number, on }),
  });
}
