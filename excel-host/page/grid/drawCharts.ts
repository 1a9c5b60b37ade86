import { lastColumnOf, lastRowOf } from "../../model/area";
import { mapArea, valueAt } from "../../model/cells";
import type { Chart, ChartSeries } from "../../model/charts";
import type { CellValue } from "../../model/cell";
import { placeNamed } from "../../model/placeNamed";
import { element } from "../element";
import type { Drawing } from "./drawCells";
import { rowHeight } from "./geometry";

const svgName = "http://www.w3.org/2000/svg";
const titleHeight = 24;
const margin = 8;

/** The charts of a sheet over its cells: columns and bars by their proportions, of other charts the title only. */
export function drawCharts(drawing: Drawing): readonly HTMLElement[] {
  const { sheet, geometry, sight } = drawing;
  return sheet.charts.map((chart) => {
    const { area } = chart;
    const left = geometry.left(area.column);
    const top = geometry.slotOf(area.row) * rowHeight;
    const width = geometry.left(lastColumnOf(area) + 1) - left;
    const height = (geometry.slotOf(lastRowOf(area)) + 1) * rowHeight - top;
    const title = String(chart.looks["title.text"] ?? chart.name);
    const box = element("div", { class: "chart", role: "img", "aria-label": title }, element("strong", {}, title));
    box.style.left = `${left - sight.x}px`;
    box.style.top = `${top - sight.y}px`;
    box.style.width = `${width}px`;
    box.style.height = `${height}px`;
    box.append(plot(drawing, chart, width - 2 * margin, height - titleHeight - 2 * margin));
    return box;
  });
}

function plot(drawing: Drawing, { kind, series }: Chart, width: number, height: number): SVGElement {
  const svg = drawn("svg", { width, height, "aria-hidden": "true" });
  const values = series.map((one) => valuesOf(drawing, one.values).map((value) => (typeof value === "number" ? value : 0))); // prettier-ignore
  const count = Math.max(0, ...values.map(({ length }) => length));
  if (kind === null || count === 0) return svg;
  const isStacked = kind === "ColumnStacked";
  const sums = Array.from({ length: count }, (_, at) => values.map((one) => one[at] ?? 0)).map((one) =>
    isStacked ? one.reduce((sum, value) => sum + value, 0) : Math.max(...one),
  );
  const most = Math.max(1, ...sums);
  const isBar = kind === "BarClustered";
  const [along, across] = isBar ? [height, width] : [width, height];
  const step = along / count;
  const thick = (step * 0.7) / (isStacked ? 1 : series.length);
  for (let at = 0; at < count; at++) {
    let below = 0;
    values.forEach((one, index) => {
      const long = ((one[at] ?? 0) / most) * across;
      const start = at * step + step * 0.15 + (isStacked ? 0 : index * thick);
      const place = isBar
        ? { x: 0, y: start, width: long, height: thick }
        : { x: start, y: across - long - below, width: thick, height: long };
      svg.append(drawn("rect", { ...place, fill: colourOf(series[index]) }));
      if (isStacked) below += long;
    });
  }
  return svg;
}

function colourOf(series: ChartSeries | undefined): string {
  return String(series?.looks.fill ?? "#4472C4");
}

function valuesOf({ workbook, sheet }: Drawing, reference: string): readonly CellValue[] {
  const place = placeNamed(workbook, sheet, reference);
  return place === null ? [] : mapArea(place.area, (row, column) => valueAt(place.sheet, row, column)).flat();
}

function drawn(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(svgName, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  return made;
}
