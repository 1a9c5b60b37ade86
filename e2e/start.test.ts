import { afterAll, beforeAll, beforeEach, expect, it, jest } from "@jest/globals";
import { pane as words } from "../domain/i18n/fr/pane";
import { findBrowser } from "../scripts/findBrowser.mjs";
import { describeIf } from "../tests/optionalTools";
import { cellsOf } from "./cells";
import { type DemoPage, openDemoPage } from "./demoPage";
import { ownWorkbook, sheetsOf } from "./ownWorkbook";
import { click, fillIn, told } from "./paneForms";

jest.setTimeout(90_000);

describeIf(findBrowser, "« Transformer ce classeur en registre »", (program) => {
  const file = ownWorkbook();
  let demo: DemoPage;
  let own: ReturnType<typeof sheetsOf>;

  beforeAll(async () => {
    demo = await openDemoPage(program, file);
    own = sheetsOf(await demo.saved());
    // The cells that are compared below are there, each of its kind.
    expect(own.Clients?.map((row) => row.at(-1))).toEqual([
      ["Solde", null, "General"],
      [120.5, null, "General"],
      [80, null, "General"],
      [200.5, "C2+C3", "General"],
    ]);
    expect(own.Contrats?.[1]).toEqual([
      ["A-1", null, "General"],
      [46096, null, "dd/mm/yyyy"],
    ]);
  }, 120_000);
  afterAll(async () => {
    expect(demo.errors).toEqual([]);
    await demo.close();
  });
  beforeEach(async () => {
    await demo.open(file);
    await demo.ribbon("Ouvrir");
  });

  const heading = (name: string) => demo.pane.getByRole("heading", { name, level: 1 }).waitFor();
  const home = () => heading(words.home);
  const sheets = async () => sheetsOf(await demo.saved());

  it.each([
    ["without examples", words.start.transform, 0],
    ["with the examples", words.start.examples, 60],
  ])(
    "adds its sheets beside the user's own, and « Annuler » takes all of it back: %s",
    async (_, button, contracts) => {
      await click(demo.pane, button);
      await home();
      await told(demo.pane, "Contrats (Tacite)");
      const register = await demo.saved();
      const made = sheetsOf(register);
      expect(made).toMatchObject(own);
      expect(Object.keys(made)).toEqual([
        "Clients",
        "Contrats",
        "Tableau de bord",
        "Contrats (Tacite)",
        "Interventions",
        "Factures",
        "Paramètres",
        "Clients (Tacite)",
        "Périodes",
        "Équipements",
        "Courriers",
        "Journal",
        "Listes",
      ]);
      const rows = (cellsOf(register).Contrats ?? []).filter((row) => row["N° contrat"] !== undefined);
      expect(rows.length).toBeGreaterThanOrEqual(contracts);

      await click(demo.pane, words.undo);
      await heading(words.start.title);
      await told(demo.pane, words.start.undone);
      expect(await sheets()).toEqual(own);
    },
  );

  it("finds the register when the saved file is opened again, and writes there only", async () => {
    await click(demo.pane, words.start.transform);
    await home();
    await demo.open(await demo.saved(), "registre-enregistré.xlsx");
    await demo.ribbon("Ouvrir");
    await home();
    await click(demo.pane, words.forms.signContract);
    await fillIn(demo.pane, { Nom: "Rouge", Prix: "150" });
    await click(demo.pane, words.submit.signContract);
    await told(demo.pane, "Contrat 2026-001 signé pour Rouge");
    const saved = await demo.saved();
    expect(sheetsOf(saved)).toMatchObject(own);
    expect(cellsOf(saved)).toMatchObject({
      Contrats: [{ "N° contrat": "2026-001", Client: "Rouge" }],
      Clients: [{ Nom: "Rouge" }],
    });
  });

  it("does not take away what was noted since", async () => {
    await click(demo.pane, words.start.transform);
    await home();
    await demo.typeInto("Contrats (Tacite)", "A2", "2026-050");
    await click(demo.pane, words.undo);
    await told(demo.pane, "Le registre a changé depuis");
    expect(Object.keys(await sheets())).toContain("Contrats (Tacite)");
  });
});
