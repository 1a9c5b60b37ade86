import { oneLine } from "./sourceText";
import { streetWords, townBeginnings, townMiddles, towns } from "./tradeWords";

/** Whether a text, plain, is the name of a town: one that is known, or one that its form gives away. */
export function isTown(word: string): boolean {
  if (/\d|@/.test(word) || word.length > 45) return false;
  const town = word.replace(/ cedex.*$/, "");
  if (towns.has(town) || towns.has(town.replaceAll(" ", "-"))) return true;
  const parts = town.split(/[\s-]+/);
  return (
    parts.length > 1 &&
    parts.length < 7 &&
    (/^(saint|sainte|st|ste)$/.test(parts[0] ?? "") ||
      (townBeginnings.test(town) && town.includes("-")) ||
      parts.slice(1, -1).some((part) => /^(sur|sous|les|lez|en)$/.test(part) && townMiddles.test(part)))
  );
}

/** What stands behind a street and is no town: « étage 2 », « escalier B ». */
const insideHouse =
  /^(?:étage|etage|esc|rdc|rez|porte|face|derri[èe]re|près|pres|chez|à|entr[ée]e|cour|digicode|code)/iu;

/** « 12 rue Haute, Nantes », « 3 place du Four - Le Teil »: the street, and the town behind it; null where none stands there. */
export function streetAndTown(text: string): { readonly street: string; readonly town: string } | null {
  const found = /^(.*\d.*|.*\p{L}.*)(?:,\s*|\s[–-]\s)(\p{L}[\p{L}\s'’.-]{1,44})$/u.exec(text);
  const [, before = "", behind = ""] = found ?? [];
  const [street, town] = [oneLine(before), oneLine(behind)];
  if (!streetWords.test(street) || streetWords.test(town) || insideHouse.test(town)) return null;
  return { street, town };
}
