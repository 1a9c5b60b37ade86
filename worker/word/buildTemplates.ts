import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip as mm,
  Document,
  Footer,
  HeightRule,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  Tab,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
  type IParagraphOptions,
  type ITableBordersOptions,
} from "docx";
import { unzipSync } from "fflate";

import { equipmentFields } from "../../domain/letters/letterFields";
import { packDocx } from "./packDocx";
import { lawAnnex, letterTexts, senderLines, type LetterTexts } from "./templateTexts";

/** Fixed, so that building twice gives the same file. */
const builtOn = "2026-11-24";
const ink = "1F2933";
const accent = "1F4E79";
const hairline = "B8C2CC";
const tint = "EEF3F8";
const pageMargin = { top: mm(13), bottom: mm(15), left: mm(22), right: mm(20), header: mm(8), footer: mm(8) };
const textWidth = mm(168);
/** The window of a DL envelope begins 100 mm from the left of the folded sheet: the addressee stands 105 mm from it. */
const addresseeIndent = mm(83);
/** The visible box that the law wants around the deadline (L215-1). */
const side = { style: BorderStyle.SINGLE, size: 12, color: accent, space: 6 };
const noBorder = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
};
const thin = { style: BorderStyle.SINGLE, size: 4, color: hairline };
const tableBorders = {
  top: thin,
  bottom: thin,
  left: noBorder,
  right: noBorder,
  insideHorizontal: thin,
  insideVertical: noBorder,
};

type Style =
  | "Expediteur"
  | "ExpediteurNom"
  | "Destinataire"
  | "LieuDate"
  | "Reference"
  | "Objet"
  | "Corps"
  | "DateLimite"
  | "Alerte"
  | "Puce"
  | "Entete"
  | "Cellule"
  | "Signature"
  | "Pied"
  | "AnnexeTitre"
  | "AnnexeTexte";

/** The templates that ship with Tacite, by file name, as they are committed in `templates/`. */
export async function buildTemplates(): Promise<Readonly<Record<string, Uint8Array>>> {
  return {
    "lettre-reconduction.docx": await buildTemplate(letterTexts.protected),
    "lettre-reconduction-professionnel.docx": await buildTemplate(letterTexts.professional),
  };
}

async function buildTemplate(texts: LetterTexts): Promise<Uint8Array> {
  const letter = new Document({
    title: texts.title,
    creator: "Tacite",
    lastModifiedBy: "Tacite",
    styles: {
      default: { document: { run: { font: "Calibri", size: 20, color: ink, language: { value: "fr-FR" } } } },
      paragraphStyles,
    },
    numbering: { config: [bulletList] },
    sections: [
      {
        properties: { page: { size: { width: mm(210), height: mm(297) }, margin: pageMargin } },
        footers: { default: footer() },
        children: [...letterhead(), ...body(texts), ...annex(texts)],
      },
    ],
  });
  return packDocx(unzipSync(new Uint8Array(await Packer.toBuffer(letter))), builtOn);
}

function letterhead(): readonly FileChild[] {
  const sender = [line("ExpediteurNom", "{{societe_nom}}"), ...senderLines.map((text) => line("Expediteur", text))];
  const addressee = [
    line("Destinataire", "{{client_nom}}", { spacing: { before: mm(37), after: 0 } }),
    line("Destinataire", "{{client_adresse}}"),
  ];
  const row = new TableRow({
    height: { value: mm(62), rule: HeightRule.ATLEAST },
    children: [cell(sender, addresseeIndent), cell(addressee, textWidth - addresseeIndent)],
  });
  return [
    table([row], [addresseeIndent, textWidth - addresseeIndent], noBorders),
    line("LieuDate", "{{lieu_et_date}}"),
  ];
}

function body(texts: LetterTexts): readonly FileChild[] {
  return [
    line("Objet", texts.subject),
    ...texts.references.map((reference) => line("Reference", reference)),
    line("Corps", "{{client_appel}},", { spacing: { before: 110, after: 80 } }),
    ...texts.opening.map((text) => line("Corps", text)),
    line("DateLimite", texts.deadline, {
      border: { top: side, bottom: side, left: side, right: side },
      keepLines: true,
    }),
    ...texts.late.map((text) =>
      line("Alerte", text, { border: { left: { style: BorderStyle.SINGLE, size: 24, color: ink, space: 8 } } }),
    ),
    ...texts.refusal.map((text) => line("Corps", text, { keepNext: true, spacing: { before: 60, after: 40 } })),
    ...texts.channels.map((text) => line("Puce", text)),
    gap(),
    priceTable(),
    gap(),
    ...texts.terms.map((text) => line("Corps", text, spaced(0, 110))),
    equipmentTable(),
    gap(),
    ...texts.closing.map((text) => line("Corps", text)),
    line("Corps", "Nous vous prions d’agréer, {{client_appel}}, nos salutations distinguées.", { keepNext: true }),
    line("Signature", "{{signataire_nom}}", { keepNext: true, spacing: { before: 440, after: 0 } }),
    line("Signature", "{{signataire_qualite}}"),
  ];
}

function equipmentTable(): Table {
  const widths = [mm(47), mm(49), mm(31), mm(41)];
  const fields = [
    equipmentFields.designation,
    equipmentFields.marqueModele,
    equipmentFields.numeroSerie,
    equipmentFields.lieu,
  ];
  const values = new TableRow({
    cantSplit: true,
    children: fields.map((field, index) => cell([line("Cellule", `{{${field}}}`)], widths[index])),
  });
  return table(
    [headerRow(["Équipement couvert", "Marque et modèle", "N°\u00A0de série", "Emplacement"], widths), values],
    widths,
    tableBorders,
  );
}

function priceTable(): Table {
  const widths = [mm(66), mm(34), mm(34), mm(34)];
  const current = ["En cours", "{{periode_debut}}", "{{periode_fin}}", "{{prix_actuel}}"];
  const next = [
    "Nouvelle, si le contrat est reconduit",
    "{{nouvelle_periode_debut}}",
    "{{nouvelle_periode_fin}}",
    "**{{prix_nouveau}}**",
  ];
  const rows = [current, next].map(
    (texts) =>
      new TableRow({
        cantSplit: true,
        children: texts.map((text, index) => cell([line("Cellule", text, amount(index))], widths[index])),
      }),
  );
  return table([headerRow(["Période", "Du", "Au", "Prix TTC"], widths, amount), ...rows], widths, tableBorders);
}

const amount = (column: number): Partial<IParagraphOptions> => (column === 3 ? { alignment: AlignmentType.RIGHT } : {});

function headerRow(
  titles: readonly string[],
  widths: readonly number[],
  align: (column: number) => Partial<IParagraphOptions> = () => ({}),
): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: titles.map((title, index) => cell([line("Entete", title, align(index))], widths[index], tint)),
  });
}

function annex(texts: LetterTexts): readonly FileChild[] {
  if (!texts.annexed) return [];
  const articles = lawAnnex.articles.flatMap(({ title, paragraphs }) => [
    line("Objet", title, { keepNext: true, spacing: { before: 260, after: 80 } }),
    ...paragraphs.map((text) => line("AnnexeTexte", text)),
  ]);
  return [
    line("AnnexeTitre", lawAnnex.title, { pageBreakBefore: true }),
    line("AnnexeTexte", lawAnnex.introduction),
    ...articles,
    line("AnnexeTexte", lawAnnex.mediator, { spacing: { before: 320, after: 0 } }),
  ];
}

function footer(): Footer {
  const page = new Paragraph({
    style: "Pied",
    children: [new TextRun({ children: ["Page\u00A0", PageNumber.CURRENT, "\u00A0/\u00A0", PageNumber.TOTAL_PAGES] })],
  });
  return new Footer({
    children: [line("Pied", "{{societe_mentions}}", { border: { top: { ...thin, space: 4 } } }), page],
  });
}

/** A paragraph in one of the French styles of the template; `**…**` is bold. */
function line(style: Style, text: string, options: Partial<IParagraphOptions> = {}): Paragraph {
  const runs = text
    .split("**")
    .map((part, index) => new TextRun({ children: tabbed(part), ...(index % 2 === 1 ? { bold: true } : {}) }));
  return new Paragraph({ ...options, style, children: runs });
}

const tabbed = (text: string): readonly (string | Tab)[] =>
  text.split("\t").flatMap((part, index) => (index === 0 ? [part] : [new Tab(), part]));

/** Two tables that touch would become one in Word. */
const gap = (): Paragraph =>
  new Paragraph({
    style: "Corps",
    spacing: { before: 0, after: 0, line: 140, lineRule: LineRuleType.EXACT },
    children: [],
  });

function cell(children: readonly Paragraph[], width = 0, fill?: string): TableCell {
  return new TableCell({
    children: [...children],
    width: { size: width, type: WidthType.DXA },
    verticalAlign: fill === undefined ? VerticalAlignTable.TOP : VerticalAlignTable.CENTER,
    ...(fill === undefined ? {} : { shading: { fill } }),
  });
}

function table(rows: readonly TableRow[], columnWidths: readonly number[], borders: ITableBordersOptions): Table {
  const margins =
    borders === tableBorders ? { left: 60, right: 60, top: 15, bottom: 15 } : { left: 0, right: 0, top: 0, bottom: 0 };
  return new Table({
    rows: [...rows],
    columnWidths: [...columnWidths],
    borders,
    margins,
    layout: TableLayoutType.FIXED,
    width: { size: textWidth, type: WidthType.DXA },
  });
}

const bulletList = {
  reference: "canaux",
  levels: [
    {
      level: 0,
      format: LevelFormat.BULLET,
      text: "–",
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: mm(7), hanging: mm(4) } } },
    },
  ],
};

const spaced = (before: number, after: number) => ({ spacing: { before, after } });

/** The styles that the tradesman finds, under these names, in Word's style list. */
const paragraphStyles = [
  style("ExpediteurNom", "Lettre - Expéditeur (nom)", { size: 26, bold: true, color: accent }, spaced(0, 40)),
  style("Expediteur", "Lettre - Expéditeur", { size: 19 }, spaced(0, 0)),
  style("Destinataire", "Lettre - Destinataire", { size: 22 }, spaced(0, 0)),
  style("LieuDate", "Lettre - Lieu et date", {}, { indent: { left: addresseeIndent }, ...spaced(80, 120) }),
  style(
    "Reference",
    "Lettre - Références",
    {},
    {
      tabStops: [{ type: TabStopType.LEFT, position: mm(34) }],
      indent: { left: mm(34), hanging: mm(34) },
      ...spaced(0, 0),
    },
  ),
  style("Objet", "Lettre - Objet", { size: 22, bold: true, color: accent }, spaced(0, 80)),
  style("Corps", "Lettre - Texte", {}, spaced(0, 70)),
  style(
    "DateLimite",
    "Lettre - Date limite (encadré)",
    { size: 26, bold: true },
    { alignment: AlignmentType.CENTER, indent: { left: mm(8), right: mm(8) }, ...spaced(130, 170) },
  ),
  style("Alerte", "Lettre - Envoi hors délai", {}, { indent: { left: mm(4) }, ...spaced(40, 110) }),
  style("Puce", "Lettre - Liste", {}, { numbering: { reference: "canaux", level: 0 }, ...spaced(0, 20) }),
  style("Entete", "Lettre - Tableau (titres)", { size: 18, bold: true, color: accent }, spaced(0, 0)),
  style("Cellule", "Lettre - Tableau", { size: 19 }, spaced(0, 0)),
  style("Signature", "Lettre - Signature", {}, { indent: { left: addresseeIndent }, keepLines: true, ...spaced(0, 0) }),
  style(
    "Pied",
    "Lettre - Pied de page",
    { size: 15, color: "5B6770" },
    { alignment: AlignmentType.CENTER, ...spaced(0, 0) },
  ),
  style("AnnexeTitre", "Annexe - Titre", { size: 28, bold: true, color: accent }, spaced(0, 160)),
  style("AnnexeTexte", "Annexe - Texte", {}, { alignment: AlignmentType.JUSTIFIED, ...spaced(0, 110) }),
];

function style(
  id: Style,
  name: string,
  run: { readonly size?: number; readonly bold?: boolean; readonly color?: string },
  paragraph: object,
) {
  return { id, name, basedOn: "Normal", quickFormat: true, run, paragraph };
}
