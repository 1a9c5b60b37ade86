import type { LineReading } from "./lineReading";
import { postcodeAndCityIn } from "./repairContact";
import { monthsIn } from "./repairDate";
import { plain } from "./sourceText";
import { applianceWords, planWords } from "./tradeWords";

/** What the heading above a line says of it: a month in which it is visited, a town, or something to remember. */
export function readGroup(line: LineReading, group: string, hasTowns: boolean): void {
  const text = group
    .replace(/\s*\(\d+\)\s*$/, "")
    .replace(/\s*:\s*$/, "")
    .replace(/^(commune|ville|secteur|mois)( de)? ?:? /i, "");
  const months = monthsIn(text.replace(/\s+20\d\d$/, ""));
  if (months !== null) {
    const [month] = months;
    if (!line.has("nextVisit") && months.length === 1 && month !== undefined) line.suggest("nextVisit", month);
    else line.note(group);
    return;
  }
  const placed = postcodeAndCityIn(text);
  const isTown =
    /^[\p{L}\s'’.-]{2,45}$/u.test(text) &&
    !applianceWords.test(plain(text)) &&
    !planWords.test(plain(text)) &&
    !/^(clients?|particuliers?|professionnels?|pros?|contrats?|copropri|divers|nouveaux|anciens|résili|actifs?)/i.test(
      text,
    ) &&
    text.length > 1;
  if (!hasTowns && placed !== null && placed.before === "") {
    line.suggest("postcode", placed.postcode);
    line.suggest("city", placed.city);
  } else if (!hasTowns && isTown) line.suggest("city", text);
  else line.note(group);
}
