import { patchDetector } from "docx";

const known = new WeakMap<Uint8Array, Promise<readonly string[]>>();

/** The names of the fields in a template, as typed between the braces. Found once per template, however many letters use it. */
export function templateFields(template: Uint8Array): Promise<readonly string[]> {
  const found = known.get(template) ?? patchDetector({ data: template, trimPlaceholders: true });
  known.set(template, found);
  return found;
}
