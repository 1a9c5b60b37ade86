/**
 * Whether an Excel number format, as Excel writes it in English ("dd/mm/yyyy"), shows a day: its day, its month by name
 * or its year. One that shows only an hour does not.
 */
export function showsDay(numberFormat: string): boolean {
  if (/^(general|standard)$/i.test(numberFormat)) return false;
  const [positive = ""] = numberFormat
    // Text, escaped characters, spaces as wide as a character, and what stands in brackets.
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "")
    .replace(/am\/pm|a\/p/gi, "")
    .split(";");
  // "jj/mm/aaaa" is what some programs write on a French machine.
  return /[dyj]|mmm/i.test(positive);
}
