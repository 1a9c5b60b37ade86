import { strFromU8, unzipSync } from "fflate";

const textParts = /^word\/(document|header\d*|footer\d*)\.xml$/;

/** The XML parts of a .docx by name, or null when the file is not a Word document. */
export function docxParts(bytes: Uint8Array): Readonly<Record<string, string>> | null {
  try {
    const parts = unzipSync(bytes, { filter: ({ name }) => name.endsWith(".xml") });
    return "word/document.xml" in parts
      ? Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strFromU8(part)]))
      : null;
  } catch {
    return null;
  }
}

/** The paragraphs of the body, headers and footers as they are read, however many runs Word has split them into. */
export function docxParagraphs(parts: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(parts)
    .filter(([name]) => textParts.test(name))
    .flatMap(([, xml]) => xml.split("</w:p>").map(paragraphText));
}

/** The text of a paragraph's XML. */
export function paragraphText(xml: string): string {
  const pieces = xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(br|tab)\b[^>]*\/>/g);
  return [...pieces]
    .map(([, text, gap]) => (gap === undefined ? unescapeXml(text ?? "") : gap === "br" ? "\n" : "\t"))
    .join("");
}

/** Whether an element of this name is open at the end of a piece of XML. */
export function isInside(xml: string, tag: string): boolean {
  const count = (pattern: string): number => (xml.match(new RegExp(pattern, "g")) ?? []).length;
  return count(`<${tag}[ >]`) > count(`</${tag}>`);
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const unescapeXml = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? "");
