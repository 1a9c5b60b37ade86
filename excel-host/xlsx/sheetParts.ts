import { childElements, type Element } from "./xml";

/** A sheet's part, taken to pieces: everything in it but its rows, which may be many. */
export type SheetPieces = { readonly opening: string; readonly children: readonly Element[]; readonly rows: string };

const rowsPattern = /<sheetData\s*\/>|<sheetData\s*>(.*?)<\/sheetData>/s;

/** The order that the file format asks for. */
const order = [
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
  "dataValidations",
  "hyperlinks",
  "printOptions",
  "pageMargins",
  "pageSetup",
  "headerFooter",
  "rowBreaks",
  "colBreaks",
  "customProperties",
  "cellWatches",
  "ignoredErrors",
  "smartTags",
  "drawing",
  "legacyDrawing",
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
];

export function sheetPieces(xml: string): SheetPieces {
  const opening = /^.*?<worksheet\b[^>]*>/s.exec(xml)?.[0] ?? "";
  const rows = rowsPattern.exec(xml)?.[1] ?? "";
  const rest = xml.slice(opening.length).replace(rowsPattern, "<sheetData/>");
  return { opening, children: childElements(rest.slice(0, rest.lastIndexOf("</worksheet>"))), rows };
}

export function sheetChildren(xml: string): readonly Element[] {
  return sheetPieces(xml).children;
}

/** The sheet put together again, some of its elements written anew ("" leaves them out). */
export function assembledSheet(
  { opening, children, rows }: SheetPieces,
  replaced: ReadonlyMap<string, string>,
): string {
  const kept = children.filter(({ name }) => !replaced.has(name)).map(({ name, xml }) => ({ name, xml }));
  const added = [...replaced].map(([name, xml]) => ({ name, xml }));
  let rank = 0;
  const ranked = [...kept, ...added].map(({ name, xml }) => {
    const known = order.indexOf(name);
    // What the format does not list stays behind its neighbour.
    rank = known === -1 ? rank : known;
    return { rank, xml: name === "sheetData" ? `<sheetData>${rows}</sheetData>` : xml };
  });
  ranked.sort((a, b) => a.rank - b.rank);
  return `${opening}${ranked.map(({ xml }) => xml).join("")}</worksheet>`;
}
