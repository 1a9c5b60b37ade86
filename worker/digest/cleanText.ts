/**
 * A value of the workbook on one line, without control characters nor marks that reorder the text around them.
 * Letters of any script and emoji stay; a blank value is null.
 */
export function cleanText(value: string | null): string | null {
  const text = (value ?? "")
    .replace(/[\u202a-\u202e\u2066-\u2069\u200e\u200f]/g, "")
    .replace(/[^\S\u00a0\u202f]+/g, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\ufffe\uffff]/g, "")
    .trim();
  return text === "" ? null : text;
}

const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** For plain text, where no markup can isolate a right-to-left name: the isolating characters of Unicode do. */
export function isolated(text: string): string {
  return rightToLeftLetter.test(text) ? `\u2068${text}\u2069` : text;
}
