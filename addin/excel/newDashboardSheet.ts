import { columnLetters } from "../../domain/workbook/columnLetters";
import { chartColours } from "../../domain/workbook/look/cellLook";
import {
  alarm,
  DASHBOARD_NAME,
  dashboardCells,
  dashboardCharts,
  dashboardPlaces,
} from "../../domain/workbook/look/dashboardSheetLook";
import type { DashboardCell, DashboardChart } from "../../domain/workbook/look/dashboardSheetLook";
import { applyLook, columnWidth, runsOfLooks } from "./sheetLook";

/** The sheet Tableau de bord: tiles, charts, and the figures behind them. The tables that its formulas name are there. */
export function fillDashboardSheet(sheet: Excel.Worksheet, addName: (name: string, cells: Excel.Range) => void): void {
  const cellAt = (row: number, column: number) => sheet.getCell(row - 1, column - 1);
  const lastRow = Math.max(...dashboardCells.map(({ row }) => row));
  const { widths, heights } = dashboardPlaces;
  const byPlace = new Map(dashboardCells.map((cell) => [`${String(cell.row)}:${String(cell.column)}`, cell]));
  const grid = Array.from({ length: lastRow }, (_, row) =>
    widths.map((__, column) => byPlace.get(`${String(row + 1)}:${String(column + 1)}`)),
  );
  const all = sheet.getRangeByIndexes(0, 0, lastRow, widths.length);
  all.numberFormat = grid.map((line) => line.map((cell) => cell?.look.numberFormat ?? "General"));
  all.formulas = grid.map((line) => line.map((cell) => (cell === undefined ? "" : contentOf(cell))));
  widths.forEach((width, column) => {
    for (const { first, count, value } of runsOfLooks(grid.map((line) => line[column]?.look ?? {}))) {
      if (Object.keys(value).length > 0) applyLook(sheet.getRangeByIndexes(first, column, count, 1), value);
    }
    cellAt(1, column + 1).format.columnWidth = columnWidth(width);
  });
  for (const [row, height] of heights) cellAt(row, 1).format.rowHeight = height;
  // Excel puts a new format before those that are there: the last one is added first.
  for (const { row, column } of [...alarm.cells].reverse()) {
    const { rule, format } = cellAt(row, column).conditionalFormats.add("Custom").custom;
    rule.formula = `=${alarm.formula(`${columnLetters(column)}${String(row)}`)}`;
    format.font.color = alarm.ink;
  }
  for (const chart of dashboardCharts) addChart(sheet, chart);
  addName(DASHBOARD_NAME, cellAt(1, 2));
  sheet.showGridlines = false;
}

function contentOf({ content }: DashboardCell): string {
  return "text" in content ? content.text : `=${content.formula}`;
}

const kinds = { columns: "ColumnClustered", stackedColumns: "ColumnStacked", bars: "BarClustered" } as const;
const { ink, softInk, line: lineColour } = chartColours;

/** Office.js has no description for a chart: Excel reads its name and title out. */
function addChart(sheet: Excel.Worksheet, { name, title, kind, source, series, place, labels }: DashboardChart): void {
  const { column, headerRow, rows } = source;
  const figures = sheet.getRangeByIndexes(headerRow - 1, column - 1, rows + 1, series.length + 1);
  const chart = sheet.charts.add(kinds[kind], figures, "Columns");
  chart.name = name;
  chart.setPosition(
    sheet.getCell(place.row - 1, place.column - 1),
    sheet.getCell(place.lastRow - 1, place.lastColumn - 1),
  );
  chart.plotVisibleOnly = false;
  chart.format.border.color = lineColour;
  chart.title.text = title;
  chart.title.format.font.size = 11;
  chart.title.format.font.bold = true;
  chart.title.format.font.color = ink;
  chart.legend.visible = series.length > 1;
  if (series.length > 1) {
    chart.legend.position = "Bottom";
    chart.legend.format.font.size = 9;
    chart.legend.format.font.color = softInk;
  }
  const { categoryAxis, valueAxis } = chart.axes;
  categoryAxis.format.font.size = 9;
  categoryAxis.format.font.color = softInk;
  categoryAxis.format.line.color = lineColour;
  categoryAxis.majorTickMark = "None";
  // Bars are drawn from below: reversed, the first category is on top.
  if (kind === "bars") categoryAxis.reversePlotOrder = true;
  valueAxis.minimum = 0;
  valueAxis.majorGridlines.visible = false;
  valueAxis.visible = false;
  series.forEach(({ colour, labelInk }, index) => {
    const one = chart.series.getItemAt(index);
    one.format.fill.setSolidColor(colour);
    one.gapWidth = series.length === 2 ? 40 : 60;
    one.hasDataLabels = true;
    one.dataLabels.numberFormat = labels;
    one.dataLabels.format.font.size = 8;
    one.dataLabels.format.font.color = labelInk;
  });
}
