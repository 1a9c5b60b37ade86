import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { attributesOf, attributeText, elements } from "./xml";

/** The parts of a file by their path, without a leading slash. */
export type Package = Map<string, Uint8Array>;

export type Relationship = { readonly id: string; readonly type: string; readonly target: string };

const contentTypes = "[Content_Types].xml";

export function unpack(bytes: Uint8Array): Package {
  const parts: Package = new Map();
  for (const [path, content] of Object.entries(unzipSync(bytes))) {
    if (!path.endsWith("/")) parts.set(path.replaceAll("\\", "/").replace(/^\/+/, ""), content);
  }
  return parts;
}

/** The same parts always give the same bytes. */
export function pack(parts: Package): Uint8Array {
  const files: Zippable = {};
  for (const [path, content] of parts) files[path] = [content, { mtime: "1980-01-01T00:00:00" }];
  return zipSync(files, { level: 6 });
}

export function readPart(parts: Package, path: string): string {
  const content = parts.get(path);
  return content === undefined ? "" : strFromU8(content).replace(/^\uFEFF/, "");
}

/** Replaces a part, unless its text stays the same. */
export function writePart(parts: Package, path: string, text: string): void {
  if (readPart(parts, path) !== text) parts.set(path, strToU8(text));
}

/** What a part refers to, with targets as paths of the package. */
export function relationshipsOf(parts: Package, path: string): readonly Relationship[] {
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return elements(readPart(parts, relationshipsPath(path)), "Relationship").map(({ attributes }) => ({
    id: attributes.Id ?? "",
    type: (attributes.Type ?? "").replace(/^.*\//, ""),
    target:
      attributes.TargetMode === "External" ? (attributes.Target ?? "") : resolved(folder, attributes.Target ?? ""),
  }));
}

/** Adds a relation to a part and returns its id. */
export function addRelationship(parts: Package, path: string, type: string, target: string): string {
  const place = relationshipsPath(path);
  const written = readPart(parts, place);
  const ids = elements(written, "Relationship").map(({ attributes }) => attributes.Id);
  let number = ids.length + 1;
  while (ids.includes(`rId${number}`)) number++;
  const tag = `<Relationship${attributeText({ Id: `rId${number}`, Type: type, Target: `/${target}` })}/>`;
  writePart(parts, place, written === "" ? relationshipsXml(tag) : inserted(written, tag, "Relationships"));
  return `rId${number}`;
}

export function removeRelationship(parts: Package, path: string, id: string): void {
  const place = relationshipsPath(path);
  writePart(
    parts,
    place,
    readPart(parts, place).replace(/<Relationship\s[^>]*\/>/g, (tag) => (attributesOf(tag).Id === id ? "" : tag)),
  );
}

/** Puts a new part in the package with its kind. */
export function addPart(parts: Package, path: string, contentType: string, text: string): void {
  parts.set(path, strToU8(text));
  const tag = `<Override${attributeText({ PartName: `/${path}`, ContentType: contentType })}/>`;
  writePart(parts, contentTypes, inserted(readPart(parts, contentTypes), tag, "Types"));
}

export function removePart(parts: Package, path: string): void {
  parts.delete(path);
  parts.delete(relationshipsPath(path));
  writePart(
    parts,
    contentTypes,
    readPart(parts, contentTypes).replace(/<Override\s[^>]*\/>/g, (tag) =>
      attributesOf(tag).PartName === `/${path}` ? "" : tag,
    ),
  );
}

/** "xl/worksheets/sheet7.xml", the first that is free. */
export function freePath(parts: Package, before: string, after: string): string {
  for (let number = 1; ; number++) if (!parts.has(`${before}${number}${after}`)) return `${before}${number}${after}`;
}

function relationshipsPath(path: string): string {
  const slash = path.lastIndexOf("/") + 1;
  return `${path.slice(0, slash)}_rels/${path.slice(slash)}.rels`;
}

function resolved(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function relationshipsXml(tags: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${tags}</Relationships>`;
}

/** `xml` with `tag` as the last thing in its root, which may be written as an empty element. */
function inserted(xml: string, tag: string, root: string): string {
  const closing = `</${root}>`;
  if (xml.includes(closing)) return xml.replace(closing, () => tag + closing);
  return xml.replace(
    new RegExp(`<${root}([^>]*)/>`),
    (_, attributes: string) => `<${root}${attributes}>${tag}${closing}`,
  );
}
