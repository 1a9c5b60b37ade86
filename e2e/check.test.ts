import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";
import { pane as words } from "../domain/i18n/fr/pane";
import { findBrowser } from "../scripts/findBrowser.mjs";
import { describeIf } from "../tests/optionalTools";
import { cellsOf, type ShownRow } from "./cells";
import { type DemoPage, openDemoPage } from "./demoPage";
import { fileOf, firm } from "./firm";
import { listed } from "./listed";
import { click, told } from "./paneForms";

jest.setTimeout(300_000);

/** The visit of the register, which was copied, and the one that was typed without a key. */
const first: ShownRow = {
  "N° contrat": "2026-002",
  Client: "Paul Durand",
  Ville: "La Roche-sur-Yon",
  Type: "Entretien",
  "Faite le": "2026-11-20",
  Résultat: "Fait",
  Technicien: "Karim",
  "HT ou TTC": "TTC",
  Clé: "I1",
};
const typed: ShownRow = {
  "N° contrat": "2026-001",
  Client: "Léa Martin",
  Ville: "La Roche-sur-Yon",
  "Prévue le": "bientôt",
};

describeIf(findBrowser, "« Vérifier le registre »", (program) => {
  let demo: DemoPage;

  beforeAll(async () => {
    demo = await openDemoPage(program, await fileOf(firm));
    await demo.typeInto("Interventions", "A3", "2026-001");
    await demo.typeInto("Interventions", "F3", "bientôt");
    const { keyboard } = demo.page;
    await demo.go("Interventions", "A2:R2");
    await keyboard.press("Control+c");
    await demo.go("Interventions", "A4");
    await keyboard.press("Control+v");
    await demo.ribbon("Ouvrir");
    await click(demo.pane, words.check);
  }, 120_000);
  afterAll(async () => {
    expect(demo.errors).toEqual([]);
    await demo.close();
  });

  const visits = async () => cellsOf(await demo.saved()).Interventions ?? [];
  const found = (count: number) => demo.pane.getByText(words.checking.found(count)).waitFor();

  it("lists what is wrong, and leads to its cell on another sheet, in a hidden column too", async () => {
    await found(3);
    expect(await listed(demo.pane)).toMatchInlineSnapshot(`
      [
        {
          "isLate": false,
          "what": "« bientôt » n’est pas une date. Tapez-la sous la forme 15/03/2026.",
          "who": "Interventions, F3",
        },
        {
          "isLate": false,
          "what": "Cette ligne compte, mais il lui faut une clé pour que Tacite puisse la suivre. Tapez dans la colonne « Clé » une clé qui n’existe pas encore, par exemple I1, ou laissez le complément Excel le faire.",
          "who": "Interventions, R3",
        },
        {
          "isLate": false,
          "what": "La clé « I1 » est déjà celle de la ligne 2. Donnez un autre numéro à l’une des deux lignes.",
          "who": "Interventions, R4",
        },
      ]
    `);
    await demo.go("Contrats", "A1");
    await click(demo.pane, words.checking.goToCell("Interventions, F3"));
    await demo.isAt("Interventions", "F3");
    await click(demo.pane, words.checking.goToCell("Interventions, R4"));
    await demo.isAt("Interventions", "R4");
    expect(await visits()).toEqual([first, typed, first]);
  });

  it("gives the keys that are missing or copied in one click, and takes them back", async () => {
    await click(demo.pane, words.checking.repair(2));
    await told(demo.pane, "2 lignes ont reçu leur clé.");
    await found(1);
    const drawn: unknown = expect.stringMatching(/^I-[0-9A-F]{12}$/);
    const mended = await visits();
    expect(mended).toMatchObject([first, { ...typed, Clé: drawn }, { ...first, Clé: drawn }]);
    expect(new Set(mended.map((row) => row.Clé)).size).toBe(3);
    await click(demo.pane, words.undo);
    await told(demo.pane, "Annulé : Clés réparées.");
    expect(await visits()).toEqual([first, typed, first]);
    await found(3);
  });

  it("says that all is well once everything is mended", async () => {
    await click(demo.pane, words.checking.repair(2));
    await found(1);
    await demo.typeInto("Interventions", "F3", "2/12/2026");
    await click(demo.pane, words.checking.again);
    await demo.pane.getByText(words.checking.allGood).waitFor();
    expect((await visits())[1]).toMatchObject({ ...typed, "Prévue le": "2026-12-02" });
  });
});
