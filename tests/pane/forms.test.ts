import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from "@jest/globals";
import type { Page } from "playwright-core";
import type { FormName } from "../../addin/pane/forms/formName";
import type { Row, TableName } from "../../domain/workbook/schema";
import { findBrowser } from "../../scripts/findBrowser.mjs";
import { describeIf } from "../optionalTools";
import { openPaneBrowser } from "./panePage";
import type { PaneBrowser } from "./panePage";

jest.setTimeout(300_000);

/** Contract 2026-001 of Léa Martin runs from 15 March 2026 to 14 March 2027, at 120,00 € TTC; today is 24 November 2026. */
describeIf(findBrowser, "the forms of the pane", (browserPath) => {
  let panes: PaneBrowser;
  let page: Page;

  beforeAll(async () => {
    panes = await openPaneBrowser(browserPath);
  }, 180_000);
  afterAll(() => panes.close());
  beforeEach(async () => {
    page = await panes.open("register=small");
  });
  afterEach(() => page.context().close());

  const openForm = (form: FormName, contract: string | null = "2026-001") =>
    page.evaluate((screen) => tacite.navigation.open(screen), { kind: "form", form, contract, about: null } as const);
  const fill = (label: string, text: string) => page.getByLabel(label).fill(text);
  const choose = (label: string, option: string) => page.getByLabel(label).selectOption({ label: option });
  const click = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const unfold = (title: string) => page.getByText(title, { exact: true }).click();
  const told = async (text: string) => page.getByRole("status").getByText(text).waitFor();
  const last = <T extends TableName>(table: T) =>
    page.evaluate((name) => tacite.session.register()[name].at(-1), table) as Promise<Row<T>>;
  const contract = () =>
    page.evaluate(() => tacite.session.register().contracts.find((row) => row.number === "2026-001"));
  /** One form, sent as it stands after the steps. */
  const send = async (form: FormName, button: string, ...steps: (() => Promise<unknown>)[]) => {
    await openForm(form);
    for (const step of steps) await step();
    await click(button);
  };

  it("note a visit with one click: today, in full, with its certificate; and take it back", async () => {
    await send("logVisit", "Noter la visite");
    await told("Contrat 2026-001 : visite faite le 24/11/2026.");
    expect(await last("interventions")).toMatchObject({
      contract: "2026-001",
      doneOn: "2026-11-24",
      outcome: "done",
      certificateOn: "2026-11-24",
    });
    await click("Annuler");
    await told("Annulé : Visite.");
    expect(await page.evaluate(() => tacite.session.register().interventions.length)).toBe(0);
  });

  it("note a visit whose certificate comes later, then the certificate", async () => {
    await send("logVisit", "Noter la visite", () => choose("Attestation", "À remettre plus tard"));
    await told("visite faite le 24/11/2026.");
    expect(await last("interventions")).toMatchObject({ certificateOn: null });
    await send("handOverCertificate", "Noter la remise");
    await told("attestation remise le 24/11/2026.");
    expect(await last("interventions")).toMatchObject({ certificateOn: "2026-11-24" });
  });

  it.each([
    ["Faite en partie", "visite faite en partie", { outcome: "partial", doneOn: "2026-11-20", plannedOn: null }],
    ["Annulée", "visite annulée", { outcome: "cancelled", doneOn: null, plannedOn: "2026-11-20" }],
    ["Rendez-vous pris", "visite prévue", { outcome: null, doneOn: null, plannedOn: "2026-11-20" }],
  ])("note a visit: %s", async (outcome, summary, row) => {
    await send(
      "logVisit",
      "Noter la visite",
      () => choose("Résultat", outcome),
      () => fill("Date", "2026-11-20"),
    );
    await told(summary);
    expect(await last("interventions")).toMatchObject(row);
  });

  it("note a repair, with what is to be billed", async () => {
    await send(
      "logRepair",
      "Noter le dépannage",
      () => fill("Compte rendu", "=Fuite réparée"),
      () => choose("Prise en charge", "À facturer"),
      () => fill("Montant", "1 234,50"),
    );
    await told("dépannage noté le 24/11/2026.");
    expect(await last("interventions")).toMatchObject({ kind: "repair", report: "=Fuite réparée", amount: 123450 });
  });

  it("note an invoice at the price of the period, its payment and its credit note", async () => {
    await send("markInvoiced", "Noter la facture", () => fill("N° facture", "FA-1"));
    await told("Facture FA-1 de 120,00 € notée pour le contrat 2026-001.");
    expect(await last("invoices")).toMatchObject({ number: "FA-1", amount: 12000, period: 1, instalment: 1 });
    await send("markPaid", "Noter le paiement");
    await told("Facture FA-1 de 120,00 € notée payée le 24/11/2026.");
    expect(await last("invoices")).toMatchObject({ paidOn: "2026-11-24" });
    await send(
      "creditNote",
      "Noter l’avoir",
      () => fill("N° de l’avoir", "AV-1"),
      () => fill("Montant", "20"),
    );
    await told("Avoir AV-1 de 20,00 € noté sur la facture FA-1.");
    expect(await last("invoices")).toMatchObject({ kind: "creditNote", amount: 2000 });
  });

  it("note a letter sent with its tracking number, and its return", async () => {
    await send(
      "noticeSent",
      "Noter l’envoi",
      () => choose("Envoyée par", "Lettre suivie"),
      () => fill("N° de suivi", "3C00123456789"),
    );
    await told("lettre de reconduction envoyée le 24/11/2026.");
    expect(await last("letters")).toMatchObject({
      channel: "tracked",
      tracking: "3C00123456789",
      sentOn: "2026-11-24",
    });
    await send("noticeReturned", "Noter le retour");
    await told("lettre revenue le 24/11/2026.");
    expect(await last("letters")).toMatchObject({ returnedOn: "2026-11-24" });
  });

  it("note a refusal and withdraw it", async () => {
    await send(
      "recordRefusal",
      "Noter le refus",
      () => choose("Refus reçu par", "E-mail"),
      () => choose("Motif du refus", "Déménagement"),
    );
    await told("refus reçu le 24/11/2026.");
    expect(await contract()).toMatchObject({
      refusalOn: "2026-11-24",
      refusalChannel: "email",
      refusalReason: "move",
    });
    await send("withdrawRefusal", "Retirer le refus");
    await told("refus retiré");
    expect(await contract()).toMatchObject({ refusalOn: null, refusalChannel: null });
  });

  it.each([
    ["Le même", null, 12000],
    ["Augmenter en %", ["Augmentation (%)", "2,5"], 12300],
    ["Augmenter en €", ["Augmentation (€)", "5"], 12500],
    ["Un autre prix", ["Prix", "130"], 13000],
  ] as const)("renew: %s", async (revision, box, price) => {
    await send(
      "renew",
      "Renouveler",
      () => choose("Prix de la nouvelle période", revision),
      () => (box === null ? Promise.resolve() : page.getByLabel(box[0], { exact: false }).last().fill(box[1])),
    );
    await told("Contrat 2026-001 renouvelé du 15/03/2027 au 14/03/2028");
    expect(await last("periods")).toMatchObject({ number: 2, price });
  });

  it("warn of a renewal that is early, as the screen of many renewals does", async () => {
    await openForm("renew");
    await page.getByText("La période ne finit que le 14/03/2027 : c’est tôt").waitFor();
  });

  it("announce a price, which the renewal then applies", async () => {
    await send(
      "announceRenewal",
      "Noter l’annonce",
      () => page.getByRole("textbox", { name: "Prix annoncé", exact: true }).fill("126"),
      () => fill("Motif du changement", "Indice"),
    );
    await told("126,00 € à partir du 15/03/2027.");
    expect(await contract()).toMatchObject({ nextPrice: 12600, nextReason: "Indice" });
    await send("renew", "Renouveler");
    await told("au nouveau prix de 126,00 €");
    expect(await last("periods")).toMatchObject({ price: 12600 });
  });

  it("terminate and reverse", async () => {
    await send(
      "terminate",
      "Résilier le contrat",
      () => fill("Résilié le", "2026-12-31"),
      () => fill("Motif de résiliation", "Vente"),
    );
    await told("Contrat 2026-001 résilié au 31/12/2026.");
    expect(await contract()).toMatchObject({ terminatedOn: "2026-12-31", terminationReason: "Vente" });
    await send("reverseTermination", "Annuler la résiliation");
    await told("résiliation annulée");
    expect(await contract()).toMatchObject({ terminatedOn: null });
  });

  it("suspend and resume", async () => {
    await send("suspend", "Suspendre le contrat", () => fill("Suspendu du", "2026-11-01"));
    await told("suspendu à partir du 01/11/2026, jusqu’à nouvel ordre.");
    expect(await contract()).toMatchObject({ suspendedFrom: "2026-11-01", suspendedTo: null });
    await send("resume", "Reprendre le contrat");
    await told("reprise le 24/11/2026.");
    expect(await contract()).toMatchObject({ suspendedTo: "2026-11-23" });
  });

  it("swap an appliance for another of its kind", async () => {
    await send(
      "swapEquipment",
      "Noter le remplacement",
      () => fill("Marque", "Frisquet"),
      () => fill("N° de série", "012345"),
    );
    await told("appareil remplacé le 24/11/2026.");
    expect(await last("equipment")).toMatchObject({
      replaces: "E1",
      category: "gasBoiler",
      brand: "Frisquet",
      serial: "012345",
    });
  });

  it("pass the contract to a new client, or to one of the register", async () => {
    await send(
      "changeHolder",
      "Changer le titulaire",
      () => page.getByLabel("Nom *", { exact: true }).fill("Petit"),
      () => fill("Code postal", "01000"),
      () => fill("Téléphone", "0612345678"),
    );
    await told("le titulaire est maintenant Petit.");
    expect(await last("clients")).toMatchObject({ name: "Petit", postcode: "01000", phone: "0612345678" });
    await send(
      "changeHolder",
      "Changer le titulaire",
      () => choose("Déjà client ?", "Oui, déjà dans le registre"),
      () => fill("Chercher le client", "dur"),
      () => page.getByRole("button", { name: "Paul Durand" }).click(),
    );
    await told("le titulaire est maintenant Durand.");
    expect(await contract()).toMatchObject({ client: "C0002" });
  });

  it("sign a contract with its client and two appliances", async () => {
    await send(
      "signContract",
      "Enregistrer le contrat",
      () => page.getByLabel("Nom *", { exact: true }).fill("Roux"),
      () => fill("Prix", "150"),
      () => choose("Nombre d’appareils", "2"),
      () => page.getByLabel("Marque").first().fill("Saunier Duval"),
      () => page.getByLabel("Catégorie").nth(1).selectOption({ label: "Pompe à chaleur" }),
      () => unfold("Appareil 2 : plus de détails"),
      () => fill("Fluide", "R32"),
      () => fill("Charge (kg)", "1,5"),
    );
    await told("Contrat 2026-003 signé pour Roux, du 24/11/2026 au 23/11/2027.");
    expect(await last("contracts")).toMatchObject({ number: "2026-003", client: "C0003", noticeLength: 2 });
    expect(await last("periods")).toMatchObject({ contract: "2026-003", price: 15000, basis: "TTC", vatRate: 1000 });
    const equipment = await page.evaluate(() => tacite.session.register().equipment.slice(-2));
    expect(equipment).toMatchObject([
      { category: "gasBoiler", brand: "Saunier Duval", contract: "2026-003" },
      { category: "heatPump", refrigerant: "R32", charge: 1.5, contract: "2026-003" },
    ]);
  });

  it("say beside the box what cannot be, and put the keyboard there", async () => {
    await send("logVisit", "Noter la visite", () => fill("Date", "2026-12-25"));
    await page.getByText("Le 25/12/2026 n’est pas encore passé.").waitFor();
    expect(await page.getByLabel("Date").getAttribute("aria-invalid")).toBe("true");
    await page.waitForFunction(() => document.activeElement?.getAttribute("type") === "date");
    expect(await page.evaluate(() => tacite.session.register().interventions.length)).toBe(0);
  });

  it("open what is folded when something in it is wrong", async () => {
    await send("logRepair", "Noter le dépannage", () => fill("Montant", "douze"));
    await page.getByText("n’est pas un montant").waitFor();
  });

  it("say on top what is about no box", async () => {
    await send("markInvoiced", "Noter la facture");
    await openForm("recordRefusal");
    await click("Noter le refus");
    await openForm("renew");
    await click("Renouveler");
    await page.getByRole("alert").getByText("refus déjà reçu").waitFor();
  });

  it("say on top what is about a box that is not in sight", async () => {
    await send("logRepair", "Noter le dépannage", () => choose("Prise en charge", "À facturer"));
    await send("markInvoiced", "Noter la facture", async () => {
      for (const box of await page.getByRole("checkbox").all()) await box.check();
    });
    expect(await page.getByLabel("Autre montant").count()).toBe(0);
    await page.getByRole("alert").getByText("montant").waitFor();
    expect(await page.evaluate(() => tacite.session.register().invoices.length)).toBe(0);
  });

  it("keep what was typed while another button of the ribbon is clicked, and forget it on « Retour »", async () => {
    await openForm("terminate");
    await fill("Motif de résiliation", "Vente");
    await page.evaluate(() => tacite.navigation.open({ kind: "home" }));
    await openForm("terminate");
    expect(await page.getByLabel("Motif de résiliation").inputValue()).toBe("Vente");
    await click("Retour");
    await openForm("terminate");
    expect(await page.getByLabel("Motif de résiliation").inputValue()).toBe("");
  });

  it.each([
    ["cellBeingEdited", "Une cellule est en cours de saisie."],
    ["sheetProtected", "La feuille est protégée."],
    ["readOnly", "lecture seule"],
    ["filterOn", "Un filtre cache des lignes."],
    ["offline", "La connexion est coupée."],
  ] as const)("say what to do when Excel does not follow: %s", async (problem, text) => {
    await page.evaluate((why) => tacite.session.failNext({ kind: "failed", problem: why }), problem);
    await send("logVisit", "Noter la visite");
    await page.getByRole("alert").getByText(text).waitFor();
    await click("Noter la visite");
    await told("visite faite");
  });

  it("say when somebody else changed the row meanwhile, and keep what was typed", async () => {
    await page.evaluate(() => tacite.session.failNext({ kind: "conflict", table: "contracts", key: "2026-001" }));
    await send("terminate", "Résilier le contrat", () => fill("Motif de résiliation", "Vente"));
    await page.getByRole("alert").getByText("vient d’être modifiée par quelqu’un d’autre").waitFor();
    expect(await page.getByLabel("Motif de résiliation").inputValue()).toBe("Vente");
  });
});
