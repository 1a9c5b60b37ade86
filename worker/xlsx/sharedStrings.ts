import { withoutPrefix } from "./preparedSheet";

/** The texts that cells refer to by their index; formats and phonetic hints are left out. */
export function sharedStrings(content: Buffer): readonly string[] {
  const strings: string[] = [];
  for (const [, item = ""] of withoutPrefix(content).matchAll(/<si(?:\s[^>]*?)?(?:\/>|>(.*?)<\/si>)/gs)) {
    strings.push(decoded(textOf(item)));
  }
  return strings;
}

function textOf(item: string): string {
  const plain = item.includes("<rPh") ? item.replace(/<rPh\b.*?<\/rPh>/gs, "") : item;
  let text = "";
  for (const [, run = ""] of plain.matchAll(/<t(?:\s[^>]*[^/>])?>(.*?)<\/t>/gs)) text += run;
  return text;
}

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  const characters = text.includes("&")
    ? text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (entity, hex?: string, decimal?: string, name?: string) =>
        name === undefined
          ? String.fromCodePoint(parseInt(hex ?? decimal ?? "", hex ? 16 : 10))
          : (named[name] ?? entity),
      )
    : text;
  // Excel writes control characters, and the escape itself, as _xHHHH_.
  return characters.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}
