import { beforeEach, expect, it, jest } from "@jest/globals";
import { commandNames } from "../addin/commands/commandNames";
import { pane as words } from "../domain/i18n/fr/pane";
import { findBrowser } from "../scripts/findBrowser.mjs";
import { describeIf } from "../tests/optionalTools";
import { visitToday } from "./actionCases";
import { type Cells, cellsOf, changes } from "./cells";
import type { DemoPage } from "./demoPage";
import { type Answers, click, fillIn, openCard, told } from "./paneForms";
import { withFirm } from "./withFirm";

jest.setTimeout(300_000);

/** A button that opens a form on the contract of the selected row, whichever sheet that row is in. */
const forms: readonly {
  readonly button: string;
  readonly form: "logRepair" | "markInvoiced" | "noticeSent" | "renew";
  readonly sheet: string;
  readonly cell: string;
  readonly contract: string;
  readonly answers: Answers;
  readonly says: string;
  readonly cells: object;
}[] = [
  {
    button: "Dépannage",
    form: "logRepair",
    sheet: "Interventions",
    cell: "Karim",
    contract: "2026-002, Paul Durand",
    answers: { "Compte rendu": "Fuite" },
    says: "Contrat 2026-002 : dépannage noté le 26/11/2026.",
    cells: {
      "Contrats 2026-002": { "Factures à faire": 1 },
      Interventions: [expect.objectContaining({ "N° contrat": "2026-002", "Compte rendu": "Fuite" })],
    },
  },
  {
    button: "Facturé",
    form: "markInvoiced",
    sheet: "Équipements",
    cell: "E3",
    contract: "2026-003, Inès Petit",
    answers: { "N° facture": "FA-9" },
    says: "Facture FA-9 de 120,00 € notée pour le contrat 2026-003.",
    cells: {
      "Contrats 2026-003": { Facturation: "Facturée", "Factures à faire": null },
      Factures: [expect.objectContaining({ "N° contrat": "2026-003", "N° facture": "FA-9", Montant: 120 })],
    },
  },
  {
    button: "Courrier envoyé",
    form: "noticeSent",
    sheet: "Clients",
    cell: "Martin",
    contract: "2026-001, Léa Martin",
    answers: { "Envoyée par": "Recommandé", "N° de suivi": "1A001" },
    says: "Contrat 2026-001 : lettre de reconduction envoyée le 26/11/2026.",
    cells: {
      "Contrats 2026-001": { Lettre: "Envoyée", État: "Informé" },
      Courriers: [expect.objectContaining({ "N° contrat": "2026-001", "Envoyée le": "2026-11-26" })],
    },
  },
  {
    button: "Renouveler",
    form: "renew",
    sheet: "Factures",
    cell: "FA-1",
    contract: "2026-002, Paul Durand",
    answers: {},
    says: "Contrat 2026-002 renouvelé du 15/03/2027 au 14/03/2028, à 120,00 €.",
    cells: { Périodes: [expect.objectContaining({ "N° contrat": "2026-002", Du: "2027-03-15", Prix: 120 })] },
  },
];

describeIf(findBrowser, "a button of the ribbon", (program) => {
  let demo: DemoPage;
  let file: Uint8Array;
  let before: Cells;

  withFirm(program, (opened) => {
    ({ demo, file, before } = opened);
  });
  // Each button is clicked first thing, before the add-in has started.
  beforeEach(() => demo.open(file));

  const changed = async () => changes(before, cellsOf(await demo.saved()));
  const heading = (title: string) => demo.pane.getByRole("heading", { name: title, level: 1 }).waitFor();

  it("is there for every command of the add-in", async () => {
    expect(await demo.page.locator(".ribbon-button:visible").count()).toBe(commandNames.length);
  });

  it("« Ouvrir » shows what is to be done and the contract of the selected row", async () => {
    await demo.select("Interventions", "Paul Durand");
    await demo.ribbon("Ouvrir");
    await heading(words.home);
    await demo.pane.getByRole("button", { name: "2026-002, Paul Durand" }).waitFor();
    expect(await changed()).toEqual({});
  });

  it("« Alertes » leads back to what is to be done", async () => {
    await demo.ribbon("Ouvrir");
    await openCard(demo.pane, "2026-002");
    await demo.ribbon("Alertes");
    await heading(words.home);
    expect(await demo.pane.getByRole("list", { name: words.counts }).innerText()).toMatchInlineSnapshot(`
      "3
      lettres à envoyer
      1
      visite avant la fin
      6
      factures
      3
      visites
      1
      attestation"
    `);
    expect(await changed()).toEqual({});
  });

  it("« Visite faite » notes the visit at once, and « Annuler la saisie » takes it back", async () => {
    await demo.select("Contrats", "2026-001");
    await demo.ribbon("Visite faite");
    await told(demo.pane, "Contrat 2026-001 : visite faite le 26/11/2026.");
    await heading("Léa Martin");
    expect(await changed()).toEqual({
      "Contrats 2026-001": { "Prochaine visite": "À jour", "Visite au plus tard": null },
      Interventions: [visitToday],
    });
    await demo.ribbon("Annuler la saisie");
    await told(demo.pane, "Annulé : Visite.");
    await heading(words.home);
    expect(await changed()).toEqual({});
    const journal = cellsOf(await demo.saved()).Journal ?? [];
    expect(journal.map(({ Table, Changement }) => [Table, Changement])).toEqual([
      ["interventions", "Ajout"],
      ["interventions", "Suppression"],
    ]);
  });

  it("« Visite faite » asks which contract where the selected row names none", async () => {
    await demo.typeInto("Contrats", "A40", "");
    await demo.ribbon("Visite faite");
    await heading(words.forms.logVisit);
    await demo.pane.getByLabel(words.findContract).fill("noir");
    await click(demo.pane, "Émile Noir 2026-006, La Roche-sur-Yon");
    await click(demo.pane, words.submit.logVisit);
    await told(demo.pane, "Contrat 2026-006 : visite faite le 26/11/2026.");
    expect(await changed()).toMatchObject({ Interventions: [{ "N° contrat": "2026-006", "Faite le": "2026-11-26" }] });
  });

  it.each(forms)(
    "« $button » opens its form on the contract of a row of $sheet",
    async ({ button, form, sheet, cell, contract, answers, says, cells }) => {
      await demo.select(sheet, cell);
      await demo.ribbon(button);
      await heading(words.forms[form]);
      await demo.pane.getByText(contract, { exact: true }).waitFor();
      await fillIn(demo.pane, answers);
      await click(demo.pane, words.submit[form]);
      await told(demo.pane, says);
      expect(await changed()).toEqual(cells);
    },
  );
});
