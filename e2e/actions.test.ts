import { afterAll, beforeAll, describe, expect, it, jest } from "@jest/globals";
import { formNames } from "../addin/pane/forms/formName";
import { pane as words } from "../domain/i18n/fr/pane";
import { findBrowser } from "../scripts/findBrowser.mjs";
import { describeIf } from "../tests/optionalTools";
import { actionCases } from "./actionCases";
import { cellsOf, changes } from "./cells";
import { type DemoPage, openDemoPage } from "./demoPage";
import { fileOf, firm } from "./firm";
import { click, fillIn, openCard, told } from "./paneForms";

jest.setTimeout(300_000);

describe("the cases", () => {
  it("meet every form of the pane", () => {
    expect([...new Set(actionCases.map(({ form }) => form))].sort()).toEqual([...formNames].sort());
  });
});

describeIf(findBrowser, "an action of the pane", (program) => {
  let demo: DemoPage;

  beforeAll(async () => {
    demo = await openDemoPage(program, await fileOf(firm));
    await demo.ribbon("Ouvrir");
  }, 120_000);
  afterAll(() => demo.close());

  it.each(actionCases)(
    "writes $title ($form), and takes it back",
    async ({ form, contract = "2026-001", answers = {}, says, undone, cells }) => {
      const { pane } = demo;
      await demo.ribbon("Alertes");
      await pane.getByRole("heading", { name: words.home, level: 1 }).waitFor();
      const before = cellsOf(await demo.saved());
      if (form !== "signContract") await openCard(pane, contract);
      await click(pane, words.forms[form]);
      await fillIn(pane, answers);
      await click(pane, words.submit[form]);
      await told(pane, says);
      expect(changes(before, cellsOf(await demo.saved()))).toEqual(cells);
      await click(pane, words.undo);
      await told(pane, `Annulé : ${undone}.`);
      expect(changes(before, cellsOf(await demo.saved()))).toEqual({});
    },
  );
});
