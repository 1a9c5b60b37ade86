import { MONTHS } from "../../dashboard/dashboardOf";
import type { Dashboard } from "../../dashboard/dashboardOf";
import { monthOf, parts, yearOf } from "../../dates/civilDate";
import type { CivilDate } from "../../dates/civilDate";
import { toSerial } from "../../dates/excelSerial";
import { workbook as words } from "../../i18n/fr/workbook";
import { centsToEuros } from "../../money";
import { choiceSets } from "../choices";
import { columnLetters } from "../columnLetters";
import { chartColours, dashboardLooks as looks } from "./cellLook";
import type { CellLook, Colour } from "./cellLook";
import {
  firstMonths,
  monthFormulas,
  monthLabel,
  monthLabelOf,
  noteFormulas,
  refusalFormula,
  subtitleFormula,
  tileFormulas,
  warningFormula,
} from "./dashboardFormulas";
import type { PrintedSheet } from "./printedPage";
import { sheetTexts } from "./sheetTexts";

/*
 * The sheet « Tableau de bord »: tiles, and charts over figures that lie on their right, outside of what is printed.
 * Rows and columns count from 1.
 */

const texts = sheetTexts.dashboard;

/** A cell of the sheet. A formula is as files store it; `shows` is what it comes to on the day of the dashboard. */
export type DashboardCell = {
  readonly row: number;
  readonly column: number;
  readonly look: CellLook;
  readonly content:
    { readonly text: string } | { readonly formula: string; readonly shows: (dashboard: Dashboard) => string | number };
};

/** Colours of the series: dark and light enough to be told apart in grey, too. */
const colours = {
  navy: "#23435C",
  sky: "#7FA8C9",
  green: "#2E7D4F",
  amber: "#E0A030",
  red: "#9C1C13",
} as const satisfies Record<string, Colour>;

export type ChartKind = "columns" | "stackedColumns" | "bars";

/** A chart of the sheet: columns of figures, the first of which names the categories, under a row of headers. */
export type DashboardChart = {
  readonly name: string;
  readonly title: string;
  /** For those who cannot see it. */
  readonly description: string;
  readonly kind: ChartKind;
  readonly source: { readonly column: number; readonly headerRow: number; readonly rows: number };
  /** The colour of each series, and of the numbers on it. */
  readonly series: readonly { readonly colour: Colour; readonly labelInk: Colour }[];
  /** The cells that it covers, both corners included. */
  readonly place: {
    readonly row: number;
    readonly column: number;
    readonly lastRow: number;
    readonly lastColumn: number;
  };
  /** Of the numbers above the columns; a zero is not shown. */
  readonly labels: string;
};

/** The name of the cell by which the sheet is found again, whatever the user calls it. */
export const DASHBOARD_NAME = "Tacite_Tableau_de_bord";

const TILE_ROWS = [5, 9] as const;
const CHART_ROWS = [13, 27] as const;
const CHART_HEIGHT = 13;
const TILES_ACROSS = 6;
const LAST_ROW = CHART_ROWS[1] + CHART_HEIGHT - 1;
const LAST_COLUMN = 1 + 2 * TILES_ACROSS;
const tileColumn = (index: number) => 2 + 2 * index;

/** The figures: their headers lie in this row, each block begins in its column. */
const HEADER_ROW = 4;
const FIRST_ROW = HEADER_ROW + 1;
const AHEAD = LAST_COLUMN + 2;
const blocks = { periodEnds: AHEAD + 1, around: AHEAD + 3, visits: AHEAD + 4, payments: AHEAD + 7, notices: AHEAD + 10, refusals: AHEAD + 14 } as const; // prettier-ignore

const tileWidth = 28;
const figureWidth = 15;

export const dashboardPlaces = {
  sheet: texts.sheet,
  /** In characters. */
  widths: [
    2,
    ...Array.from({ length: 2 * TILES_ACROSS - 1 }, (_, index) => (index % 2 === 0 ? tileWidth : 1.5)),
    2,
    4,
    ...Array.from({ length: blocks.refusals + 2 - AHEAD }, () => figureWidth),
  ],
  /** In points. */
  heights: [
    [1, 36],
    [2, 20],
    [3, 18],
    ...TILE_ROWS.flatMap((row): [number, number][] => [
      [row, 22],
      [row + 1, 36],
      [row + 2, 20],
      [row + 3, 12],
    ]),
  ] as readonly (readonly [row: number, height: number])[],
} as const;

export const printedDashboard: PrintedSheet = {
  titleRow: null,
  area: `A1:${columnLetters(LAST_COLUMN)}${String(LAST_ROW)}`,
  onOnePage: true,
};

type Tile = {
  readonly figure: keyof typeof tileFormulas;
  readonly look: CellLook;
  readonly shows: (dashboard: Dashboard) => string | number;
  readonly note: string | { readonly formula: string; readonly shows: (dashboard: Dashboard) => string };
};

const nextThreeMonths = `${columnLetters(blocks.periodEnds + 1)}${String(FIRST_ROW)}:${columnLetters(blocks.periodEnds + 1)}${String(FIRST_ROW + 2)}`;
const { notes } = texts;

const tiles: readonly (readonly Tile[])[] = [
  [
    {
      figure: "activeContracts",
      look: looks.count,
      shows: (d) => d.activeContracts,
      note: {
        formula: noteFormulas.endingSoon(nextThreeMonths),
        shows: (d) => `${String(d.periodEnds.slice(0, 3).reduce((sum, one) => sum + one.count, 0))}${notes.endingSoon}`,
      },
    },
    {
      figure: "yearlyExclTax",
      look: looks.amount,
      shows: (d) => centsToEuros(d.yearlyExclTax),
      note: priceNote("yearlyExclTax", (d) => d.withoutExclTax),
    },
    {
      figure: "yearlyInclTax",
      look: looks.amount,
      shows: (d) => centsToEuros(d.yearlyInclTax),
      note: priceNote("yearlyInclTax", (d) => d.withoutInclTax),
    },
    {
      figure: "renewalRate",
      look: looks.rate,
      shows: (d) => d.renewalRate ?? "–",
      note: {
        formula: noteFormulas.renewalRate,
        shows: ({ renewed, lost, renewalRate }) =>
          renewalRate === null
            ? notes.none
            : `${String(renewed)}${notes.outOf}${String(renewed + lost)}, ${notes.lastYear}`,
      },
    },
    { figure: "refusals", look: looks.count, shows: (d) => d.refusals, note: notes.lastYear },
    { figure: "atRisk", look: looks.count, shows: (d) => d.atRisk, note: notes.atRisk },
  ],
  [
    { figure: "visitsThisMonth", look: looks.count, shows: (d) => d.visitsThisMonth, note: notes.visitsThisMonth },
    { figure: "visitsLate", look: looks.count, shows: (d) => d.visitsLate, note: notes.visitsLate },
    { figure: "invoicesDue", look: looks.count, shows: (d) => d.invoicesDue, note: notes.invoicesDue },
    {
      figure: "unpaid",
      look: looks.amount,
      shows: (d) => centsToEuros(d.unpaid),
      note: {
        formula: noteFormulas.unpaid,
        shows: (d) =>
          `${String(d.unpaidInvoices)}${notes.unpaid}${String(Math.round(centsToEuros(d.leftToPay)))}${notes.toCollect}`,
      },
    },
    { figure: "noticesToSend", look: looks.count, shows: (d) => d.noticesToSend, note: notes.noticesToSend },
    { figure: "noticesLate", look: looks.count, shows: (d) => d.noticesLate, note: notes.noticesLate },
  ],
];

function priceNote(prices: "yearlyExclTax" | "yearlyInclTax", without: (dashboard: Dashboard) => number) {
  return {
    formula: noteFormulas.withoutPrice(prices),
    shows: (dashboard: Dashboard) =>
      without(dashboard) === 0 ? notes.allPriced : `${String(without(dashboard))}${notes.withoutPrice}`,
  };
}

/** Figures that should be nought: above it they are red. */
const alarming: ReadonlySet<Tile["figure"]> = new Set(["atRisk", "visitsLate", "unpaid", "noticesLate"]);

/** The cells of the figures that turn red above nought, and the colour. */
export const alarm = {
  cells: tiles.flatMap((row, line) =>
    row.flatMap(({ figure }, index) =>
      alarming.has(figure) ? [{ row: (TILE_ROWS[line] ?? 0) + 1, column: tileColumn(index) }] : [],
    ),
  ),
  ink: colours.red,
  /** Without "="; of one cell ("B6"). */
  formula: (cell: string) => `${cell}>0`,
} as const;

/** A column of figures, month by month. */
type Figures = {
  readonly header: string;
  readonly formula: (month: string) => string;
  readonly shows: (dashboard: Dashboard, index: number) => number;
  readonly look: CellLook;
};

const { series } = texts;
const figure = (
  header: string,
  formula: (month: string) => string,
  shows: Figures["shows"],
  look: CellLook = looks.figure,
): Figures => ({ header, formula, shows, look });

const monthBlocks: readonly {
  readonly first: number;
  readonly months: number;
  readonly figures: readonly Figures[];
}[] = [
  {
    first: blocks.periodEnds,
    months: AHEAD,
    figures: [figure(series.periodEnds, monthFormulas.periodEnds, (d, i) => d.periodEnds[i]?.count ?? 0)],
  },
  {
    first: blocks.visits,
    months: blocks.around,
    figures: [
      figure(series.visitsDue, monthFormulas.visitsDue, (d, i) => d.visits[i]?.due ?? 0),
      figure(series.visitsDone, monthFormulas.visitsDone, (d, i) => d.visits[i]?.done ?? 0),
    ],
  },
  {
    first: blocks.payments,
    months: blocks.around,
    figures: [
      figure(
        series.paymentsDue,
        monthFormulas.paymentsDue,
        (d, i) => centsToEuros(d.payments[i]?.due ?? 0),
        looks.money,
      ),
      figure(series.paymentsPaid, monthFormulas.paymentsPaid, (d, i) => centsToEuros(d.payments[i]?.paid ?? 0), looks.money), // prettier-ignore
    ],
  },
  {
    first: blocks.notices,
    months: blocks.around,
    figures: [
      figure(series.noticesInTime, monthFormulas.noticesInTime, (d, i) => d.notices[i]?.inTime ?? 0),
      figure(series.noticesToSend, monthFormulas.noticesToSend, (d, i) => d.notices[i]?.toSend ?? 0),
      figure(series.noticesLate, monthFormulas.noticesLate, (d, i) => d.notices[i]?.late ?? 0),
    ],
  },
];

/** All cells of the sheet. */
export const dashboardCells: readonly DashboardCell[] = [
  textCell(1, 2, texts.sheet, looks.title),
  formulaCell(2, 2, subtitleFormula(), subtitleOf, looks.subtitle),
  // States that are filled on the day of the dashboard need no warning.
  formulaCell(3, 2, warningFormula(), (d) => (d.contracts === 0 ? texts.emptyRegister : ""), looks.warning),
  ...tiles.flatMap((row, line) =>
    row.flatMap((tile, index) => tileCells(tile, TILE_ROWS[line] ?? 0, tileColumn(index))),
  ),
  textCell(2, AHEAD, texts.figures, looks.figuresTitle),
  ...monthColumn(AHEAD, firstMonths.ahead, (d) => d.periodEnds),
  ...monthColumn(blocks.around, firstMonths.around, (d) => d.visits),
  ...monthBlocks.flatMap(blockCells),
  textCell(HEADER_ROW, blocks.refusals + 1, series.refusals, looks.header),
  ...choiceSets.refusalReason.flatMap((reason, index) => [
    textCell(FIRST_ROW + index, blocks.refusals, words.choices.refusalReason[reason], looks.category),
    formulaCell(
      FIRST_ROW + index,
      blocks.refusals + 1,
      refusalFormula(reason),
      (d) => d.refusalsByReason[index]?.count ?? 0,
      looks.figure,
    ),
  ]),
];

function tileCells({ figure: name, look, shows, note }: Tile, row: number, column: number): readonly DashboardCell[] {
  const below =
    typeof note === "string"
      ? textCell(row + 2, column, note, looks.note)
      : formulaCell(row + 2, column, note.formula, note.shows, looks.note);
  return [
    textCell(row, column, texts.tiles[name], looks.label),
    formulaCell(row + 1, column, tileFormulas[name], shows, look),
    below,
  ];
}

/** The first days of the months, from which everything beside them is counted. */
function monthColumn(
  column: number,
  first: string,
  months: (dashboard: Dashboard) => readonly { readonly month: CivilDate }[],
): readonly DashboardCell[] {
  return [
    textCell(HEADER_ROW, column, series.month, looks.header),
    ...Array.from({ length: MONTHS }, (_, index) =>
      formulaCell(
        FIRST_ROW + index,
        column,
        index === 0 ? first : `EDATE(${columnLetters(column)}${String(FIRST_ROW)},${String(index)})`,
        (d) => toSerial(months(d)[index]?.month ?? d.today),
        looks.month,
      ),
    ),
  ];
}

function blockCells({ first, months, figures }: (typeof monthBlocks)[number]): readonly DashboardCell[] {
  const monthIn = (row: number) => `$${columnLetters(months)}${String(row)}`;
  const rows = Array.from({ length: MONTHS }, (_, index) => FIRST_ROW + index);
  const monthsOf = (d: Dashboard) => (months === AHEAD ? d.periodEnds : d.visits);
  return [
    // Above the categories nothing is written: Excel then knows them for what they are.
    ...figures.map(({ header }, index) => textCell(HEADER_ROW, first + 1 + index, header, looks.header)),
    ...rows.flatMap((row, index) => [
      formulaCell(row, first, monthLabel(monthIn(row)), (d) => labelOf(monthsOf(d)[index]?.month ?? d.today), looks.category), // prettier-ignore
      ...figures.map(({ formula, shows, look }, along) =>
        formulaCell(row, first + 1 + along, formula(monthIn(row)), (d) => shows(d, index), look),
      ),
    ]),
  ];
}

function subtitleOf({ firmName, today }: Dashboard): string {
  const { year, month, day } = parts(today);
  const date = `${day === 1 ? "1er" : String(day)} ${words.months[month - 1] ?? ""} ${String(year)}`;
  return firmName === null ? date : `${firmName} · ${date}`;
}

function labelOf(month: CivilDate): string {
  return monthLabelOf(monthOf(month), yearOf(month));
}

function textCell(row: number, column: number, text: string, look: CellLook): DashboardCell {
  return { row, column, look, content: { text } };
}

function formulaCell(
  row: number,
  column: number,
  formula: string,
  shows: (dashboard: Dashboard) => string | number,
  look: CellLook,
): DashboardCell {
  return { row, column, look, content: { formula, shows } };
}

type ChartId = keyof typeof texts.charts;

/** The charts: three above, two below, on the columns of the tiles. */
export const dashboardCharts: readonly DashboardChart[] = [
  chart("periodEnds", "columns", blocks.periodEnds, [colours.navy], [0, 0, 2]),
  chart("visits", "columns", blocks.visits, [colours.sky, colours.navy], [0, 2, 2]),
  chart("notices", "stackedColumns", blocks.notices, [colours.green, colours.amber, colours.red], [0, 4, 2]),
  chart("payments", "columns", blocks.payments, [colours.sky, colours.navy], [1, 0, 4]),
  chart("refusals", "bars", blocks.refusals, [colours.navy], [1, 4, 2]),
];

function chart(
  id: ChartId,
  kind: ChartKind,
  column: number,
  seriesColours: readonly Colour[],
  [line, tile, width]: readonly [line: 0 | 1, tile: number, width: number],
): DashboardChart {
  const row = CHART_ROWS[line];
  return {
    name: texts.charts[id],
    title: texts.charts[id],
    description: texts.descriptions[id],
    kind,
    source: { column, headerRow: HEADER_ROW, rows: kind === "bars" ? choiceSets.refusalReason.length : MONTHS },
    series: seriesColours.map((colour) => ({
      colour,
      labelInk: kind === "stackedColumns" ? inkOn(colour) : chartColours.softInk,
    })),
    place: { row, column: tileColumn(tile), lastRow: row + CHART_HEIGHT - 1, lastColumn: tileColumn(tile + width - 1) },
    labels: "#,##0;;",
  };
}

/** Dark columns bear white numbers. */
function inkOn(colour: Colour): Colour {
  return colour === colours.amber || colour === colours.sky ? chartColours.ink : "#FFFFFF";
}
