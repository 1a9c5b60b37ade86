import { patchDetector } from "docx";

import { equipmentFields, letterFields } from "../../domain/letters/letterFields";

export type TemplateProblem =
  | { readonly code: "templateUnknownField"; readonly field: string; readonly suggestion?: string }
  | { readonly code: "templateMissingField"; readonly field: string }
  | { readonly code: "templateUnreadable"; readonly field: null };

/** What is wrong with a Word template before any letter is written with it; empty when it can be used. */
export async function checkTemplate(bytes: Uint8Array): Promise<readonly TemplateProblem[]> {
  const found = await patchDetector({ data: bytes, trimPlaceholders: true });
  const known: readonly string[] = [...letterFields.map(({ name }) => name), ...Object.values(equipmentFields)];
  return found.filter((field) => !known.includes(field)).map((field) => ({ code: "templateUnknownField", field }));
}
