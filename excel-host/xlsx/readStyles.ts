import { builtInFormats } from "./builtInFormats";
import { type Border, type Borders, plainStyle, type Style } from "../model/style";
import { type Attributes, childElements, element, type Element, elements } from "./xml";

/** How cells of the file look (by the index that they name), and the looks of conditional formats. */
export type FileStyles = { readonly cells: readonly Style[]; readonly differences: readonly Difference[] };

/** What a conditional format changes. */
export type Difference = {
  readonly fill: string | null;
  readonly color: string | null;
  readonly bold: boolean;
  readonly strikethrough: boolean;
  readonly line: string | null;
};

export function readStyles(xml: string): FileStyles {
  const formats = new Map(
    elements(xml, "numFmt").map(({ attributes }) => [Number(attributes.numFmtId), attributes.formatCode ?? "General"]),
  );
  const fonts = childrenOf(xml, "fonts");
  const fills = childrenOf(xml, "fills");
  const borders = childrenOf(xml, "borders").map(bordersOf);
  const cells = childrenOf(xml, "cellXfs").map((xf, index) => {
    const alignment = element(xf.inner, "alignment")?.attributes;
    return {
      ...plainStyle,
      numberFormat: formatCode(Number(xf.attributes.numFmtId ?? 0), formats),
      ...fontOf(fonts[Number(xf.attributes.fontId ?? 0)]),
      fill: fillOf(fills[Number(xf.attributes.fillId ?? 0)]),
      horizontal: alignment?.horizontal ?? null,
      vertical: alignment?.vertical ?? null,
      wrap: isOn(alignment?.wrapText),
      indent: Number(alignment?.indent ?? 0),
      borders: borders[Number(xf.attributes.borderId ?? 0)] ?? null,
      locked: element(xf.inner, "protection")?.attributes.locked !== "0",
      original: index,
    } satisfies Style;
  });
  return { cells: cells.length === 0 ? [plainStyle] : cells, differences: childrenOf(xml, "dxfs").map(differenceOf) };
}

/** "#RRGGBB" of a colour as files write it, or null for the automatic one. */
export function colorOf(color: Element | null): string | null {
  if (color === null) return null;
  const { rgb, theme, indexed } = color.attributes;
  if (rgb !== undefined) return `#${rgb.slice(-6).toUpperCase()}`;
  if (theme !== undefined) return themeColors[Number(theme)] ?? null;
  return indexed === undefined ? null : (indexedColors[Number(indexed) % 8] ?? null);
}

/** The colours of Office's own theme, in the order that cells count them. */
const themeColors = [
  "#FFFFFF",
  "#000000",
  "#E7E6E6",
  "#44546A",
  "#4472C4",
  "#ED7D31",
  "#A5A5A5",
  "#FFC000",
  "#5B9BD5",
  "#70AD47",
];

const indexedColors = ["#000000", "#FFFFFF", "#FF0000", "#00FF00", "#0000FF", "#FFFF00", "#FF00FF", "#00FFFF"];

function childrenOf(xml: string, name: string): readonly Element[] {
  const list = element(xml, name);
  return list === null ? [] : childElements(list.inner);
}

function formatCode(id: number, formats: ReadonlyMap<number, string>): string {
  return formats.get(id) ?? builtInFormats[id] ?? "General";
}

function fontOf(font: Element | undefined): Partial<Style> {
  if (font === undefined) return {};
  const on = (name: string): boolean => {
    const found = element(font.inner, name);
    return found !== null && found.attributes.val !== "0" && found.attributes.val !== "none";
  };
  return {
    bold: on("b"),
    italic: on("i"),
    underline: on("u"),
    color: colorOf(element(font.inner, "color")),
    font: element(font.inner, "name")?.attributes.val ?? null,
    size: Number(element(font.inner, "sz")?.attributes.val ?? NaN) || null,
  };
}

function fillOf(fill: Element | undefined): string | null {
  const pattern = fill === undefined ? null : element(fill.inner, "patternFill");
  return pattern?.attributes.patternType === "solid" ? colorOf(element(pattern.inner, "fgColor")) : null;
}

function bordersOf({ inner }: Element): Borders | null {
  const line = (...names: readonly string[]): Border => {
    const found = names.map((name) => element(inner, name)).find((one) => one !== null);
    const kind = found?.attributes.style ?? "none";
    return found === undefined || kind === "none" ? null : { kind, color: colorOf(element(found.inner, "color")) };
  };
  const borders = {
    top: line("top"),
    right: line("right", "end"),
    bottom: line("bottom"),
    left: line("left", "start"),
  };
  return Object.values(borders).every((border) => border === null) ? null : borders;
}

function differenceOf({ inner }: Element): Difference {
  const font = element(inner, "font")?.inner ?? "";
  const fill = element(inner, "fill")?.inner ?? "";
  return {
    fill: colorOf(element(fill, "bgColor") ?? element(fill, "fgColor")),
    color: colorOf(element(font, "color")),
    bold: element(font, "b") !== null,
    strikethrough: element(font, "strike") !== null,
    line: colorOf(element(element(element(inner, "border")?.inner ?? "", "bottom")?.inner ?? "", "color")),
  };
}

export function isOn(value: Attributes[string]): boolean {
  return value === "1" || value === "true";
}
