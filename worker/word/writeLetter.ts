import { patchDetector, patchDocument, PatchType, TextRun, type IPatch, type TableRowsPatch } from "docx";
import { unzipSync } from "fflate";

import type { CivilDate } from "../../domain/dates/civilDate";
import {
  equipmentFields,
  letterFields,
  missingLetterFields,
  type LetterEquipment,
  type LetterFields,
} from "../../domain/letters/letterFields";
import { openTemplate } from "./openTemplate";
import { packDocx } from "./packDocx";

/** The heading of the table would stay alone on the page without a row. */
const unlistedEquipment = {
  designation: "Installation décrite au contrat",
  marqueModele: "",
  numeroSerie: "",
  lieu: "",
} satisfies LetterEquipment;

/**
 * The letter as a .docx: the template with its fields filled in. The same template, values and date give the same bytes.
 * Throws when a required value is blank or a field is left unfilled: use `checkTemplate` and `missingLetterFields` first.
 */
export async function renderLetter(
  template: Uint8Array,
  fields: LetterFields,
  letterDate: CivilDate,
): Promise<Uint8Array> {
  const missing = missingLetterFields(fields);
  if (missing.length > 0) throw new Error(`This letter has no value for ${missing.join(", ")}`);
  const { fields: used, parts, fillable } = await openTemplate(template);
  const patches = { ...scalarPatches(fields, used), ...equipmentPatch(fields.equipment) };
  const filled = await patchDocument({ outputType: "uint8array", data: fillable, patches, trimPlaceholders: true });
  const unfilled = await patchDetector({ data: filled, trimPlaceholders: true });
  if (unfilled.length > 0) throw new Error(`The template has fields that nothing fills: ${unfilled.join(", ")}`);
  return packDocx({ ...parts, ...unzipSync(filled) }, letterDate);
}

/** Each patch costs a walk through the whole document, so only the fields of this template are patched. */
function scalarPatches(fields: LetterFields, used: readonly string[]): Record<string, IPatch> {
  const names = letterFields.map(({ name }) => name).filter((name) => used.includes(name));
  return Object.fromEntries(names.map((name) => [name, valuePatch(fields[name])]));
}

/** A blank value takes away the whole paragraph that holds it. */
function valuePatch(value: string): IPatch {
  const text = printable(value);
  return text === ""
    ? { type: PatchType.DOCUMENT, children: [] }
    : { type: PatchType.PARAGRAPH, children: textLines(text) };
}

function equipmentPatch(equipment: readonly LetterEquipment[]): Record<string, TableRowsPatch> {
  const [table = ""] = equipmentFields.designation.split(".");
  const rows = (equipment.length > 0 ? equipment : [unlistedEquipment]).map((item) =>
    Object.fromEntries(
      equipmentColumns.map((column) => [equipmentFields[column].slice(table.length + 1), cellPatch(item[column])]),
    ),
  );
  return { [table]: { type: PatchType.TABLE_ROWS, rows } };
}

const equipmentColumns = [
  "designation",
  "marqueModele",
  "numeroSerie",
  "lieu",
] as const satisfies readonly (keyof LetterEquipment)[];

/** A cell keeps its paragraph even when it is blank. */
const cellPatch = (value: string): IPatch => ({ type: PatchType.PARAGRAPH, children: textLines(printable(value)) });

/** Word shows a line feed inside a text as a space: each line is a run of its own after a real break. */
const textLines = (text: string): TextRun[] =>
  text.split("\n").map((line, index) => new TextRun(index === 0 ? line : { text: line, break: 1 }));

/**
 * The value as it may stand in the file: no control or direction characters, no half surrogates, and no "{{" that would
 * be taken for a field (a zero-width space after each brace, which does not show).
 */
function printable(value: string): string {
  return value
    .normalize("NFC")
    .replace(/\r\n?|[\u2028\u2029\v\f]/g, "\n")
    .replace(/\t/g, " ")
    .replace(/[\p{Cs}\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|(?!\n)\p{Cc}/gu, "")
    .trim()
    .replace(/[{}]/g, "$&\u200B");
}
