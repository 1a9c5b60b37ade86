import { noticeReturned } from "../../../domain/actions/noticeReturned";
import { noticeSent } from "../../../domain/actions/noticeSent";
import { fieldsIn } from "./field";
import { form } from "./form";
import type { ContractFormSubject } from "./form";

const isProvable = ({ channel }: Readonly<Record<string, unknown>>) => channel !== "post" && channel !== "hand";

export function letterSentForm({ planned: { file, notice }, today, words, texts }: ContractFormSubject) {
  const { field, requiredField } = fieldsIn(words);
  const window = notice?.window ?? null;
  const letter = notice?.letter ?? null;
  const sentOn = letter === null || letter.returnedOn !== null ? null : letter.sentOn;
  return form({
    blocked: sentOn === null ? null : words.actions.refusals.noticeAlreadySent({ on: sentOn }),
    lead:
      window === null
        ? null
        : today > window.to
          ? texts.letter.tooLate(window.to)
          : texts.letter.window(window.from, window.to),
    fields: {
      channel: requiredField("letters", "channel", file.client?.preferredChannel ?? "post", { half: true }),
      on: requiredField("letters", "sentOn", today, { half: true }),
      tracking: field("letters", "tracking", letter?.tracking ?? null, { shown: isProvable }),
    },
    perform: (session, values) => session.perform(noticeSent, { contract: file.contract.number, ...values }),
  });
}

export function letterReturnedForm({ planned: { file }, today, words }: ContractFormSubject) {
  const { requiredField } = fieldsIn(words);
  return form({
    fields: { on: requiredField("letters", "returnedOn", today) },
    perform: (session, { on }) => session.perform(noticeReturned, { contract: file.contract.number, on }),
  });
}
