/** For sorting: compares keys, numbers and civil dates by their characters, whatever the machine's language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
