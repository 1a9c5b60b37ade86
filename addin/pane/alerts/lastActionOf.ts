import { isCivilDate } from "../../../domain/dates/civilDate";
import { isUndoable } from "../../../domain/actions/decision";
import { entriesOf } from "../../../domain/actions/journal";
import type { Catalogue } from "../../../domain/i18n";
import type { Register } from "../../../domain/register";
import { tableNames, keyOf } from "../../../domain/workbook/schema";

/** What the Journal says of a batch: the name of its action, its contract where one is named, and when. */
export type LastAction = {
  readonly name: string;
  readonly contract: string | null;
  readonly day: string;
  readonly time: string;
};

export function lastActionOf(register: Register, batch: string, words: Catalogue): LastAction | null {
  const [first] = entriesOf(register.journal, batch);
  if (first === undefined || !isUndoable(first.action)) return null;
  const [day = "", time = ""] = first.at.split(" ");
  return {
    name: words.actions.names[first.action],
    contract: contractOf(register, first),
    day: isCivilDate(day) ? words.formats.shortDate(day) : day,
    time: time.slice(0, 5),
  };
}

function contractOf(register: Register, { table, row }: { table: string; row: string }): string | null {
  if (table === "contracts") return row;
  const name = tableNames.find((one) => one === table);
  if (name === undefined) return null;
  const found = register[name].find((one) => keyOf(name, one as never) === row);
  return found !== undefined && "contract" in found ? found.contract : null;
}
