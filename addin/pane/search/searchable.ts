import { normalized } from "../../../domain/workbook/words";
import { clientName } from "../../../domain/contract/clientName";
import type { PlannedContract } from "../../../domain/plan/plan";

/** Something that can be found by what is written about it. */
export type Found = { readonly key: string; readonly name: string; readonly more: string };

export type Searchable = Found & { readonly text: string };

/** As many as fit under the box. */
const MOST = 8;

/** The contracts, to be found by number, name, town, phone, brand or serial number. */
export function searchableContracts(contracts: readonly PlannedContract[]): readonly Searchable[] {
  return contracts.map(({ file: { contract, client, equipment } }) => {
    const city = contract.placeCity ?? client?.city ?? null;
    const name = client === null ? contract.number : clientName(client);
    const phones = [contract.occupantPhone, client?.phone, client?.phone2];
    return {
      key: contract.number,
      name,
      more: [contract.number, city].filter((part) => part !== null).join(", "),
      text: textOf(
        [
          contract.number,
          name,
          city,
          client?.city,
          contract.occupantName,
          ...equipment.flatMap(({ brand, model, serial }) => [brand, model, serial]),
        ],
        phones,
        [contract.number, ...equipment.map(({ serial }) => serial)],
      ),
    };
  });
}

/** The first of those that match, the ones that begin with it before the others; none until something is typed. */
export function found(all: readonly Searchable[], typed: string): readonly Found[] {
  const wanted = normalized(typed);
  if (wanted === "") return [];
  const starts = ({ text }: Searchable) => (text.startsWith(wanted) || text.includes(` ${wanted}`) ? 0 : 1);
  return [...matching(all, typed)].sort((a, b) => starts(a) - starts(b)).slice(0, MOST);
}

/**
 * Those that hold every word typed, or the phone, serial or contract number, however it is spaced; all of them while
 * nothing is typed.
 */
export function matching(all: readonly Searchable[], typed: string): readonly Searchable[] {
  const wanted = normalized(typed);
  if (wanted === "") return all;
  const unspaced = unspacedCode(typed);
  const numbers = /\d/.test(unspaced) ? [unspaced, phoneDigits(unspaced)].filter(({ length }) => length >= 4) : [];
  const parts = wanted.split(" ");
  return all.filter(
    ({ text }) => parts.every((part) => text.includes(part)) || numbers.some((number) => text.includes(number)),
  );
}

/** "21 2345-6789 AB" is "2123456789ab". */
function unspacedCode(text: string): string {
  return normalized(text).replaceAll(" ", "");
}

/** "+33 6 12…", "+33 (0)6 12…" and "0033 6 12…" are "0612…". */
function phoneDigits(phone: string): string {
  return unspacedCode(phone).replace(/^(?:00)?330?(?=\d{3})/, "0");
}

/** What is searched, as it is compared: words, phones, and numbers that may be typed without their spaces and hyphens. */
export function textOf(
  words: readonly (string | null | undefined)[],
  phones: readonly (string | null | undefined)[],
  codes: readonly (string | null | undefined)[] = [],
): string {
  return [
    ...words.map((word) => normalized(word ?? "")),
    ...phones.map((phone) => phoneDigits(phone ?? "").replace(/\D/g, "")),
    ...codes.map((code) => unspacedCode(code ?? "")),
  ]
    .filter((part) => part !== "")
    .join(" ");
}
