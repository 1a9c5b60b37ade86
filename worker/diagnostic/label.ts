/** What the diagnostic calls a register: its own name and its file may say whose it is. */
export function label(place: number): string {
  return place < 0 ? "autre registre" : `registre ${String(place + 1)}`;
}
