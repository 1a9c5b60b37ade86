const LONGEST_NAME = 31;

/** A name for a new sheet that no sheet of the user bears: « Clients », else « Clients (Tacite) », and so on. */
export function freeSheetName(wanted: string, taken: ReadonlySet<string>): string {
  const isFree = (name: string) => !taken.has(name.toLowerCase());
  if (isFree(wanted)) return wanted;
  for (let n = 1; ; n += 1) {
    const mark = n === 1 ? " (Tacite)" : ` (Tacite ${String(n)})`;
    const name = wanted.slice(0, LONGEST_NAME - mark.length) + mark;
    if (isFree(name)) return name;
  }
}
