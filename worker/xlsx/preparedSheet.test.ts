import { describe, expect, it } from "@jest/globals";
import { preparedSheet } from "./preparedSheet";

const prepared = (rows: string, date1904 = false): string =>
  Buffer.from(preparedSheet(Buffer.from(`<worksheet><sheetData>${rows}</sheetData></worksheet>`), date1904))
    .toString("utf8")
    .replace(/<\/?(?:worksheet|sheetData)>/g, "");

describe("preparedSheet", () => {
  it("hands a plain sheet on as it is, not as a copy", () => {
    const content = Buffer.from('<worksheet><row r="1"><c r="A1"><v>1</v></c></row></worksheet>');
    expect(preparedSheet(content, false)).toBe(content);
  });

  it("leaves blank cells and blank rows out", () => {
    const rows =
      '<row r="1"><c r="A1" s="1"/><c r="B1"><v>é</v></c><c r="C1" s="2"></c></row><row r="2" s="1"><c r="A2" s="1"/></row><row r="3"/>';
    expect(prepared(rows)).toBe('<row r="1"><c r="B1"><v>é</v></c></row>');
  });

  it("reads a register with 200,000 formatted empty rows below it in no time", () => {
    const rows = Array.from(
      { length: 200_000 },
      (_, row) => `<row r="${row + 2}" s="1"><c r="A${row + 2}" s="1"/></row>`,
    );
    expect(prepared(`<row r="1"><c r="A1"><v>1</v></c></row>${rows.join("")}`)).toBe(
      '<row r="1"><c r="A1"><v>1</v></c></row>',
    );
  });

  it("gives cells and rows the reference that they left out", () => {
    const rows =
      '<row r="4"><c><v>1</v></c><c r="Z4"><v>2</v></c><c s="1"><v>3</v></c></row><row><c/><c><v>é</v></c></row>';
    expect(prepared(rows)).toBe(
      '<row r="4"><c r="A4"><v>1</v></c><c r="Z4"><v>2</v></c><c r="AA4" s="1"><v>3</v></c></row><row r="5"><c r="B5"><v>é</v></c></row>',
    );
  });

  it.each([
    ["2026-12-31", 46387],
    ["2026-12-31T18:00", 46387.75],
    ["2026-12-31T00:00:00.000Z", 46387],
  ])("makes a number of the ISO date %s", (iso, serial) => {
    expect(prepared(`<row r="1"><c r="A1" t="d" s="1"><v>${iso}</v></c></row>`)).toBe(
      `<row r="1"><c r="A1" s="1"><v>${serial}</v></c></row>`,
    );
  });

  it("counts ISO dates from 1904 in a workbook that does", () => {
    expect(prepared('<row r="1"><c r="A1" t="d"><v>2026-12-31</v></c></row>', true)).toBe(
      '<row r="1"><c r="A1"><v>44925</v></c></row>',
    );
  });
});
