const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** The text behind entities. */
export function unescaped(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (entity, hex?: string, decimal?: string, name?: string) =>
    name === undefined ? String.fromCodePoint(parseInt(hex ?? decimal ?? "", hex ? 16 : 10)) : (named[name] ?? entity),
  );
}

/** Text as it stands in an element or an attribute. */
export function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** What a cell's text becomes in a file: Excel writes control characters, and the escape itself, as _xHHHH_. */
export function escapedText(text: string): string {
  const safe = text.replace(/[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g, (character) => {
    return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
  });
  return escaped(safe);
}

export function unescapedText(text: string): string {
  const plain = unescaped(text);
  if (!plain.includes("_x")) return plain;
  return plain.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

export type Attributes = Readonly<Record<string, string | undefined>>;

/** The attributes of a start tag, by their written name ("r:id"). */
export function attributesOf(tag: string): Attributes {
  const found: Record<string, string> = {};
  for (const [, name = "", double, single] of tag.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found[name] = unescaped(double ?? single ?? "");
  }
  return found;
}

export type Element = {
  readonly name: string;
  readonly attributes: Attributes;
  /** Between the tags; "" for an empty element. */
  readonly inner: string;
  readonly xml: string;
};

/** Elements of this name wherever they are; one inside another of the same name is not found. */
export function elements(xml: string, name: string): readonly Element[] {
  const pattern = new RegExp(`<${name}(?=[\\s/>])([^>]*?)(?:/>|>(.*?)</${name}>)`, "gs");
  return [...xml.matchAll(pattern)].map(({ 0: whole, 1: attributes = "", 2: inner = "" }) => ({
    name,
    attributes: attributesOf(attributes),
    inner,
    xml: whole,
  }));
}

export function element(xml: string, name: string): Element | null {
  return elements(xml, name)[0] ?? null;
}

/** The elements directly inside, in order. */
export function childElements(inner: string): readonly Element[] {
  const found: Element[] = [];
  let depth = 0;
  let start = 0;
  let opening = "";
  for (const match of inner.matchAll(/<!--.*?-->|<\?.*?\?>|<(\/?)([\w:.-]+)([^>]*?)(\/?)>/gs)) {
    const [tag, closing, name = "", , empty] = match;
    if (match[2] === undefined) continue;
    if (closing === "/") depth -= 1;
    else if (depth === 0) {
      start = match.index;
      opening = tag;
    }
    if (closing !== "/" && empty !== "/") depth += 1;
    else if (depth === 0) found.push(elementOf(inner.slice(start, match.index + tag.length), opening, name));
  }
  return found;
}

function elementOf(xml: string, opening: string, name: string): Element {
  const inner = opening.endsWith("/>") ? "" : xml.slice(opening.length, xml.lastIndexOf("</"));
  return { name, attributes: attributesOf(opening.slice(name.length + 1)), inner, xml };
}

/** `name="value"` for each given value, with a leading space. */
export function attributeText(attributes: Readonly<Record<string, string | number | null | undefined>>): string {
  return Object.entries(attributes)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join("");
}
