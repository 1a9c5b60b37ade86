import type { Area } from "../model/area";
import type { Chart, ChartLooks, ChartSeries } from "../model/charts";
import type { Sheet } from "../model/workbook";
import {
  addPart,
  addRelationship,
  freePath,
  type Package,
  readPart,
  relationshipsOf,
  removePart,
  removeRelationship,
  writePart,
} from "./package";
import { element, type Element, elements, escaped, unescaped } from "./xml";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const drawingMain = "http://schemas.openxmlformats.org/drawingml/2006/main";
const chartName = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const sheetDrawing = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = "application/vnd.openxmlformats-officedocument";

/** The charts of a sheet's part. What else its drawing holds is left alone. */
export function readCharts(parts: Package, sheetPath: string, newId: () => string): readonly Chart[] {
  const drawing = drawingOf(parts, sheetPath);
  if (drawing === null) return [];
  const relations = relationshipsOf(parts, drawing);
  return anchorsOf(readPart(parts, drawing)).flatMap((anchor): Chart[] => {
    const part = relations.find(({ id }) => id === chartId(anchor))?.target;
    if (part === undefined) return [];
    const name = unescaped(element(anchor.inner, "xdr:cNvPr")?.attributes.name ?? "");
    return [{ id: newId(), name, area: areaOf(anchor), part, ...readChart(readPart(parts, part)) }];
  });
}

function drawingOf(parts: Package, sheetPath: string): string | null {
  return relationshipsOf(parts, sheetPath).find(({ type }) => type === "drawing")?.target ?? null;
}

function anchorsOf(drawing: string): readonly Element[] {
  return ["xdr:twoCellAnchor", "xdr:oneCellAnchor"].flatMap((name) => elements(drawing, name));
}

function chartId(anchor: Element): string | undefined {
  return element(anchor.inner, "c:chart")?.attributes["r:id"];
}

function areaOf({ inner }: Element): Area {
  const corner = (tag: string): readonly [number, number] | null => {
    const found = element(inner, tag)?.inner;
    if (found === undefined) return null;
    return [Number(element(found, "xdr:row")?.inner ?? 0), Number(element(found, "xdr:col")?.inner ?? 0)];
  };
  const [row, column] = corner("xdr:from") ?? [0, 0];
  const [lastRow, lastColumn] = corner("xdr:to") ?? [row + 15, column + 8];
  return { row, column, rows: Math.max(1, lastRow - row), columns: Math.max(1, lastColumn - column) };
}

/** What is drawn of a chart; the rest stays in its part. */
function readChart(xml: string): Pick<Chart, "kind" | "series" | "looks"> {
  const bars = element(xml, "c:barChart");
  const value = (text: string, name: string): string | undefined => element(text, name)?.attributes.val;
  const isBar = value(bars?.inner ?? "", "c:barDir") === "bar";
  const isStacked = value(bars?.inner ?? "", "c:grouping") === "stacked";
  const gapWidth = Number(value(bars?.inner ?? "", "c:gapWidth") ?? 150);
  const legend = element(xml, "c:legend");
  const positions: Readonly<Record<string, string>> = { b: "Bottom", t: "Top", l: "Left", r: "Right" };
  const title = elements(element(xml, "c:title")?.inner ?? "", "a:t").map(({ inner }) => unescaped(inner)).join(""); // prettier-ignore
  return {
    kind: bars === null ? null : isBar ? "BarClustered" : isStacked ? "ColumnStacked" : "ColumnClustered",
    series: elements(bars?.inner ?? "", "c:ser").map(({ inner }) => readSeries(inner, gapWidth)),
    looks: {
      "title.text": title,
      "legend.visible": legend !== null,
      ...(legend !== null && { "legend.position": positions[value(legend.inner, "c:legendPos") ?? "r"] ?? "Right" }),
      "valueAxis.visible": value(element(xml, "c:valAx")?.inner ?? "", "c:delete") !== "1",
      "categoryAxis.reversed": value(element(xml, "c:catAx")?.inner ?? "", "c:orientation") === "maxMin",
      visibleOnly: value(xml, "c:plotVisOnly") !== "0",
    },
  };
}

function readSeries(xml: string, gapWidth: number): ChartSeries {
  const formula = (tag: string): string | null => {
    const found = element(element(xml, tag)?.inner ?? "", "c:f")?.inner;
    return found === undefined ? null : unescaped(found);
  };
  const fill = element(element(xml.replace(/<c:dLbls>.*?<\/c:dLbls>/s, ""), "c:spPr")?.inner ?? "", "a:srgbClr");
  const labels = element(xml, "c:dLbls");
  return {
    name: formula("c:tx"),
    categories: formula("c:cat"),
    values: formula("c:val") ?? "",
    looks: {
      ...(fill !== null && { fill: `#${fill.attributes.val ?? ""}` }),
      gapWidth,
      labels: labels !== null,
      ...(labels !== null && {
        "labels.format": element(labels.inner, "c:numFmt")?.attributes.formatCode ?? "General",
      }),
    },
  };
}

/**
 * Writes the charts made since the file was opened, takes out those that are gone, and keeps the references of the others
 * up to date. @returns the element of the sheet that names its drawing, "" for none, null where it stays as it is
 */
export function saveCharts(
  parts: Package,
  sheetPath: string,
  { charts }: Sheet,
  made: Map<string, string>,
): string | null {
  const known = drawingOf(parts, sheetPath);
  if (known === null && charts.length === 0) return null;
  const drawing = known ?? addDrawing(parts, sheetPath);
  const kept = new Set(charts.flatMap(({ id, part }) => part ?? made.get(id) ?? []));
  for (const { id, type, target } of relationshipsOf(parts, drawing)) {
    if (type !== "chart" || kept.has(target)) continue;
    removePart(parts, target);
    removeRelationship(parts, drawing, id);
    editDrawing(parts, drawing, (xml) => withoutAnchor(xml, id));
  }
  for (const chart of charts) {
    if (chart.part !== null) writePart(parts, chart.part, withReferences(readPart(parts, chart.part), chart));
    else saveMade(parts, drawing, chart, made);
  }
  if (known === null) return `<drawing r:id="${relationId(parts, sheetPath, drawing)}"/>`;
  if (anchorsOf(readPart(parts, drawing)).length > 0) return null;
  removeRelationship(parts, sheetPath, relationId(parts, sheetPath, drawing));
  removePart(parts, drawing);
  return "";
}

/** Takes out the charts of a sheet that is gone. */
export function removeCharts(parts: Package, sheetPath: string): void {
  const drawing = drawingOf(parts, sheetPath);
  if (drawing === null) return;
  for (const { type, target } of relationshipsOf(parts, drawing)) if (type === "chart") removePart(parts, target);
  removePart(parts, drawing);
}

function addDrawing(parts: Package, sheetPath: string): string {
  const path = freePath(parts, "xl/drawings/drawing", ".xml");
  const root = `<xdr:wsDr xmlns:xdr="${sheetDrawing}" xmlns:a="${drawingMain}" xmlns:r="${office}"></xdr:wsDr>`;
  addPart(parts, path, `${types}.drawing+xml`, `${declaration}${root}`);
  addRelationship(parts, sheetPath, `${office}/drawing`, path);
  return path;
}

function relationId(parts: Package, from: string, to: string): string {
  return relationshipsOf(parts, from).find(({ target }) => target === to)?.id ?? "";
}

function editDrawing(parts: Package, drawing: string, change: (xml: string) => string): void {
  writePart(parts, drawing, change(readPart(parts, drawing)));
}

function withoutAnchor(xml: string, id: string): string {
  const anchor = anchorsOf(xml).find((one) => chartId(one) === id);
  return anchor === undefined ? xml : xml.replace(anchor.xml, "");
}

function saveMade(parts: Package, drawing: string, chart: Chart, made: Map<string, string>): void {
  const written = made.get(chart.id);
  if (written === undefined) {
    const path = freePath(parts, "xl/charts/chart", ".xml");
    addPart(parts, path, `${types}.drawingml.chart+xml`, chartXml(chart));
    addRelationship(parts, drawing, `${office}/chart`, path);
    made.set(chart.id, path);
  } else writePart(parts, written, chartXml(chart));
  const id = relationId(parts, drawing, made.get(chart.id) ?? "");
  editDrawing(parts, drawing, (xml) => withoutAnchor(xml, id).replace("</xdr:wsDr>", () => `${anchorXml(chart, id)}</xdr:wsDr>`)); // prettier-ignore
}

/** A chart of the file with the places where its cells are now. */
function withReferences(xml: string, { series }: Chart): string {
  const bars = elements(element(xml, "c:barChart")?.inner ?? "", "c:ser");
  return bars.reduce((text, { xml: before }, index) => {
    const one = series[index];
    if (one === undefined) return text;
    const places: Readonly<Record<string, string | null>> = { tx: one.name, cat: one.categories, val: one.values };
    const after = before.replace(/(<c:(tx|cat|val)>.*?<c:f>)[^<]*(<\/c:f>)/gs, (whole, start: string, tag: string, end: string) => {
      const place = places[tag];
      return place === null || place === undefined ? whole : start + escaped(place) + end;
    }); // prettier-ignore
    return text.replace(before, () => after);
  }, xml);
}

function anchorXml({ id, name, area }: Chart, relation: string): string {
  const corner = (tag: string, row: number, column: number): string =>
    `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
  return [
    "<xdr:twoCellAnchor>",
    corner("from", area.row, area.column),
    corner("to", area.row + area.rows, area.column + area.columns),
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${Number(id) + 1}" name="${escaped(name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
    `<a:graphic><a:graphicData uri="${chartName}"><c:chart xmlns:c="${chartName}" r:id="${relation}"/></a:graphicData></a:graphic>`,
    "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>",
  ].join("");
}

/** A chart as it was made through Excel's objects. */
function chartXml({ kind, series, looks }: Chart): string {
  const isBar = kind === "BarClustered";
  const isStacked = kind === "ColumnStacked";
  const title = looks["title.text"];
  const gapWidth = series[0]?.looks.gapWidth ?? 150;
  const axis = (id: number, crosses: number, name: "categoryAxis" | "valueAxis", place: string, more: string): string =>
    [
      `<c:axId val="${id}"/><c:scaling><c:orientation val="${looks[`${name}.reversed`] === true ? "maxMin" : "minMax"}"/>${name === "valueAxis" && looks["valueAxis.minimum"] !== undefined ? `<c:min val="${String(looks["valueAxis.minimum"])}"/>` : ""}</c:scaling>`,
      `<c:delete val="${looks[`${name}.visible`] === false ? 1 : 0}"/><c:axPos val="${place}"/>`,
      (looks[`${name}.gridlines`] ?? name === "valueAxis") ? "<c:majorGridlines/>" : "",
      '<c:numFmt formatCode="General" sourceLinked="0"/>',
      `<c:majorTickMark val="${looks[`${name}.tickMark`] === "None" ? "none" : "out"}"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>`,
      shapeXml(null, looks[`${name}.line`]),
      textXml(looks, name),
      `<c:crossAx val="${crosses}"/><c:crosses val="autoZero"/>${more}`,
    ].join("");
  return [
    `${declaration}<c:chartSpace xmlns:c="${chartName}" xmlns:a="${drawingMain}" xmlns:r="${office}"><c:roundedCorners val="0"/><c:chart>`,
    typeof title === "string" && title !== "" ? `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r>${runXml("rPr", looks, "title")}<a:t>${escaped(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:autoTitleDeleted val="0"/>` : '<c:autoTitleDeleted val="1"/>', // prettier-ignore
    `<c:plotArea><c:layout/><c:barChart><c:barDir val="${isBar ? "bar" : "col"}"/><c:grouping val="${isStacked ? "stacked" : "clustered"}"/><c:varyColors val="0"/>`,
    ...series.map((one, index) => seriesXml(one, index, isStacked)),
    `<c:gapWidth val="${String(gapWidth)}"/><c:overlap val="${isStacked ? 100 : 0}"/><c:axId val="1"/><c:axId val="2"/></c:barChart>`,
    `<c:catAx>${axis(1, 2, "categoryAxis", isBar ? "l" : "b", '<c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/>')}</c:catAx>`,
    `<c:valAx>${axis(2, 1, "valueAxis", isBar ? "t" : "l", '<c:crossBetween val="between"/>')}</c:valAx></c:plotArea>`,
    looks["legend.visible"] === false ? "" : `<c:legend><c:legendPos val="${String(looks["legend.position"] ?? "Right").charAt(0).toLowerCase()}"/><c:overlay val="0"/>${textXml(looks, "legend")}</c:legend>`, // prettier-ignore
    `<c:plotVisOnly val="${looks.visibleOnly === false ? 0 : 1}"/><c:dispBlanksAs val="gap"/></c:chart>`,
    shapeXml("#FFFFFF", looks["area.line"]),
    "</c:chartSpace>",
  ].join("");
}

function seriesXml({ name, categories, values, looks }: ChartSeries, index: number, isStacked: boolean): string {
  const format = String(looks["labels.format"] ?? "General");
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    name === null ? "" : `<c:tx><c:strRef><c:f>${escaped(name)}</c:f></c:strRef></c:tx>`,
    shapeXml(looks.fill ?? null, undefined),
    '<c:invertIfNegative val="0"/>',
    looks.labels === true
      ? `<c:dLbls><c:numFmt formatCode="${escaped(format)}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>${textXml(looks, "labels")}<c:dLblPos val="${isStacked ? "ctr" : "outEnd"}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`
      : "",
    categories === null ? "" : `<c:cat><c:strRef><c:f>${escaped(categories)}</c:f></c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${escaped(values)}</c:f></c:numRef></c:val></c:ser>`,
  ].join("");
}

function shapeXml(fill: ChartLooks[string] | null, line: ChartLooks[string] | undefined): string {
  const solid = (colour: ChartLooks[string]): string =>
    `<a:solidFill><a:srgbClr val="${String(colour).slice(1)}"/></a:solidFill>`;
  if ((fill ?? "") === "" && (line ?? "") === "") return "";
  return `<c:spPr>${fill === null || fill === "" ? "" : solid(fill)}${line === undefined || line === "" ? "" : `<a:ln w="9525">${solid(line)}</a:ln>`}</c:spPr>`;
}

function textXml(looks: ChartLooks, owner: string): string {
  return `<c:txPr><a:bodyPr/><a:p><a:pPr>${runXml("defRPr", looks, owner)}</a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>`;
}

function runXml(tag: "defRPr" | "rPr", looks: ChartLooks, owner: string): string {
  const colour = looks[`${owner}.color`];
  const fill =
    typeof colour === "string" && colour !== ""
      ? `<a:solidFill><a:srgbClr val="${colour.slice(1)}"/></a:solidFill>`
      : "";
  return `<a:${tag} lang="fr-FR" sz="${Number(looks[`${owner}.size`] ?? 10) * 100}" b="${looks[`${owner}.bold`] === true ? 1 : 0}">${fill}</a:${tag}>`;
}
