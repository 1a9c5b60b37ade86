import { workbook as words } from "../../i18n/fr/workbook";
import type { ChoiceSet } from "../choices";
import { choiceSets } from "../choices";
import type { Column } from "../columns";

const YES_NO = "yesNo";

/** The width, in characters, of a list on its hidden sheet. */
export const LIST_WIDTH = 26;

/** A list of words to choose from, under the name that its range bears. */
export type WordList = { readonly name: string; readonly words: readonly string[] };

/** All lists of a register. They lie on a sheet: one written into the cell itself would break at a comma. */
export const wordLists: readonly WordList[] = [
  { name: rangeName(YES_NO), words: [words.yes, words.no] },
  ...(Object.keys(choiceSets) as ChoiceSet[]).map((set) => ({
    name: rangeName(set),
    words: Object.values<string>(words.choices[set]),
  })),
];

/** The name of the range that lists the words of a column, or null where any word may be typed. */
export function listName({ type, choices }: Pick<Column, "type" | "choices">): string | null {
  if (choices !== undefined) return rangeName(choices);
  return type === "yesNo" ? rangeName(YES_NO) : null;
}

function rangeName(set: string): string {
  return `Liste_${set}`;
}
