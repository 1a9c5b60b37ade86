import { beforeEach, expect, it, jest } from "@jest/globals";
import { pane as words } from "../domain/i18n/fr/pane";
import { findBrowser } from "../scripts/findBrowser.mjs";
import { describeIf } from "../tests/optionalTools";
import { visitToday } from "./actionCases";
import { type Cells, cellsOf, changes } from "./cells";
import type { DemoPage } from "./demoPage";
import { listed } from "./listed";
import { click, told } from "./paneForms";
import { withFirm } from "./withFirm";

jest.setTimeout(300_000);

describeIf(findBrowser, "the alerts", (program) => {
  let demo: DemoPage;
  let file: Uint8Array;
  let before: Cells;

  withFirm(program, (opened) => {
    ({ demo, file, before } = opened);
  });
  beforeEach(async () => {
    await demo.open(file);
    await demo.ribbon("Ouvrir");
    await home();
  });

  const home = () => demo.pane.getByRole("heading", { name: words.home, level: 1 }).waitFor();
  const changed = async () => changes(before, cellsOf(await demo.saved()));
  const tile = (text: string) =>
    demo.pane.getByRole("list", { name: words.counts }).getByRole("button", { name: text });
  const open = async (text: string) => {
    await tile(text).click();
    await demo.pane.locator("main > ul > li").first().waitFor();
  };
  const alerts = () => listed(demo.pane);

  it("note a visit from the list in one click, and then ask for it no more", async () => {
    await open("3 visites");
    const asked = await alerts();
    expect(asked.map(({ who }) => who)).toContain("Léa Martin, La Roche-sur-Yon");
    await click(demo.pane, words.actFor(words.visitDone, "Léa Martin, La Roche-sur-Yon"));
    await told(demo.pane, "Contrat 2026-001 : visite faite le 26/11/2026.");
    expect(await alerts()).toEqual(asked.filter(({ who }) => who !== "Léa Martin, La Roche-sur-Yon"));
    expect(await changed()).toEqual({
      "Contrats 2026-001": { "Prochaine visite": "À jour", "Visite au plus tard": null },
      Interventions: [visitToday],
    });
    await click(demo.pane, words.back);
    await tile("2 visites").waitFor();
  });

  it.each([
    ["3 lettres à envoyer", "Zoé Blanc", "Contrats", "A6"],
    ["1 attestation", "Paul Durand", "Interventions", "A2"],
    ["6 factures", "Paul Durand", "Factures", "A2"],
  ])("lead from « %s » to the row of %s on its sheet: %s", async (section, who, sheet, cell) => {
    await open(section);
    await click(demo.pane, words.seeRowOf(`${who}, La Roche-sur-Yon`));
    await demo.isAt(sheet, cell);
  });

  it("follow a row that was sorted away since they were read", async () => {
    await demo.go("Contrats", "A1");
    await demo.page.keyboard.press("Alt+ArrowDown");
    await demo.page.getByRole("button", { name: "Trier de Z à A" }).click();
    await open("3 lettres à envoyer");
    await click(demo.pane, words.seeRowOf("Léa Martin, La Roche-sur-Yon"));
    await demo.isAt("Contrats", "A7");
  });

  it("are renewed by themselves once somebody has typed in the sheet", async () => {
    await open("6 factures");
    expect((await alerts()).map(({ what }) => what)).toContain("Facture FA-1 à encaisser : échue le 14/04/2026.");
    await demo.typeInto("Factures", "O2", "20/11/2026");
    await demo.pane.getByText("Facture FA-1 à encaisser").waitFor({ state: "detached" });
    expect(await alerts()).toHaveLength(5);
    await click(demo.pane, words.back);
    await tile("5 factures").waitFor();
  });

  it("offer the last action of the Journal to be taken back once the saved file is opened again", async () => {
    await open("3 visites");
    await click(demo.pane, words.actFor(words.visitDone, "Léa Martin, La Roche-sur-Yon"));
    await told(demo.pane, "visite faite");
    await demo.open(await demo.saved(), "le-lendemain.xlsx");
    await demo.ribbon("Ouvrir");
    await demo.pane.getByText("Dernière action : Visite, contrat 2026-001").waitFor();
    await click(demo.pane, words.undo);
    await told(demo.pane, "Annulé : Visite.");
    expect(await changed()).toEqual({});
    await tile("3 visites").waitFor();
    expect(await demo.pane.getByText("Dernière action").count()).toBe(0);
  });
});
