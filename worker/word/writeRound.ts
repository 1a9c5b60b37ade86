import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip as mm,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { unzipSync } from "fflate";
import type { CivilDate } from "../../domain/dates/civilDate";
import type { Catalogue } from "../../domain/i18n";
import type { RoundWords } from "../../domain/i18n/fr/round";
import { townsOf } from "../../domain/round/roundOf";
import type { Round, Stop } from "../../domain/round/roundOf";
import { textsOf } from "../../domain/round/roundTexts";
import { packDocx } from "./packDocx";

const accent = "1F4E79";
const line = { style: BorderStyle.SINGLE, size: 4, color: "B8C2CC" };
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const borders = { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none };
const margin = mm(12);
/** In millimetres; together the width of A4 in landscape less its margins. */
const widths = { day: 23, client: 52, address: 52, phone: 30, appliance: 46, dates: 30, notes: 40 };
type Column = keyof typeof widths;
const columns = Object.keys(widths) as readonly Column[];

/** The round as a Word document to take along: a table per town, its head on every page. Equal input gives equal bytes. */
export async function writeRound(
  round: Round,
  { firmName, today }: { readonly firmName: string | null; readonly today: CivilDate },
  words: Catalogue,
  own: RoundWords,
): Promise<Uint8Array> {
  const title = own.title(round.month);
  const document = new Document({
    title,
    creator: "Tacite",
    lastModifiedBy: "Tacite",
    styles: { default: { document: { run: { font: "Calibri", size: 18, color: "1F2933" } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297), orientation: PageOrientation.LANDSCAPE },
            margin: { top: margin, bottom: margin, left: margin, right: margin, header: mm(6), footer: mm(6) },
          },
        },
        footers: { default: footer(title) },
        children: [
          text(title, { bold: true, size: 32, color: accent }),
          text([firmName, own.count(round.stops.length)].filter((part) => part !== null).join(", "), { size: 20 }),
          ...(round.stops.length === 0 ? [text(own.empty)] : []),
          ...townsOf(round).flatMap(({ town, stops }) => [
            text(`${town ?? own.noTown} (${String(stops.length)})`, { bold: true, size: 24, color: accent }, true),
            table(stops, words, own),
          ]),
        ],
      },
    ],
  });
  return packDocx(unzipSync(new Uint8Array(await Packer.toBuffer(document))), today);
}

function table(stops: readonly Stop[], words: Catalogue, own: RoundWords): Table {
  const { columns: titles } = own;
  const heads: Readonly<Record<Column, string>> = {
    day: titles.day,
    client: titles.client,
    address: titles.address,
    phone: titles.phone,
    appliance: titles.appliance,
    dates: titles.due,
    notes: titles.notes,
  };
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) => cell(column, [text(heads[column], { bold: true, color: accent })], "EEF3F8")),
  });
  const rows = stops.map((stop) => {
    const texts = textsOf(stop, words, own);
    const date = (day: CivilDate | null) => (day === null ? "" : words.formats.shortDate(day));
    const last = texts.lastVisit === null ? [] : [own.headed(titles.lastVisit, date(texts.lastVisit))];
    const cells: Readonly<Record<Column, readonly string[]>> = {
      day: [date(texts.day) || "☐"],
      client: [texts.client, own.headed(titles.contract, texts.contract)],
      address: [texts.address, `${texts.postcode} ${texts.city}`.trim()],
      phone: [texts.phone],
      appliance: [texts.appliance],
      dates: [date(texts.due), ...last],
      notes: [texts.notes],
    };
    return new TableRow({
      cantSplit: true,
      children: columns.map((column) =>
        cell(
          column,
          cells[column].map((content) => text(content)),
        ),
      ),
    });
  });
  return new Table({
    rows: [head, ...rows],
    columnWidths: columns.map((column) => mm(widths[column])),
    borders,
    margins: { left: 60, right: 60, top: 30, bottom: 30 },
    layout: TableLayoutType.FIXED,
    width: { size: mm(273), type: WidthType.DXA },
  });
}

function cell(column: Column, children: readonly Paragraph[], fill?: string): TableCell {
  return new TableCell({
    children: [...children],
    width: { size: mm(widths[column]), type: WidthType.DXA },
    ...(fill === undefined ? {} : { shading: { fill } }),
  });
}

type Look = { readonly bold?: boolean; readonly size?: number; readonly color?: string };

function text(content: string, look: Look = {}, isHeading = false): Paragraph {
  return new Paragraph({
    // What a cell may hold and XML may not.
    children: [new TextRun({ text: content.replace(/\p{Cc}+/gu, " "), ...look })],
    ...(isHeading ? { keepNext: true, spacing: { before: 200, after: 60 } } : {}),
  });
}

function footer(title: string): Footer {
  const page = [`${title}   `, PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({ alignment: AlignmentType.RIGHT, children: [new TextRun({ children: page, size: 15 })] }),
    ],
  });
}
