import { postcodeAndCityIn, trimmed } from "./repairContact";
import { oneLine, plain } from "./sourceText";
import { streetWords } from "./tradeWords";

const mister = "(?:monsieur|mr|mrs|m\\.|m(?=[\\s/&+])|messieurs|mm)\\.?";
const lady = "(?:madame|mme|mm(?=\\s)|mmes)\\.?";
const couple = new RegExp(
  `^(?:${mister}\\s*(?:et|&|/|ou|-|\\+|,)?\\s*${lady}|${lady}\\s*(?:et|&|/|ou|-|\\+|,)?\\s*${mister})(?=\\s|$|[,.:])`,
  "i",
);
const alone: readonly (readonly [string, RegExp])[] = [
  ["Mme", new RegExp(`^(?:madame|mme|mmes)\\.?(?=\\s|$)`, "i")],
  ["Mlle", /^(?:mademoiselle|mlle|melle)\.?(?=\s|$)/i],
  ["M.", /^(?:monsieur|mr|m\.|m)\.?(?=\s|$)/i],
];

/** « Mr », « Monsieur », « MR ET MME »: as the register writes them, and what follows. */
export function civilityIn(text: string): { readonly civility: string; readonly rest: string } | null {
  const both = couple.exec(text);
  if (both !== null) return { civility: "M. et Mme", rest: trimmed(text.slice(both[0].length)) };
  for (const [civility, pattern] of alone) {
    const found = pattern.exec(text);
    if (found !== null) return { civility, rest: trimmed(text.slice(found[0].length).replace(/^[.:]/, "")) };
  }
  return null;
}

export type ToldPerson = {
  readonly civility: string | null;
  readonly name: string;
  readonly address: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
};

const LONGEST = 300;
/** « 12 », « 12 bis », « 3B, » before a street. */
const streetNumber = /(?:^|[\s,;])\d{1,4}\s?(?:bis|ter|quater|[a-d](?=[\s,]))?\s*,?\s+(?=\p{L})/iu;

/** A name that may bring its civility, and the address with it in the same cell. */
export function personIn(raw: string): ToldPerson {
  const lines =
    raw.length > LONGEST
      ? [oneLine(raw)]
      : raw
          .split(/[\r\n]+/)
          .map(oneLine)
          .filter((line) => line !== "");
  const whole = lines.join(", ");
  if (whole.length > LONGEST) return { civility: null, name: whole, address: null, postcode: null, city: null };
  const placed = /\d/.test(whole) ? postcodeAndCityIn(whole) : null;
  const before = placed === null || placed.before === "" ? whole : placed.before;
  const [nameText, address] = placed?.before === "" ? [whole, null] : nameAndStreet(before);
  const civil = civilityIn(nameText);
  return {
    civility: civil === null || civil.rest === "" ? null : civil.civility,
    name: civil === null || civil.rest === "" ? nameText : civil.rest,
    address,
    postcode: placed !== null && placed.before !== "" ? placed.postcode : null,
    city: placed !== null && placed.before !== "" ? placed.city : null,
  };
}

/** What bears the name of its street: « SDC 14 rue des Lilas ». */
const namedByStreet = /^(sdc|sci|copro|copropriété|copropriete|immeuble|résidence|residence|syndicat|asl|hlm)$/i;

function nameAndStreet(text: string): readonly [string, string | null] {
  const number = streetNumber.exec(text);
  const word = streetWords.exec(text);
  const isStreet = number !== null && word !== null && number.index <= word.index;
  const comma = text.search(/\s*[,;]\s|\s[–-]\s/);
  const at = isStreet ? number.index : comma > 0 && word !== null && word.index >= comma ? comma : -1;
  if (at <= 0) return [text, null];
  const name = trimmed(text.slice(0, at));
  return /\p{L}{2}/u.test(name) && !namedByStreet.test(name) ? [name, trimmed(text.slice(at))] : [text, null];
}

/** « DUPONT Jean », « Jean DUPONT »: apart where the capitals tell which is which. */
export function splitName(text: string): { readonly name: string; readonly firstName: string | null } {
  const words = text.split(" ");
  const isCapitals = (word: string) => /\p{L}{2}/u.test(word) && word === word.toUpperCase();
  const isFirst = (word: string) => /^\p{Lu}[\p{Ll}]+(?:-\p{Lu}?\p{Ll}+)*$/u.test(word);
  const capitals = words.filter(isCapitals);
  const first = words.filter(isFirst);
  const last = words.lastIndexOf(capitals.at(-1) ?? "");
  const start = words.indexOf(capitals[0] ?? "");
  const isSplit =
    capitals.length > 0 &&
    first.length > 0 &&
    first.length <= 2 &&
    capitals.length + first.length === words.length &&
    last - start + 1 === capitals.length &&
    !companyWords.test(plain(text));
  return isSplit ? { name: capitals.join(" "), firstName: first.join(" ") } : { name: text, firstName: null };
}

const companyWords =
  /\b(sarl|sas|sasu|sci|eurl|sa|snc|gaec|earl|scop|ets|cabinet|hotel|restaurant|copro|copropriete|residence|syndic|syndicat|mairie|commune|ecole|association|immeuble|garage|boulangerie|pharmacie|camping)\b/;
