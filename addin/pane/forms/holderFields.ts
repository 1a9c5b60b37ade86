import type { HolderInput } from "../../../domain/actions/holder";
import type { Client } from "../../../domain/workbook/schema";
import { clientField, fieldsIn, pick } from "./field";
import type { TypedForm } from "./field";
import type { FormSubject } from "./form";

type NewClient = Pick<
  Client,
  | "civility"
  | "firstName"
  | "name"
  | "type"
  | "address"
  | "postcode"
  | "city"
  | "phone"
  | "email"
  | "emailConsentOn"
  | "preferredChannel"
>;

/** The names of the fields, as they stand in the form. */
export const holderNames = {
  who: ["holder", "client", "civility", "firstName", "name", "type", "phone", "address", "postcode", "city"],
  more: ["email", "emailConsentOn", "preferredChannel"],
} as const;

/** The client who signs: a new one, or one of the register. */
export function holderFields({ words, texts }: FormSubject, first: "new" | "existing") {
  const { field, requiredField } = fieldsIn(words);
  const isNew = ({ holder }: TypedForm) => holder === "new";
  const shown = { shown: isNew };
  return {
    holder: pick(texts.holder.who, texts.holder.choices, first),
    client: clientField(texts.holder.existing, texts.holder.chooseOne, { shown: (typed) => !isNew(typed) }),
    civility: field("clients", "civility", null, { ...shown, suggestions: ["M.", "Mme", "M. et Mme"], half: true }),
    firstName: field("clients", "firstName", null, { ...shown, half: true }),
    name: requiredField("clients", "name", null, shown),
    type: field("clients", "type", "private", { ...shown, half: true }),
    phone: field("clients", "phone", null, { ...shown, half: true }),
    address: field("clients", "address", null, shown),
    postcode: field("clients", "postcode", null, { ...shown, half: true }),
    city: field("clients", "city", null, { ...shown, half: true }),
    email: field("clients", "email", null, shown),
    emailConsentOn: field("clients", "emailConsentOn", null, { shown: (typed) => isNew(typed) && typed.email !== "" }),
    preferredChannel: field("clients", "preferredChannel", null, shown),
  };
}

/** Who was chosen, from the values of the fields. */
export function holderInput({
  holder,
  client,
  civility,
  firstName,
  name,
  type,
  address,
  postcode,
  city,
  phone,
  email,
  emailConsentOn,
  preferredChannel,
}: NewClient & { readonly holder: "new" | "existing"; readonly client: string }): HolderInput {
  if (holder === "existing") return { existing: client };
  const values = { civility, firstName, name, type, address, postcode, city, phone };
  return { new: { ...values, email, emailConsentOn, preferredChannel } };
}
