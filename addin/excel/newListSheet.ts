import { workbook as words } from "../../domain/i18n/fr/workbook";
import { choiceSets } from "../../domain/workbook/choices";
import type { ChoiceSet } from "../../domain/workbook/choices";
import type { Column } from "../../domain/workbook/columns";

const YES_NO = "yesNo";

/** The name of the range that lists the words of a column, or null where any word may be typed. */
export function listName({ type, choices }: Pick<Column, "type" | "choices">): string | null {
  if (choices !== undefined) return rangeName(choices);
  return type === "yesNo" ? rangeName(YES_NO) : null;
}

function rangeName(set: string): string {
  return `Liste_${set}`;
}

/** Fills a sheet with the words of every list: a list written into the cell itself would break at a comma. */
export function fillListSheet(
  sheet: Excel.Worksheet,
  names: Excel.NamedItemCollection,
  taken: ReadonlySet<string>,
): void {
  const sets = Object.keys(choiceSets) as ChoiceSet[];
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [YES_NO, [words.yes, words.no]],
    ...sets.map((set) => [set, Object.values<string>(words.choices[set])] as const),
  ];
  lists.forEach(([set, entries], index) => {
    const name = rangeName(set);
    sheet.getRangeByIndexes(0, index, entries.length + 1, 1).values = [name, ...entries].map((word) => [word]);
    if (!taken.has(name.toLowerCase())) names.add(name, sheet.getRangeByIndexes(1, index, entries.length, 1));
  });
}
