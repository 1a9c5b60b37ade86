import { changeHolder } from "../../../domain/actions/changeHolder";
import { clientName } from "../../../domain/contract/clientName";
import { form } from "./form";
import type { ContractFormSubject } from "./form";
import { holderFields, holderInput, holderNames } from "./holderFields";

export function holderForm(subject: ContractFormSubject) {
  const { contract, client } = subject.planned.file;
  const { texts } = subject;
  return form({
    lead: client === null ? null : texts.holder.current(clientName(client)),
    fields: holderFields(subject, "new"),
    groups: [{ title: texts.more, fields: holderNames.more, folded: true, shown: ({ holder }) => holder === "new" }],
    perform: (session, values) =>
      session.perform(changeHolder, { contract: contract.number, client: holderInput(values) }),
  });
}
