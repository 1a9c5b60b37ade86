import { posix } from "node:path";
import { DOMParser, type Document, type Element } from "@xmldom/xmldom";
import { columnNumber } from "../../domain/workbook/columnLetters";
import { WorkbookUnreadable } from "./workbookUnreadable";
import { inflated, partKey, type ZipEntries, type ZipEntry } from "./zipEntries";

/** What the workbook is made of, found by its relationships and never by the names of its parts. */
export type WorkbookOutline = {
  readonly date1904: boolean;
  readonly sharedStrings: ZipEntry | null;
  readonly styles: ZipEntry | null;
  readonly sheets: readonly SheetOutline[];
};

export type SheetOutline = {
  readonly name: string;
  readonly hidden: boolean;
  readonly content: ZipEntry;
  readonly tables: readonly TableOutline[];
};

/** A table's place, 1-based. `columnNames` serves only the table that shows no header row. */
export type TableOutline = {
  readonly name: string;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly hasHeaderRow: boolean;
  readonly hasTotalsRow: boolean;
  readonly columnNames: readonly string[];
};

/**
 * The sheets and tables of a workbook, charts left out.
 * @throws WorkbookUnreadable notXlsx when the zip holds another kind of document, damaged when a part is missing.
 */
export function workbookOutline(entries: ZipEntries): WorkbookOutline {
  const workbookPart =
    relationships(entries, "").find((link) => link.type === "officeDocument")?.part ?? "xl/workbook.xml";
  const workbook = entries.get(workbookPart);
  const root = workbook && xml(workbook).documentElement;
  if (!root || root.localName !== "workbook") throw new WorkbookUnreadable("notXlsx");

  const links = relationships(entries, workbookPart);
  const linked = (type: string): ZipEntry | null => {
    const part = links.find((link) => link.type === type)?.part;
    return (part !== undefined && entries.get(part)) || null;
  };
  return {
    date1904: elements(root, "workbookPr").some((properties) => isTrue(properties.getAttribute("date1904"))),
    sharedStrings: linked("sharedStrings"),
    styles: linked("styles"),
    sheets: elements(root, "sheet").flatMap((sheet) => {
      const link = links.find(({ id }) => id === relationshipId(sheet));
      if (link?.type !== "worksheet") return [];
      return [sheetOutline(entries, sheet, link.part)];
    }),
  };
}

function sheetOutline(entries: ZipEntries, sheet: Element, part: string): SheetOutline {
  const tables = relationships(entries, part).filter((link) => link.type === "table");
  return {
    name: sheet.getAttribute("name") ?? "",
    hidden: /hidden/i.test(sheet.getAttribute("state") ?? ""),
    content: required(entries, part),
    tables: tables.map((link) => tableOutline(required(entries, link.part))),
  };
}

function tableOutline(entry: ZipEntry): TableOutline {
  const table = xml(entry).documentElement;
  const range = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(table?.getAttribute("ref")?.replaceAll("$", "") ?? "");
  if (!table || !range) throw new WorkbookUnreadable("damaged");
  const [, firstColumn = "", firstRow, lastColumn = "", lastRow] = range;
  return {
    name: table.getAttribute("displayName") ?? table.getAttribute("name") ?? "",
    firstRow: Number(firstRow),
    lastRow: Number(lastRow),
    firstColumn: columnNumber(firstColumn),
    lastColumn: columnNumber(lastColumn),
    // Absent means one header row: Excel leaves the attribute out.
    hasHeaderRow: table.getAttribute("headerRowCount") !== "0",
    hasTotalsRow: Number(table.getAttribute("totalsRowCount") ?? "0") > 0,
    columnNames: elements(table, "tableColumn").map((column) => column.getAttribute("name") ?? ""),
  };
}

type Link = { readonly id: string; readonly type: string; readonly part: string };

/** The links of a part (of the package itself for ""), those to the outside left out. */
function relationships(entries: ZipEntries, part: string): readonly Link[] {
  const folder = posix.dirname(`/${part}`);
  const entry = entries.get(partKey(posix.join(folder, "_rels", `${posix.basename(part)}.rels`)));
  const root = entry && xml(entry).documentElement;
  if (!root) return [];
  return elements(root, "Relationship")
    .filter((link) => link.getAttribute("TargetMode") !== "External")
    .map((link) => ({
      id: link.getAttribute("Id") ?? "",
      // The last word is the same in the transitional and the strict name spaces.
      type: posix.basename(link.getAttribute("Type") ?? ""),
      part: partKey(posix.resolve(folder, link.getAttribute("Target")?.trim() ?? "")),
    }));
}

function relationshipId(sheet: Element): string | null {
  return [...sheet.attributes].find(({ name }) => /:id$/.test(name))?.value ?? null;
}

function elements(root: Element, localName: string): readonly Element[] {
  return [...root.getElementsByTagNameNS("*", localName)];
}

function isTrue(value: string | null): boolean {
  return value === "1" || value === "true";
}

function required(entries: ZipEntries, part: string): ZipEntry {
  const entry = entries.get(part);
  if (!entry) throw new WorkbookUnreadable("damaged");
  return entry;
}

function xml(entry: ZipEntry): Document {
  const text = inflated(entry)
    .toString("utf8")
    .replace(/^\uFEFF/, "");
  try {
    return new DOMParser({ onError: () => undefined }).parseFromString(text, "text/xml");
  } catch (error) {
    throw new WorkbookUnreadable("damaged", { cause: error });
  }
}
