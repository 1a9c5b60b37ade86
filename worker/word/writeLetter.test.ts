import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, describe, expect, it } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

import type { LetterFields } from "../../domain/letters/letterFields";
import { ooxmlErrors } from "../../tests/ooxmlErrors";
import { checkTemplate } from "./checkTemplate";
import { docxParagraphs, docxParts } from "./docxText";
import { renderLetter } from "./writeLetter";

const letter = {
  societe_nom: "Moreau Chauffage",
  societe_forme: "SARL au capital de 8 000 €",
  societe_adresse: "12, rue des Artisans\n37000 Tours",
  societe_telephone: "02 47 00 00 00",
  societe_email: "contact@moreau-chauffage.example",
  societe_siret: "812 345 678 00012",
  societe_immatriculation: "RCS Tours 812 345 678",
  societe_mentions: "Moreau Chauffage – SARL au capital de 8 000 € – SIRET 812 345 678 00012 – RCS Tours 812 345 678",
  client_nom: "Mme Jeanne Dupont",
  client_adresse: "Résidence des Tilleuls, bât. B\n8, allée du Cher\n37200 Tours",
  client_appel: "Madame",
  lieu_et_date: "Tours, le 18 septembre 2026",
  remplacement: "",
  contrat_numero: "2024-014",
  contrat_date_signature: "12 décembre 2023",
  site_adresse: "8, allée du Cher, 37200 Tours",
  occupant_nom: "",
  periode_debut: "1er janvier 2026",
  periode_fin: "31 décembre 2026",
  nouvelle_periode_debut: "1er janvier 2027",
  nouvelle_periode_fin: "31 décembre 2027",
  preavis: "Votre contrat prévoit un préavis de deux mois avant la fin de la période en cours.",
  date_limite: "31 octobre 2026",
  refus_possible: "Il suffit de nous le faire savoir au plus tard à la date ci-dessous.",
  date_limite_passee: "",
  refus_action: "refuser la reconduction",
  envoi_tardif: "",
  prix_actuel: "180,00 €",
  prix_nouveau: "186,50 €",
  prix_motif: "Le prix évolue en application de la clause de révision du contrat (indice ICHT-IME).",
  prestations: "une visite d’entretien par an, dépannages main-d’œuvre comprise, attestation d’entretien.",
  refus_adresse: "Moreau Chauffage, 12, rue des Artisans, 37000 Tours",
  refus_email: "contact@moreau-chauffage.example",
  refus_url: "",
  visites_restantes:
    "Une visite reste à faire avant le 31 décembre 2026\u00A0; elle vous est due, même si vous ne reconduisez pas le contrat.",
  mediateur: "Médiateur de la consommation du bâtiment, 5, rue de la Paix, 75002 Paris, www.mediateur.example",
  signataire_nom: "Paul Moreau",
  signataire_qualite: "Gérant",
  equipment: [
    {
      designation: "Chaudière gaz à condensation",
      marqueModele: "Frisquet Hydromotrix 25",
      numeroSerie: "FX-2019-44718",
      lieu: "Cellier",
    },
    { designation: "Conduit de fumée individuel", marqueModele: "", numeroSerie: "", lieu: "Cellier – toiture" },
  ],
} satisfies LetterFields;

const shipped = (name: string) => new Uint8Array(readFileSync(join(__dirname, "../../templates", name)));
const template = shipped("lettre-reconduction.docx");
const professional = shipped("lettre-reconduction-professionnel.docx");
const late =
  "Cette lettre vous est adressée moins d’un mois avant la date limite\u00A0: si le contrat est reconduit, vous pourrez y mettre fin gratuitement à tout moment.";

const render = (values: Partial<LetterFields> = {}, from: Uint8Array = template) =>
  renderLetter(from, { ...letter, ...values }, "2026-09-18");
const paragraphs = (bytes: Uint8Array) =>
  docxParagraphs(docxParts(bytes) ?? {}).map((text) => text.replaceAll("\u200B", ""));
const body = (bytes: Uint8Array) => docxParts(bytes)?.["word/document.xml"] ?? "";
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/** The template as it comes back when the tradesman has changed its XML, as Word or LibreOffice would. */
function restyled(change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(template);
  return zipSync({
    ...parts,
    "word/document.xml": strToU8(change(strFromU8(parts["word/document.xml"] ?? new Uint8Array()))),
  });
}

describe("renderLetter", () => {
  it("prints the whole deadline, in bold, inside a border", async () => {
    const [boxed] =
      body(await render()).match(/<w:p>(?:(?!<\/w:p>).)*<w:pBdr>(?:(?!<\/w:p>).)*31 octobre 2026.*?<\/w:p>/s) ?? [];
    expect(boxed).toContain('<w:pStyle w:val="DateLimite"/>');
    for (const side of ["top", "bottom", "left", "right"])
      expect(boxed).toMatch(new RegExp(`<w:${side} w:val="single"`));
    expect(docxParts(template)?.["word/styles.xml"]).toMatch(/w:styleId="DateLimite".*?<w:b\/>.*?<\/w:style>/s);
    expect(paragraphs(await render())).toContain("Date limite de non-reconduction\u00A0: 31 octobre 2026");
  });

  it("tells the client by name what the law asks for", async () => {
    const text = paragraphs(await render()).join("\n");
    for (const said of [
      "Mme Jeanne Dupont",
      "n°\u00A02024-014",
      "Vous êtes libre de ne pas le reconduire, sans frais",
      "1er janvier 2027",
      "186,50 €",
      "FX-2019-44718",
    ])
      expect(text).toContain(said);
  });

  it("breaks a value of several lines into real lines", async () => {
    expect(body(await render({ client_adresse: "Bât. B\r\n8, allée du Cher\n37200 Tours" }))).toMatch(
      /Bât\. B<\/w:t><\/w:r><w:r>.*?<w:br\/>.*?8, allée du Cher.*?<w:br\/>.*?37200 Tours/s,
    );
    expect(paragraphs(await render())).toContain("Résidence des Tilleuls, bât. B\n8, allée du Cher\n37200 Tours");
  });

  it("takes away the paragraph of an empty optional value, and keeps it otherwise", async () => {
    expect(paragraphs(await render({ occupant_nom: "" })).join()).not.toContain("Occupant");
    expect(paragraphs(await render({ occupant_nom: "M. Belhadj" }))).toContain("Occupant\tM. Belhadj");
    expect(paragraphs(await render({ envoi_tardif: "   " })).join()).not.toContain("Envoi hors délai");
    expect(paragraphs(await render({ envoi_tardif: late }))).toContain(`Envoi hors délai. ${late}`);
  });

  it("writes one line per equipment, and says so when none is listed", async () => {
    const items = Array.from({ length: 12 }, (_, flat) => ({
      designation: `Chaudière ${flat + 1}`,
      marqueModele: "",
      numeroSerie: "",
      lieu: `Logement ${flat + 1}`,
    }));
    expect(paragraphs(await render({ equipment: items })).filter((text) => text.startsWith("Chaudière "))).toHaveLength(
      12,
    );
    expect(paragraphs(await render({ equipment: [] }))).toContain("Installation décrite au contrat");
  });

  it("does without the equipment table when the template has none", async () => {
    const plain = restyled((xml) => xml.replace(/<w:tbl>(?:(?!<w:tbl>).)*equipements\.lieu.*?<\/w:tbl>/s, ""));
    expect(paragraphs(await render({}, plain)).join()).not.toContain("Chaudière");
  });

  it("leaves a value that looks like a field as it was typed", async () => {
    const names = ["{{date_limite}}", "{{societe_nom}} {{", "{", "}} {{{client_nom}}}", "{{inconnu}}"];
    for (const name of names) expect(paragraphs(await render({ client_nom: name }))).toContain(name);
    const items = [{ designation: "{{equipements.lieu}}", marqueModele: "", numeroSerie: "", lieu: "Cave" }];
    expect(paragraphs(await render({ equipment: items }))).toContain("{{equipements.lieu}}");
  });

  it("writes markup, accents and emoji as text, and drops what no document may hold", async () => {
    expect(paragraphs(await render({ client_nom: '<w:p>Æ & "Œ" 🔥 \u0007\uD800\u202E$1 $&' }))).toContain(
      '<w:p>Æ & "Œ" 🔥 $1 $&',
    );
  });

  it("refuses a letter without a required value", async () => {
    await expect(render({ date_limite: " " })).rejects.toThrow("date_limite");
  });

  it("refuses to deliver a letter with a field that nothing fills", async () => {
    await expect(
      render(
        {},
        restyled((xml) => xml.replace("{{preavis}}", "{{préavis}}")),
      ),
    ).rejects.toThrow("préavis");
  });

  it("gives the same bytes for the same letter, whatever was rendered between", async () => {
    const first = sha256(await render());
    await render({ client_nom: "M. Paul Petit" }, professional);
    expect(sha256(await render())).toBe(first);
    expect(sha256(await renderLetter(new Uint8Array(template), letter, "2026-09-18"))).toBe(first);
    expect(sha256(await render({ client_nom: "M. Paul Petit" }))).not.toBe(first);
  });

  it("is dated as the letter", async () => {
    expect(docxParts(await render())?.["docProps/core.xml"]).toMatch(/modified[^>]*>2026-09-18T00:00:00Z</);
  });

  it("fills fields that Word has cut into several runs, and keeps their look", async () => {
    const cut = (xml: string) =>
      xml.replace(
        /<w:r>((?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?)<w:t[^>]*>\{\{prix_nouveau\}\}<\/w:t><\/w:r>/,
        '<w:r>$1<w:t>{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r>$1<w:t>{prix_</w:t></w:r><w:bookmarkStart w:id="90" w:name="_GoBack"/><w:bookmarkEnd w:id="90"/><w:r>$1<w:t>nouveau}</w:t></w:r><w:proofErr w:type="spellEnd"/><w:r>$1<w:t xml:space="preserve">} </w:t></w:r>',
      );
    const word = restyled(cut);
    expect(body(word)).not.toBe(body(template));
    expect(await checkTemplate(word)).toEqual([]);
    expect(body(await render({}, word))).toMatch(/<w:b\/>(?:(?!<w:r>).)*186,50 €/s);
  });
});

describe("the letters, read by Microsoft's validator", () => {
  const folder = mkdtempSync(join(tmpdir(), "tacite-letters-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ["an ordinary letter", template, {}],
    [
      "a late letter with everything",
      template,
      {
        envoi_tardif: late,
        remplacement: "Cette lettre annule et remplace celle du 3 septembre 2026.",
        occupant_nom: "M. Belhadj",
        refus_url: "https://moreau-chauffage.example/resilier",
      },
    ],
    [
      "a bare letter",
      template,
      Object.fromEntries(
        [
          "societe_forme",
          "societe_mentions",
          "preavis",
          "prix_motif",
          "mediateur",
          "site_adresse",
          "signataire_qualite",
        ].map((name) => [name, ""]),
      ),
    ],
    ["a letter to a professional", professional, { equipment: [] }],
  ])(
    "%s is valid",
    async (name, from, values) => {
      const file = join(folder, `${name}.docx`);
      writeFileSync(file, await render(values, from));
      expect(await ooxmlErrors(file)).toEqual([]);
    },
    60_000,
  );
});
