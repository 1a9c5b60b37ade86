import { strFromU8, strToU8, zipSync, type Zippable } from "fflate";

import type { CivilDate } from "../../domain/dates/civilDate";

const contentTypes = "[Content_Types].xml";
/** Without a zone, so that the local fields, which a zip holds, are the same everywhere. */
const firstZipDay = "1980-01-01T00:00:00";
const coreProperties = "docProps/core.xml";

/** The files inside a .docx, by path. */
export type DocxParts = Readonly<Record<string, Uint8Array>>;

/** Zips the parts of a .docx so that equal content gives equal bytes: parts in a fixed order, no clock, document dates set to `date`. */
export function packDocx(parts: DocxParts, date: CivilDate): Uint8Array {
  const names = Object.keys(parts).sort(byPackageOrder);
  const packed: Zippable = {};
  for (const name of names) packed[name] = datedPart(name, parts[name] ?? new Uint8Array(), date);
  return zipSync(packed, { level: 6, mtime: firstZipDay });
}

/** Readers that stream a package expect its content types first. */
function byPackageOrder(left: string, right: string): number {
  if (left === contentTypes) return -1;
  if (right === contentTypes) return 1;
  return left < right ? -1 : 1;
}

function datedPart(name: string, part: Uint8Array, date: CivilDate): Uint8Array {
  if (name !== coreProperties) return part;
  return strToU8(strFromU8(part).replace(/(<dcterms:(created|modified)\b[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`));
}
