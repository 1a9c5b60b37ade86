import { type Area, boundingArea } from "../model/area";
import {
  addChart,
  type Chart,
  changeChart,
  chartKinds,
  type ChartLooks,
  chartWithId,
  removeChart,
} from "../model/charts";
import { valueAt } from "../model/cells";
import { placeNamed } from "../model/placeNamed";
import { Refused } from "../model/refused";
import type { Sheet } from "../model/workbook";
import { booleanOf, choice, keyOf, numberArgument, numberOf, textArgument, textOf } from "../protocol/argument";
import {
  type Argument,
  type ExcelObject,
  isExcelObject,
  type Json,
  type Property,
  readOnly,
} from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";
import { colorOf } from "./colour";
import { rangeArgument } from "./range";

/** ChartCollection of a sheet. Columns and bars can be made, of figures that lie in columns. */
export function chartsObject(session: Session, sheet: Sheet): ExcelObject {
  const give = (chart: Chart | undefined): ExcelObject => {
    if (chart === undefined) throw new Refused("ItemNotFound", "There is no such chart.");
    return chartObject(session, sheet, chart.id);
  };
  const found = (key: Json): Chart | undefined =>
    sheet.charts.find(({ id, name }) => id === keyOf(key) || name === keyOf(key));
  return {
    type: "ChartCollection",
    identity: {},
    properties: { Count: readOnly(() => sheet.charts.length) },
    items: () => sheet.charts.map(give),
    item: (key) => give(found(key)),
    methods: {
      Add: (args) => give(added(session, sheet, args)),
      GetCount: () => sheet.charts.length,
      GetItem: (args) => give(found(textArgument(args, 0))),
      GetItemAt: (args) => give(sheet.charts[numberArgument(args, 0)]),
      GetItemOrNullObject: (args) => {
        const chart = found(textArgument(args, 0));
        return chart === undefined ? null : give(chart);
      },
    },
  };
}

function added({ workbook, origin }: Session, sheet: Sheet, args: readonly Argument[]): Chart {
  const [kind, given, by] = args;
  if (!chartKinds.some((known) => known === kind))
    throw new Refused("NotImplemented", `The emulated Excel has no chart ${JSON.stringify(kind)}.`);
  if (by !== "Columns") throw new Refused("NotImplemented", "The emulated Excel makes charts of columns only.");
  const address = isExcelObject(given) ? given.properties.Address?.get() : given;
  const place = typeof address === "string" ? placeNamed(workbook, sheet, address) : null;
  if (place === null) throw new Refused("InvalidArgument", "A chart needs the address of its figures.");
  return addChart(workbook, origin, sheet, { ...place, kind: choice(kind, chartKinds), ...headings(place.sheet, place.area) }); // prettier-ignore
}

/** What Excel takes for titles of the series and for categories. */
function headings(sheet: Sheet, { row, column, rows, columns }: Area): { titled: boolean; named: boolean } {
  const isText = (down: number, along: number): boolean =>
    typeof valueAt(sheet, row + down, column + along) === "string";
  const titled = rows > 1 && Array.from({ length: columns - 1 }, (_, along) => isText(0, along + 1)).includes(true);
  const isCornerBlank = titled && valueAt(sheet, row, column) === null;
  return { titled, named: columns > 1 && (isCornerBlank || isText(titled ? 1 : 0, 0)) };
}

type Kept = { readonly get: (name: string) => ChartLooks[string] | undefined; readonly set: (name: string, value: ChartLooks[string]) => void }; // prettier-ignore

function chartObject(session: Session, sheet: Sheet, id: string): ExcelObject {
  const { workbook, origin } = session;
  const chart = (): Chart => chartWithId(sheet, id);
  const change = (changes: Partial<Omit<Chart, "id" | "part">>): void =>
    changeChart(workbook, origin, sheet, id, changes);
  const looks: Kept = {
    get: (name) => chart().looks[name],
    set: (name, value) => change({ looks: { ...chart().looks, [name]: value } }),
  };
  return {
    type: "Chart",
    identity: { Id: id },
    properties: {
      Id: readOnly(() => id),
      Name: { get: () => chart().name, set: (value) => change({ name: textOf(value) }) },
      ChartType: {
        get: () => chart().kind ?? "Invalid",
        set: (value) => change({ kind: choice(value, chartKinds) }),
      },
      PlotVisibleOnly: yesNo(looks, "visibleOnly", true),
    },
    children: {
      Title: () => ({
        type: "ChartTitle",
        identity: {},
        properties: { Text: words(looks, "title.text", ""), Visible: yesNo(looks, "title.visible", true) },
        children: { Format: () => formatObject("ChartTitleFormat", looks, "title", ["font"]) },
      }),
      Legend: () => ({
        type: "ChartLegend",
        identity: {},
        properties: {
          Visible: yesNo(looks, "legend.visible", true),
          Position: oneOf(looks, "legend.position", ["Right", "Bottom", "Top", "Left"]),
        },
        children: { Format: () => formatObject("ChartLegendFormat", looks, "legend", ["font"]) },
      }),
      Axes: () => ({
        type: "ChartAxes",
        identity: {},
        properties: {},
        children: {
          CategoryAxis: () => axisObject(looks, "categoryAxis"),
          ValueAxis: () => axisObject(looks, "valueAxis"),
        },
      }),
      Series: () => seriesCollection(chart, change),
      Format: () => formatObject("ChartAreaFormat", looks, "area", ["border"]),
    },
    methods: {
      Delete: () => void removeChart(workbook, origin, sheet, id),
      SetPosition: (args) => {
        const from = rangeArgument(session, args, 0, sheet);
        const to = args[1] === undefined || args[1] === null ? from : rangeArgument(session, args, 1, sheet);
        change({ area: boundingArea(from, to) });
        return undefined;
      },
    },
  };
}

function axisObject(looks: Kept, axis: "categoryAxis" | "valueAxis"): ExcelObject {
  return {
    type: "ChartAxis",
    identity: {},
    properties: {
      Visible: yesNo(looks, `${axis}.visible`, true),
      ReversePlotOrder: yesNo(looks, `${axis}.reversed`, false),
      MajorTickMark: oneOf(looks, `${axis}.tickMark`, ["Outside", "None", "Cross", "Inside"]),
      ...(axis === "valueAxis" && { Minimum: quantity(looks, "valueAxis.minimum", 0) }),
    },
    children: {
      MajorGridlines: () => ({
        type: "ChartGridlines",
        identity: {},
        properties: { Visible: yesNo(looks, `${axis}.gridlines`, axis === "valueAxis") },
      }),
      Format: () => formatObject("ChartAxisFormat", looks, axis, ["font", "line"]),
    },
  };
}

function seriesCollection(chart: () => Chart, change: (changes: Pick<Chart, "series">) => void): ExcelObject {
  const give = (index: number): ExcelObject => {
    if (chart().series[index] === undefined) throw new Refused("ItemNotFound", `The chart has no series ${index}.`);
    return seriesObject({
      get: (name) => chart().series[index]?.looks[name],
      set: (name, value) =>
        change({
          series: chart().series.map((one, at) =>
            at === index ? { ...one, looks: { ...one.looks, [name]: value } } : one,
          ),
        }),
    });
  };
  return {
    type: "ChartSeriesCollection",
    identity: {},
    properties: { Count: readOnly(() => chart().series.length) },
    items: () => chart().series.map((_, index) => give(index)),
    methods: { GetCount: () => chart().series.length, GetItemAt: (args) => give(numberArgument(args, 0)) },
  };
}

function seriesObject(looks: Kept): ExcelObject {
  const labels: Kept = {
    get: looks.get,
    set: (name, value) => {
      if (looks.get("labels") !== true) throw new Refused("InvalidOperation", "The series has no data labels.");
      looks.set(name, value);
    },
  };
  return {
    type: "ChartSeries",
    identity: {},
    properties: {
      GapWidth: quantity(looks, "gapWidth", 150),
      HasDataLabels: yesNo(looks, "labels", false),
    },
    children: {
      Format: () => ({
        type: "ChartSeriesFormat",
        identity: {},
        properties: {},
        children: {
          Fill: () => ({
            type: "ChartFill",
            identity: {},
            properties: {},
            methods: {
              SetSolidColor: (args) => void looks.set("fill", colorOf(textArgument(args, 0)) ?? ""),
            },
          }),
        },
      }),
      DataLabels: () => ({
        type: "ChartDataLabels",
        identity: {},
        properties: { NumberFormat: words(labels, "labels.format", "General") },
        children: { Format: () => formatObject("ChartDataLabelFormat", labels, "labels", ["font"]) },
      }),
    },
  };
}

function formatObject(
  type: string,
  looks: Kept,
  owner: string,
  parts: readonly ("font" | "line" | "border")[],
): ExcelObject {
  const colour = (name: string): Property => ({
    get: () => looks.get(name) ?? "",
    set: (value) => looks.set(name, colorOf(value) ?? ""),
  });
  const made = {
    font: (): ExcelObject => ({
      type: "ChartFont",
      identity: {},
      properties: {
        Size: quantity(looks, `${owner}.size`, 10),
        Bold: yesNo(looks, `${owner}.bold`, false),
        Color: colour(`${owner}.color`),
      },
    }),
    line: (): ExcelObject => ({
      type: "ChartLineFormat",
      identity: {},
      properties: { Color: colour(`${owner}.line`) },
    }),
    border: (): ExcelObject => ({ type: "ChartBorder", identity: {}, properties: { Color: colour(`${owner}.line`) } }),
  };
  const names = { font: "Font", line: "Line", border: "Border" } as const;
  return {
    type,
    identity: {},
    properties: {},
    children: Object.fromEntries(parts.map((part) => [names[part], made[part]])),
  };
}

function yesNo(looks: Kept, name: string, usual: boolean): Property {
  return { get: () => looks.get(name) ?? usual, set: (value) => looks.set(name, booleanOf(value)) };
}

function words(looks: Kept, name: string, usual: string): Property {
  return { get: () => looks.get(name) ?? usual, set: (value) => looks.set(name, textOf(value)) };
}

function quantity(looks: Kept, name: string, usual: number): Property {
  return { get: () => looks.get(name) ?? usual, set: (value) => looks.set(name, numberOf(value)) };
}

/** The first of the words is what Excel takes by itself. */
function oneOf(looks: Kept, name: string, all: readonly string[]): Property {
  return { get: () => looks.get(name) ?? all[0] ?? "", set: (value) => looks.set(name, choice(value, all)) };
}
