import { textOf } from "./readRows";
import { elements, escapedText } from "./xml";

/** The texts of a file. New ones go behind those that are there, whose places never change. */
export type StringTable = {
  readonly indexOf: (text: string) => number;
  /** The part with its new texts, or null when there are none. */
  readonly xml: () => string | null;
};

const empty =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></sst>';

export function stringTable(original: string): StringTable {
  const places = new Map<string, number>();
  const before = elements(original, "si");
  before.forEach(({ inner }, index) => {
    const text = textOf(inner);
    if (!places.has(text)) places.set(text, index);
  });
  let count = before.length;
  let added = "";
  return {
    indexOf: (text) => {
      const known = places.get(text);
      if (known !== undefined) return known;
      places.set(text, count);
      added += `<si><t xml:space="preserve">${escapedText(text)}</t></si>`;
      count += 1;
      return count - 1;
    },
    xml: () => (added === "" ? null : extended(original === "" ? empty : original, added, count)),
  };
}

function extended(xml: string, added: string, unique: number): string {
  // The counts are hints, and `count` would have to follow every cell.
  const opened = xml.replace(/<sst\b([^>]*?)\/?>/, (_, attributes: string) => {
    const kept = attributes.replace(/\s(?:count|uniqueCount)="\d*"/g, "");
    return `<sst${kept} uniqueCount="${unique}">`;
  });
  return opened.includes("</sst>") ? opened.replace("</sst>", () => `${added}</sst>`) : `${opened}${added}</sst>`;
}
