import type { Area } from "../model/area";
import { layOutPage, setPrintName } from "../model/page";
import type { Page } from "../model/page";
import { placeNamed } from "../model/placeNamed";
import { Refused } from "../model/refused";
import type { Sheet } from "../model/workbook";
import { choice, numberOf, recordOf, textOf } from "../protocol/argument";
import { type Argument, type ExcelObject, isExcelObject, type Json, type Property } from "../protocol/excelObject";
import type { Session } from "../protocol/addinSession";

const POINTS_PER_INCH = 72;
const papers: Readonly<Record<string, number>> = { Letter: 1, Legal: 5, A3: 8, A4: 9, A5: 11 };

/** PageLayout: paper, margins, fitting to pages, repeated rows, printed area and footers. */
export function pageLayoutObject(session: Session, sheet: Sheet): ExcelObject {
  const change = (changes: Partial<Page>): void => layOutPage(session.workbook, session.origin, sheet, changes);
  const margin = (side: keyof Page["margins"]): Property => ({
    get: () => sheet.page.margins[side] * POINTS_PER_INCH,
    set: (value) => change({ margins: { ...sheet.page.margins, [side]: numberOf(value) / POINTS_PER_INCH } }),
  });
  return {
    type: "PageLayout",
    identity: {},
    properties: {
      Orientation: {
        get: () => (sheet.page.landscape ? "Landscape" : "Portrait"),
        set: (value) => change({ landscape: choice(value, ["Portrait", "Landscape"]) === "Landscape" }),
      },
      PaperSize: {
        get: () => Object.keys(papers).find((name) => papers[name] === sheet.page.paper) ?? "",
        set: (value) => change({ paper: papers[choice(value, Object.keys(papers))] ?? 9 }),
      },
      Zoom: {
        get: () => {
          const { wide, tall } = sheet.page;
          return { horizontalFitToPages: wide, verticalFitToPages: tall };
        },
        set: (value) => {
          const { scale, horizontalFitToPages, verticalFitToPages } = recordOf(value) ?? {};
          if (typeof scale === "number") throw new Refused("NotImplemented", "The emulated Excel prints at 100 %.");
          change({ wide: pages(horizontalFitToPages), tall: pages(verticalFitToPages) });
        },
      },
      LeftMargin: margin("left"),
      RightMargin: margin("right"),
      TopMargin: margin("top"),
      BottomMargin: margin("bottom"),
      HeaderMargin: margin("header"),
      FooterMargin: margin("footer"),
    },
    children: { HeadersFooters: () => footersObject(sheet, change) },
    methods: {
      SetPrintArea: (args) => {
        setPrintName(session.workbook, session.origin, sheet, "_xlnm.Print_Area", areaArgument(session, sheet, args));
        return undefined;
      },
      SetPrintTitleRows: (args) => {
        setPrintName(session.workbook, session.origin, sheet, "_xlnm.Print_Titles", areaArgument(session, sheet, args));
        return undefined;
      },
    },
  };
}

function pages(value: Json | undefined): number | null {
  return value === undefined || value === null ? null : numberOf(value);
}

function areaArgument({ workbook }: Session, sheet: Sheet, [given]: readonly Argument[]): Area {
  const address = isExcelObject(given) ? given.properties.Address?.get() : given;
  const place = typeof address === "string" ? placeNamed(workbook, sheet, address) : null;
  if (place?.sheet === sheet) return place.area;
  throw new Refused("InvalidArgument", "What is printed is an address on the sheet itself.");
}

function footersObject(sheet: Sheet, change: (changes: Partial<Page>) => void): ExcelObject {
  const footer = (side: keyof Page["footer"]): Property => ({
    get: () => sheet.page.footer[side],
    set: (value) => change({ footer: { ...sheet.page.footer, [side]: textOf(value) } }),
  });
  return {
    type: "HeaderFooterGroup",
    identity: {},
    properties: {},
    children: {
      DefaultForAllPages: () => ({
        type: "HeaderFooter",
        identity: {},
        properties: { LeftFooter: footer("left"), CenterFooter: footer("center"), RightFooter: footer("right") },
      }),
    },
  };
}
