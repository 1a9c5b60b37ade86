import { recordRefusal } from "../../../domain/actions/recordRefusal";
import { reverseTermination } from "../../../domain/actions/reverseTermination";
import { terminate } from "../../../domain/actions/terminate";
import { withdrawRefusal } from "../../../domain/actions/withdrawRefusal";
import { fieldsIn } from "./field";
import { form } from "./form";
import type { ContractFormSubject } from "./form";

export function refusalForm({ planned, today, words, texts }: ContractFormSubject) {
  const { field, requiredField } = fieldsIn(words);
  const { contract } = planned.file;
  const deadline = planned.notice?.deadline ?? null;
  return form({
    lead: deadline === null ? null : texts.refusal.deadline(deadline),
    fields: {
      on: requiredField("contracts", "refusalOn", today),
      channel: field("contracts", "refusalChannel", null, { half: true }),
      reason: field("contracts", "refusalReason", null, { half: true }),
    },
    perform: (session, values) => session.perform(recordRefusal, { contract: contract.number, ...values }),
  });
}

export function withdrawRefusalForm({ planned: { file }, texts }: ContractFormSubject) {
  const { number, refusalOn } = file.contract;
  return form({
    lead: refusalOn === null ? null : texts.refusal.recorded(refusalOn),
    fields: {},
    perform: (session) => session.perform(withdrawRefusal, { contract: number }),
  });
}

export function terminateForm({ planned: { file }, today, words, texts }: ContractFormSubject) {
  const { field, requiredField } = fieldsIn(words);
  return form({
    fields: {
      on: requiredField("contracts", "terminatedOn", today, { hint: texts.termination.hint }),
      reason: field("contracts", "terminationReason", null),
    },
    perform: (session, values) => session.perform(terminate, { contract: file.contract.number, ...values }),
  });
}

export function reverseTerminationForm({ planned: { file }, texts }: ContractFormSubject) {
  const { number, terminatedOn } = file.contract;
  return form({
    lead: terminatedOn === null ? null : texts.termination.recorded(terminatedOn),
    fields: {},
    perform: (session) => session.perform(reverseTermination, { contract: number }),
  });
}
