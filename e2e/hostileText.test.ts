import { afterAll, beforeAll, expect, it, jest } from "@jest/globals";
import { pane as words } from "../domain/i18n/fr/pane";
import { pane as english } from "../domain/i18n/en/pane";
import { findBrowser } from "../scripts/findBrowser.mjs";
import { describeIf } from "../tests/optionalTools";
import { visitToday } from "./actionCases";
import { cellsOf, changes } from "./cells";
import { type DemoPage, openDemoPage } from "./demoPage";
import { fileOf, firm } from "./firm";
import { click, fillIn, openCard, told } from "./paneForms";

jest.setTimeout(300_000);

const html = '<img src="nowhere" onerror="top.hacked = 1">';
const typedAsClient = {
  Nom: '=HYPERLINK("https://ailleurs.example";"ici")',
  Prénom: "+33",
  Adresse: "@SOMME(A1:A9)",
  "Code postal": "01234",
  Ville: "-2+3",
  Téléphone: "0612345678",
};
const typedAsAppliance = { Marque: html, Modèle: "👩‍🔧 « 5\" »\t'fin'", "N° de série": "0012E3" };
/** As long as a cell can be, and the beginning of a formula: the apostrophe before it takes the place of one character. */
const longest = `=${"é".repeat(32_766)}`;

describeIf(findBrowser, "text typed in a form", (program) => {
  let demo: DemoPage;
  let file: Uint8Array;

  beforeAll(async () => {
    file = await fileOf(firm);
    demo = await openDemoPage(program, file);
    await demo.ribbon("Ouvrir");
  }, 120_000);
  afterAll(async () => {
    expect(demo.errors).toEqual([]);
    await demo.close();
  });

  const added = async () => changes(cellsOf(file), cellsOf(await demo.saved()));
  /** No picture was made of the text, and nothing that it says was carried out. */
  const isHarmless = async () => {
    expect(await demo.pane.locator('img[src="nowhere"]').count()).toBe(0);
    expect(await demo.page.locator('img[src="nowhere"]').count()).toBe(0);
    expect(await demo.page.evaluate("typeof hacked")).toBe("undefined");
  };

  it("is kept letter by letter: no formula, no number, no date comes of it", async () => {
    await click(demo.pane, words.forms.signContract);
    await fillIn(demo.pane, { ...typedAsClient, ...typedAsAppliance, Prix: "150" });
    await click(demo.pane, words.submit.signContract);
    await told(demo.pane, "Contrat 2026-007 signé");
    expect(await added()).toMatchObject({
      Clients: [typedAsClient],
      Équipements: [typedAsAppliance],
      Contrats: [{ Client: `+33 ${typedAsClient.Nom}`, "Signé le": "2026-11-26", Échéance: "2027-11-25" }],
      Périodes: [{ Du: "2026-11-26", Prix: 150, "Prix TTC": "= 150" }],
    });
  });

  it("is shown as text, in the pane and in the sheet, and found by what was typed", async () => {
    await demo.ribbon("Alertes");
    await openCard(demo.pane, "2026-007");
    await demo.pane.getByRole("heading", { name: `+33 ${typedAsClient.Nom}`, level: 1 }).waitFor();
    await demo.pane.getByText(html).first().waitFor();
    await demo.select("Équipements", html);
    await isHarmless();
    await demo.ribbon("Alertes");
    await demo.pane.getByLabel(words.findContract).fill("0012E3");
    await demo.pane.getByRole("list", { name: words.finds }).getByText("2026-007").first().waitFor();
  });

  it("fills a cell to the last character, and is taken back", async () => {
    await demo.open(file);
    await demo.ribbon("Ouvrir");
    await openCard(demo.pane, "2026-001");
    await click(demo.pane, words.forms.logRepair);
    await fillIn(demo.pane, { "Compte rendu": longest });
    const kept = longest.slice(0, -1);
    expect(await demo.pane.getByLabel("Compte rendu").inputValue()).toBe(kept);
    await click(demo.pane, words.submit.logRepair);
    await told(demo.pane, "dépannage noté");
    expect(await added()).toMatchObject({ Interventions: [{ "N° contrat": "2026-001", "Compte rendu": kept }] });
    await click(demo.pane, words.undo);
    await told(demo.pane, "Annulé : Dépannage.");
    expect(await added()).toEqual({});
  });

  it("leaves dates what they are in an English Excel", async () => {
    await demo.open(file);
    await demo.page.evaluate(() => (globalThis.excelHost.excel.workbook.locale = "en-US"));
    await demo.ribbon("Ouvrir");
    await demo.pane.getByRole("heading", { name: english.home }).waitFor();
    await demo.select("Contrats", "2026-001");
    await demo.ribbon("Visite faite");
    await told(demo.pane, "2026-001");
    expect(await added()).toMatchObject({ Interventions: [visitToday] });
    await click(demo.pane, english.undo);
    await told(demo.pane, "Undone: Visit.");
    expect(await added()).toEqual({});
  });
});
