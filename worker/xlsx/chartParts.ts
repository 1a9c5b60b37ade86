import { strFromU8, strToU8 } from "fflate";
import { chartColours } from "../../domain/workbook/look/cellLook";
import { columnLetters } from "../../domain/workbook/columnLetters";
import type { DashboardChart } from "../../domain/workbook/look/dashboardSheetLook";
import { escaped } from "./xml";

/** The charts of the first sheet of a workbook. */
export type SheetCharts = {
  readonly sheet: string;
  readonly charts: readonly DashboardChart[];
  /** What its cells show, by address, for whoever draws the charts without computing formulas. */
  readonly shown: ReadonlyMap<string, string | number>;
};

type Parts = Readonly<Record<string, Uint8Array>>;

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const drawingNames = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}"`;
const chartName = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const types = "application/vnd.openxmlformats-officedocument";
const sheetPath = "xl/worksheets/sheet1.xml";
const relationsPath = "xl/worksheets/_rels/sheet1.xml.rels";
const drawingPath = "xl/drawings/drawing1.xml";

/** The parts of a workbook with the charts of its first sheet, which has neither charts nor pictures yet. */
export function addCharts(parts: Parts, sheet: SheetCharts): Parts {
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  const chartPath = (index: number): string => `xl/charts/chart${index + 1}.xml`;
  const overrides = [
    override(drawingPath, "drawing+xml"),
    ...sheet.charts.map((_, index) => override(chartPath(index), "drawingml.chart+xml")),
  ].join("");
  const added: Record<string, string> = {
    "[Content_Types].xml": text("[Content_Types].xml").replace("</Types>", `${overrides}</Types>`),
    [sheetPath]: text(sheetPath).replace("</worksheet>", '<drawing r:id="rIdCharts"/></worksheet>'),
    [relationsPath]: relations([["rIdCharts", "drawing", drawingPath]]),
    [drawingPath]: drawingXml(sheet.charts),
    "xl/drawings/_rels/drawing1.xml.rels": relations(
      sheet.charts.map((_, index) => [`rId${index + 1}`, "chart", chartPath(index)]),
    ),
  };
  sheet.charts.forEach((chart, index) => (added[chartPath(index)] = chartXml(chart, sheet)));
  return {
    ...parts,
    ...Object.fromEntries(Object.entries(added).map(([path, xml]) => [path, strToU8(xml)])),
  };
}

function override(path: string, type: string): string {
  return `<Override PartName="/${path}" ContentType="${types}.${type}"/>`;
}

function relations(all: readonly (readonly [id: string, type: string, target: string])[]): string {
  const tags = all.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="/${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${tags.join("")}</Relationships>`;
}

function drawingXml(charts: readonly DashboardChart[]): string {
  const anchors = charts.map(({ name, description, place }, index) => {
    const corner = (tag: string, row: number, column: number): string =>
      `<xdr:${tag}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${tag}>`;
    return [
      "<xdr:twoCellAnchor>",
      corner("from", place.row - 1, place.column - 1),
      corner("to", place.lastRow, place.lastColumn),
      '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>',
      `<xdr:cNvPr id="${index + 2}" name="${escaped(name)}" descr="${escaped(description)}"/>`,
      "<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>",
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>',
      `<a:graphic><a:graphicData uri="${chartName}"><c:chart xmlns:c="${chartName}" r:id="rId${index + 1}"/></a:graphicData></a:graphic>`,
      "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>",
    ].join("");
  });
  return `${declaration}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" ${drawingNames}>${anchors.join("")}</xdr:wsDr>`;
}

const ink = chartColours.ink.slice(1);
const softInk = chartColours.softInk.slice(1);
const line = chartColours.line.slice(1);

function chartXml(chart: DashboardChart, sheet: SheetCharts): string {
  const { kind, title, series, labels } = chart;
  const isBar = kind === "bars";
  const grouping = kind === "stackedColumns" ? "stacked" : "clustered";
  const gap = series.length === 2 ? 40 : 60;
  const legend =
    series.length === 1
      ? ""
      : `<c:legend><c:legendPos val="b"/><c:overlay val="0"/>${textXml(900, softInk)}</c:legend>`;
  return [
    `${declaration}<c:chartSpace xmlns:c="${chartName}" ${drawingNames}>`,
    '<c:roundedCorners val="0"/><c:chart>',
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr>${runXml("defRPr", 1100, ink, true)}</a:pPr><a:r>${runXml("rPr", 1100, ink, true)}<a:t>${escaped(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`,
    '<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>',
    `<c:barChart><c:barDir val="${isBar ? "bar" : "col"}"/><c:grouping val="${grouping}"/><c:varyColors val="0"/>`,
    ...series.map((one, index) => seriesXml(chart, sheet, index, one)),
    `<c:gapWidth val="${gap}"/><c:overlap val="${grouping === "stacked" ? 100 : 0}"/>`,
    '<c:axId val="1"/><c:axId val="2"/></c:barChart>',
    // Bars are drawn from below: reversed, the first category is on top.
    `<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="${isBar ? "maxMin" : "minMax"}"/></c:scaling><c:delete val="0"/><c:axPos val="${isBar ? "l" : "b"}"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="${line}"/></a:solidFill></a:ln></c:spPr>${textXml(900, softInk)}<c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`,
    `<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="${isBar ? "t" : "l"}"/><c:numFmt formatCode="${labels}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`,
    "<c:spPr><a:noFill/></c:spPr></c:plotArea>",
    legend,
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>',
    `<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="9525"><a:solidFill><a:srgbClr val="${line}"/></a:solidFill></a:ln></c:spPr>`,
    "</c:chartSpace>",
  ].join("");
}

function seriesXml(
  chart: DashboardChart,
  sheet: SheetCharts,
  index: number,
  { colour, labelInk }: DashboardChart["series"][number],
): string {
  const { kind, labels, source } = chart;
  const { column, headerRow, rows } = source;
  const at = (along: number, from: number, to: number): string => {
    const letters = columnLetters(column + along);
    const first = `$${letters}$${from}`;
    return `'${sheet.sheet}'!${from === to ? first : `${first}:$${letters}$${to}`}`;
  };
  const cells = (along: number): readonly (string | number | undefined)[] =>
    Array.from({ length: rows }, (_, row) => sheet.shown.get(`${columnLetters(column + along)}${headerRow + 1 + row}`));
  const header = sheet.shown.get(`${columnLetters(column + 1 + index)}${headerRow}`);
  const isStacked = kind === "stackedColumns";
  return [
    `<c:ser><c:idx val="${index}"/><c:order val="${index}"/>`,
    `<c:tx><c:strRef><c:f>${escaped(at(1 + index, headerRow, headerRow))}</c:f>${cacheXml("str", [header])}</c:strRef></c:tx>`,
    `<c:spPr><a:solidFill><a:srgbClr val="${colour.slice(1)}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>`,
    `<c:dLbls><c:numFmt formatCode="${labels}" sourceLinked="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>${textXml(800, labelInk.slice(1))}<c:dLblPos val="${isStacked ? "ctr" : "outEnd"}"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>`,
    `<c:cat><c:strRef><c:f>${escaped(at(0, headerRow + 1, headerRow + rows))}</c:f>${cacheXml("str", cells(0))}</c:strRef></c:cat>`,
    `<c:val><c:numRef><c:f>${escaped(at(1 + index, headerRow + 1, headerRow + rows))}</c:f>${cacheXml("num", cells(1 + index))}</c:numRef></c:val>`,
    "</c:ser>",
  ].join("");
}

function cacheXml(kind: "str" | "num", values: readonly (string | number | undefined)[]): string {
  const points = values.flatMap((value, index) =>
    value === undefined ? [] : [`<c:pt idx="${index}"><c:v>${escaped(String(value))}</c:v></c:pt>`],
  );
  if (points.length === 0) return "";
  const format = kind === "num" ? "<c:formatCode>General</c:formatCode>" : "";
  return `<c:${kind}Cache>${format}<c:ptCount val="${values.length}"/>${points.join("")}</c:${kind}Cache>`;
}

function textXml(size: number, colour: string): string {
  return `<c:txPr><a:bodyPr/><a:p><a:pPr>${runXml("defRPr", size, colour, false)}</a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>`;
}

function runXml(tag: "defRPr" | "rPr", size: number, colour: string, bold: boolean): string {
  return `<a:${tag} lang="fr-FR" sz="${size}" b="${bold ? 1 : 0}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></a:${tag}>`;
}
