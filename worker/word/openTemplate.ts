import { strFromU8, unzipSync, zipSync } from "fflate";
import { patchDetector } from "docx";

import type { DocxParts } from "./packDocx";

/** A template read once, however many letters are written with it. */
export type OpenTemplate = {
  /** Every field found, as typed between the braces. */
  readonly fields: readonly string[];
  readonly parts: DocxParts;
  /** A .docx of only the parts that may hold a field: filling it in takes half the time that the whole file would. */
  readonly fillable: Uint8Array;
};

const opened = new WeakMap<Uint8Array, Promise<OpenTemplate>>();

/** Rejects when the bytes are not a Word document. */
export function openTemplate(bytes: Uint8Array): Promise<OpenTemplate> {
  const template = opened.get(bytes) ?? readTemplate(bytes);
  opened.set(bytes, template);
  return template;
}

async function readTemplate(bytes: Uint8Array): Promise<OpenTemplate> {
  const parts = unzipSync(bytes);
  const fillable = zipSync(Object.fromEntries(Object.entries(parts).filter(isFillable)), { level: 0 });
  return { fields: await patchDetector({ data: bytes, trimPlaceholders: true }), parts, fillable };
}

/** The relations stay, as they say where the body is; a field cut into runs may have its braces apart. */
function isFillable([name, part]: readonly [string, Uint8Array]): boolean {
  if (name.endsWith(".rels") || name === "[Content_Types].xml" || name === "word/document.xml") return true;
  return name.endsWith(".xml") && strFromU8(part).includes("{");
}
