import type { FrameLocator } from "playwright-core";
import { pane as words } from "../domain/i18n/fr/pane";
import { typeset } from "../domain/i18n/fr/typography";

/** What is typed or chosen, by the label of its box; "Marque#2" is the second box of that label. */
export type Answers = Readonly<Record<string, string>>;

/** Opens every fold of the form and fills its boxes as a person does. */
export async function fillIn(pane: FrameLocator, answers: Answers): Promise<void> {
  const folded = pane.locator("details:not([open]) > summary");
  while ((await folded.count()) > 0) await folded.first().click();
  for (const [name, answer] of Object.entries(answers)) {
    const [label = "", nth = "1"] = name.split("#");
    // The pane writes no-break spaces, which nobody types.
    const written = label.replace(/[()?]/g, "\\$&").replaceAll(" ", "\\s");
    const box = pane.getByLabel(new RegExp(`^${written}( \\*)?$`)).nth(Number(nth) - 1);
    if ((await box.evaluate(({ tagName }) => tagName)) === "SELECT") await box.selectOption({ label: answer });
    else await box.fill(answer);
    // A box that searches takes its first find.
    if ((await box.getAttribute("type")) === "search") await box.press("Enter");
  }
}

/** Finds a contract in the box of the first screen and opens its card. */
export async function openCard(pane: FrameLocator, contract: string): Promise<void> {
  await pane.getByLabel(words.findContract).fill(contract);
  await pane.getByRole("list", { name: words.finds }).getByRole("button").first().click();
  await pane.getByText(typeset(words.card.number(contract)), { exact: true }).waitFor();
}

export async function click(pane: FrameLocator, name: string): Promise<void> {
  await pane.getByRole("button", { name, exact: true }).click();
}

/** The sentence of the last action, once it holds these words. */
export async function told(pane: FrameLocator, words: string): Promise<void> {
  await pane.getByRole("status").getByText(words).waitFor();
}
