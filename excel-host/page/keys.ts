/** Whether a key event is a combination as add-ins write it: "Ctrl+Alt+Shift+A". On a Mac Ctrl is the Command key too. */
export function isCombination(event: KeyboardEvent, combination: string): boolean {
  const parts = combination.split("+");
  const key = parts.pop() ?? "";
  const wanted = new Set(parts.map((part) => part.toLowerCase()));
  const same =
    (event.ctrlKey || event.metaKey) === wanted.has("ctrl") &&
    event.altKey === wanted.has("alt") &&
    event.shiftKey === wanted.has("shift");
  return same && isKey(event, key);
}

/** With Alt a key may type a sign instead of its letter: the place of the key then tells which it is. */
function isKey({ key, code }: KeyboardEvent, wanted: string): boolean {
  return /^[a-z\d]$/i.test(key) ? key.toUpperCase() === wanted.toUpperCase() : code === `Key${wanted.toUpperCase()}`;
}

/** Goes to the next part of the page that can be reached, or to the one before, as F6 does in Excel. */
export function moveOn(parts: readonly (HTMLElement | null)[], back: boolean): void {
  const reachable = parts.filter((part) => part !== null && part.getClientRects().length > 0);
  const at = reachable.findIndex((part) => part !== null && part.contains(document.activeElement));
  const next = reachable.at((at + (back ? -1 : 1)) % reachable.length);
  const inside = next?.querySelector<HTMLElement>("[aria-selected=true][role=tab], [role=grid], iframe");
  inside?.focus();
}
