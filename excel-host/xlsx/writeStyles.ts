import { type Borders, type Style, styleAt, type Styles } from "../model/style";
import type { ConditionalFormat } from "../model/workbook";
import { builtInFormatId } from "./builtInFormats";
import { attributesOf, attributeText, childElements, element, escaped } from "./xml";

/** The styles of a file, growing: cells name them by the same index in memory and in the file. */
export type StyleSheet = {
  /** Index of the look of a conditional format made since the file was loaded. */
  readonly lookOf: (format: ConditionalFormat) => number;
  readonly xml: () => string;
};

export function styleSheet(original: string, styles: Styles): StyleSheet {
  const lists = {
    numFmts: list("numFmts"),
    fonts: list("fonts"),
    fills: list("fills"),
    borders: list("borders"),
    cellXfs: list("cellXfs"),
    dxfs: list("dxfs"),
  };
  for (let index = lists.cellXfs.length; index < styles.list.length; index++) {
    lists.cellXfs.push(cellStyleXml(styleAt(styles, index)));
  }
  return {
    lookOf: (format) => added(lists.dxfs, lookXml(format)),
    xml: () => Object.entries(lists).reduce((xml, [name, items]) => withList(xml, name, items), original),
  };

  function list(name: string): string[] {
    return childElements(element(original, name)?.inner ?? "").map(({ xml }) => xml);
  }

  function cellStyleXml(style: Style): string {
    const before = style.original === null ? null : styleAt(styles, style.original);
    const from = attributesOf(/^<xf\b([^>]*)/.exec(lists.cellXfs[style.original ?? 0] ?? "")?.[1] ?? "");
    const sameFont = before !== null && fontXml(before) === fontXml(style);
    const sameFill = before !== null && before.fill === style.fill;
    const sameBorders = before !== null && JSON.stringify(before.borders) === JSON.stringify(style.borders);
    const sameFormat = before !== null && before.numberFormat === style.numberFormat;
    const attributes = attributeText({
      numFmtId: sameFormat ? from.numFmtId : formatId(style.numberFormat),
      fontId: sameFont ? from.fontId : added(lists.fonts, fontXml(style)),
      fillId: sameFill ? from.fillId : style.fill === null ? 0 : added(lists.fills, fillXml(style.fill)),
      borderId: sameBorders
        ? (from.borderId ?? 0)
        : style.borders === null
          ? 0
          : added(lists.borders, bordersXml(style.borders)),
      xfId: style.original === null ? 0 : (from.xfId ?? 0),
      applyNumberFormat: 1,
      applyFont: 1,
      applyFill: 1,
      applyBorder: 1,
      applyAlignment: 1,
      applyProtection: 1,
    });
    return `<xf${attributes}>${alignmentXml(style)}${style.locked ? "" : '<protection locked="0"/>'}</xf>`;
  }

  function formatId(code: string): number {
    const known = builtInFormatId(code);
    if (known !== null) return known;
    const formats = lists.numFmts.map((xml) => attributesOf(xml));
    const same = formats.find(({ formatCode }) => formatCode === code)?.numFmtId;
    if (same !== undefined) return Number(same);
    const id = formats.reduce((highest, { numFmtId }) => Math.max(highest, Number(numFmtId)), 163) + 1;
    lists.numFmts.push(`<numFmt numFmtId="${id}" formatCode="${escaped(code)}"/>`);
    return id;
  }
}

function added(items: string[], xml: string): number {
  const known = items.indexOf(xml);
  return known === -1 ? items.push(xml) - 1 : known;
}

function withList(xml: string, name: string, items: readonly string[]): string {
  const before = element(xml, name);
  if (before === null ? items.length === 0 : childElements(before.inner).length === items.length) return xml;
  const { count: _count, ...kept } = before?.attributes ?? {};
  const written = `<${name}${attributeText({ count: items.length, ...kept })}>${items.join("")}</${name}>`;
  if (before !== null) return xml.replace(before.xml, () => written);
  // A file may have no formats and no looks of its own yet.
  if (name === "numFmts") return xml.replace(/<styleSheet\b[^>]*>/, (opening) => opening + written);
  return xml.replace(/<(?:tableStyles|colors|extLst)\b|<\/styleSheet>/, (next) => written + next);
}

function fontXml(style: Style): string {
  const flag = (on: boolean, name: string): string => (on ? `<${name}/>` : "");
  const color = style.color === null ? "" : colorXml(style.color);
  return [
    "<font>",
    flag(style.bold, "b"),
    flag(style.italic, "i"),
    flag(style.underline, "u"),
    `<sz val="${style.size ?? 11}"/>${color}<name val="${escaped(style.font ?? "Calibri")}"/><family val="2"/></font>`,
  ].join("");
}

function fillXml(color: string): string {
  return `<fill><patternFill patternType="solid"><fgColor rgb="FF${color.slice(1)}"/></patternFill></fill>`;
}

function bordersXml(borders: Borders): string {
  const line = (side: keyof Borders): string => {
    const border = borders[side];
    if (border === null) return `<${side}/>`;
    return `<${side} style="${border.kind}">${colorXml(border.color)}</${side}>`;
  };
  return `<border>${line("left")}${line("right")}${line("top")}${line("bottom")}<diagonal/></border>`;
}

function colorXml(color: string | null): string {
  return color === null ? '<color auto="1"/>' : `<color rgb="FF${color.slice(1)}"/>`;
}

function alignmentXml({ horizontal, vertical, wrap, indent }: Style): string {
  if (horizontal === null && vertical === null && !wrap && indent === 0) return "";
  return `<alignment${attributeText({ horizontal, vertical, wrapText: wrap ? 1 : null, indent: indent || null })}/>`;
}

function lookXml({ fill, color, bold, strikethrough, line }: ConditionalFormat): string {
  const shown = `${bold ? "<b/>" : ""}${strikethrough ? "<strike/>" : ""}${color === null ? "" : colorXml(color)}`;
  const background = fill === null ? "" : `<fill><patternFill><bgColor rgb="FF${fill.slice(1)}"/></patternFill></fill>`;
  const border = line === null ? "" : `<border><bottom style="thin">${colorXml(line)}</bottom></border>`;
  return `<dxf>${shown === "" ? "" : `<font>${shown}</font>`}${background}${border}</dxf>`;
}
