import { columnLetters, quotedSheet } from "./address";
import type { Area } from "./area";
import { edit, tell } from "./edit";
import { Refused } from "./refused";
import type { Sheet, Workbook } from "./workbook";

export const chartKinds = ["ColumnClustered", "ColumnStacked", "BarClustered"] as const;

export type ChartKind = (typeof chartKinds)[number];

/** How a chart or one of its series looks: "title.font.size" to 11. What is not listed is as Excel has it. */
export type ChartLooks = Readonly<Record<string, string | number | boolean>>;

/** A row or column of figures; references as formulas write them, "'Tableau de bord'!$Q$5:$Q$16". */
export type ChartSeries = {
  readonly name: string | null;
  readonly categories: string | null;
  readonly values: string;
  readonly looks: ChartLooks;
};

/** A chart over the cells of its area. It never changes: a changed one takes its place. */
export type Chart = {
  readonly id: string;
  readonly name: string;
  /** Null for one that the file brought and this host cannot draw. */
  readonly kind: ChartKind | null;
  readonly area: Area;
  readonly series: readonly ChartSeries[];
  readonly looks: ChartLooks;
  /** The part of the original file; null for a chart made since. */
  readonly part: string | null;
};

const USUAL_SIZE = { rows: 15, columns: 8 };

/**
 * Adds a chart of the figures of an area, one series per column: a first row of texts names them, and a first column of
 * texts, or one without a title beside titles, names the categories.
 */
export function addChart(
  workbook: Workbook,
  origin: string,
  sheet: Sheet,
  source: { readonly kind: ChartKind; readonly sheet: Sheet; readonly area: Area; readonly titled: boolean; readonly named: boolean }, // prettier-ignore
): Chart {
  const { kind, area, titled, named } = source;
  const first = area.row + (titled ? 1 : 0);
  const place = (column: number, row: number, lastRow: number): string => {
    const start = `$${columnLetters(column)}$${row + 1}`;
    const end = row === lastRow ? "" : `:$${columnLetters(column)}$${lastRow + 1}`;
    return `${quotedSheet(source.sheet.name)}!${start}${end}`;
  };
  const cells = (column: number): string => place(column, first, area.row + area.rows - 1);
  const columns = Array.from({ length: area.columns }, (_, along) => area.column + along).slice(named ? 1 : 0);
  workbook.lastId += 1;
  const chart: Chart = {
    id: String(workbook.lastId),
    name: `Graphique ${sheet.charts.length + 1}`,
    kind,
    area: { row: 0, column: 0, ...USUAL_SIZE },
    series: columns.map((column) => ({
      name: titled ? place(column, area.row, area.row) : null,
      categories: named ? cells(area.column) : null,
      values: cells(column),
      looks: {},
    })),
    looks: {},
    part: null,
  };
  change(workbook, origin, sheet, [...sheet.charts, chart]);
  return chart;
}

/** @throws Refused for a chart that the file brought: writing it anew would lose what this host does not know of it. */
export function changeChart(
  workbook: Workbook,
  origin: string,
  sheet: Sheet,
  id: string,
  changes: Partial<Omit<Chart, "id" | "part">>,
): void {
  const chart = chartWithId(sheet, id);
  if (chart.part !== null)
    throw new Refused("NotImplemented", "The emulated Excel keeps the charts of a file as they are.");
  change(workbook, origin, sheet, sheet.charts.map((one) => (one.id === id ? { ...one, ...changes } : one))); // prettier-ignore
}

export function removeChart(workbook: Workbook, origin: string, sheet: Sheet, id: string): void {
  change(workbook, origin, sheet, sheet.charts.filter((one) => one.id !== id)); // prettier-ignore
}

/** @throws Refused when it is gone. */
export function chartWithId(sheet: Sheet, id: string): Chart {
  const chart = sheet.charts.find((one) => one.id === id);
  if (chart === undefined) throw new Refused("ItemNotFound", "The chart is not there any more.");
  return chart;
}

function change(workbook: Workbook, origin: string, sheet: Sheet, charts: readonly Chart[]): void {
  if (sheet.protection !== null) throw new Refused("AccessDenied", `The sheet ${sheet.name} is protected.`);
  edit(workbook, origin, () => {
    sheet.charts = charts;
    tell(workbook, { kind: "layout", sheet });
  });
}
