import { isInside, paragraphText } from "./docxText";

/** Whether the deadline of the template stands in a bordered paragraph (by itself or by its style), a table or a text box. */
export function deadlineIsBoxed(parts: Readonly<Record<string, string>>): boolean {
  const body = parts["word/document.xml"] ?? "";
  const paragraphs = body.split("</w:p>");
  return paragraphs.some(
    (xml, index) =>
      isDeadline(xml) &&
      (isBordered(xml, parts["word/styles.xml"] ?? "") || isEnclosed(paragraphs.slice(0, index + 1).join("</w:p>"))),
  );
}

const isDeadline = (xml: string): boolean => /\{\{\s*date_limite\s*\}\}/.test(paragraphText(xml));

function isBordered(paragraph: string, styles: string): boolean {
  const own = /<w:pBdr>.*?<\/w:pBdr>/s.exec(paragraph.slice(paragraph.lastIndexOf("<w:pPr>")))?.[0];
  if (own !== undefined) return hasLines(own);
  const style = /<w:pStyle w:val="([^"]+)"/.exec(paragraph)?.[1];
  return style !== undefined && styleIsBordered(style, styles, 0);
}

/** Follows "based on" at most ten styles deep, so that a circle of styles ends. */
function styleIsBordered(id: string, styles: string, depth: number): boolean {
  const style = styles.split("</w:style>").find((xml) => xml.includes(`w:styleId="${id}"`));
  if (style === undefined || depth > 10) return false;
  const own = /<w:pBdr>.*?<\/w:pBdr>/s.exec(style)?.[0];
  if (own !== undefined) return hasLines(own);
  const parent = /<w:basedOn w:val="([^"]+)"/.exec(style)?.[1];
  return parent !== undefined && styleIsBordered(parent, styles, depth + 1);
}

const hasLines = (borders: string): boolean =>
  ["top", "bottom", "left", "right"].every((side) => new RegExp(`<w:${side} [^>]*w:val="(?!none|nil)`).test(borders));

const isEnclosed = (before: string): boolean => isInside(before, "w:tc") || isInside(before, "w:txbxContent");
