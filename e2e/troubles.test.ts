import { beforeEach, expect, it, jest } from "@jest/globals";
import type { FrameLocator } from "playwright-core";
import { pane as words } from "../domain/i18n/fr/pane";
import { findBrowser } from "../scripts/findBrowser.mjs";
import { describeIf } from "../tests/optionalTools";
import { visitToday } from "./actionCases";
import { type Cells, cellsOf, changes } from "./cells";
import type { DemoPage } from "./demoPage";
import { click, fillIn, openCard, told } from "./paneForms";
import { withFirm } from "./withFirm";

jest.setTimeout(300_000);

/** What stands in the way of a visit to be noted on Interventions, how it comes and goes, and what the pane says. */
const obstacles: readonly {
  readonly title: string;
  readonly set: (demo: DemoPage, on: boolean) => Promise<unknown>;
  readonly says: string;
}[] = [
  {
    title: "the sheet is protected",
    set: (demo, on) => demo.bench("Feuille affichée protégée").setChecked(on),
    says: words.excelProblems.sheetProtected,
  },
  {
    title: "a filter is on",
    set: (demo, on) => demo.bench("Filtre sur le tableau affiché").setChecked(on),
    says: words.excelProblems.filterOn,
  },
  {
    title: "the workbook is read-only",
    set: ({ page }, on) => page.evaluate((now) => (globalThis.excelHost.excel.workbook.readOnly = now), on),
    says: words.excelProblems.readOnly,
  },
  {
    title: "Excel answers with an error twice",
    set: async (demo, on) => {
      if (on) await demo.bench("Faire échouer le prochain échange").click({ clickCount: 2 });
    },
    says: words.excelProblems.workbookBusy,
  },
];

describeIf(findBrowser, "an action in trouble", (program) => {
  let demo: DemoPage;
  let file: Uint8Array;
  let before: Cells;

  withFirm(program, (opened) => {
    ({ demo, file, before } = opened);
  });
  beforeEach(async () => {
    await demo.open(file);
    await demo.ribbon("Ouvrir");
    await demo.page.getByRole("button", { name: "Banc d’essai" }).click();
  });

  const changed = async () => changes(before, cellsOf(await demo.saved()));
  const journal = async () => cellsOf(await demo.saved()).Journal;
  const refused = (text: string) => demo.pane.getByRole("alert").getByText(text).waitFor();
  const noteVisit = (pane = demo.pane) => click(pane, words.submit.logVisit);
  const openVisit = async (pane: FrameLocator, contract: string) => {
    await openCard(pane, contract);
    await click(pane, words.forms.logVisit);
  };
  const visitIsNoted = {
    "Contrats 2026-001": { "Prochaine visite": "À jour", "Visite au plus tard": null },
    Interventions: [visitToday],
  };

  it.each(obstacles)("is not done while $title, says so, and is done afterwards", async ({ set, says }) => {
    await demo.go("Interventions", "A2");
    await openVisit(demo.pane, "2026-001");
    await set(demo, true);
    await noteVisit();
    await refused(says);
    expect([await changed(), await journal()]).toEqual([{}, before.Journal]);
    await set(demo, false);
    await noteVisit();
    await told(demo.pane, "visite faite le 26/11/2026");
    expect(await changed()).toEqual(visitIsNoted);
  });

  it("waits while a cell is being edited, and is done once", async () => {
    await openVisit(demo.pane, "2026-001");
    await demo.bench("Cellule en cours de saisie").check();
    await noteVisit();
    await demo.pane.getByRole("button", { name: words.writing }).waitFor();
    expect([await changed(), await journal()]).toEqual([{}, before.Journal]);
    await demo.bench("Cellule en cours de saisie").uncheck();
    await told(demo.pane, "visite faite le 26/11/2026");
    expect(await changed()).toEqual(visitIsNoted);
  });

  it("is tried again by itself, and done once, where Excel answers with one error", async () => {
    await openVisit(demo.pane, "2026-001");
    await demo.bench("Faire échouer le prochain échange").click();
    await noteVisit();
    await told(demo.pane, "visite faite le 26/11/2026");
    expect(await changed()).toEqual(visitIsNoted);
  });

  it.each([
    ["sorts", "Il trie entre lecture et écriture", {}],
    ["changes the row", "Il modifie entre lecture et écriture", { "Motif de résiliation": "modifié par un collègue" }],
  ])("writes nothing where a colleague %s between read and write, and says which row", async (_, button, his) => {
    await demo.go("Contrats", "AX2");
    await openCard(demo.pane, "2026-001");
    await click(demo.pane, words.forms.terminate);
    await fillIn(demo.pane, { "Résilié le": "2026-12-31", "Motif de résiliation": "Vente" });
    await demo.bench(button).click();
    await click(demo.pane, words.submit.terminate);
    await refused(words.conflict("Contrats", "2026-001"));
    expect(await changed()).toEqual(Object.keys(his).length === 0 ? {} : { "Contrats 2026-001": his });
    expect(await journal()).toEqual(before.Journal);
    await click(demo.pane, words.submit.terminate);
    await told(demo.pane, "résilié au 31/12/2026");
    expect(await changed()).toEqual({
      "Contrats 2026-001": expect.objectContaining({ "Résilié le": "2026-12-31", "Motif de résiliation": "Vente" }),
    });
  });

  it("goes on where Excel takes only little at a time", async () => {
    await demo.bench("Échanges limités à 20 ko au lieu de 5 Mo").check();
    await demo.open(file);
    await demo.ribbon("Ouvrir");
    await openVisit(demo.pane, "2026-001");
    await noteVisit();
    await told(demo.pane, "visite faite le 26/11/2026");
    expect(await changed()).toEqual(visitIsNoted);
  });

  it("is done in both of two panes at the same time, and each takes back its own", async () => {
    await demo.bench("Deux volets").check();
    const other = demo.page.frameLocator("section.pane >> nth=1 >> iframe");
    await openVisit(demo.pane, "2026-001");
    await openVisit(other, "2026-003");
    await Promise.all([noteVisit(), noteVisit(other)]);
    await Promise.all([told(demo.pane, "visite faite"), told(other, "visite faite")]);
    const visits = async () => ((await changed()).Interventions as readonly object[] | undefined) ?? [];
    expect(await visits()).toHaveLength(2);
    expect(await visits()).toEqual(
      expect.arrayContaining([visitToday, { ...visitToday, "N° contrat": "2026-003", Client: "Inès Petit" }]),
    );
    await click(other, words.undo);
    await told(other, "Annulé : Visite.");
    expect(await changed()).toEqual(visitIsNoted);
    await click(demo.pane, words.undo);
    await told(demo.pane, "Annulé : Visite.");
    expect(await changed()).toEqual({});
    expect((await journal())?.map(({ Changement }) => Changement)).toEqual([
      "Ajout",
      "Ajout",
      "Suppression",
      "Suppression",
    ]);
  });
});
