import { insert } from "../changes";
import type { Change } from "../changes";
import type { CivilDate } from "../dates/civilDate";
import type { Client } from "../workbook/schema";
import { firstRefused, notInFuture, present } from "./checks";
import { refusal, refused } from "./decision";
import type { Refused } from "./decision";
import { newRow } from "../workbook/newRow";
import type { Numbers } from "./numbering";

/** The client who signs: one of the register by number, or a new one, whose number Tacite proposes unless it is typed. */
export type HolderInput = { readonly existing: string } | { readonly new: Partial<Client> & Pick<Client, "name"> };

/** The holder, and the row to insert for a new one. */
export type Holder = { readonly client: Client; readonly changes: readonly Change[] };

export function holderOf(numbers: Numbers, input: HolderInput, today: CivilDate): Holder | Refused {
  if ("existing" in input) {
    const client = numbers.client(input.existing);
    if (client === undefined) return refused("unknownClient", { client: input.existing });
    return { client, changes: [] };
  }
  const proposed = numbers.nextClient();
  const typed = input.new.number?.trim() ?? "";
  const number = typed === "" ? proposed : typed;
  const client = newRow("clients", { ...input.new, number });
  const reason = firstRefused(
    present(client.name, { table: "clients", column: "name" }),
    notInFuture(client.emailConsentOn, today, { table: "clients", column: "emailConsentOn" }),
    numbers.client(number) !== undefined ? refusal("numberTaken", { number, proposed }) : null,
  );
  return reason ?? { client, changes: [insert("clients", client)] };
}
