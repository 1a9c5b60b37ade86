import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";
import { importing as french } from "../domain/i18n/fr/importing";
import { pane as words } from "../domain/i18n/fr/pane";
import { typesetAll } from "../domain/i18n/fr/typography";
import { findBrowser } from "../scripts/findBrowser.mjs";
import { describeIf } from "../tests/optionalTools";
import { cellsOf } from "./cells";
import { type DemoPage, openDemoPage } from "./demoPage";
import { listed } from "./listed";
import { sheetsOf } from "./ownWorkbook";
import { click, told } from "./paneForms";

jest.setTimeout(300_000);

const says = typesetAll(french);
const list = readFileSync("samples/lists/01-table-propre.xlsx");

describeIf(findBrowser, "« Importer ma liste »", (program) => {
  let demo: DemoPage;
  let own: ReturnType<typeof sheetsOf>;

  beforeAll(async () => {
    demo = await openDemoPage(program, list);
    own = sheetsOf(await demo.saved());
    await demo.ribbon("Ouvrir");
  }, 120_000);
  afterAll(async () => {
    expect(demo.errors).toEqual([]);
    await demo.close();
  });

  const heading = (name: string) => demo.pane.getByRole("heading", { name, level: 1, exact: true }).waitFor();
  const sheetName = () => Object.keys(own)[0] ?? "";
  const register = async () => cellsOf(await demo.saved());
  const keyed = (rows: readonly Readonly<Record<string, unknown>>[] = [], key: string) =>
    rows.filter((row) => (row[key] ?? null) !== null);

  it("goes from the sheet to the register, with a column corrected on the way", async () => {
    await click(demo.pane, words.importList);
    await click(demo.pane, sheetName());
    await heading(says.columnsTitle);
    const columns = demo.pane.getByRole("combobox");
    const chosen = await columns.evaluateAll((boxes) => boxes.map((box) => (box as HTMLSelectElement).value));
    expect(chosen).toContain("clientName");
    expect(chosen).toContain("endsOn");
    // His notes are not to be the notes of the register, but the plan.
    const notes = columns.nth(chosen.indexOf("notes"));
    await notes.selectOption({ label: says.fields.plan });
    await demo.pane.getByText(says.reasons.chosen).waitFor();
    await demo.pane.getByText(`${says.fields.plan} :`).first().waitFor();
    await click(demo.pane, says.next);
    await heading(says.problemsTitle);
    expect(sheetsOf(await demo.saved())).toEqual(own);
    await click(demo.pane, says.next);
    await heading(says.questionsTitle);
    await demo.pane.getByLabel(says.invoiced).selectOption({ label: says.answers.all });
    await demo.pane.getByRole("button", { name: /^Importer \d+ contrats$/ }).click();
    await heading(says.doneTitle);
    await told(demo.pane, "contrats");

    const { Contrats: contracts, Clients: clients, Factures: invoices } = await register();
    const rows = keyed(contracts, "N° contrat").length;
    expect(rows).toBeGreaterThan(10);
    expect(keyed(clients, "Nom").length).toBeGreaterThan(10);
    expect(keyed(invoices, "N° contrat").length).toBeGreaterThan(0);
    expect(keyed(contracts, "Formule").length).toBeGreaterThan(0);
    expect(sheetsOf(await demo.saved())).toMatchObject(own);
  });

  it("marks the old sheet beside what it holds, and takes the mark back", async () => {
    await click(demo.pane, says.mark);
    await demo.pane.getByText(says.marked(sheetName())).waitFor();
    const marked = sheetsOf(await demo.saved())[sheetName()] ?? [];
    expect(marked.flat(2)).toContain(says.markText);
    await click(demo.pane, says.unmark);
    await demo.pane.getByRole("button", { name: says.mark, exact: true }).waitFor();
    expect(sheetsOf(await demo.saved())).toMatchObject(own);
  });

  it("leaves ten alerts at most on the first screen, of which none is late", async () => {
    await click(demo.pane, says.toDo);
    await heading(words.home);
    await demo.pane.getByRole("list", { name: words.counts }).waitFor();
    const alerts = await listed(demo.pane, "main > section > ul > li");
    expect(alerts.length).toBeGreaterThan(0);
    expect(alerts.length).toBeLessThanOrEqual(10);
    expect(alerts.filter(({ isLate }) => isLate)).toEqual([]);
  });

  it("is undone in one click with the register that it made, and remembers what the columns hold", async () => {
    await click(demo.pane, words.undo);
    await told(demo.pane, words.start.undone);
    await heading(words.start.title);
    expect(sheetsOf(await demo.saved())).toEqual(own);

    await click(demo.pane, words.importList);
    await click(demo.pane, sheetName());
    await heading(says.columnsTitle);
    expect(
      await demo.pane.locator("select").evaluateAll((boxes) => boxes.map((box) => (box as HTMLSelectElement).value)),
    ).toContain("plan");
  });
});
