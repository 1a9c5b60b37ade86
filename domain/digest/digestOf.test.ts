import { describe, expect, it } from "@jest/globals";
import {
  client,
  contract,
  equipment,
  intervention,
  invoice,
  letter,
  period,
  register,
  settings,
} from "../../tests/builders/register";
import type { CivilDate } from "../dates/civilDate";
import { catalogues } from "../i18n";
import { planOf } from "../plan/plan";
import type { Register } from "../register";
import { digestSections } from "./digestOf";
import { sectionIds } from "./digestModel";
import type { DigestItem, SectionId } from "./digestModel";

const firm = settings({
  firmName: "Moreau",
  address: "12 rue Haute",
  postcode: "37000",
  city: "Tours",
  signatory: "P. Moreau",
});

/** A calm contract of 15 March 2026: billed, paid, visited, its letter not due before 14 December. */
const calm = register({
  settings: firm,
  clients: [client({ address: "3 rue Basse", postcode: "37100", city: "Tours", phone: "02 47 00 00 00" })],
  contracts: [contract()],
  periods: [period()],
  equipment: [equipment()],
  invoices: [invoice({ number: "F-1", period: 1, issuedOn: "2026-03-16", paidOn: "2026-03-20" })],
  interventions: [intervention({ doneOn: "2026-05-04", certificateOn: "2026-05-04" })],
});

/** What the digest says in one section, on a day, of the calm contract with some changes. */
function said(id: SectionId, values: Partial<Register>, today: CivilDate): readonly string[] {
  return items(id, values, today).map(({ what }) => what);
}

function items(id: SectionId, values: Partial<Register>, today: CivilDate): readonly DigestItem[] {
  const plan = planOf({ ...calm, ...values }, [], today);
  return digestSections(plan, {}, catalogues.fr).find((one) => one.id === id)?.items ?? [];
}

describe("digestSections", () => {
  it("has every section in the order of urgency, all empty for a calm register", () => {
    const sections = digestSections(planOf(calm, [], "2026-11-24"), {}, catalogues.fr);
    expect(sections.map(({ id }) => id)).toEqual([...sectionIds]);
    expect(sections.flatMap(({ items }) => items)).toEqual([]);
  });

  it("asks for the letter as soon as its window opens", () => {
    expect(said("lettersToSend", {}, "2026-12-14")).toEqual([
      "Lettre de reconduction à préparer et à envoyer au plus tard le 14/02/2027.",
    ]);
  });

  it("puts the letter first when the last legal day is at most 14 days away", () => {
    expect(said("lastLegalDays", {}, "2027-01-30")).toEqual([]);
    expect(said("lastLegalDays", {}, "2027-01-31")).toHaveLength(1);
    expect(said("lettersToSend", {}, "2027-01-31")).toEqual([]);
  });

  it("says that a prepared letter waits to be sent", () => {
    const letters = [letter({ generatedOn: "2026-12-14", deadline: "2027-03-14" })];
    expect(said("lettersToSend", { letters }, "2026-12-20")).toEqual([
      "Lettre prête\u00a0: imprimez-la ou joignez-la, et envoyez-la au plus tard le 14/02/2027.",
    ]);
  });

  it("tells the consequence of a late letter, in euros once the contract is renewed", () => {
    expect(said("lateNotices", {}, "2027-02-20")).toEqual([
      "Lettre hors délai\u00a0: le client peut partir à tout moment, sans frais, à partir du 15/03/2027.",
    ]);
    const periods = [period(), period({ number: 2, from: "2027-03-15" })];
    expect(said("lateNotices", { periods }, "2027-09-14")).toEqual([
      "Contrat reconduit sans lettre envoyée à temps\u00a0: le client peut partir à tout moment, sans frais, jusqu’au 14/03/2028 (environ 59,67\u00a0€ à rembourser s’il part aujourd’hui).",
    ]);
  });

  it("lists returned letters, and sent ones without proof", () => {
    const sent = letter({ sentOn: "2026-12-20", channel: "registered", deadline: "2027-03-14" });
    expect(said("unprovenOrReturned", { letters: [sent] }, "2027-01-05")).toHaveLength(1);
    expect(said("unprovenOrReturned", { letters: [{ ...sent, tracking: "1A 234" }] }, "2027-01-05")).toEqual([]);
    expect(said("unprovenOrReturned", { letters: [{ ...sent, returnedOn: "2027-01-04" }] }, "2027-01-05")).toEqual([
      "Lettre revenue le 04/01/2027\u00a0: vérifiez l’adresse et renvoyez-la.",
    ]);
  });

  it("keeps saying that a letter came back once another is ready", () => {
    const back = letter({ sentOn: "2026-12-20", returnedOn: "2027-01-04", deadline: "2027-03-14" });
    const again = letter({ id: "L2", issue: 2, generatedOn: "2027-01-05", deadline: "2027-03-14" });
    expect(said("lettersToSend", { letters: [back, again] }, "2027-01-06")).toEqual([
      "Lettre revenue le 04/01/2027\u00a0: vérifiez l’adresse, puis envoyez la nouvelle au plus tard le 14/02/2027.",
    ]);
  });

  it("says which cell keeps a letter from being written", () => {
    const periods = [period({ price: null })];
    expect(said("lettersToSend", { periods }, "2026-12-20")).toEqual([
      "Lettre impossible à préparer\u00a0: remplissez «\u00a0Prix\u00a0» (Périodes, ligne du contrat 2026-001).",
    ]);
  });

  it("gives each of several reasons a sentence of its own, and leads to the first cell", () => {
    const values = { periods: [period({ price: null })], settings: { ...firm, signatory: null } };
    const [item] = items("lettersToSend", values, "2026-12-20");
    expect(item?.what).toBe("Lettre impossible à préparer.");
    expect(item?.reasons).toHaveLength(2);
    expect(item?.reasons.join(" ")).toMatch(/^Remplissez «.+\. Remplissez «.+\.$/);
    expect(item?.at).not.toBeNull();
  });

  it("names what is owed, so that it can be done from the list", () => {
    const interventions = [intervention({ doneOn: "2026-11-20" })];
    expect(items("certificates", { interventions }, "2026-11-24").map(({ obligation }) => obligation)).toEqual([
      "certificate:I1",
    ]);
    expect(items("lettersToSend", {}, "2026-12-14").map(({ obligation }) => obligation)).toEqual(["notice:2026-001:1"]);
  });

  it("asks for nothing more once a late letter has left, and leads to the letter that lacks its proof", () => {
    const late = [letter({ sentOn: "2027-02-18", deadline: "2027-03-14" })];
    expect(items("lateNotices", { letters: late }, "2027-02-20")).toMatchObject([{ obligation: null, overdue: false }]);
    expect(items("lateNotices", {}, "2027-02-20")).toMatchObject([{ obligation: "notice:2026-001:1", overdue: true }]);
    const sent = [letter({ sentOn: "2026-12-20", channel: "registered", deadline: "2027-03-14" })];
    expect(items("unprovenOrReturned", { letters: sent }, "2027-01-05")).toMatchObject([
      { obligation: null, at: { table: "letters", key: sent[0]?.id } },
    ]);
  });

  it("lists a late letter to a professional among those to send, without the consequence that only protected clients have", () => {
    const clients = [client({ type: "professional", address: "3 rue Basse", postcode: "37100", city: "Tours" })];
    const values = { clients, settings: { ...firm, noticeProfessionals: true } };
    expect(said("lettersToSend", values, "2027-02-20")).toEqual([
      "Lettre de reconduction à envoyer\u00a0: elle devait partir au plus tard le 14/02/2027.",
    ]);
    expect(said("lateNotices", values, "2027-02-20")).toEqual([]);
    const letters = [letter({ sentOn: "2027-02-18", deadline: "2027-03-14" })];
    expect(said("lettersToSend", { ...values, letters }, "2027-02-20")).toEqual([]);
  });

  it("asks for a visit once after a refusal", () => {
    const values = { contracts: [contract({ refusalOn: "2026-11-02" })], interventions: [] };
    expect(said("refusedVisitsLeft", values, "2026-12-20")).toHaveLength(1);
    expect(said("visits", values, "2026-12-20")).toEqual([]);
  });

  it("keeps the visits of a refused contract apart until the period ends", () => {
    const values = { contracts: [contract({ refusalOn: "2026-11-02" })], interventions: [] };
    expect(said("refusedVisitsLeft", values, "2026-11-24")).toEqual([
      "Refus reçu, mais la visite reste due jusqu’au 14/03/2027.",
    ]);
    expect(said("visits", values, "2027-03-10").filter((what) => what.startsWith("Visite d’entretien"))).toEqual([]);
    expect(said("refusedVisitsLeft", values, "2027-03-15")).toEqual([]);
  });

  it("asks for invoices, repairs to bill and unpaid invoices", () => {
    const interventions = [...calm.interventions, intervention({ id: "I2", kind: "repair", doneOn: "2026-11-20" })];
    const invoices = [invoice({ number: "F-1", period: 1, issuedOn: "2026-03-16" })];
    expect(said("toInvoice", { interventions, invoices }, "2026-11-24")).toEqual([
      "Facture F-1 à encaisser\u00a0: échue le 15/04/2026.",
      "Dépannage du 20/11/2026 à facturer.",
    ]);
    expect(said("toInvoice", { invoices: [] }, "2026-03-16")).toEqual([
      "Période 1 à facturer au plus tard le 22/03/2026.",
    ]);
  });

  it("asks once for a visit that clears both the contract and the law", () => {
    const end = [equipment({ visitTiming: "end" })];
    const values = { equipment: end, interventions: [] };
    expect(said("visits", values, "2026-12-01")).toEqual([
      "Visite imposée par la loi à faire au plus tard le 31/12/2026.",
    ]);
    expect(said("visits", values, "2027-03-02")).toHaveLength(1);
  });

  it("asks for certificates and for renewals that nobody recorded", () => {
    const interventions = [intervention({ doneOn: "2026-11-20" })];
    expect(said("certificates", { interventions }, "2026-11-24")).toEqual([
      "Attestation de la visite du 20/11/2026 à remettre au plus tard le 05/12/2026.",
    ]);
    expect(said("renewals", {}, "2027-03-20")).toEqual([
      "Contrat reconduit tacitement le 15/03/2027\u00a0: enregistrez la nouvelle période.",
    ]);
  });

  it("lists every row to correct with its cell", () => {
    const rows = new Map([["2026-001", 7]]);
    const columns = new Map([["renewalMonths", 20]]);
    const positions = { contracts: { sheet: "Mes contrats", headerRow: 1, columns, rows } };
    const plan = planOf({ ...calm, contracts: [contract({ renewalMonths: null })] }, [], "2026-11-24");
    const fix = digestSections(plan, positions, catalogues.fr).find(({ id }) => id === "rowsToFix");
    expect(fix?.items.map(({ where, contract: number }) => [where, number])).toEqual([["Mes contrats!T7", "2026-001"]]);
  });
});
