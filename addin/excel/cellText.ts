/** What an Excel cell can hold. */
const LONGEST_TEXT = 32_767;

/** What Excel would take for a formula, once the blanks before it are gone. */
const formulaStart = /^[\s\u00A0]*[=+\-@'|%#]/;
const leadingBlank = /^[\s\u00A0]/;
const numberLike = /^[\d\s\u00A0\u202F.,:/()\-+%€$£eE]+$/;
const clockTime = /^\d{1,2}(:\d\d){0,2}\s*[ap]\.?m?\.?$/i;
const months =
  "jan(?:v(?:ier)?|uary)?|f[ée]vr?(?:ier)?|feb(?:ruary)?|mar(?:s|ch)?|avr(?:il)?|apr(?:il)?|mai|may|juin|june?|" +
  "juil(?:let)?|july?|ao[uû]t|aug(?:ust)?|sept?(?:embre|ember)?|oct(?:obre|ober)?|nov(?:embre|ember)?|d[ée]c(?:embre|ember)?";
const dayAndMonth = new RegExp(String.raw`^(?=.*\d)[\d\s./-]*(?:${months})[.]?[\d\s./,-]*$`, "i");
const logicalWord = /^(true|false|vrai|faux)$/i;

/**
 * The text as it is handed to Excel so that the cell shows it letter by letter: the apostrophe, which Excel keeps to
 * itself, goes before whatever it would take for a formula, a number, a date or a logical value. Characters that no
 * workbook can hold are dropped, and what is longer than a cell is cut.
 */
export function cellText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu, "");
  const mark = isTakenForSomethingElse(clean) ? "'" : "";
  // Excel counts the apostrophe of what it is handed.
  return mark + cut(clean, LONGEST_TEXT - mark.length);
}

function isTakenForSomethingElse(text: string): boolean {
  return [formulaStart, leadingBlank, numberLike, clockTime, dayAndMonth, logicalWord].some((kind) => kind.test(text));
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(most - 1));
  return text.slice(0, splitsPair ? most - 1 : most);
}
