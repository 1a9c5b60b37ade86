import { describe, expect, it } from "@jest/globals";
import { changed, excelParts, excelSaved, links } from "../../tests/builders/excelSaved";
import { type CellRow, readCells } from "./readCells";

const sheet = "xl/worksheets/sheet1.xml";
const odd: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  "absolute paths to tables and sheets (openpyxl)": {
    "xl/worksheets/_rels/sheet1.xml.rels": links([1, "table", "/xl/tables/table1.xml"]),
    "xl/_rels/workbook.xml.rels": links(
      [1, "worksheet", "/xl/worksheets/sheet1.xml"],
      [2, "sharedStrings", "/xl/sharedStrings.xml"],
    ),
  },
  "a sheet part and a table part with names of their own": {
    [sheet]: null,
    "xl/worksheets/contrats.xml": excelParts[sheet],
    "xl/worksheets/_rels/sheet1.xml.rels": null,
    "xl/worksheets/_rels/contrats.xml.rels": links([1, "table", "../tables/contrats.xml"]),
    "xl/tables/table1.xml": null,
    "xl/tables/contrats.xml": excelParts["xl/tables/table1.xml"],
    "xl/_rels/workbook.xml.rels": links(
      [1, "worksheet", "worksheets/contrats.xml"],
      [2, "sharedStrings", "sharedStrings.xml"],
    ),
  },
  "capitals in the names of parts": {
    "xl/sharedStrings.xml": null,
    "xl/SharedStrings.xml": excelParts["xl/sharedStrings.xml"],
  },
  "an empty docProps/app.xml": { "docProps/app.xml": "<Properties/>" },
  "comments and drawings that lead nowhere": {
    "xl/worksheets/_rels/sheet1.xml.rels": links(
      [1, "table", "../tables/table1.xml"],
      [3, "comments", "/xl/comments/comment1.xml"],
      [4, "drawing", "../drawings/drawing1.xml"],
    ),
    ...changed(sheet, ["<tableParts", '<drawing r:id="rId4"/><tableParts']),
  },
  "a name space prefix on every element": Object.fromEntries(
    ([sheet, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/tables/table1.xml"] as const).flatMap((part) =>
      Object.entries(changed(part, [/<(\/?)(?=[a-zA-Z])/g, "<$1x:"], ["xmlns=", "xmlns:x="])),
    ),
  ),
  "cells and rows without a reference": changed(
    sheet,
    ['<row r="3" spans="2:7">', '<row r="3"><c/>'],
    [/<row r="([4-8])".*?>/g, "<row><c/>"],
    [/<c r="[B-G][3-8]"/g, "<c"],
    ['<c/><c s="1" t="str">', '<c/><c/><c s="1" t="str">'],
    ['<c><v>4</v></c><c s="1">', '<c><v>4</v></c><c/><c/><c s="1">'],
  ),
  "ISO dates (Strict Open XML)": changed(sheet, [
    '<c r="D4" s="1"><v>46387',
    '<c r="D4" s="1" t="d"><v>2026-12-31T00:00:00',
  ]),
  "no styles": {
    "xl/styles.xml": null,
    "xl/_rels/workbook.xml.rels": links(
      [1, "worksheet", "worksheets/sheet1.xml"],
      [2, "sharedStrings", "sharedStrings.xml"],
    ),
  },
};

describe("A workbook of another writer reads like one of Excel:", () => {
  it.each(Object.keys(odd))("%s", async (name) => {
    expect(await rowsOf(excelSaved(odd[name]))).toEqual(await rowsOf(excelSaved()));
  });
});

describe("A damaged cell does not cost the workbook:", () => {
  it("a shared text that is missing is an error in its cell", async () => {
    const rows = await rowsOf(excelSaved(changed(sheet, ['<c r="F4" t="s"><v>8<', '<c r="F4" t="s"><v>99<'])));
    expect(rows[0]?.cells).toEqual(["C-001", "Dupont & fils", 46387, 46327, { error: "#REF!" }, true]);
  });

  it("so are all of them when the texts are lost", async () => {
    const rows = await rowsOf(excelSaved({ "xl/sharedStrings.xml": null }));
    expect(rows[1]?.cells).toEqual([
      2,
      { error: "#REF!" },
      { error: "#N/A" },
      { error: "#N/A" },
      "sans courriel",
      false,
    ]);
  });

  it("an ISO date that is none stays text", async () => {
    const rows = await rowsOf(
      excelSaved(changed(sheet, ['<c r="D4" s="1"><v>46387', '<c r="D4" s="1" t="d"><v>2026-13-45'])),
    );
    expect(rows[0]?.cells[2]).toBe("2026-13-45");
  });

  it("an ISO date in a workbook of the 1904 system is the same day", async () => {
    const rows = await rowsOf(
      excelSaved({
        ...changed(sheet, ['<c r="D4" s="1"><v>46387', '<c r="D4" s="1" t="d"><v>2026-12-31T06:00:00Z']),
        ...changed("xl/workbook.xml", ["<workbookPr ", '<workbookPr date1904="1" ']),
      }),
    );
    expect(rows[0]?.cells[2]).toBe(46387.25);
  });
});

async function rowsOf(bytes: Uint8Array): Promise<readonly CellRow[]> {
  return (await readCells(bytes)).tables.flatMap((table) => table.rows);
}
