const MARK = "~";

/** By what a row goes that has no key of its own: the key that was copied, if any, and the line of the sheet. */
export function provisionalKey(typed: string | null, line: number): string {
  return `${typed ?? ""}${MARK}${String(line)}`;
}

/** Whether a row goes by its line, until it is given a key. */
export function isProvisionalKey(key: string): boolean {
  return key.includes(MARK);
}
