import { describe, expect, it } from "@jest/globals";
import { strToU8, zipSync } from "fflate";
import { excelSaved } from "../../tests/builders/excelSaved";
import { readCells } from "./readCells";

const saved = excelSaved();
const ole = (stream: string): Uint8Array =>
  Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), Buffer.from(stream, "utf16le")]);

describe("A file that is no readable workbook says why:", () => {
  it.each([
    ["fileEmpty", "no byte", new Uint8Array()],
    ["notXlsx", "a csv", strToU8("Contrat;Client\nC-001;Dupont\n")],
    ["notXlsx", "a Word document", zipSync({ "word/document.xml": strToU8("<document/>") })],
    ["openDocument", "an .ods", openDocument()],
    ["oldXls", "an .xls", ole("Workbook")],
    ["passwordProtected", "a workbook with a password", ole("EncryptedPackage")],
    ["notXlsx", "another old Office file", ole("WordDocument")],
    ["fileTruncated", "half a download", saved.subarray(0, saved.length / 2)],
    ["fileTruncated", "room reserved by a synchroniser", new Uint8Array(4096)],
    ["fileTruncated", "zeros where content will be", saved.slice().fill(0, 600, 2000)],
    ["damaged", "a sheet part that is missing", excelSaved({ "xl/worksheets/sheet1.xml": null })],
    ["damaged", "a table without a place", excelSaved({ "xl/tables/table1.xml": "<table/>" })],
    ["damaged", "a workbook part that is no XML", excelSaved({ "xl/workbook.xml": "<workbook><sheets>" })],
    ["damaged", "a sheet that is no XML", excelSaved({ "xl/worksheets/sheet1.xml": "<worksheet><sheetData><row" })],
    ["fileTooLarge", "a zip bomb", withSizes(saved, 600 * 1024 * 1024)],
    ["damaged", "a part larger than it says", withSizes(saved, 10)],
  ])("%s for %s", async (code, _, bytes) => {
    await expect(readCells(bytes)).rejects.toMatchObject({ name: "WorkbookUnreadable", code });
  });
});

/** What LibreOffice saves by itself: the type of the document comes first and uncompressed. */
function openDocument(): Uint8Array {
  const type = strToU8("application/vnd.oasis.opendocument.spreadsheet");
  return zipSync({ mimetype: [type, { level: 0 }], "content.xml": strToU8("<document/>") });
}

/** The same zip whose directory tells another size for the first sheet. */
function withSizes(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const name = bytes.lastIndexOf("xl/worksheets/sheet1.xml");
  bytes.writeUInt32LE(size, name - 46 + 24);
  return bytes;
}
