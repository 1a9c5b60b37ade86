import { equipmentFields, letterFields } from "../../domain/letters/letterFields";
import { deadlineIsBoxed } from "./deadlineBox";
import { docxParagraphs, docxParts, isInside, paragraphText } from "./docxText";
import { nearestName } from "./nearestName";
import { openTemplate } from "./openTemplate";

export type TemplateProblem =
  | { readonly code: "templateNotFound"; readonly field: null }
  | { readonly code: "templateUnreadable"; readonly field: null }
  | { readonly code: "templateUnknownField"; readonly field: string; readonly suggestion?: string }
  | { readonly code: "templateFieldUnclosed"; readonly field: string; readonly suggestion?: string }
  | { readonly code: "templateMissingField"; readonly field: string }
  | { readonly code: "templateFieldOutsideTable"; readonly field: string }
  | { readonly code: "templateDeadlineNotBoxed"; readonly field: "date_limite" };

const knownNames: readonly string[] = [...letterFields.map(({ name }) => name), ...Object.values(equipmentFields)];
const requiredNames: readonly string[] = letterFields.filter(({ required }) => required).map(({ name }) => name);

/**
 * What is wrong with a Word template, to be asked before any letter is written with it; empty when it can be used.
 * A template that was not found is one of no bytes.
 * The deadline must stand in a visible box: Code de la consommation, art. L215-1 al. 1.
 */
export async function checkTemplate(bytes: Uint8Array): Promise<readonly TemplateProblem[]> {
  if (bytes.length === 0) return [{ code: "templateNotFound", field: null }];
  const parts = docxParts(bytes);
  if (parts === null) return [{ code: "templateUnreadable", field: null }];
  const template = await openTemplate(bytes).catch(() => null);
  if (template === null) return [{ code: "templateUnreadable", field: null }];
  const found = template.fields;
  const unknown = [...new Set(found.filter((field) => !knownNames.includes(field)))].map((field) =>
    mistyped("templateUnknownField", field),
  );
  const unclosed = halfTypedFields(docxParagraphs(parts)).map((field) => mistyped("templateFieldUnclosed", field));
  // A misspelt field is not missing as well.
  const meant = [...unknown, ...unclosed].map(({ suggestion }) => suggestion);
  const missing = requiredNames.filter((name) => !found.includes(name) && !meant.includes(name));
  return [
    ...unknown,
    ...unclosed,
    ...missing.map(missingField),
    ...fieldsOutsideTable(parts),
    ...(found.includes("date_limite") ? boxProblems(parts) : []),
  ];
}

/** Braces forgotten: Word shows `{{date_limite}` or `{{date_limite` and no tool sees a field in it. */
function halfTypedFields(paragraphs: readonly string[]): readonly string[] {
  const leftovers = paragraphs.map((text) => text.replace(/\{\{[^{}]*\}\}/g, "\n"));
  const halves = leftovers.flatMap((text) => [...text.matchAll(/\{\{([^{}\n]*)|([^{}\s]*)\}\}/g)]);
  // What follows a field that is not closed is the rest of the sentence.
  const names = halves.map(
    ([, opened, closed]) => /[\p{L}\p{N}_.-]*[\p{L}\p{N}_]/u.exec(opened ?? closed ?? "")?.[0] ?? "",
  );
  return [...new Set(names)];
}

type MistypedCode = "templateUnknownField" | "templateFieldUnclosed";

function mistyped(code: MistypedCode, field: string) {
  const suggestion = nearestName(field, knownNames);
  return { code, field, ...(suggestion === null ? {} : { suggestion }) };
}

const missingField = (field: string): TemplateProblem => ({ code: "templateMissingField", field });

/** The fields of an equipment are filled in by repeating their table row: elsewhere nothing would fill them. */
function fieldsOutsideTable(parts: Readonly<Record<string, string>>): readonly TemplateProblem[] {
  const paragraphs = (parts["word/document.xml"] ?? "").split("</w:p>");
  const outside = paragraphs
    .filter((_, index) => !isInside(paragraphs.slice(0, index + 1).join("</w:p>"), "w:tc"))
    .map(paragraphText);
  const fields = Object.values(equipmentFields).filter((field) => outside.some((text) => text.includes(field)));
  return fields.map((field) => ({ code: "templateFieldOutsideTable", field }));
}

function boxProblems(parts: Readonly<Record<string, string>>): readonly TemplateProblem[] {
  return deadlineIsBoxed(parts) ? [] : [{ code: "templateDeadlineNotBoxed", field: "date_limite" }];
}
