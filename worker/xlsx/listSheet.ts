import type { Workbook } from "exceljs";
import { workbook as words } from "../../domain/i18n/fr/workbook";
import { choiceSets, type ChoiceSet } from "../../domain/workbook/choices";
import type { Column } from "../../domain/workbook/columns";
import { columnLetters } from "../../domain/workbook/columnLetters";
import { registerTexts } from "./registerTexts";

const YES_NO = "yesNo";

/** The name of the range that lists the words of a column, or null where any word may be typed. */
export function listName({ type, choices }: Pick<Column, "type" | "choices">): string | null {
  if (choices !== undefined) return rangeName(choices);
  return type === "yesNo" ? rangeName(YES_NO) : null;
}

/** A hidden sheet with the words of every list: a list written into the cell itself would break at a comma. */
export function addListSheet(workbook: Workbook): void {
  const sheet = workbook.addWorksheet(registerTexts.listsSheet, { state: "hidden" });
  const sets = Object.keys(choiceSets) as ChoiceSet[];
  const lists: readonly (readonly [string, readonly string[]])[] = [
    [YES_NO, [words.yes, words.no]],
    ...sets.map((set) => [set, Object.values<string>(words.choices[set])] as const),
  ];
  lists.forEach(([set, entries], index) => {
    const column = sheet.getColumn(index + 1);
    column.values = [rangeName(set), ...entries];
    column.width = 26;
    const letters = columnLetters(index + 1);
    workbook.definedNames.add(`${sheet.name}!$${letters}$2:$${letters}$${entries.length + 1}`, rangeName(set));
  });
}

function rangeName(set: string): string {
  return `Liste_${set}`;
}
