import type { WorkbookWords } from "../i18n/catalogue";
import type { Equipment } from "../workbook/schema";

/** "Chaudière gaz Frisquet Hydromotrix", with its place where several are under one contract. */
export function applianceName(equipment: Equipment, words: WorkbookWords): string {
  const name = [words.choices.category[equipment.category], equipment.brand, equipment.model]
    .filter((part) => part !== null)
    .join(" ");
  return equipment.place === null ? name : `${name}, ${equipment.place}`;
}
