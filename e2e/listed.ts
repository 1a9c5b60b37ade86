import type { FrameLocator } from "playwright-core";

/** A thing to do as a list of the pane shows it. */
export type Listed = { readonly who: string; readonly isLate: boolean; readonly what: string };

/** What the lists of the screen show, in order. No-break spaces are plain ones here, as an expected sentence is typed. */
export async function listed(pane: FrameLocator, list = "main > ul > li"): Promise<readonly Listed[]> {
  const rows = await pane.locator(list).evaluateAll((items) =>
    items.map((item) => ({
      head: [...(item.firstElementChild?.children ?? [])].map(({ textContent }) => textContent),
      what: item.querySelector(":scope > span")?.textContent ?? "",
    })),
  );
  return rows.map(({ head: [who = "", tag], what }) => ({
    who: plainSpaces(who),
    isLate: tag === "En retard",
    what: plainSpaces(what),
  }));
}

export function plainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, " ");
}
